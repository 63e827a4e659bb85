"""Which questions go with a finding: one open, one to verify, and a few for when answers evade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.dialogue.agenda import Asked
from assessor.rules import rules
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.dossiers.briefing import Briefing, Subject
    from assessor.model import Assessment, Finding, Risk, Words

_WITHOUT_SUBJECT = {"orphan_risk", "orphan_action"}


def questions_for(
    finding: Finding, assessment: Assessment, briefing: Briefing
) -> tuple[Asked, ...]:
    """Return the questions of a finding, in the order in which they are asked."""
    subject = subject_of(finding, assessment, briefing)
    return tuple(_questions(finding, subject))


def subject_of(finding: Finding, assessment: Assessment, briefing: Briefing) -> Subject | None:
    """Return the measure or topic behind a finding; of a risk its topic; None where unknown."""
    if finding.subject in briefing.subjects:
        return briefing.subjects[finding.subject]
    risk = _risk_of(finding, assessment)
    return briefing.subjects.get(risk.topic or "") if risk else None


def acceptable_for(finding: Finding, assessment: Assessment, briefing: Briefing) -> Words | None:
    """Return what an acceptable answer looks like, for the contract manager alone."""
    if finding.kind in _WITHOUT_SUBJECT:
        return say(f"dialogue.acceptable_{finding.kind}")
    subject = subject_of(finding, assessment, briefing)
    return subject.acceptable if subject else None


def _questions(finding: Finding, subject: Subject | None) -> Iterator[Asked]:
    first = finding.questions[0] if finding.questions else None
    if first is not None:
        yield Asked("open", "open", first)
    if (verify := _verify(finding, subject, first)) is not None:
        yield Asked("verify", "verify", verify)
    if subject is not None:
        most = rules("assessor.dialogue", "agenda")["most_follow_ups"]
        for number, follow_up in enumerate(subject.follow_ups[:most], 1):
            yield Asked(f"follow_up-{number}", "follow_up", follow_up.ask, follow_up.cue)


def _verify(finding: Finding, subject: Subject | None, first: Words | None) -> Words | None:
    if finding.kind in _WITHOUT_SUBJECT:
        return say(f"dialogue.verify_{finding.kind}")
    if subject is not None:
        return subject.verify
    return next((question for question in finding.questions if question != first), None)


def _risk_of(finding: Finding, assessment: Assessment) -> Risk | None:
    return next((risk for risk in assessment.risks if risk.id == finding.subject), None)
