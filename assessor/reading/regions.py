"""Regions of a page where rulings suggest a table: lines that cross, or stand in a stack.

Apart because a region is only a suspicion; whether the text inside stands in rows and columns is
decided elsewhere.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.reading.rulings import Ruling
    from assessor.reading.strips import Strip

TOUCH = 4.0
"""Points within which lines count as touching; borders are often drawn a little short."""

FLUSH = 14.0
"""Points by which the ends of stacked lines may differ."""

NEAR = 40.0
"""Points between two parts of one table; a table's next row begins sooner."""

ENOUGH = 3
"""Drawn lines of one direction that make a table without the help of coloured areas."""

SMALLEST = 14.0
"""Points of width and height below which nothing is a table."""


@dataclass(slots=True)
class Region:
    """A part of a page with the rulings inside it."""

    x0: float
    top: float
    x1: float
    bottom: float
    flat: list[Ruling]
    upright: list[Ruling]


def ruled_regions(flat: list[Ruling], upright: list[Ruling]) -> list[Region]:
    """Return regions of touching lines, and of flat lines stacked with nothing upright."""
    groups = list(_touching(flat, upright))
    grids = [_region(group) for group in groups if len(group) > 2]  # noqa: PLR2004  a corner is no grid
    loose = [group[0] for group in groups if len(group) == 1 and group[0].flat]
    found = _outermost([region for region in grids if _is_large(region)])
    free = [line for line in loose if not any(_holds(region, line) for region in found)]
    return found + [
        stack
        for stack in _stacks(free)
        if _is_large(stack) and not any(_inside(region, stack) for region in found)
    ]


def united(regions: list[Region], strips: list[Strip]) -> list[Region]:
    """Return regions that are parts of one table as one: as wide, with rows of it between them."""
    whole: list[Region] = []
    for region in sorted(regions, key=lambda r: (r.x0 // FLUSH, r.top)):
        last = whole[-1] if whole else None
        if last and _is_more_of(region, last, strips):
            last.bottom = region.bottom
            last.flat += region.flat
            last.upright += region.upright
        else:
            whole.append(region)
    return whole


def _is_more_of(region: Region, last: Region, strips: list[Strip]) -> bool:
    if abs(region.x0 - last.x0) > FLUSH or abs(region.x1 - last.x1) > FLUSH:
        return False
    if not -TOUCH < region.top - last.bottom < NEAR:
        return False
    between = Counter(
        round(strip.baseline / TOUCH)
        for strip in strips
        if last.bottom < strip.baseline < region.top and strip.x1 > last.x0 and strip.x0 < last.x1
    )
    return bool(between) and all(count > 1 for count in between.values())


def _touching(flat: list[Ruling], upright: list[Ruling]) -> Iterator[list[Ruling]]:
    lines = flat + upright
    root = list(range(len(lines)))

    def find(index: int) -> int:
        while root[index] != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    for i, h in enumerate(flat):
        for j, v in enumerate(upright, len(flat)):
            if (
                h.start - TOUCH <= v.at <= h.end + TOUCH
                and v.start - TOUCH <= h.at <= v.end + TOUCH
            ):
                root[find(i)] = find(j)
    groups: dict[int, list[Ruling]] = {}
    for index, line in enumerate(lines):
        groups.setdefault(find(index), []).append(line)
    yield from groups.values()


def _region(lines: list[Ruling]) -> Region:
    flat = _firm([line for line in lines if line.flat])
    upright = _firm([line for line in lines if not line.flat])
    xs = [line.at for line in upright] + [x for line in flat for x in line[1:3]]
    ys = [line.at for line in flat] + [y for line in upright for y in line[1:3]]
    return Region(min(xs), min(ys), max(xs), max(ys), flat, upright)


def _firm(lines: list[Ruling]) -> list[Ruling]:
    """Return only the drawn lines, where there are enough to need no edges of coloured areas."""
    firm = [line for line in lines if line.firm]
    return firm if len(firm) >= ENOUGH else lines


def _is_large(region: Region) -> bool:
    return region.x1 - region.x0 > SMALLEST and region.bottom - region.top > SMALLEST


def _outermost(regions: list[Region]) -> list[Region]:
    """Return the regions with those that lie inside another taken into it."""
    kept: list[Region] = []
    for region in sorted(regions, key=lambda r: (r.x0 - r.x1) * (r.bottom - r.top)):
        outer = next((other for other in kept if _inside(region, other)), None)
        if outer:
            outer.flat.extend(region.flat)
            outer.upright.extend(region.upright)
        else:
            kept.append(region)
    return kept


def _inside(inner: Region, outer: Region) -> bool:
    return (
        inner.x0 >= outer.x0 - TOUCH
        and inner.x1 <= outer.x1 + TOUCH
        and inner.top >= outer.top - TOUCH
        and inner.bottom <= outer.bottom + TOUCH
    )


def _holds(region: Region, line: Ruling) -> bool:
    return (
        region.top - TOUCH <= line.at <= region.bottom + TOUCH
        and line.start < region.x1
        and line.end > region.x0
    )


def _stacks(lines: list[Ruling]) -> Iterator[Region]:
    """Yield regions between flat lines of about the same left and right end."""
    stacks: list[list[Ruling]] = []
    for line in sorted(lines):
        for stack in stacks:
            first = stack[0]
            if abs(first.start - line.start) <= FLUSH and abs(first.end - line.end) <= FLUSH:
                stack.append(line)
                break
        else:
            stacks.append([line])
    for stack in stacks:
        if len(stack) > 1:
            yield _region(stack)
