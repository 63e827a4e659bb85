"""One head per question over word use and one over meaning, and the weighing of both with terms.

Fitted from lessons, kept as arrays, loaded in milliseconds. The weights of the stack stand in
cues/weights.yaml with the reason for each.
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

FORMAT = 4
"""Raised when the arrays below change their meaning, so that old caches are not read."""
_WORD_STRENGTH, _MEANING_STRENGTH = 10.0, 5.0
"""C of the logistic regressions; flat between 3 and 30 in cross-validation on the checklist."""

_HOPELESS = -0.3
"""Log-odds over word use below which a text that no term names was never evidence (demo, bench)."""
_FAR = -3.0
"""Log-odds over meaning of a text that was not embedded: what most texts get for most questions."""


@dataclass(frozen=True, slots=True)
class Score:
    """What the heads say of one text: log-odds per question."""

    word: NDArray[np.float32]
    meaning: NDArray[np.float32] | None
    vector: NDArray[np.float32] | None
    """The text's embedding, 512 numbers."""


@dataclass(frozen=True)
class Heads:
    """The fitted heads of a set of questions."""

    codes: tuple[str, ...]
    space: WordSpace
    word: NDArray[np.float32]
    word_bias: NDArray[np.float32]
    meaning: NDArray[np.float32] | None
    meaning_bias: NDArray[np.float32] | None
    lessons: NDArray[np.float32] | None
    """Embeddings of the checklist's own lessons, for the nearest example."""

    def score(self, texts: Sequence[str], named: Sequence[bool] | None = None) -> list[Score]:
        """Return what the heads say of each text.

        Args:
            texts: the passages.
            named: whether a term or heading names some question; a text that nothing names and
                whose words fit no question is not embedded, for that is what costs time.
        """
        by_word = self.space.project(texts, self.word) + self.word_bias
        if self.meaning is None or self.meaning_bias is None:
            return [Score(row, None, None) for row in by_word]
        telling = by_word.max(axis=1, initial=_HOPELESS) > _HOPELESS
        asked = np.flatnonzero(telling | np.array(True if named is None else named, dtype=bool))
        vectors = meaning.embed([texts[i] for i in asked.tolist()])
        by_meaning = np.full_like(by_word, _FAR)
        by_meaning[asked] = vectors @ self.meaning + self.meaning_bias
        of_text = dict(zip(asked.tolist(), vectors, strict=True))
        return [
            Score(word, far, of_text.get(i))
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
    word, word_bias = _fit_all(matrix(space, lessons.texts), lessons.labels, _WORD_STRENGTH)
    arrays: Arrays = {
        "vocabulary": np.array(space.vocabulary),
        "weights": space.weights,
        "word": word,
        "word_bias": word_bias,
    }
    if with_meaning:
        arrays["meaning"], arrays["meaning_bias"] = _fit_all(
            lessons.vectors, lessons.labels, _MEANING_STRENGTH
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
