"""Measures the matching heads on labelled passages: fit on one file, score on another.

The same heads that the checklists use: word use and meaning, each for the passage and for its
neighbours in the document, their log-odds averaged. Thresholds are chosen on the training side
only, on scores from folds that keep the lines of one document together.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from assessor.errors import AssessorError
from assessor.matching import meaning
from assessor.matching.similarity import learn_head, learn_words, matrix
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from assessor.matching.similarity import WordSpace

    Floats = NDArray[np.float32]

_FOLDS = 5
_WORD_STRENGTH, _MEANING_STRENGTH = 3.0, 3.0
"""C of the logistic regressions; flat between 1 and 10 on the training side."""


class LabelledFileError(AssessorError):
    """A file of labelled passages is not what the contract says."""

    code = "A301"


class Line(msgspec.Struct, frozen=True):
    """One labelled passage; the lines of one `doc` stand in reading order."""

    text: str
    labels: dict[str, int]
    doc: str = ""


@dataclass(frozen=True, slots=True)
class LabelScore:
    """How well one label was found."""

    f1: float
    precision: float
    recall: float
    threshold: float
    positives: int
    """In the test file."""


def read_lines(path: Path) -> list[Line]:
    """Return the lines of a file of labelled passages.

    Raises:
        LabelledFileError: when it cannot be read or a line is not as the contract says.
    """
    try:
        raw = path.read_bytes().splitlines()
    except OSError as error:
        raise LabelledFileError(
            say("evaluate.unreadable", file=path), say("evaluate.unreadable_remedy")
        ) from error
    decoder = msgspec.json.Decoder(Line)
    lines = []
    for number, line in enumerate(raw, 1):
        try:
            lines.append(decoder.decode(line))
        except msgspec.DecodeError as error:
            raise LabelledFileError(
                say("evaluate.bad_line", file=path.name, line=number, reason=error),
                say("evaluate.bad_line_remedy"),
            ) from error
    return lines


def evaluate(train: Sequence[Line], test: Sequence[Line]) -> dict[str, LabelScore]:
    """Return the scores per label that both sides hold positives of, in the order of training."""
    names = [n for n in dict.fromkeys(n for line in train for n in line.labels) if _has(n, train)]
    space = learn_words([line.text for line in train])
    sides = (_Side(train, space), _Side(test, space))
    return {name: _score_label(name, *sides) for name in names if _has(name, test)}


def _has(name: str, lines: Sequence[Line]) -> bool:
    return any(line.labels.get(name) for line in lines)


class _Side:
    """One file, turned into the columns that the heads see."""

    def __init__(self, lines: Sequence[Line], space: WordSpace) -> None:
        from scipy.sparse import hstack

        texts = [line.text for line in lines]
        around = [_around(lines, i) for i in range(len(lines))]
        self.lines = lines
        self.words = hstack([matrix(space, texts), 0.5 * matrix(space, around)], format="csr")
        self.meaning: Floats | None = None
        if meaning.is_available():
            vectors = meaning.embed(texts)
            self.meaning = np.hstack([vectors, 0.5 * _neighbours(lines, vectors)])

    def labels(self, name: str) -> NDArray[np.int8]:
        """Return 1 or 0 per line."""
        return np.array([line.labels.get(name, 0) for line in self.lines], dtype=np.int8)

    def folds(self) -> NDArray[np.intp]:
        """Return the fold of each line; the lines of one document share one."""
        return np.array([_fold(line.doc or line.text) for line in self.lines])


def _fold(doc: str) -> int:
    return int(hashlib.sha256(doc.encode()).hexdigest(), 16) % _FOLDS


def _around(lines: Sequence[Line], place: int) -> str:
    """Return the texts before and after a line in the same document."""
    near = [i for i in (place - 1, place + 1) if 0 <= i < len(lines)]
    return " ".join(lines[i].text for i in near if lines[i].doc == lines[place].doc)


def _neighbours(lines: Sequence[Line], vectors: Floats) -> Floats:
    """Return the mean of the vectors before and after each line in the same document."""
    out = np.zeros_like(vectors)
    for place, line in enumerate(lines):
        near = [i for i in (place - 1, place + 1) if 0 <= i < len(lines)]
        same = [i for i in near if lines[i].doc == line.doc]
        if same:
            out[place] = vectors[same].mean(axis=0)
    return out


def _score_label(name: str, train: _Side, test: _Side) -> LabelScore:
    labels, folds = train.labels(name), train.folds()
    held_out = np.zeros(len(labels), dtype=np.float32)
    for fold in range(_FOLDS):
        inside, outside = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        if len(outside) and labels[inside].any():
            held_out[outside] = _odds(train, labels, inside, train, outside)
    threshold = _best_threshold(labels, held_out)
    everything = np.arange(len(labels))
    odds = _odds(train, labels, everything, test, np.arange(len(test.lines)))
    return _measured(test.labels(name), odds >= threshold, threshold)


def _odds(
    train: _Side,
    labels: NDArray[np.int8],
    rows: NDArray[np.intp],
    other: _Side,
    asked: NDArray[np.intp],
) -> Floats:
    """Return the mean log-odds of both heads, fitted on some rows, for the rows that are asked."""
    weights = np.ones(len(rows), dtype=np.float32)
    coefficients, bias = learn_head(train.words[rows], labels[rows], weights, _WORD_STRENGTH)
    odds = np.asarray(other.words[asked] @ coefficients + bias, dtype=np.float32)
    if train.meaning is None or other.meaning is None:
        return odds
    coefficients, bias = learn_head(train.meaning[rows], labels[rows], weights, _MEANING_STRENGTH)
    by_meaning = np.asarray(other.meaning[asked] @ coefficients + bias, dtype=np.float32)
    return np.asarray((odds + by_meaning) / 2, dtype=np.float32)


def _best_threshold(labels: NDArray[np.int8], odds: Floats) -> float:
    """Return the log-odds from which the F1 on these labels is highest."""
    order = np.argsort(-odds)
    hits = np.cumsum(labels[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + labels.sum())
    return float(odds[order[int(np.argmax(f1))]])


def _measured(labels: NDArray[np.int8], said: NDArray[np.bool_], threshold: float) -> LabelScore:
    hits, positives, claimed = int(labels[said].sum()), int(labels.sum()), int(said.sum())
    precision = hits / claimed if claimed else 0.0
    recall = hits / positives if positives else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return LabelScore(
        round(f1, 4), round(precision, 4), round(recall, 4), round(threshold, 4), positives
    )
