"""What is worth bringing to the dialogue: gaps, weak spots, strengths, denials, orphans.

A finding never accuses: it says what was and was not found in these documents, with the quote, and
which question to ask.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.judging.priorities import ranked
from assessor.judging.topics import likeliest
from assessor.model import Finding
from assessor.texts import joined, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from assessor.checklist import Checklist, Question
    from assessor.judging.case import Outcome
    from assessor.judging.evidence import Weighed
    from assessor.model import Action, DocumentFacts, FindingKind, Judgement, Risk, Words

_STRONG, _WEAK = 3, 1
_QUOTES = 3
"""Quotes shown with a finding; the judgement holds the others."""
_ADVICE = 2
"""Missing aspects named in a finding: what comes first, not all that is missing."""
_LONGEST_LABEL = 70


def find(checklist: Checklist, outcome: Outcome) -> tuple[Finding, ...]:
    """Return all findings, those that matter first at the front."""
    standing = _on_judgements(checklist, outcome.judgements)
    found = [
        *_with_grounds(standing, outcome.noticed),
        *_on_denials(checklist, outcome.denials),
        *_on_risks(outcome.risks, outcome.actions),
        *_on_actions(outcome.risks, outcome.actions),
        *_on_unread(outcome.documents),
        *_on_refused(outcome.refused),
        *outcome.silent,
        *(f for f in outcome.noticed if f.kind != "weak"),
    ]
    return ranked(checklist, [_identified(f) for f in found], outcome.risks)


def _finding(kind: FindingKind, subject: str, title: Words, explanation: Words) -> Finding:
    """Return a finding without id and priority, which depend on the rest of it and on others."""
    return Finding("", kind, subject, 0, title, explanation)


def _identified(finding: Finding) -> Finding:
    """Return the finding with an id made of what it is about and, where that is a text, of it."""
    is_of_a_quote = finding.kind == "denial" or finding.cause is not None
    quoted = finding.evidence[0].quote if is_of_a_quote and finding.evidence else ""
    seed = f"{finding.kind}|{finding.subject}|{quoted}"
    if finding.cause is not None:
        seed = f"{seed}|{finding.cause}"
    digest = hashlib.sha256(seed.encode()).hexdigest()[:6]
    return replace(finding, id=f"{finding.kind}-{finding.subject}-{digest}")


def _on_judgements(checklist: Checklist, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    measures = {m.code for m in checklist.measures}
    for judgement in judgements:
        question = checklist.question(judgement.code)
        kind = _kind(judgement, is_measure=judgement.code in measures)
        if kind is None:
            continue
        title = say(f"judging.{kind}_title", subject=question.name.words)
        yield replace(
            _finding(kind, judgement.code, title, _explained(kind, question, judgement)),
            evidence=judgement.evidence[:_QUOTES],
            questions=_questions(question, kind),
        )


def _with_grounds(standing: Iterable[Finding], noticed: Sequence[Finding]) -> Iterator[Finding]:
    """Yield where each subject stands; of what is weak, on what it rests where that was noticed.

    What is strong on the whole stays strong, and what was noticed is told beside it.
    """
    beside = [f for f in noticed if f.kind == "weak"]
    for finding in standing:
        is_low = finding.kind in {"gap", "weak"}
        found = [f for f in beside if is_low and f.subject == finding.subject]
        beside = [f for f in beside if f not in found]
        if not found:
            yield finding
            continue
        also = [finding.explanation] if finding.kind == "weak" else []
        yield replace(
            found[0],
            explanation=joined((*(f.explanation for f in found), *also), " "),
            questions=(*(q for f in found for q in f.questions), *finding.questions),
        )
    yield from beside


def _kind(judgement: Judgement, *, is_measure: bool) -> FindingKind | None:
    """Return what kind of finding a judgement is; a silent topic is none by itself."""
    if judgement.level >= _STRONG:
        return "strength"
    if not judgement.expected:
        return None
    if judgement.level == 0:
        return "gap" if is_measure else None
    return "weak" if judgement.level == _WEAK or is_measure else None


def _explained(kind: FindingKind, question: Question, judgement: Judgement) -> Words:
    level = say(f"judging.level_{judgement.level}")
    text = say(f"judging.{kind}_explanation", level=level, why=question.why.words)
    if kind in {"strength", "gap"}:
        return text
    return joined((text, *judgement.missing[:_ADVICE]), " ")


def _questions(question: Question, kind: FindingKind) -> tuple[Words, ...]:
    dialogue = question.dialogue
    if kind == "strength":
        return (dialogue.verify.words,)
    return (dialogue.open.words, dialogue.verify.words)


def _on_denials(
    checklist: Checklist, denials: Mapping[str, Sequence[Weighed]]
) -> Iterator[Finding]:
    """Yield one finding per passage that denies, on the question it is most about."""
    for _, w in sorted(likeliest(denials).items()):
        question = checklist.question(w.candidate.code)
        title = say("judging.denial_title", subject=question.name.words)
        yield replace(
            _finding("denial", question.code, title, say("judging.denial_explanation")),
            evidence=(w.evidence,),
            questions=(say("judging.denial_question"), question.dialogue.open.words),
        )


def _on_risks(risks: Sequence[Risk], actions: Sequence[Action]) -> Iterator[Finding]:
    """Yield the risks that no action answers; without any action there is nothing to compare."""
    answered = {action.risk for action in actions}
    for risk in risks:
        if actions and risk.id not in answered and risk.prioritised is not False:
            title = say("judging.orphan_risk_title", label=_short(risk.label))
            yield replace(
                _finding("orphan_risk", risk.id, title, say("judging.orphan_risk_explanation")),
                evidence=risk.evidence[:1],
                questions=(say("judging.orphan_risk_question"),),
            )


def _on_actions(risks: Sequence[Risk], actions: Sequence[Action]) -> Iterator[Finding]:
    """Yield the actions that answer no risk; without any risk there is nothing to compare."""
    for action in actions:
        if risks and action.risk is None:
            title = say("judging.orphan_action_title", label=_short(action.label))
            explanation = say("judging.orphan_action_explanation")
            yield replace(
                _finding("orphan_action", action.id, title, explanation),
                evidence=action.evidence[:1],
                questions=(say("judging.orphan_action_question"),),
            )


def _on_unread(documents: Sequence[DocumentFacts]) -> Iterator[Finding]:
    for document in documents:
        if document.unread_pages:
            pages = ", ".join(map(str, document.unread_pages))
            count = len(document.unread_pages)
            title = say("judging.unread_title", file=document.file, count=count)
            explanation = say("judging.unread_explanation", pages=pages)
            yield replace(
                _finding("unread", document.file, title, explanation),
                questions=(say("judging.unread_question"),),
            )


def _on_refused(refused: Sequence[tuple[str, Words]]) -> Iterator[Finding]:
    for file, why in refused:
        title = say("judging.refused_title", file=file)
        yield replace(
            _finding("unread", file, title, why), questions=(say("judging.unread_question"),)
        )


def _short(label: str) -> str:
    if len(label) <= _LONGEST_LABEL:
        return label
    return label[: _LONGEST_LABEL - 1].rsplit(" ", 1)[0] + "…"
