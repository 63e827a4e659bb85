"""A sum of small decision trees, as plain numbers: boosted by bench/fit_judging.py, used here.

Each tree asks a few questions of the signs ("is `about_near` above 0.4?") and adds its answer to
the log-odds; so what one sign means can hang on another, which a weighted sum cannot say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

LEAF = -1
"""Stands where a node asks nothing more."""


@dataclass(frozen=True)
class Trees:
    """Fitted trees over named signs; arrays are trees × nodes, the root first."""

    signs: tuple[str, ...]
    start: float
    sign: NDArray[np.intp]
    """Index of the sign that a node asks for; LEAF for an end."""
    border: NDArray[np.float64]
    low: NDArray[np.intp]
    """Node to go to when the sign is at most the border."""
    high: NDArray[np.intp]
    answer: NDArray[np.float64]
    """What an end adds to the log-odds."""

    def chances(self, rows: Sequence[Mapping[str, float]]) -> NDArray[np.float64]:
        """Return the chance for every row of signs."""
        if not rows:
            return np.zeros(0)
        table = np.array([[row[name] for name in self.signs] for row in rows])
        odds = np.full(len(rows), self.start)
        for tree in range(len(self.sign)):
            odds += self.answer[tree][self._ends(tree, table)]
        return np.asarray(1 / (1 + np.exp(-odds)))

    def _ends(self, tree: int, table: NDArray[np.float64]) -> NDArray[np.intp]:
        """Return the node of one tree at which each row ends."""
        sign, border, low, high = (a[tree] for a in (self.sign, self.border, self.low, self.high))
        at = np.zeros(len(table), dtype=np.intp)
        rows = np.arange(len(table))
        while (asking := sign[at] != LEAF).any():
            i, node = rows[asking], at[asking]
            at[i] = np.where(table[i, sign[node]] <= border[node], low[node], high[node])
        return at


def unpacked(stored: Mapping[str, Any]) -> Trees:
    """Return trees as they were kept, each a list of nodes: sign, border, low, high, answer."""
    trees = stored["trees"]
    table = np.zeros((len(trees), max(map(len, trees), default=0), 5))
    table[:, :, 0] = LEAF
    for place, nodes in enumerate(trees):
        table[place, : len(nodes)] = nodes
    sign, low, high = (table[:, :, column].astype(np.intp) for column in (0, 2, 3))
    return Trees(
        tuple(stored["signs"]), stored["start"], sign, table[:, :, 1], low, high, table[:, :, 4]
    )
