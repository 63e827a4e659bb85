"""What a checklist teaches: its examples, counter-examples and decoys as labelled passages.

A measure's example says nothing sure about topics, and the other way round, so what is unknown is
marked as unknown and neither helps nor harms a head.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from assessor.matching.specifics import facts
from assessor.matching.stance import stance

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from assessor.checklist import Checklist, Question
    from assessor.model import Stance

UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Lesson:
    """One passage with what is known of it."""

    text: str
    language: str
    code: str | None
    """The question it is about; None for a decoy."""
    level: int
    """0 to 4."""
    stance: Stance | None


@dataclass(frozen=True)
class Lessons:
    """All lessons of a checklist and the questions they teach, in order."""

    codes: tuple[str, ...]
    items: tuple[Lesson, ...]
    measures: frozenset[str]
    """Which of the codes are measures; the others are topics."""

    @property
    def texts(self) -> list[str]:
        """Return the texts in order."""
        return [item.text for item in self.items]

    @cached_property
    def labels(self) -> NDArray[np.int8]:
        """Return lessons × codes: 1 counts, 0 does not, UNKNOWN."""
        rows = [_row(item, self.codes, self.measures) for item in self.items]
        return np.array(rows, dtype=np.int8).reshape(-1, len(self.codes))

    def fingerprint(self) -> str:
        """Return a hash of everything that is learned from."""
        digest = hashlib.sha256("\n".join(self.codes).encode())
        for item in self.items:
            digest.update(f"{item.code}|{item.level}|{item.stance}|{item.text}\n".encode())
        return digest.hexdigest()[:16]


def lessons(checklist: Checklist) -> Lessons:
    """Return what the checklist teaches."""
    codes = tuple(question.code for question in checklist.questions)
    items = [item for question in checklist.questions for item in _of_question(question)]
    items += [Lesson(d.text, d.language, None, 0, None) for d in checklist.decoys]
    return Lessons(codes, tuple(items), frozenset(q.code for q in checklist.measures))


def _of_question(question: Question) -> list[Lesson]:
    good = [Lesson(e.text, e.language, question.code, e.level, e.stance) for e in question.examples]
    return good + [
        Lesson(c.text, c.language, question.code, c.level, None) for c in question.counter_examples
    ]


def _denies(item: Lesson) -> bool:
    """Return whether a lesson denies: it is about its question, though no evidence of it."""
    heard = stance(item.text, item.language, facts(item.text, item.language))
    return heard.stance == "denied"


def _row(item: Lesson, codes: tuple[str, ...], measures: frozenset[str]) -> list[int]:
    """Return the labels of one lesson."""
    if item.code is None:
        return [0] * len(codes)
    if item.level == 0:
        known = UNKNOWN if _denies(item) else 0
        return [known if code == item.code else UNKNOWN for code in codes]
    is_measure = item.code in measures
    return [
        1 if code == item.code else 0 if (code in measures) == is_measure else UNKNOWN
        for code in codes
    ]
