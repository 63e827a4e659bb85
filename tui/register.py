"""The risks and actions that the documents name: which answers which, which stand alone.

Without Textual. Nothing is judged here: the links are the engine's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.saying import say

if TYPE_CHECKING:
    from assessor.model import Action as Measure
    from assessor.model import Evidence, Risk, Words
    from tui.state import Walk


@dataclass(frozen=True, slots=True)
class Entry:
    """One risk or action."""

    key: str
    """`risk:ID` or `action:ID`."""
    label: str
    links: tuple[str, ...]
    """Labels of the actions that answer the risk, or of the risk that the action answers."""
    facts: tuple[tuple[Words, str | Words], ...]
    """What is said of it, name and value; only what is known."""
    evidence: tuple[Evidence, ...]

    @property
    def is_orphan(self) -> bool:
        """Return whether it stands alone."""
        return not self.links

    @property
    def is_risk(self) -> bool:
        """Return whether it is a risk."""
        return self.key.startswith("risk:")


def risks(walk: Walk) -> list[Entry]:
    """Return the risks, each with the actions that answer it."""
    assessment = walk.prepared.assessment
    answers: dict[str, list[str]] = {}
    for action in assessment.actions:
        if action.risk is not None:
            answers.setdefault(action.risk, []).append(action.label)
    return [_risk(walk, risk, tuple(answers.get(risk.id, ()))) for risk in assessment.risks]


def actions(walk: Walk) -> list[Entry]:
    """Return the actions, each with the risk that it answers."""
    assessment = walk.prepared.assessment
    labels = {risk.id: risk.label for risk in assessment.risks}
    return [_action(action, labels) for action in assessment.actions]


def _risk(walk: Walk, risk: Risk, links: tuple[str, ...]) -> Entry:
    topic = walk.subject_name(risk.topic) if risk.topic else None
    told: list[tuple[str, str | Words | None]] = [
        ("topic", topic),
        ("countries", ", ".join(risk.countries)),
        ("tier", str(risk.tier) if risk.tier is not None else None),
        ("prioritised", None if risk.prioritised is None else _yes(is_so=risk.prioritised)),
    ]
    return Entry(f"risk:{risk.id}", risk.label, links, _known(told), risk.evidence)


def _action(action: Measure, labels: dict[str, str]) -> Entry:
    links = (labels.get(action.risk, action.risk),) if action.risk is not None else ()
    told: list[tuple[str, str | Words | None]] = [
        ("owner", action.owner),
        ("deadline", action.deadline),
        ("kpi", action.kpi),
        ("status", say(f"screen.risks.standing.{action.status}")),
    ]
    return Entry(f"action:{action.id}", action.label, links, _known(told), action.evidence)


def _known(
    told: list[tuple[str, str | Words | None]],
) -> tuple[tuple[Words, str | Words], ...]:
    return tuple((say(f"screen.risks.fact.{name}"), value) for name, value in told if value)


def _yes(*, is_so: bool) -> Words:
    return say("screen.risks.yes" if is_so else "screen.risks.no")
