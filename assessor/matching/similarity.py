"""The only door to scikit-learn: fits what word use and meaning can learn from labelled passages.

Everything fitted leaves here as plain arrays, so that using it needs no scikit-learn (importing it
costs over a second). The two n-gram sizes and the linear model are those that did best in our
measurements (docs/method.md): words and word pairs, and letters 3 to 5 within words.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from assessor.matching.phrases import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

_SIZES = (3, 4, 5)


def features(text: str) -> list[str]:
    """Return the words, word pairs and letter n-grams of a text, as often as they occur."""
    forms = [word.form for word in words(text)]
    found = [f"w {a} {b}" for a, b in pairwise(forms)]
    for form in forms:
        found += _of_word(form)
    return found


@lru_cache(maxsize=65536)
def _of_word(form: str) -> tuple[str, ...]:
    """Return one word and its letter n-grams."""
    padded = f" {form} "
    grams = [padded[i : i + size] for size in _SIZES for i in range(max(1, len(padded) - size + 1))]
    return (f"w {form}", *grams)


@dataclass(frozen=True)
class WordSpace:
    """A vocabulary with its inverse document frequencies: text becomes a sparse unit vector."""

    vocabulary: tuple[str, ...]
    weights: NDArray[np.float32]
    """Inverse document frequency per word of the vocabulary."""

    @cached_property
    def _columns(self) -> dict[str, int]:
        """Return the column of each word of the vocabulary."""
        return {word: column for column, word in enumerate(self.vocabulary)}

    @cached_property
    def _columns_of_word(self) -> dict[str, list[int]]:
        """Hold the columns of each word met so far, for the same words come again and again."""
        return {}

    def vector(self, text: str) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """Return the columns and values of the text's vector, of length 1 (or empty)."""
        counts = Counter(self._columns_of(text))
        columns = np.fromiter(counts.keys(), dtype=np.intp, count=len(counts))
        often = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (1 + np.log(often)) * self.weights[columns]
        norm = float(np.sqrt((values**2).sum()))
        return columns, (values / norm if norm else values).astype(np.float32)

    def _columns_of(self, text: str) -> list[int]:
        """Return the column of every feature that is in the vocabulary, as often as it occurs."""
        forms = [word.form for word in words(text)]
        pairs = (self._columns.get(f"w {a} {b}") for a, b in pairwise(forms))
        found = [column for column in pairs if column is not None]
        for form in forms:
            if (columns := self._columns_of_word.get(form)) is None:
                met = (self._columns.get(feature) for feature in _of_word(form))
                columns = self._columns_of_word[form] = [c for c in met if c is not None]
            found += columns
        return found

    def project(
        self, texts: Iterable[str], coefficients: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """Return texts × heads: each text's vector times coefficients (vocabulary × heads)."""
        rows = [values @ coefficients[columns] for columns, values in map(self.vector, texts)]
        return np.array(rows, dtype=np.float32).reshape(-1, coefficients.shape[1])


def learn_words(texts: Sequence[str], rarest: int = 2) -> WordSpace:
    """Return the word space of some texts; words in fewer than `rarest` of them are left out."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    made = TfidfVectorizer(analyzer=features, min_df=rarest, sublinear_tf=True, dtype=np.float32)
    made.fit(texts)
    ordered = sorted(made.vocabulary_, key=made.vocabulary_.__getitem__)
    return WordSpace(tuple(ordered), made.idf_.astype(np.float32))


def matrix(space: WordSpace, texts: Sequence[str]) -> csr_matrix:
    """Return the texts as a sparse matrix (texts × vocabulary) for fitting."""
    from scipy.sparse import csr_matrix

    if not texts:
        return csr_matrix((0, len(space.vocabulary)), dtype=np.float32)
    vectors = [space.vector(text) for text in texts]
    starts = np.cumsum([0, *(len(columns) for columns, _ in vectors)])
    columns = np.concatenate([c for c, _ in vectors])
    values = np.concatenate([v for _, v in vectors])
    return csr_matrix((values, columns, starts), shape=(len(texts), len(space.vocabulary)))


def learn_head(
    rows: csr_matrix | NDArray[np.float32],
    labels: NDArray[np.int8],
    weights: NDArray[np.float32],
    strength: float,
) -> tuple[NDArray[np.float32], float]:
    """Return the coefficients and intercept of one yes-or-no head.

    Sparse rows are solved in the dual, dense ones in the primal: each three times faster so, and
    the same to within 0.01 of log-odds.

    Args:
        rows: passages × columns, sparse or dense.
        labels: 1 where the passage counts.
        weights: how much each passage weighs.
        strength: inverse of the regularisation (C of logistic regression).
    """
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(
        C=strength,
        class_weight="balanced",
        solver="liblinear",
        dual=not isinstance(rows, np.ndarray),
        tol=1e-2,
        max_iter=5000,
        random_state=0,
    )
    model.fit(rows, labels, sample_weight=weights)
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


def learn_ridge(
    rows: NDArray[np.float32], targets: NDArray[np.float32], strength: float
) -> tuple[NDArray[np.float32], float]:
    """Return the coefficients and intercept of a ridge regression; `strength` is its alpha."""
    from sklearn.linear_model import Ridge

    model = Ridge(alpha=strength).fit(rows, targets)
    return model.coef_.astype(np.float32), float(model.intercept_)


def learn_classes(
    rows: NDArray[np.float32], classes: NDArray[np.intp], strength: float
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the weights (columns × classes) and starts of a choice between several classes."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=strength, max_iter=1000).fit(rows, classes)
    return model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32)
