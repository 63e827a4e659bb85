"""Column heads that stand above the first line of a table.

Apart because a region ends where its lines end, while its heads are often printed on top of it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from assessor.reading.marks import CAPTION
from assessor.reading.rulings import Ruling

if TYPE_CHECKING:
    from assessor.reading.regions import Region
    from assessor.reading.strips import Strip

REACH = 1.3
"""Em of white between the first line and the heads, or between two rows of heads."""

MOST = 4
"""Rows of print that heads may have."""

CLOSE = 0.6
"""Em of white between two lines of one head."""

FEWEST_BESIDE = 3
"""Heads beside each other, of which one may go on on a next line."""

OUTSIDE = 4.0
"""Points by which heads may stand out of the table's sides."""


def with_heads(region: Region, strips: list[Strip]) -> Region:
    """Return the region grown upwards over the rows of column heads above it.

    Where it began is then the line that parts the heads from the first row.
    """
    first_line = Ruling(region.top, region.x0, region.x1, flat=True)
    inside = [s for s in strips if region.top <= s.baseline <= region.bottom and _within(s, region)]
    top = region.top
    above = _rows_above(region, strips)
    for row, next_row in pairwise([*above, []]):
        lowest = max(strip.bottom for strip in row)
        are_heads = _are_heads(row, inside, region) or _goes_on(row, next_row)
        if top - lowest > REACH * row[0].size or not are_heads:
            break
        top = min(strip.top for strip in row)
        if len(row) > 1:
            region.top = top - 1
    if region.top < first_line.at:
        region.flat.append(first_line)
    return region


def _rows_above(region: Region, strips: list[Strip]) -> list[list[Strip]]:
    """Return the rows of print above the region, the nearest first."""
    above = [s for s in strips if s.baseline < region.top and s.turns == 0]
    rows: list[list[Strip]] = []
    for strip in sorted(above, key=lambda s: -s.baseline):
        if rows and rows[-1][0].baseline - strip.baseline < 0.4 * strip.size:
            rows[-1].append(strip)
        elif len(rows) < MOST:
            rows.append([strip])
        else:
            break
    return rows


def _are_heads(row: list[Strip], inside: list[Strip], region: Region) -> bool:
    if not all(_within(strip, region) for strip in row) or CAPTION.match(row[-1].text):
        return False
    under = [{id(s) for s in inside if s.x0 < head.x1 and s.x1 > head.x0} for head in row]
    if len(row) == 1:
        return row[0].x0 > region.x0 + (region.x1 - region.x0) / 4
    return all(under)


def _goes_on(row: list[Strip], above: list[Strip]) -> bool:
    """Return whether a line is the rest of one of the heads right above it."""
    if len(row) > 1 or len(above) < FEWEST_BESIDE:
        return False
    head = next((strip for strip in above if abs(strip.x0 - row[0].x0) < OUTSIDE), None)
    return head is not None and row[0].top - head.bottom < CLOSE * row[0].size


def _within(strip: Strip, region: Region) -> bool:
    return strip.x0 > region.x0 - OUTSIDE and strip.x1 < region.x1 + OUTSIDE
