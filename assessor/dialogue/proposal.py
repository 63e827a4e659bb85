"""The agenda that the program proposes: what to open with, what to talk about, how long.

A person changes it with edits; see edits.py.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from assessor.dialogue.agenda import Agenda, Part
from assessor.dialogue.topics import strength_of, topic_of
from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.dialogue.agenda import Strength, Topic
    from assessor.dossiers.briefing import Briefing
    from assessor.dossiers.review import History, Standing
    from assessor.model import Assessment, Finding


def proposed(
    assessment: Assessment, briefing: Briefing, history: History, minutes: int | None = None
) -> Agenda:
    """Return an agenda of the findings that matter most and that no person set aside.

    Args:
        assessment: the machine's view.
        briefing: the words of its checklist.
        history: what people made of the findings.
        minutes: how long the talk may take; an hour and a quarter by default.
    """
    return Agenda(
        parts=parts_of(minutes or _rule("usual")),
        strengths=tuple(_strengths(assessment, briefing, history)),
        topics=tuple(_topics(assessment, briefing, history)),
    )


def parts_of(minutes: int) -> tuple[Part, ...]:
    """Return the parts of a talk; what the others leave is for the topics, and never nothing."""
    fixed: dict[int, dict[str, int]] = _rule("minutes")
    length = max((known for known in fixed if known <= minutes), default=min(fixed))
    of_others = fixed[length]
    least: int = _rule("least_minutes_for_a_topic")
    left = max(minutes - sum(of_others.values()), least)
    return tuple(Part(code, of_others.get(code, left)) for code in _rule("parts"))


def _topics(assessment: Assessment, briefing: Briefing, history: History) -> Iterator[Topic]:
    kinds: Counter[str] = Counter()
    subjects: set[str] = set()
    left_out = set(_rule("never_a_topic"))
    for finding in _ordered(assessment, history):
        is_new = finding.subject not in subjects
        has_room = kinds[finding.kind] < _rule("most_of_one_kind")
        if finding.kind in left_out or not is_new or not has_room:
            continue
        if _falls_away(finding, history.standing(finding.id)):
            continue
        yield topic_of(finding, assessment, briefing)
        kinds[finding.kind] += 1
        subjects.add(finding.subject)
        if len(subjects) == _rule("most_topics"):
            return


def _ordered(assessment: Assessment, history: History) -> list[Finding]:
    """Return findings by priority; of one priority those that a person agreed with first."""

    def place(finding: Finding) -> tuple[int, bool]:
        return finding.priority, history.standing(finding.id).opinion != "agree"

    return sorted(assessment.findings, key=place)


def _strengths(assessment: Assessment, briefing: Briefing, history: History) -> Iterator[Strength]:
    """Yield the best of what is strong, each from another step or theme."""
    groups = {code: group.code for group in briefing.groups for code in group.subjects}
    found = [
        strength_of(finding, assessment, briefing)
        for finding in assessment.findings
        if finding.kind == "strength" and not _falls_away(finding, history.standing(finding.id))
    ]
    taken: set[str] = set()
    for strength in sorted(found, key=lambda strength: -strength.level):
        group = groups.get(strength.subject, strength.subject)
        if group not in taken and len(taken) < _rule("most_strengths"):
            taken.add(group)
            yield strength


def _falls_away(finding: Finding, standing: Standing) -> bool:
    """Return whether a person's judgement takes the ground from under a finding."""
    if standing.opinion not in _rule("set_aside"):
        return False
    if standing.level is None:
        return True
    is_strong = standing.level >= int(_rule("strong_from"))
    return is_strong != (finding.kind == "strength")


def _rule(name: str) -> Any:  # noqa: ANN401  # numbers, lists and tables alike
    return rules("assessor.dialogue", "agenda")[name]
