"""What surrounds a passage speaks for it too: the headings above and the sentences beside it.

"They can call in five languages" is about grievances when the heading says so, and a paragraph that
is about wages does not change its subject at every full stop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from assessor.model import Passage

    Floats = NDArray[np.float32]

_BESIDE = 0.7
"""What a neighbour says counts less than what a heading says."""
_LENIENCE = 1.0
"""Added to log-odds of surroundings: a heading of three words is never sure by itself."""


def around(passages: Sequence[Passage], odds: Floats) -> Floats:
    """Return how strongly the surroundings speak for each question, 0 to 1, passages × questions.

    Args:
        passages: in reading order, headings among them.
        odds: log-odds of each passage for each question, without context.
    """
    if not len(passages):
        return odds
    chances = 1 / (1 + np.exp(-(odds + _LENIENCE)))
    headings = {
        (p.document, p.text): chances[i] for i, p in enumerate(passages) if p.kind == "heading"
    }
    nothing = np.zeros_like(chances[0])
    said = np.zeros_like(chances)
    for i, passage in enumerate(passages):
        above = [headings.get((passage.document, h), nothing) for h in passage.headings[-2:]]
        beside = [chances[j] * _BESIDE for j in (i - 1, i + 1) if _is_beside(passages, i, j)]
        said[i] = np.max([nothing, *above, *beside], axis=0)
    return np.asarray(said, dtype=np.float32)


def _is_beside(passages: Sequence[Passage], i: int, j: int) -> bool:
    """Return whether two passages stand next to each other in running text under one heading."""
    if not 0 <= j < len(passages):
        return False
    one, other = passages[i], passages[j]
    running = {"paragraph", "list_item"}
    return (
        one.document == other.document
        and one.headings == other.headings
        and {one.kind, other.kind} <= running
        and (one.block == other.block or one.kind == other.kind)
    )
