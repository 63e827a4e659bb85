"""A candidate becomes evidence: its quote, its level and, in words, every reason why."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
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
    from assessor.matching.quotes import Quote
    from assessor.matching.specifics import Facts
    from assessor.model import FactKind, Passage

_SHOWN = 3
"""Words of each kind that a reason names; more is a list, not a reason."""
_CLOSE = 0.0
"""Log-odds from which the meaning head is worth naming as a reason."""


@dataclass(frozen=True)
class Weighed:
    """A candidate with its level, before it is decided whether it counts."""

    candidate: Candidate
    passage: Passage
    quote: Quote
    question: Question
    lessons: Lessons = field(compare=False, repr=False)
    aspects: frozenset[str]
    """Aspects of the question that it shows."""
    level: int
    """0 to 4; 0 for a denial without a search."""
    held: tuple[Words, ...] = ()
    """The rule of the rubric that held the level down."""
    grade: float = 0.0
    """Mostly between 0 and 4: what the passage shows, before the rubric's rules."""
    telling: float = 0.0
    """Chance that an assessor would quote it on this question."""

    @property
    def aspect_levels(self) -> frozenset[int]:
        """Return the levels of the aspects that it shows."""
        return frozenset(a.level for a in self.question.aspects if a.id in self.aspects)

    @cached_property
    def evidence(self) -> Evidence:
        """Return it as evidence, put into words only when someone will read them."""
        told = _reasons(self.candidate, self.question, self.passage, self.aspects, self.lessons)
        return Evidence(
            document=self.passage.document,
            page=self.quote.page,
            heading=self.passage.headings[-1] if self.passage.headings else None,
            boxes=self.quote.boxes,
            quote=self.quote.text,
            language=self.passage.language,
            stance=self.candidate.heard.stance,
            level=max(self.level, 1),
            reasons=(*told, *self.held),
            passage=self.candidate.passage,
        )


def weigh_all(case: Case, rules: Rulebook) -> dict[str, list[Weighed]]:
    """Return the weighed candidates by code; what does not stand verbatim is left out."""
    by_code: dict[str, list[Weighed]] = {}
    for index, several in groupby(case.candidates, key=lambda c: c.passage):
        passage = case.passages[index]
        found = quote(passage, case.document_of(passage))
        if found is None:
            continue
        beside = [facts(t, passage.language) for t in (passage.before, passage.after) if t]
        for candidate in several:
            weighed = _weigh(candidate, passage, found, beside, rules)
            by_code.setdefault(candidate.code, []).append(weighed)
    return by_code


def _weigh(
    candidate: Candidate, passage: Passage, found: Quote, beside: Sequence[Facts], rules: Rulebook
) -> Weighed:
    question = rules.checklist.question(candidate.code)
    shown = aspects_shown(question, candidate.met.aspects, candidate.facts)
    cues = Cues(candidate.facts, candidate.heard, shown, beside)
    grade = rules.grader.grade(columns(cues, question), candidate.vector)
    level, held = level_of(grade, cues, question)
    return Weighed(candidate, passage, found, question, rules.lessons, shown, level, held, grade)


def _reasons(
    candidate: Candidate,
    question: Question,
    passage: Passage,
    shown: frozenset[str],
    lessons: Lessons,
) -> tuple[Words, ...]:
    """Return why the passage counts, most telling first."""
    reasons: list[Words] = []
    terms = dict.fromkeys(candidate.met.core + candidate.met.support)
    if named := tuple(terms)[:_SHOWN]:
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
