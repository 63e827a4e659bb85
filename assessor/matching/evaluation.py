"""Measures the matching heads on labelled passages: fit on one file, score on another.

The heads that the checklists use: word use and meaning, each for the passage and for its neighbours
in the document, and word use once more with names, figures and laws masked; their log-odds are
averaged. The examples of a shipped checklist teach beside the training lines where a label is the
code of one of its questions. Heads are fitted once per fold of documents: those that did not see a
training line score it, and all together score the test lines, so that both scores are alike.
Thresholds are chosen on the training side only: the median over draws of documents.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import numpy as np

from assessor.errors import AssessorError
from assessor.matching import meaning
from assessor.matching.masks import masked
from assessor.matching.similarity import learn_head, learn_words, matrix
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from assessor.checklist import Checklist, Question
    from assessor.matching.similarity import WordSpace

    Floats = NDArray[np.float32]
    _Head = tuple[Floats, float]

_FOLDS = 10
_STRENGTH = 3.0
"""C of the logistic regressions; flat between 1 and 10 on the training side."""
_VIEWS: tuple[Callable[[str], str], ...] = (str, masked)
"""How word use is seen: as written, and with names, figures and laws masked."""
_DRAWS = 30
"""Draws of documents, with replacement, over which a threshold is the median."""


class LabelledFileError(AssessorError):
    """A file of labelled passages is not what the contract says."""

    code = "A301"


class Line(msgspec.Struct, frozen=True):
    """One labelled passage; the lines of one `doc` stand in reading order."""

    text: str
    labels: dict[str, int]
    doc: str = ""
    order: int | None = None
    """Place in its document, where lines do not stand in reading order."""


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


def evaluate(
    train: Sequence[Line], test: Sequence[Line], examples: Sequence[Line] = ()
) -> dict[str, LabelScore]:
    """Return the scores per label that both sides hold positives of, in the order of training.

    Args:
        train: labelled passages to learn from and to choose thresholds on.
        test: labelled passages to score.
        examples: what a checklist says of the same labels; learned from, never scored.
    """
    names = [n for n in dict.fromkeys(n for line in train for n in line.labels) if _has(n, train)]
    train, test = _in_order(train), _in_order(test)
    spaces = [learn_words([see(line.text) for line in (*train, *examples)]) for see in _VIEWS]
    sides = [_Side(lines, spaces) for lines in (train, test, examples)]
    return {name: _score_label(name, *sides) for name in names if _has(name, test)}


def examples_of(checklists: Iterable[Checklist], labels: Container[str]) -> list[Line]:
    """Return the examples of questions that bear one of these labels as their code.

    An example says of the other labels of its checklist that they do not hold; a decoy says so of
    all; a counter-example only of its own, so it takes part for no other.
    """
    lines: list[Line] = []
    for checklist in checklists:
        codes = [q.code for q in checklist.questions if q.code in labels]
        if not codes:
            continue
        nothing = dict.fromkeys(codes, 0)
        lines += [Line(d.text, nothing) for d in checklist.decoys]
        for question in checklist.questions:
            lines += [Line(e.text, nothing | _own(question, codes)) for e in question.examples]
            if question.code in codes:
                lines += [Line(c.text, {question.code: 0}) for c in question.counter_examples]
    return lines


def _own(question: Question, codes: Container[str]) -> dict[str, int]:
    return {question.code: 1} if question.code in codes else {}


def _in_order(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of each document together and in reading order."""
    places: dict[str, int] = {}
    for place, line in enumerate(lines):
        places.setdefault(line.doc, place)
    return sorted(lines, key=lambda line: (places[line.doc], line.order or 0))


def _has(name: str, lines: Sequence[Line]) -> bool:
    return any(line.labels.get(name) for line in lines)


class _Side:
    """One file, turned into the columns that the heads see: one table per head."""

    def __init__(self, lines: Sequence[Line], spaces: Sequence[WordSpace]) -> None:
        from scipy.sparse import hstack

        self.lines = lines
        self.tables: list[Any] = []
        texts, around = [line.text for line in lines], _around(lines)
        for space, see in zip(spaces, _VIEWS, strict=True):
            seen = [matrix(space, [see(text) for text in side]) for side in (texts, around)]
            self.tables.append(hstack([seen[0], 0.5 * seen[1]], format="csr"))
        if meaning.is_available():
            vectors = meaning.embed(texts)
            self.tables.append(np.hstack([vectors, 0.5 * _neighbours(lines, vectors)]))

    def labels(self, name: str) -> NDArray[np.int8]:
        """Return 1 or 0 per line."""
        return np.array([line.labels.get(name, 0) for line in self.lines], dtype=np.int8)

    def knowing(self, name: str) -> NDArray[np.intp]:
        """Return the lines that say of a label whether it holds."""
        return np.flatnonzero([name in line.labels for line in self.lines])

    def folds(self) -> NDArray[np.intp]:
        """Return the fold of each line; the lines of one document share one."""
        return np.array([_fold(line.doc or line.text) for line in self.lines])


