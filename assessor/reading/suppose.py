"""Lines that are not drawn and yet part a table: supposed from white space and rows of print.

Apart from drawn lines, because each supposed line needs evidence in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.reading.columns import columns_of
from assessor.reading.rows import grouped
from assessor.reading.rulings import Ruling

if TYPE_CHECKING:
    from assessor.reading.columns import Row
    from assessor.reading.regions import Region

LONG = 0.6
"""Share of the region along which a drawn line must run to part the whole of it."""

PARTED = 0.5
"""Share of the rows that must stand in two columns before columns are supposed."""

CLOSED = 3
"""Drawn columns from which a table is taken to have drawn all its columns."""

PARTED_CLOSED = 0.7
"""The same share where the table has drawn its columns: stronger evidence is asked."""


def with_borders(region: Region) -> Region:
    """Return the region closed on all sides."""
    region.flat += [
        Ruling(region.top, region.x0, region.x1, flat=True),
        Ruling(region.bottom, region.x0, region.x1, flat=True),
    ]
    region.upright += [
        Ruling(region.x0, region.top, region.bottom, flat=False),
        Ruling(region.x1, region.top, region.bottom, flat=False),
    ]
    return region


def supposed_columns(region: Region, rows: list[Row]) -> list[Ruling]:
    """Return upright lines in the white space between columns of text."""
    sides = _long(region.upright, region.top, region.bottom)
    needed = PARTED_CLOSED if len(sides) > CLOSED else PARTED
    found: list[Ruling] = []
    for left, right in zip(sides, sides[1:]):  # noqa: B905,RUF007  neighbours
        zone = [[p for p in row if left - 2 < (p.x0 + p.x1) / 2 < right + 2] for row in rows]
        zone = [row for row in zone if row]
        parted = sum(len(row) > 1 for row in zone)
        if parted < 2 or parted < needed * len(zone):  # noqa: PLR2004  one row is no column
            continue
        columns = columns_of(zone)
        for (_, end), (start, _) in zip(columns, columns[1:]):  # noqa: B905,RUF007  neighbours
            found += _free_runs((end + start) / 2, zone, region)
    return found


def _free_runs(x: float, rows: list[Row], region: Region) -> list[Ruling]:
    """Return upright lines at x along the rows that leave it free."""
    runs: list[Ruling] = []
    start: float | None = region.top
    last_bottom = region.top
    for row in rows:
        top, bottom = min(p.top for p in row), max(p.bottom for p in row)
        crossed = any(p.x0 < x < p.x1 for p in row)
        if crossed and start is not None:
            runs.append(Ruling(x, start, (last_bottom + top) / 2, flat=False))
            start = None
        elif not crossed and start is None:
            start = (last_bottom + top) / 2
        last_bottom = bottom
    if start is not None:
        runs.append(Ruling(x, start, region.bottom, flat=False))
    return [run for run in runs if run.end > run.start]


def supposed_rows(region: Region, rows: list[Row], upright: list[Ruling]) -> list[Ruling]:
    """Return flat lines between rows of print that are rows of the table."""
    bands = _long(region.flat, region.x0, region.x1)
    filled = [(top, bottom, _within(rows, top, bottom)) for top, bottom in zip(bands, bands[1:])]  # noqa: B905,RUF007  neighbours
    filled = [band for band in filled if band[2]]
    found: list[Ruling] = []
    for top, bottom, inside in filled:
        sides = _long([*upright, *region.upright], top, bottom)
        columns = list(zip(sides, sides[1:]))  # noqa: B905,RUF007  neighbours
        groups = grouped(inside, columns, bands=len(filled))
        for above, below in zip(groups, groups[1:]):  # noqa: B905,RUF007  neighbours
            end = max(p.bottom for row in above for p in row)
            start = min(p.top for row in below for p in row)
            found.append(Ruling((end + start) / 2, region.x0, region.x1, flat=True))
    return found


def _within(rows: list[Row], top: float, bottom: float) -> list[Row]:
    return [
        row for row in rows if top < sum(p.top + p.bottom for p in row) / (2 * len(row)) < bottom
    ]


def _long(lines: list[Ruling], start: float, end: float) -> list[float]:
    """Return where lines stand that together run along most of the way."""
    covered: dict[float, float] = {}
    last = float("-inf")
    for line in sorted(lines):
        if line.at - last > 2.5:  # noqa: PLR2004  the same place
            last = line.at
        overlap = max(0.0, min(line.end, end) - max(line.start, start))
        covered[last] = covered.get(last, 0.0) + overlap
    return [at for at, length in covered.items() if length >= LONG * (end - start)]
