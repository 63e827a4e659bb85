"""The last row of a table that stands below its last line or coloured band.

Apart because a region ends where its lines end, while a table with a colour under every other row
may end with a row that has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.reading.rulings import Ruling
from assessor.reading.strips import lines_of

if TYPE_CHECKING:
    from assessor.reading.regions import Region
    from assessor.reading.strips import Strip

REACH = 1.1
"""Em of white between the last band and the row under it."""

CLOSE = 0.6
"""Em of white between the lines of one row."""

FEWEST = 2
"""Cells that the row fills, at least."""

OVER, EDGE = 1, 8.0
"""Columns that a strip of a full row may run over, as a number before a cell does; points within
which those above begin at the same place."""

FLUSH = 3.0
"""Points by which its cells may begin beside those above."""


def with_last_row(region: Region, strips: list[Strip]) -> Region:
    """Return the region grown downwards over one row of cells that stands right under it."""
    starts = [s.x0 for s in strips if region.top < s.baseline < region.bottom and not s.turns]
    bottom, reach, lines = region.bottom, REACH, 0
    for row in _rows_below(region, strips):
        top, size = min(s.top for s in row), row[0].size
        over = OVER if len(row) > FEWEST else 0
        if top - bottom > reach * size or not all(_is_flush(s, starts, over) for s in row):
            break
        if not lines and len(row) < FEWEST:
            break
        bottom, reach, lines = max(s.bottom for s in row), CLOSE, lines + 1
    if lines:
        region.flat.append(Ruling(region.bottom, region.x0, region.x1, flat=True))
        region.bottom = bottom + 1
    return region


def _rows_below(region: Region, strips: list[Strip]) -> list[list[Strip]]:
    """Return the lines of print below the region and as wide at most, the nearest first."""
    below = [
        s
        for s in strips
        if s.baseline > region.bottom and not s.turns and region.x0 - FLUSH < s.x0 < region.x1
    ]
    return lines_of(below)


def _is_flush(strip: Strip, starts: list[float], over: int) -> bool:
    """Return whether a strip begins where a cell above begins, and runs over few others."""
    begins = any(abs(strip.x0 - start) < FLUSH for start in starts)
    crossed = {round(x / EDGE) for x in starts if strip.x0 + FLUSH < x < strip.x1 - FLUSH}
    return begins and len(crossed) <= over
