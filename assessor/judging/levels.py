"""From a passage's cues to a level: a grade fitted on the checklist's examples, held to the rubric.

The grade is a sum over readable cues (facts, stance, aspects met) and, where meaning takes part,
over the passage's embedding; length is not among them. The rubric (rubric.yaml) then says what the
passage cannot be, and every rule that bites leaves a reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from assessor.matching.arrays import Arrays, remembered
from assessor.matching.similarity import learn_ridge
from assessor.matching.specifics import Facts, facts
from assessor.matching.stance import stance
from assessor.rules import rules
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from assessor.checklist import Checklist, Question
    from assessor.matching.lessons import Lessons
    from assessor.matching.stance import Heard
    from assessor.matching.terms import QuestionTerms
    from assessor.model import FactKind, Words

FORMAT = 2
"""Raised when the columns change, so that old caches are not read."""
_KINDS: tuple[FactKind, ...] = (
    "number", "percentage", "money", "date", "place", "party",
    "role", "tier", "standard", "source", "verification",
)  # fmt: skip
_STANCES = ("done", "planned", "denied", "vague")
_ASPECT_LEVELS = (2, 3, 4)
_STRENGTH = 16.0
"""Alpha of the ridge: best of 4, 8, 16 in cross-validation (bench/crossvalidate.py)."""
_VECTOR_WEIGHT = 3.0
"""Embeddings have length 1 over 512 numbers; this puts them on the scale of the cues."""


def rubric() -> dict[str, Any]:
    """Return the rules by which a level is held down, lifted and trusted (rubric.yaml)."""
    return cast("dict[str, Any]", rules("assessor.judging", "rubric"))


@dataclass(frozen=True, slots=True)
class Cues:
    """What a passage shows on one question, before it is weighed."""

    facts: Facts
    heard: Heard
    aspects: frozenset[str]
    """Ids of the question's aspects that show."""
    beside: Sequence[Facts] = ()
    """Facts in the sentences before and after it, which may tie it to a place or a date."""

    @property
    def kinds(self) -> frozenset[FactKind]:
        """Return the kinds of fact in it and beside it."""
        return self.facts.kinds.union(*(facts.kinds for facts in self.beside))

    @property
    def is_tied(self) -> bool:
        """Return whether it or what stands beside it is tied to this contract or chain."""
        return self.facts.is_tied or any(facts.is_tied for facts in self.beside)


def aspects_shown(question: Question, by_terms: frozenset[str], facts: Facts) -> frozenset[str]:
    """Return the aspects that a passage on the question shows, by its terms or its facts."""
    return frozenset(
        aspect.id
        for aspect in question.aspects
        if aspect.id in by_terms or (not aspect.terms.nl and facts.kinds & set(aspect.facts))
    )


def columns(cues: Cues, question: Question) -> NDArray[np.float32]:
    """Return the cues as numbers for the grade."""
    kinds = cues.facts.kinds
    shown = [a.level for a in question.aspects if a.id in cues.aspects]
    row = [float(kind in kinds) for kind in _KINDS]
    row += [min(len(kinds), 5) / 5, float(cues.facts.is_tied), float(cues.facts.shows_change)]
    row += [float(cues.heard.stance == s) for s in _STANCES]
    row += [float(level in shown) for level in _ASPECT_LEVELS]
    row += [float(cues.heard.is_searched), float(not cues.heard.cues)]
    return np.array(row, dtype=np.float32)


@dataclass(frozen=True)
class Grader:
    """The fitted grade: weights over the columns and, after them, over the embedding."""

    weights: NDArray[np.float32]
    start: float

    def grade(self, row: NDArray[np.float32], vector: NDArray[np.float32] | None) -> float:
        """Return a grade, mostly between 0 and 4.

        Args:
            row: the cues, by `columns`.
            vector: the passage's embedding, 512 numbers; None where meaning takes no part.
        """
        grade = float(row @ self.weights[: len(row)]) + self.start
        if vector is not None:
            grade += _VECTOR_WEIGHT * float(vector @ self.weights[len(row) :])
        return grade


