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

MOST = 220
"""Drafts above which the pairwise rule costs too much; such pages are lists of labels."""


def in_reading_order(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts of one page in the order a person reads them."""
    by_height = sorted(drafts, key=lambda draft: (draft.top, draft.x0))
    if len(drafts) > MOST or not _side_by_side(by_height):
        return by_height
    return _sorted_by(_successors(by_height), by_height)


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
    for i, a in enumerate(drafts):
        for j, b in enumerate(drafts):
            if i != j and _before(a, b, drafts):
                found[i].append(j)
    return found


def _before(a: Draft, b: Draft, drafts: list[Draft]) -> bool:
    if min(a.x1, b.x1) - max(a.x0, b.x0) > OVERLAP:
        return a.top < b.top
    return a.x1 <= b.x0 + OVERLAP and not _parted(a, b, drafts)


def _parted(a: Draft, b: Draft, drafts: list[Draft]) -> bool:
    """Return whether a draft that spans both stands between them in height."""
    upper, lower = sorted(((a.top + a.bottom) / 2, (b.top + b.bottom) / 2))
    return any(
        upper < (c.top + c.bottom) / 2 < lower
        and c.x0 < a.x1 - OVERLAP
        and c.x1 > b.x0 + OVERLAP
        and c is not a
        and c is not b
        for c in drafts
    )


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
