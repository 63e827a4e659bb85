"""Hears a stance by words, facts and meaning together, as the checklist's examples teach it.

Words alone (stance.py) miss what has no cue: "in january the buyers rank the twenty risks" is a
plan. Denials stay with the words, for meaning is blind to negation; without embeddings all do.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from assessor.matching.arrays import Arrays, remembered
from assessor.matching.similarity import learn_classes
from assessor.matching.specifics import Facts, facts
from assessor.matching.stance import Heard, stance

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from assessor.matching.lessons import Lesson, Lessons
    from assessor.model import Stance

    Floats = NDArray[np.float32]

FORMAT = 1
"""Raised when the signs change, so that old caches are not read."""
STANCES: tuple[Stance, ...] = ("done", "planned", "vague")
_CUES = ("done", "planned", "vague", "denied", "candour", "search")
_MOST_CUES = 3
_VECTOR_WEIGHT = 3.0
"""Embeddings have length 1 over 512 numbers; this puts them on the scale of the other signs."""
_STRENGTH = 0.5
"""C of the logistic regression: best of 0.1, 0.5 and 2 in cross-validation."""


@dataclass(frozen=True)
class Hearing:
    """What was learned of stances: weights over signs, one column per stance."""

    weights: Floats | None
    start: Floats | None

    def hear(self, text: str, language: str, known: Facts, vector: Floats | None) -> Heard:
        """Return the stance of a passage."""
        by_words = stance(text, language, known)
        is_denial = by_words.stance == "denied" or by_words.is_searched
        if self.weights is None or self.start is None or vector is None or is_denial:
            return by_words
        odds = signs(by_words, known, vector) @ self.weights + self.start
        decided = STANCES[int(np.argmax(odds))]
        return (
            by_words if decided == by_words.stance else replace(by_words, stance=decided, cues=())
        )


def signs(by_words: Heard, known: Facts, vector: Floats) -> Floats:
    """Return the signs of a stance as numbers, in a fixed order."""
    counts = dict(by_words.counts)
    row = [float(by_words.stance == s) for s in STANCES]
    row += [float(min(counts.get(cue, 0), _MOST_CUES)) for cue in _CUES]
    row += [float(bool(known.deadlines)), len(known.kinds) / 3, float(known.is_tied)]
    row += [float(bool(known.kinds & {"number", "percentage", "money"}))]
    return np.concatenate([np.array(row, dtype=np.float32), vector * _VECTOR_WEIGHT])


def hearing_for(lessons: Lessons, *, with_meaning: bool) -> Hearing:
    """Return what the lessons teach of stances, fitted now or kept from before.

    Args:
        lessons: the labelled passages.
        with_meaning: whether embeddings take part; without them it goes by words alone.
    """
    if not with_meaning:
        return Hearing(None, None)
    kept = remembered(f"hearing-{FORMAT}-{lessons.fingerprint()}", lambda: fit(lessons))
    return unpacked(kept)


def unpacked(arrays: Arrays) -> Hearing:
    """Return the hearing that was fitted into these arrays."""
    return Hearing(arrays["weights"].astype(np.float32), arrays["start"].astype(np.float32))


def fit(lessons: Lessons) -> Arrays:
    """Return the fitted hearing as arrays."""
    taught = [
        (item, vector)
        for item, vector in zip(lessons.items, lessons.vectors, strict=True)
        if item.stance in STANCES
    ]
    rows = np.stack([_signs_of(item, vector) for item, vector in taught])
    classes = np.array([STANCES.index(item.stance) for item, _ in taught])
    weights, start = learn_classes(rows, classes, _STRENGTH)
    return {"weights": weights, "start": start}


def _signs_of(item: Lesson, vector: Floats) -> Floats:
    known = facts(item.text, item.language)
    return signs(stance(item.text, item.language, known), known, vector)
