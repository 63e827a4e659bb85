"""Reading order of the drafts of a page, columns and side bars included.

Apart because it looks at boxes alone. The rule is Breuel's: what stands above in the same column
comes first; a column on the left comes before one on the right unless something that spans both
stands between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assessor.reading.drafts import Draft

OVERLAP = 0.5
"""Points that boxes may overlap and still count as beside or below each other."""

LEVEL = 1.0
"""Points by which headings of one row may differ in height and type size."""

MOST = 220
"""Drafts above which the pairwise rule costs too much; such pages are lists of labels."""


def in_reading_order(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts of one page in the order a person reads them."""
    by_height = sorted(drafts, key=lambda draft: (draft.top, draft.x0))
    if len(drafts) > MOST or not _side_by_side(by_height):
        return by_height
    return [draft for band in _bands(by_height) for draft in _sorted_by(_successors(band), band)]


def _bands(drafts: list[Draft]) -> list[list[Draft]]:
    """Return the drafts parted where a row of headings begins, each over a column of its own.

    Cards in a grid are read row by row, although nothing spans the columns between them.
    """
    bands: list[list[Draft]] = [[]]
    lowest = float("-inf")
    for index, draft in enumerate(drafts):
        if draft.top >= lowest and _heads_a_row(draft, drafts[index + 1 :]):
            bands.append([])
        bands[-1].append(draft)
        lowest = max(lowest, draft.bottom)
    return bands


def _heads_a_row(draft: Draft, after: list[Draft]) -> bool:
    if not draft.strips or not draft.strips[0].bold:
        return False
    beside = [d for d in after if d.strips and abs(d.top - draft.top) < LEVEL]
    return bool(beside) and all(
        d.strips[0].bold and abs(d.size - draft.size) < LEVEL and d.x0 > draft.x1 for d in beside
    )


def _side_by_side(drafts: list[Draft]) -> bool:
    lowest = float("-inf")
    for draft in drafts:
        if draft.top < lowest - OVERLAP:
            return True
        lowest = max(lowest, draft.bottom)
    return False


def _successors(drafts: list[Draft]) -> list[list[int]]:
    """Return for each draft the indices of those that must come after it."""
    found: list[list[int]] = [[] for _ in drafts]
    spanning = [(c.top + c.bottom, c.x0, c.x1) for c in _spanning(drafts)]
    for i, a in enumerate(drafts):
        right, left = a.x1 - OVERLAP, a.x0 + OVERLAP
        for j, b in enumerate(drafts):
            if b.x0 < right and b.x1 > left:
                if i < j:
                    found[i].append(j)
            elif b.x0 >= right and not _parted(a, b, spanning):
                found[i].append(j)
    return found


def _spanning(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts that stand above or below two which are beside each other."""
    found: list[Draft] = []
    for c in drafts:
        under = [
            d for d in drafts if d.x0 < c.x1 - OVERLAP and d.x1 > c.x0 + OVERLAP and d is not c
        ]
        if under and min(d.x1 for d in under) < max(d.x0 for d in under):
            found.append(c)
    return found


def _parted(a: Draft, b: Draft, spanning: list[tuple[float, float, float]]) -> bool:
    """Return whether a draft that spans both stands between them in height.

    Args:
        a: the left one.
        b: the right one.
        spanning: top and bottom added, left side and right side of each draft that spans two.
    """
    if not spanning:
        return False
    upper, lower = a.top + a.bottom, b.top + b.bottom
    if upper > lower:
        upper, lower = lower, upper
    left, right = a.x1 - OVERLAP, b.x0 + OVERLAP
    for middle, x0, x1 in spanning:  # noqa: SIM110  # asked so often that any() would cost a tenth more
        if upper < middle < lower and x0 < left and x1 > right:
            return True
    return False


def _sorted_by(successors: list[list[int]], drafts: list[Draft]) -> list[Draft]:
    """Return the drafts topologically sorted, the upper left first where the rule is silent."""
    seen = [False] * len(drafts)
    backwards: list[int] = []
    for root in reversed(range(len(drafts))):
        stack = [(root, False)]
        while stack:
            index, done = stack.pop()
            if done:
                backwards.append(index)
            elif not seen[index]:
                seen[index] = True
                stack.append((index, True))
                stack.extend((after, False) for after in successors[index] if not seen[after])
    return [drafts[index] for index in reversed(backwards)]
