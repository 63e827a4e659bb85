"""A candidate becomes evidence: its quote, its level and, in words, every reason why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessor.judging.levels import Cues, aspects_shown, columns, level_of
from assessor.matching.quotes import quote
from assessor.matching.specifics import facts
from assessor.model import Evidence, Words
from assessor.texts import joined, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.checklist import Question
    from assessor.judging.case import Case, Rulebook
    from assessor.matching.candidates import Candidate
    from assessor.matching.lessons import Lessons
    from assessor.matching.specifics import Facts
    from assessor.model import FactKind, Passage

_SHOWN = 3
"""Words of each kind that a reason names; more is a list, not a reason."""
_CLOSE = 0.0
"""Log-odds from which the meaning head is worth naming as a reason."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its level, before it is decided whether it counts."""

    candidate: Candidate
    evidence: Evidence
    aspects: frozenset[str]
    """Aspects of the question that it shows."""
    level: int
    """0 to 4; 0 for a denial without a search."""
    grade: float = 0.0
    """Mostly between 0 and 4: what the passage shows, before the rubric's rules."""
    aspect_levels: frozenset[int] = frozenset()
    """Levels of the aspects that it shows."""
    telling: float = 0.0
    """Chance that an assessor would quote it on this question."""


def weigh(candidate: Candidate, case: Case, rules: Rulebook) -> Weighed | None:
    """Return the candidate weighed; None when its words do not stand verbatim in the document."""
    question = rules.checklist.question(candidate.code)
    passage = case.passages[candidate.passage]
    found = quote(passage, case.document_of(passage))
    if found is None:
        return None
    shown = aspects_shown(question, candidate.met.aspects, candidate.facts)
    nearby = facts(f"{passage.before} {passage.after}", passage.language)
    cues = Cues(candidate.facts, candidate.heard, shown, nearby)
    grade = rules.grader.grade(columns(cues, question, candidate.vector))
    level, held = level_of(grade, cues, question)
    evidence = Evidence(
        document=passage.document,
        page=found.page,
        heading=passage.headings[-1] if passage.headings else None,
        boxes=found.boxes,
        quote=found.text,
        language=passage.language,
        stance=candidate.heard.stance,
        level=max(level, 1),
        reasons=(*_reasons(candidate, question, passage, shown, rules.lessons), *held),
        passage=candidate.passage,
    )
    aspect_levels = frozenset(a.level for a in question.aspects if a.id in shown)
    return Weighed(candidate, evidence, shown, level, grade, aspect_levels)


def _reasons(
    candidate: Candidate,
    question: Question,
    passage: Passage,
    shown: frozenset[str],
    lessons: Lessons,
) -> tuple[Words, ...]:
    """Return why the passage counts, most telling first."""
    reasons: list[Words] = []
    if named := (candidate.met.core + candidate.met.support)[:_SHOWN]:
        reasons.append(say("judging.reason_terms", terms=_listed(named)))
    if candidate.met.in_context and passage.headings:
        reasons.append(say("judging.reason_context", heading=passage.headings[-1]))
    if candidate.nearest is not None and (candidate.meaning_odds or 0) > _CLOSE:
        example = lessons.items[candidate.nearest]
        reasons.append(say("judging.reason_meaning", example=example.text))
    elif not named:
        reasons.append(say("judging.reason_words"))
    if told := facts_in_words(candidate.facts):
        reasons.append(say("judging.reason_facts", facts=told))
    if aspects := [a.name.words for a in question.aspects if a.id in shown]:
        reasons.append(say("judging.reason_aspects", aspects=joined(aspects, "; ")))
    reasons.append(_heard(candidate))
    if passage.kind == "table":
        reasons.append(say("judging.reason_row", row=passage.text))
    return tuple(reasons)


def _heard(candidate: Candidate) -> Words:
    cues = _listed(candidate.heard.cues[:_SHOWN])
    if not cues:
        return say(f"judging.heard_{candidate.heard.stance}_plain")
    if candidate.heard.is_searched:
        return say("judging.heard_searched", cues=cues)
    return say(f"judging.heard_{candidate.heard.stance}", cues=cues)


def facts_in_words(known: Facts) -> Words | None:
    """Return the facts as "place (Dhaka), date (maart 2025)"; None where there are none."""
    if not known.found:
        return None
    return joined((_fact(kind, said) for kind, said in sorted(known.found.items())), "; ")


def _fact(kind: FactKind, said: tuple[str, ...]) -> Words:
    name, words = say(f"judging.fact_{kind}"), ", ".join(said[:_SHOWN])
    return Words(f"{name.nl} ({words})", f"{name.en} ({words})")


def _listed(said: Sequence[str]) -> str:
    return ", ".join(f"\u201c{word}\u201d" for word in said)
