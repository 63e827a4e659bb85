"""Whether one document's gold answers hold together, apart from where their quotes stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_THEMES = ("labour", "human_rights", "environment", "land")
_LEAST_TRAPS = 6
Answers = dict[str, Any]


def codes(checklist: Path) -> tuple[list[str], list[str]]:
    """Return the codes of the measures and of the topics ("theme.topic") of a checklist."""
    measures = sorted(path.stem for path in (checklist / "measures").glob("*.yaml"))
    topics = sorted(
        f"{theme}.{path.stem}"
        for theme in _THEMES
        for path in (checklist / "topics" / theme).glob("*.yaml")
    )
    return measures, topics


def problems(expected: Answers, checklist: Path) -> Iterator[str]:
    """Yield what does not hold together, as sentences."""
    measures, topics = codes(checklist)
    if sorted(expected["measures"]) != measures:
        yield f"measures missing or unknown: {set(expected['measures']) ^ set(measures)}"
    if unknown := expected["topics"].keys() - set(topics):
        yield f"unknown topics: {unknown}"
    yield from _levels(expected)
    yield from _themes(expected)
    yield from _risks_and_actions(expected, set(topics))
    yield from _traps(expected, {*measures, *topics})
    if set(expected["document_types"]) != set(expected["files"]):
        yield "document_types are not those of the files"


def _levels(expected: Answers) -> Iterator[str]:
    """Yield levels that are implausible by their own gold, or have no quote."""
    for code, answer in {**expected["measures"], **expected["topics"]}.items():
        if answer["level"] not in answer["plausible"]:
            yield f"{code}: level {answer['level']} is not among {answer['plausible']}"
        if answer["level"] > 0 and not answer["quotes"]:
            yield f"{code}: level {answer['level']} without a quote"


def _themes(expected: Answers) -> Iterator[str]:
    """Yield themes whose level is not that of their best topic or one lower."""
    if sorted(expected["themes"]) != sorted(_THEMES):
        yield f"themes are {sorted(expected['themes'])}"
    for theme, level in expected["themes"].items():
        topics = expected["topics"].items()
        levels = [topic["level"] for code, topic in topics if code.startswith(f"{theme}.")]
        best = max(levels, default=0)
        if level not in {best, max(0, best - 1)}:
            yield f"{theme}: level {level}, its best topic has {best}"


def _risks_and_actions(expected: Answers, topics: set[str]) -> Iterator[str]:
    """Yield risks and actions that are named twice or do not refer to each other."""
    risks = {risk["id"]: risk for risk in expected["risks"]}
    actions = {action["id"]: action for action in expected["actions"]}
    if len(risks) < len(expected["risks"]) or len(actions) < len(expected["actions"]):
        yield "two risks or two actions have the same id"
    for risk in risks.values():
        if risk["topic"] not in {*topics, None}:
            yield f"{risk['id']}: unknown topic {risk['topic']}"
    from_risks = {(risk["id"], action) for risk in risks.values() for action in risk["actions"]}
    from_actions = {
        (risk, action["id"]) for action in actions.values() for risk in _risks_of(action)
    }
    for risk, action in sorted(from_risks ^ from_actions):
        yield f"only one of {risk} and {action} names the other"
    for risk, action in sorted(from_risks | from_actions):
        if risk not in risks or action not in actions:
            yield f"there is no risk {risk} or no action {action}"


def _risks_of(action: Answers) -> list[str]:
    """Return the risks that an action answers: one, several or none."""
    risk = action["risk"]
    return [] if risk is None else risk if isinstance(risk, list) else [risk]


def _traps(expected: Answers, known: set[str]) -> Iterator[str]:
    """Yield traps that are too few or would raise nothing known."""
    if len(expected["traps"]) < _LEAST_TRAPS:
        yield f"only {len(expected['traps'])} traps"
    for trap in expected["traps"]:
        raised = trap["would_wrongly_raise"]
        for code in raised if isinstance(raised, list) else [raised]:
            if code not in known:
                yield f"a trap raises the unknown {code}"
