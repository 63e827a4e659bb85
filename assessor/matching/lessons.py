"""What is learned from: a checklist's examples and the training corpus as labelled passages.

A measure's example says nothing sure about topics, and the other way round, so what is unknown is
marked as unknown and neither helps nor harms a head. A passage of the corpus carries all its codes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from assessor import locations
from assessor.matching import meaning
from assessor.matching.corpus import TrainingPassage, read_corpus
from assessor.matching.specifics import facts
from assessor.matching.stance import stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from assessor.checklist import Checklist, Question
    from assessor.model import Stance

UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Lesson:
    """One passage with what is known of it."""

    text: str
    language: str
    codes: tuple[str, ...]
    """The questions it is about; none for what is about nothing."""
    level: int
    """0 to 4."""
    stance: Stance | None
    author: str = ""
    """Of a passage of the corpus; empty for the checklist's own."""

    @property
    def is_example(self) -> bool:
        """Return whether it stands in the checklist, where a reader can look it up."""
        return not self.author


@dataclass(frozen=True)
class Lessons:
    """All lessons and the questions they teach, in order; the checklist's own come first."""

    codes: tuple[str, ...]
    items: tuple[Lesson, ...]
    measures: frozenset[str]
    """Which of the codes are measures; the others are topics."""
    known_vectors: NDArray[np.float32] | None = field(default=None, compare=False, repr=False)
    """Embeddings of the items, where they were worked out before."""

    @property
    def texts(self) -> list[str]:
        """Return the texts in order."""
        return [item.text for item in self.items]

    @property
    def examples(self) -> int:
        """Return how many of the items are the checklist's own."""
        return sum(item.is_example for item in self.items)

    @cached_property
    def vectors(self) -> NDArray[np.float32]:
        """Return the embeddings of the items, worked out at first use (about 2 ms each)."""
        return meaning.embed(self.texts) if self.known_vectors is None else self.known_vectors

    @cached_property
    def labels(self) -> NDArray[np.int8]:
        """Return lessons × codes: 1 counts, 0 does not, UNKNOWN."""
        rows = [_row(item, self.codes, self.measures) for item in self.items]
        return np.array(rows, dtype=np.int8).reshape(-1, len(self.codes))

    @cached_property
    def states_anything(self) -> NDArray[np.int8]:
        """Return per lesson whether it is evidence on any question: 1, 0, UNKNOWN for a denial."""
        return np.array([_states_anything(item) for item in self.items], dtype=np.int8)

    def part(self, kept: Sequence[int]) -> Lessons:
        """Return some of the lessons, with their embeddings."""
        items = tuple(self.items[i] for i in kept)
        return Lessons(self.codes, items, self.measures, self.vectors[list(kept)])

    def fingerprint(self) -> str:
        """Return a hash of everything that is learned from."""
        digest = hashlib.sha256("\n".join(self.codes).encode())
        for item in self.items:
            digest.update(f"{item.codes}|{item.level}|{item.stance}|{item.text}\n".encode())
        return digest.hexdigest()[:16]


def lessons(checklist: Checklist, corpus: Iterable[TrainingPassage] | None = None) -> Lessons:
    """Return what the checklist and the training corpus teach.

    Args:
        checklist: its examples, counter-examples and decoys.
        corpus: labelled passages; by default those that are shipped, where the checklist says so.
    """
    codes = tuple(question.code for question in checklist.questions)
    items = [item for question in checklist.questions for item in _of_question(question)]
    items += [Lesson(d.text, d.language, (), 0, None) for d in checklist.decoys]
    if corpus is None and checklist.manifest.learns_from_corpus:
        corpus = read_corpus(locations.training())
    items += _of_corpus(corpus or (), codes)
    return Lessons(codes, tuple(items), frozenset(q.code for q in checklist.measures))


def _of_question(question: Question) -> list[Lesson]:
    code = (question.code,)
    good = [Lesson(e.text, e.language, code, e.level, e.stance) for e in question.examples]
    return good + [
        Lesson(c.text, c.language, code, c.level, None) for c in question.counter_examples
    ]


def _of_corpus(passages: Iterable[TrainingPassage], codes: tuple[str, ...]) -> list[Lesson]:
    """Return the passages about these questions, and those about nothing where any are."""
    full = {code.rpartition(".")[2]: code for code in codes if not code[0].isdigit()}
    full |= {code: code for code in codes}
    taught: list[Lesson] = []
    for p in passages:
        about = tuple(full[c] for c in (*p.measures, *p.topics) if c in full)
        if about or p.negative:
            taught.append(Lesson(p.text, p.language, about, p.level, p.stance, p.author))
    return taught if any(lesson.codes for lesson in taught) else []


def _denies(item: Lesson) -> bool:
    """Return whether a lesson denies: it is about its question, though no evidence of it."""
    if item.stance is not None:
        return item.stance == "denied"
    heard = stance(item.text, item.language, facts(item.text, item.language))
    return heard.stance == "denied"


def _states_anything(item: Lesson) -> int:
    if item.codes and item.level:
        return 1
    return UNKNOWN if item.codes and _denies(item) else 0


def _row(item: Lesson, codes: tuple[str, ...], measures: frozenset[str]) -> list[int]:
    """Return the labels of one lesson."""
    if not item.codes:
        return [0] * len(codes)
    is_measure = item.codes[0] in measures
    elsewhere = [
        0 if item.author or (code in measures) == is_measure else UNKNOWN for code in codes
    ]
    if item.level == 0:
        own = UNKNOWN if _denies(item) else 0
        elsewhere = elsewhere if item.author else [UNKNOWN] * len(codes)
    else:
        own = 1
    return [
        own if code in item.codes else other for code, other in zip(codes, elsewhere, strict=True)
    ]