def grader_for(
    checklist: Checklist,
    lessons: Lessons,
    terms: QuestionTerms,
    *,
    with_meaning: bool,
) -> Grader:
    """Return the grader that the lessons teach, fitted now or kept from before.

    Args:
        checklist: whose questions the lessons belong to.
        lessons: labelled passages with a level.
        terms: of the checklist.
        with_meaning: whether embeddings take part; without them it grades by cues alone.
    """

    def make() -> Arrays:
        rows, levels = graded_examples(checklist, lessons, terms, with_meaning=with_meaning)
        weights, start = learn_ridge(rows, levels, _STRENGTH)
        return {"weights": weights, "start": np.array([start], dtype=np.float32)}

    kind = "full" if with_meaning else "words"
    kept = remembered(f"grader-{FORMAT}-{lessons.fingerprint()}-{kind}", make)
    return Grader(cast("NDArray[np.float32]", kept["weights"]), float(kept["start"][0]))


def graded_examples(
    checklist: Checklist,
    lessons: Lessons,
    terms: QuestionTerms,
    *,
    with_meaning: bool,
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return cues and level of every lesson for each of its questions: pairs × columns, pairs."""
    rows, vectors, levels = [], [], []
    for place, item in enumerate(lessons.items):
        for code in item.codes:
            question = checklist.question(code)
            cues = cues_of(item.text, item.language, question, terms)
            rows.append(columns(cues, question))
            vectors.append(lessons.vectors[place] * _VECTOR_WEIGHT if with_meaning else [])
            levels.append(item.level)
    return np.hstack([rows, vectors]).astype(np.float32), np.array(levels, dtype=np.float32)


def cues_of(text: str, language: str, question: Question, terms: QuestionTerms) -> Cues:
    """Return what a text shows on a question."""
    known = facts(text, language)
    met = terms.met_in(text, language).get(question.code)
    by_terms = met.aspects if met else frozenset()
    return Cues(known, stance(text, language, known), aspects_shown(question, by_terms, known))


def level_of(grade: float, cues: Cues, question: Question) -> tuple[int, tuple[Words, ...]]:
    """Return the passage's level on the question, 0 to 4, and the rules that held it down."""
    level = int(np.searchsorted(rubric()["borders"], grade))
    reasons: list[Words] = []
    for highest, reason in _ceilings(cues, question):
        if level > highest:
            level = highest
            reasons.append(reason)
    if level == 0 and cues.heard.stance != "denied":
        level = 1
    return level, tuple(reasons[-1:])


def _ceilings(cues: Cues, question: Question) -> list[tuple[int, Words]]:
    """Return (highest level, why) for every rule that applies, mildest first."""
    caps, kinds = rubric()["caps"], cues.kinds
    ceilings: list[tuple[int, Words]] = []
    if not cues.facts.shows_change and "verification" not in kinds:
        ceilings.append((3, say("judging.cap_no_outcome")))
    if len(kinds) < rubric()["facts_for_3"] or not cues.is_tied:
        ceilings.append((2, say("judging.cap_few_facts")))
    if cues.heard.stance == "planned" and not _is_real_plan(cues, question):
        ceilings.append((caps["planned"], say("judging.cap_planned")))
    if cues.heard.stance == "vague":
        some = len(cues.facts.kinds) >= rubric()["facts_for_vague_2"]
        cap = caps["vague_with_facts" if some else "vague"]
        ceilings.append((cap, say("judging.cap_vague")))
    if cues.heard.stance == "denied":
        ceilings.append((caps["denied"], say("judging.cap_denied")))
    return ceilings


def _is_real_plan(cues: Cues, question: Question) -> bool:
    """Return whether a plan has owner, date and target where the rubric lets that count."""
    return question.code in rubric()["planned_reaches_3_in"] and all(
        cues.kinds & set(group) for group in rubric()["planned_needs"]
    )
