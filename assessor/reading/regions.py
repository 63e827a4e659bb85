"""Regions of a page where rulings suggest a table: lines that cross, or stand in a stack.

Apart because a region is only a suspicion; whether the text inside stands in rows and columns is
decided elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessor.reading.rulings import MOST_PAIRS
from assessor.reading.shades import with_edges
from assessor.reading.stacks import FLUSH, stacks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.reading.rulings import Drawing, Ruling
    from assessor.reading.strips import Strip

TOUCH = 4.0
"""Points within which lines count as touching; borders are often drawn a little short."""

NEAR = 90.0
"""Points between two coloured rows of one table, for the row without a colour between them."""

CURVE = 0.12
"""Share of a region over which slanted lines run in a chart; ticks and arrows in cells are less."""

FEWEST_LINES = 3
"""Lines of a stack that must be exceeded before it takes in a grid that stands within it."""

SMALLEST = 14.0
"""Points of width and height below which nothing is a table."""


@dataclass(slots=True, eq=False)
class Region:
    """A part of a page with the rulings inside it."""

    x0: float
    top: float
    x1: float
    bottom: float
    flat: list[Ruling]
    upright: list[Ruling]

    def meets(self, other: Region) -> bool:
        """Return whether the two overlap."""
        return (
            self.x0 < other.x1
            and other.x0 < self.x1
            and self.top < other.bottom
            and other.top < self.bottom
        )


def ruled_regions(drawing: Drawing) -> list[Region]:
    """Return regions of touching lines, of flat lines in a stack, and of coloured areas."""
    found = _found(drawing.flat, drawing.upright)
    taken: set[Ruling] = set()
    for region in found:
        taken |= with_edges(region, drawing.flat_edges, drawing.upright_edges)
    flat = [edge for edge in drawing.flat_edges if edge not in taken]
    upright = [edge for edge in drawing.upright_edges if edge not in taken]
    found += [grid for grid in _grids(flat, upright) if not any(map(grid.meets, found))]
    return [region for region in found if not _is_chart(region, drawing.slanted)]


def _is_chart(region: Region, slanted: list[tuple[float, float, float, float]]) -> bool:
    """Return whether a slanted line runs over much of the region."""
    least = CURVE * (region.x1 - region.x0) * (region.bottom - region.top)
    return any(
        (x1 - x0) * (bottom - top) > least
        for x0, top, x1, bottom in slanted
        if region.x0 < x0 < x1 < region.x1 and region.top < top < bottom < region.bottom
    )


def _found(flat: list[Ruling], upright: list[Ruling]) -> list[Region]:
    found = _grids(flat, upright)
    free = [line for line in flat if not any(_holds(grid, line) for grid in found)]
    for stack in map(_region, stacks_of(free)):
        inner = [grid for grid in found if _inside(grid, stack)]
        if _is_large(stack) and all(_is_part(grid, stack) for grid in inner):
            found = [grid for grid in found if grid not in inner]
            found.append(_region([line for r in (stack, *inner) for line in (*r.flat, *r.upright)]))
    return found


def _is_part(grid: Region, stack: Region) -> bool:
    """Return whether a grid within a stack is part of its table: flush, and less than it."""
    flush = min(abs(grid.x0 - stack.x0), abs(grid.x1 - stack.x1)) <= FLUSH
    return flush and len(stack.flat) > FEWEST_LINES and len(grid.flat) < len(stack.flat)


def _grids(flat: list[Ruling], upright: list[Ruling]) -> list[Region]:
    """Return regions of lines that touch; two lines are a corner, and no grid."""
    if len(flat) * len(upright) > MOST_PAIRS:
        return []
    groups = [group for group in _touching(flat, upright) if len(group) > 2]  # noqa: PLR2004
    return _outermost([region for region in map(_region, groups) if _is_large(region)])


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
    between: dict[int, list[Strip]] = {}
    for s in sorted(strips, key=lambda s: s.baseline):
        if last.bottom < s.baseline < region.top and s.x1 > last.x0 and s.x0 < last.x1:
            between.setdefault(round(s.baseline / TOUCH), []).append(s)
    lines = list(between.values())
    if not lines or len(lines[0]) == 1:
        return False
    return not any(_crosses(strip, lines[0]) for line in lines for strip in line)


def _crosses(strip: Strip, beside: list[Strip]) -> bool:
    """Return whether a strip runs over where a column begins, as prose does."""
    return any(strip.x0 + TOUCH < other.x0 < strip.x1 - TOUCH for other in beside)


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
    flat = [line for line in lines if line.flat]
    upright = [line for line in lines if not line.flat]
    xs = [line.at for line in upright] + [x for line in flat for x in line[1:3]]
    ys = [line.at for line in flat] + [y for line in upright for y in line[1:3]]
    return Region(min(xs), min(ys), max(xs), max(ys), flat, upright)


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