class _Rows(NamedTuple):
    """Some lines of a file."""

    side: _Side
    rows: NDArray[np.intp]


def _fold(doc: str) -> int:
    return int(hashlib.sha256(doc.encode()).hexdigest(), 16) % _FOLDS


def _around(lines: Sequence[Line]) -> list[str]:
    """Return for each line the texts before and after it in the same document."""
    return [" ".join(lines[i].text for i in _beside(lines, place)) for place in range(len(lines))]


def _beside(lines: Sequence[Line], place: int) -> list[int]:
    near = [i for i in (place - 1, place + 1) if 0 <= i < len(lines)]
    return [i for i in near if lines[i].doc and lines[i].doc == lines[place].doc]


def _neighbours(lines: Sequence[Line], vectors: Floats) -> Floats:
    """Return the mean of the vectors before and after each line in the same document."""
    out = np.zeros_like(vectors)
    for place in range(len(lines)):
        if near := _beside(lines, place):
            out[place] = vectors[near].mean(axis=0)
    return out


def _score_label(name: str, train: _Side, test: _Side, examples: _Side) -> LabelScore:
    labels, folds = train.labels(name), train.folds()
    held_out = np.zeros(len(labels), dtype=np.float32)
    asked = _Rows(test, np.arange(len(test.lines)))
    scores: list[Floats] = []
    for fold in range(_FOLDS):
        inside, outside = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        if labels[inside].any():
            heads = _fitted(name, _Rows(train, inside), examples)
            held_out[outside] = _odds(heads, _Rows(train, outside))
            scores.append(_odds(heads, asked))
    threshold = _steady_threshold(labels, held_out, [line.doc or line.text for line in train.lines])
    odds = np.mean(scores, axis=0)
    return _measured(test.labels(name), odds >= threshold, threshold)


def _fitted(name: str, known: _Rows, examples: _Side) -> list[_Head]:
    """Return one head per table, fitted on some rows and on the examples."""
    also = examples.knowing(name)
    labels = np.concatenate([known.side.labels(name)[known.rows], examples.labels(name)[also]])
    weights = np.ones(len(labels), dtype=np.float32)
    tables = zip(known.side.tables, examples.tables, strict=True)
    return [
        learn_head(_stacked(own[known.rows], more[also]), labels, weights, _STRENGTH)
        for own, more in tables
    ]


def _odds(heads: Sequence[_Head], asked: _Rows) -> Floats:
    """Return the mean log-odds of all heads for the rows that are asked."""
    tables = zip(heads, asked.side.tables, strict=True)
    odds = [table[asked.rows] @ coefficients + bias for (coefficients, bias), table in tables]
    return np.asarray(np.mean(odds, axis=0), dtype=np.float32)


def _stacked(upper: Any, lower: Any) -> Any:  # noqa: ANN401  # sparse or dense, as the head's table is
    """Return two tables of the same columns as one."""
    if isinstance(upper, np.ndarray):
        return np.vstack([upper, lower])
    from scipy.sparse import vstack

    return vstack([upper, lower], format="csr")


def _steady_threshold(labels: NDArray[np.int8], odds: Floats, docs: Sequence[str]) -> float:
    """Return the median of the best thresholds over draws of documents with replacement."""
    rng = np.random.default_rng(0)
    by_doc: dict[str, list[int]] = {}
    for row, doc in enumerate(docs):
        by_doc.setdefault(doc, []).append(row)
    rows_of = list(by_doc.values())
    best: list[float] = []
    for _ in range(_DRAWS):
        drawn = rng.integers(len(rows_of), size=len(rows_of))
        rows = np.concatenate([rows_of[i] for i in drawn])
        if labels[rows].any():
            best.append(_best_threshold(labels[rows], odds[rows]))
    return float(np.median(best)) if best else _best_threshold(labels, odds)


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
