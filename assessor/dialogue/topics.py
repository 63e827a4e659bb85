"""From a finding to a topic of the talk: the words for the manager and those for the supplier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.dialogue.agenda import Strength, Topic
from assessor.dialogue.questions import acceptable_for, questions_for
from assessor.model import Words
from assessor.texts import say

if TYPE_CHECKING:
    from assessor.dossiers.briefing import Briefing
    from assessor.model import Assessment, Finding, Judgement

_ADVICE = 3
"""Missing things named with a topic: enough to ask about in some minutes."""
_TOLD_ABSENT = {"denial", "orphan_risk", "orphan_action"}


def topic_of(finding: Finding, assessment: Assessment, briefing: Briefing) -> Topic:
    """Return the topic that a finding makes."""
    judgement = judgement_of(finding.subject, assessment)
    return Topic(
        id=finding.id,
        kind=finding.kind,
        subject=finding.subject,
        name=name_of(finding, assessment, briefing),
        title=finding.title,
        explanation=_explanation(finding, judgement),
        evidence=finding.evidence,
        missing=_missing(finding, judgement),
        absent=_absent(finding, judgement, briefing),
        questions=questions_for(finding, assessment, briefing),
        acceptable=acceptable_for(finding, assessment, briefing),
    )


def strength_of(finding: Finding, assessment: Assessment, briefing: Briefing) -> Strength:
    """Return the strength that a finding tells of."""
    judgement = judgement_of(finding.subject, assessment)
    return Strength(
        id=finding.id,
        subject=finding.subject,
        name=name_of(finding, assessment, briefing),
        level=judgement.level if judgement else 0,
        evidence=finding.evidence,
        verify=finding.questions[0] if finding.questions else None,
    )


def name_of(finding: Finding, assessment: Assessment, briefing: Briefing) -> Words:
    """Return what a finding is about, without any judgement in the words."""
    if finding.subject in briefing.subjects:
        return briefing.subjects[finding.subject].name
    labels = {risk.id: risk.label for risk in assessment.risks}
    labels |= {action.id: action.label for action in assessment.actions}
    if (label := labels.get(finding.subject)) is not None:
        return Words(label, label)
    return finding.title


def judgement_of(code: str, assessment: Assessment) -> Judgement | None:
    """Return the judgement on a measure or topic; None where there is none."""
    topics = (topic for theme in assessment.themes for topic in theme.topics)
    return next((j for j in (*assessment.measures, *topics) if j.code == code), None)


def _explanation(finding: Finding, judgement: Judgement | None) -> Words:
    """Return the finding's explanation without the advice, which the topic names by itself."""
    if finding.kind != "weak" or finding.cause is not None or judgement is None:
        return finding.explanation
    level = say(f"judging.level_{judgement.level}")
    return say("judging.weak_explanation", level=level)


def _missing(finding: Finding, judgement: Judgement | None) -> tuple[Words, ...]:
    if judgement is None or finding.kind in _TOLD_ABSENT:
        return ()
    return judgement.missing[:_ADVICE]


def _absent(finding: Finding, judgement: Judgement | None, briefing: Briefing) -> tuple[Words, ...]:
    if finding.kind in _TOLD_ABSENT:
        return (say(f"dialogue.absent_{finding.kind}"),)
    if judgement is None or finding.subject not in briefing.subjects:
        return ()
    parts = briefing.subjects[finding.subject].parts
    if judgement.level == 0:
        return tuple(part.name for part in parts[:_ADVICE])
    names = {part.missing: part.name for part in parts}
    return tuple(names[advice] for advice in judgement.missing[:_ADVICE] if advice in names)
