"""Weighs terms, word use, meaning and context per passage and question; keeps what may count."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from assessor.matching.candidates import Candidate
from assessor.matching.decoys import decoy
from assessor.matching.specifics import facts
from assessor.matching.terms import TermsMet
from assessor.matching.weights import weights

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from assessor.matching.heads import Heads, Score
    from assessor.matching.hearing import Hearing
    from assessor.matching.lessons import Lessons
    from assessor.matching.terms import QuestionTerms
    from assessor.matching.weights import Weights
    from assessor.model import Passage

JUDGED_LANGUAGES = ("nl", "en")
_BATCH = 64
"""Passages embedded at once: enough to be fast, few enough to show progress and stop."""


class Matcher:
    """A checklist made ready to be matched against any number of passages."""

    def __init__(
        self, heads: Heads, terms: QuestionTerms, lessons: Lessons, hearing: Hearing
    ) -> None:
        self._heads = heads
        self._terms = terms
        self._hearing = hearing
        self._weights = weights(with_meaning=heads.meaning is not None)
        self._lessons_of = {
            code: [i for i, item in enumerate(lessons.items) if item.code == code and item.level]
            for code in heads.codes
        }

    def match(
        self, passages: Sequence[Passage], progress: Callable[[int, int], None] | None = None
    ) -> list[Candidate]:
        """Return every candidate that is at least doubtful, by passage and then by question."""
        live = [i for i, p in enumerate(passages) if _may_count(p)]
        found: list[Candidate] = []
        for start in range(0, len(live), _BATCH):
            batch = live[start : start + _BATCH]
            scores = self._heads.score([passages[i].text for i in batch])
            for index, score in zip(batch, scores, strict=True):
                found += self._candidates(index, passages[index], score, self._weights.doubtful)
            if progress:
                progress(min(start + _BATCH, len(live)), len(live))
        return found

    def look_at(self, passage: Passage) -> list[Candidate]:
        """Return one passage's candidates for every question, however unlikely; best first."""
        (score,) = self._heads.score([passage.text])
        return sorted(self._candidates(0, passage, score, 0.0), key=lambda c: -c.relevance)

    def _candidates(
        self, index: int, passage: Passage, score: Score, least: float
    ) -> list[Candidate]:
        met = self._terms.met(passage)
        chances = 1 / (1 + np.exp(-self._odds(score, met)))
        kept = np.flatnonzero(chances >= least)
        if not len(kept):
            return []
        known = facts(passage.text, passage.language)
        heard = self._hearing.hear(passage.text, passage.language, known, score.vector)
        return [
            Candidate(
                passage=index,
                code=(code := self._heads.codes[place]),
                relevance=round(float(chances[place]), 4),
                met=met.get(code, TermsMet()),
                facts=known,
                heard=heard,
                nearest=self._nearest(code, score),
                word_odds=round(float(score.word[place]), 3),
                meaning_odds=_rounded(score.meaning, place),
                vector=score.vector,
            )
            for place in kept.tolist()
        ]

    def _odds(self, score: Score, met: dict[str, TermsMet]) -> NDArray[np.float32]:
        """Return the stacked log-odds of all questions for one passage."""
        w = self._weights
        odds = w.start + w.word * score.word
        if score.meaning is not None:
            odds = odds + w.meaning * score.meaning
        for place, code in enumerate(self._heads.codes):
            if code in met:
                odds[place] += _odds_of_terms(met[code], w)
        return odds

    def _nearest(self, code: str, score: Score) -> int | None:
        """Return the index of the question's lesson that is closest in meaning."""
        own = self._lessons_of[code]
        if score.vector is None or self._heads.lessons is None or not own:
            return None
        return own[int(np.argmax(self._heads.lessons[own] @ score.vector))]


def _may_count(passage: Passage) -> bool:
    return passage.language in JUDGED_LANGUAGES and decoy(passage) is None


def _odds_of_terms(met: TermsMet, w: Weights) -> float:
    """Return what the terms add; a second term adds less than the first, a third nothing."""
    return (
        w.core * sqrt(min(len(met.core), 2))
        + w.support * sqrt(min(len(met.support), 2))
        + w.heading * met.in_context
        + w.other_sense * met.is_other_sense
    )


def _rounded(odds: NDArray[np.float32] | None, place: int) -> float | None:
    return None if odds is None else round(float(odds[place]), 3)
