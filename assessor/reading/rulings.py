"""Rulings: the straight lines of a page, as few long ones; also the edges of coloured areas.

Apart because drawing programs draw one line as a thin rectangle, as pieces per cell, or twice; the
search for tables wants each line once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assessor.reading.paths import Area, Paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pypdfium2 import PdfPage

    from assessor.reading.frame import Frame
    from assessor.reading.paths import Sides

SHORTEST = 4.0
"""Points below which a line is a tick, a dash or part of a letter."""

SNAP = 2.5
"""Points within which parallel lines are one (double lines, borders of neighbouring cells)."""

JOIN = 4.0
"""Points of gap within which pieces on one line are joined; dotted lines have such gaps."""

ABUT = 2.0
"""Points within which areas of one colour touch, so that no edge is seen between them."""

MOST_PAIRS = 400_000
"""Pairs of edge and line above which edges are left alone; such a page is a map or a pattern."""

INSET = 9.0
"""Points from a drawn line within which the edge of an area is only the padding of its cell."""


class Ruling(NamedTuple):
    """A line from `start` to `end` at `at`, in points; along x when `flat`."""

    at: float
    start: float
    end: float
    flat: bool


class Drawing(NamedTuple):
    """The lines drawn on a page; `slanted` holds the boxes of those that no table has."""

    flat: list[Ruling]
    upright: list[Ruling]
    flat_edges: list[Ruling]
    """Edges of coloured areas away from any line."""
    upright_edges: list[Ruling]
    slanted: list[Sides]


def drawing_of(page: PdfPage, frame: Frame, most: int) -> Drawing:
    """Return the lines of a page.

    Raises:
        TooManyPaths: when the page has more than `most` drawn pieces.
    """
    paths = Paths(page, frame, most)
    flat, upright = _parted(paths.pieces)
    edges_flat, edges_upright = _parted(_edges(paths.areas))
    return Drawing(
        merged(flat),
        merged(upright),
        merged(_seen(edges_flat, flat)),
        merged(_seen(edges_upright, upright)),
        paths.slanted,
    )


def _parted(boxes: Iterable[Sides]) -> tuple[list[Ruling], list[Ruling]]:
    """Return flat and upright lines out of thin boxes."""
    flat: list[Ruling] = []
    upright: list[Ruling] = []
    for x0, top, x1, bottom in boxes:
        if x1 - x0 > bottom - top:
            if x1 - x0 >= SHORTEST:
                flat.append(Ruling((top + bottom) / 2, x0, x1, flat=True))
        elif bottom - top >= SHORTEST:
            upright.append(Ruling((x0 + x1) / 2, top, bottom, flat=False))
    return flat, upright


def _edges(areas: list[Area]) -> Iterator[Sides]:
    """Yield the four edges of areas, those of one colour that lie under each other taken as one."""
    stacks: list[Area] = []
    for area in sorted(areas):
        last = stacks[-1] if stacks else None
        if last and _goes_on(last, area):
            stacks[-1] = last._replace(bottom=max(last.bottom, area.bottom))
        else:
            stacks.append(area)
    for _, x0, x1, top, bottom in stacks:
        yield x0, top, x1, top
        yield x0, bottom, x1, bottom
        yield x0, top, x0, bottom
        yield x1, top, x1, bottom


def _goes_on(above: Area, area: Area) -> bool:
    return (
        above.colour == area.colour
        and abs(above.x0 - area.x0) < ABUT
        and abs(above.x1 - area.x1) < ABUT
        and area.top - above.bottom < ABUT
    )


def _seen(edges: list[Ruling], lines: list[Ruling]) -> list[Ruling]:
    """Return the edges that are not merely the padding beside a drawn line."""
    if len(edges) * len(lines) > MOST_PAIRS:
        return []
    return [
        edge
        for edge in edges
        if not any(
            abs(line.at - edge.at) < INSET and line.start < edge.end and line.end > edge.start
            for line in lines
        )
    ]


def merged(rulings: list[Ruling]) -> list[Ruling]:
    """Return rulings snapped to common places and joined where they touch."""
    lines: list[list[Ruling]] = []
    for ruling in sorted(rulings):
        if lines and ruling.at - lines[-1][0].at <= SNAP:
            lines[-1].append(ruling)
        else:
            lines.append([ruling])
    return [joined for line in lines for joined in _joined(line)]


def _joined(line: list[Ruling]) -> Iterator[Ruling]:
    at = sum(ruling.at for ruling in line) / len(line)
    pieces = sorted(line, key=lambda ruling: ruling.start)
    start, end = pieces[0].start, pieces[0].end
    for piece in pieces[1:]:
        if piece.start > end + JOIN:
            yield Ruling(at, start, end, pieces[0].flat)
            start, end = piece.start, piece.end
        end = max(end, piece.end)
    yield Ruling(at, start, end, pieces[0].flat)
