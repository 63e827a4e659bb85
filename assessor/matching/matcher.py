"""Weighs terms, word use, meaning and context per passage and question; keeps what may count."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from assessor.matching.candidates import Candidate
from assessor.matching.context import around
from assessor.matching.decoys import decoy
from assessor.matching.specifics import facts
from assessor.matching.terms import TermsMet
from assessor.matching.weights import weights
from assessor.model import JUDGED_LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from assessor.matching.decoys import DecoyKind
    from assessor.matching.heads import Heads, Score
    from assessor.matching.hearing import Hearing
    from assessor.matching.lessons import Lessons
    from assessor.matching.terms import QuestionTerms
    from assessor.matching.weights import Weights
    from assessor.model import Passage

_BATCH = 512
"""Passages embedded at once: enough to be fast, few enough to show progress and stop."""


@dataclass(frozen=True, slots=True)
class _Signs:
    """What one passage shows by itself."""

    score: Score
    met: dict[str, TermsMet]
    odds: NDArray[np.float32]
    """Log-odds per question, without context."""
    decoy: DecoyKind | None
    """Why it cannot be evidence."""


class Matcher:
    """A checklist made ready to be matched against any number of passages."""

    def __init__(
        self, heads: Heads, terms: QuestionTerms, lessons: Lessons, hearing: Hearing
    ) -> None:
        self._heads = heads
        self._terms = terms
        self._hearing = hearing
        self._weights = weights(with_meaning=heads.meaning is not None)
        self._lessons_of: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for i, item in enumerate(lessons.items):
            for code in item.codes if item.is_example and item.level else ():
                self._lessons_of[code, item.language].append(i)

    def match(
        self, passages: Sequence[Passage], progress: Callable[[int, int], None] | None = None
    ) -> list[Candidate]:
        """Return every candidate that may be about its question, by passage and question."""
        judged = [i for i, p in enumerate(passages) if p.language in JUDGED_LANGUAGES]
        signs: list[_Signs] = []
        for start in range(0, len(judged), _BATCH):
            signs += self._read_signs([passages[i] for i in judged[start : start + _BATCH]])
            if progress:
                progress(len(signs), len(judged))
        context = around([passages[i] for i in judged], np.array([s.odds for s in signs]))
        found: list[Candidate] = []
        for index, seen, near in zip(judged, signs, context, strict=True):
            if seen.decoy is None:
                odds = seen.odds + self._weights.context * near
                found += self._candidates(index, passages[index], seen, odds)
        return found

    def look_at(self, passage: Passage) -> list[Candidate]:
        """Return one passage's candidates for every question, however unlikely; best first."""
        seen = self._look_in_full(passage)
        found = self._candidates(0, passage, seen, seen.odds, least=0.0)
        return sorted(found, key=lambda c: -c.relevance)

    def _read_signs(self, batch: Sequence[Passage]) -> list[_Signs]:
        """Return what each passage shows by itself; what states nothing is looked at less."""
        whys = [decoy(p) for p in batch]
        states = [why in {None, "heading"} for why in whys]
        met = [self._terms.met(p) if some else {} for p, some in zip(batch, states, strict=True)]
        scores = self._heads.score([p.text for p in batch], states)
        return [
            _Signs(score, terms, self._odds(score, terms), why)
            for score, terms, why in zip(scores, met, whys, strict=True)
        ]

    def _look_in_full(self, passage: Passage) -> _Signs:
        """Return what one passage shows by itself, its meaning included."""
        met = self._terms.met(passage)
        (score,) = self._heads.score([passage.text])
        return _Signs(score, met, self._odds(score, met), None)

    def _candidates(
        self,
        index: int,
        passage: Passage,
        seen: _Signs,
        odds: NDArray[np.float32],
        least: float | None = None,
    ) -> list[Candidate]:
        chances = _chances(odds)
        kept = np.flatnonzero(chances >= (self._weights.looked_at if least is None else least))
        if not len(kept):
            return []
        known = facts(passage.text, passage.language)
        heard = self._hearing.hear(passage.text, passage.language, known, seen.score.vector)
        return [
            Candidate(
                passage=index,
                code=(code := self._heads.codes[place]),
                relevance=round(float(chances[place]), 4),
                met=seen.met.get(code, TermsMet()),
                facts=known,
                heard=heard,
                nearest=self._nearest(code, passage.language, seen.score),
                word_odds=round(float(seen.score.word[place]), 3),
                meaning_odds=_rounded(seen.score.meaning, place),
                about=seen.score.about,
                context=round(float(odds[place] - seen.odds[place]), 3),
                vector=seen.score.vector,
            )
            for place in kept.tolist()
        ]

    def _odds(self, score: Score, met: dict[str, TermsMet]) -> NDArray[np.float32]:
        """Return the stacked log-odds of all questions for one passage, without its context."""
        w = self._weights
        odds = w.start + w.word * score.word
        if score.meaning is not None:
            odds = odds + w.meaning * score.meaning
        for place, code in enumerate(self._heads.codes):
            if code in met:
                odds[place] += _odds_of_terms(met[code], w)
        return odds

    def _nearest(self, code: str, language: str, score: Score) -> int | None:
        """Return the index of the question's lesson in this language that is closest in meaning."""
        own = self._lessons_of.get((code, language))
        if score.vector is None or self._heads.lessons is None or not own:
            return None
        return own[int(np.argmax(self._heads.lessons[own] @ score.vector))]


def _chances(odds: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)


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
