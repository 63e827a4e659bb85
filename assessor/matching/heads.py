"""One head per question over word use and one over meaning, and a pair that knows of no question.

That last pair says whether a text states anything about the chain at all: text on the firm's own
office, its customers or its history uses the same words. Fitted from lessons, kept as arrays,
loaded in milliseconds. The weights of the stack stand in cues/weights.yaml with the reason for
each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from assessor.matching import meaning
from assessor.matching.arrays import Arrays, remembered
from assessor.matching.lessons import UNKNOWN
from assessor.matching.similarity import WordSpace, learn_head, learn_words, matrix

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    from assessor.matching.lessons import Lessons

FORMAT = 5
"""Raised when the arrays below change their meaning, so that old caches are not read."""
_WORD_STRENGTH, _MEANING_STRENGTH = 10.0, 5.0
"""C of the logistic regressions; flat between 3 and 30 in cross-validation on the checklist."""

_FAR = -3.0
"""Log-odds over meaning of a text that was not embedded: what most texts get for most questions."""


@dataclass(frozen=True, slots=True)
class Score:
    """What the heads say of one text: log-odds per question."""

    word: NDArray[np.float32]
    meaning: NDArray[np.float32] | None
    vector: NDArray[np.float32] | None
    """The text's embedding, 512 numbers."""
    about: tuple[float, float]
    """Log-odds, over word use and over meaning, that it states anything that some question asks."""


@dataclass(frozen=True)
class Heads:
    """The fitted heads of a set of questions."""

    codes: tuple[str, ...]
    space: WordSpace
    word: NDArray[np.float32]
    """Columns × (questions and one for any question)."""
    word_bias: NDArray[np.float32]
    meaning: NDArray[np.float32] | None
    meaning_bias: NDArray[np.float32] | None
    lessons: NDArray[np.float32] | None
    """Embeddings of the checklist's own lessons, for the nearest example."""

    def score(self, texts: Sequence[str], embedded: Sequence[bool] | None = None) -> list[Score]:
        """Return what the heads say of each text.

        Args:
            texts: the passages.
            embedded: which of them are worth their embedding, which is what costs time; by
                default all.
        """
        by_word = self.space.project(texts, self.word) + self.word_bias
        if self.meaning is None or self.meaning_bias is None:
            return [Score(row[:-1], None, None, (float(row[-1]), _FAR)) for row in by_word]
        asked = [i for i in range(len(texts)) if embedded is None or embedded[i]]
        vectors = meaning.embed([texts[i] for i in asked])
        by_meaning = np.full_like(by_word, _FAR)
        by_meaning[asked] = vectors @ self.meaning + self.meaning_bias
        of_text = dict(zip(asked, vectors, strict=True))
        return [
            Score(word[:-1], far[:-1], of_text.get(i), (float(word[-1]), float(far[-1])))
            for i, (word, far) in enumerate(zip(by_word, by_meaning, strict=True))
        ]


def heads_for(lessons: Lessons, *, with_meaning: bool | None = None) -> Heads:
    """Return the heads of these lessons, fitted now or kept from before."""
    use = meaning.is_available() if with_meaning is None else with_meaning
    name = f"heads-{FORMAT}-{lessons.fingerprint()}-{'full' if use else 'words'}"
    return unpacked(lessons.codes, remembered(name, lambda: fit(lessons, with_meaning=use)))


def fit(lessons: Lessons, *, with_meaning: bool) -> Arrays:
    """Return the fitted heads as arrays, for `unpacked`."""
    space = learn_words(lessons.texts)
    labels = np.column_stack([lessons.labels, lessons.states_anything])
    word, word_bias = _fit_all(matrix(space, lessons.texts), labels, _WORD_STRENGTH)
    arrays: Arrays = {
        "vocabulary": np.array(space.vocabulary),
        "weights": space.weights,
        "word": word,
        "word_bias": word_bias,
    }
    if with_meaning:
        arrays["meaning"], arrays["meaning_bias"] = _fit_all(
            lessons.vectors, labels, _MEANING_STRENGTH
        )
        arrays["lessons"] = lessons.vectors[: lessons.examples]
    return arrays


def _fit_all(
    rows: csr_matrix | NDArray[np.float32], labels: NDArray[np.int8], strength: float
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return columns × questions and questions; each head from the lessons that it knows of."""
    fitted = []
    for column in labels.T:
        known = np.flatnonzero(column != UNKNOWN)
        if len(np.unique(column[known])) == 1:  # a checklist without counter-examples
            fitted.append((np.zeros(rows.shape[1], dtype=np.float32), 0.0))
            continue
        weights = np.ones(len(known), dtype=np.float32)
        fitted.append(learn_head(rows[known], column[known], weights, strength))
    return np.array([c for c, _ in fitted]).T, np.array([b for _, b in fitted], dtype=np.float32)


def unpacked(codes: tuple[str, ...], arrays: Arrays) -> Heads:
    """Return the heads of these questions out of the arrays that `fit` made."""
    return Heads(
        codes,
        WordSpace(tuple(arrays["vocabulary"].tolist()), arrays["weights"]),
        arrays["word"],
        arrays["word_bias"],
        arrays.get("meaning"),
        arrays.get("meaning_bias"),
        arrays.get("lessons"),
    )
