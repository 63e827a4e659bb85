"""A grid: rulings, seen or supposed, that part a region into slots, and the cells they make.

Apart because it knows nothing of text: two neighbouring slots without a line between them are one
cell, and that is all there is to spans.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assessor.reading.rulings import Ruling

COVER = 0.5
"""Share of a slot's side that a line must run along to part it from its neighbour."""

SAME = 2.5
"""Points within which lines are at the same place."""


class Span(NamedTuple):
    """Rows and columns that a cell covers, first and last included."""

    row: int
    last_row: int
    column: int
    last_column: int


class Grid:
    """Slots between lines; `cell_at` tells which cell a point lies in."""

    def __init__(self, flat: list[Ruling], upright: list[Ruling]) -> None:
        self.xs = places(upright)
        self.ys = places(flat)
        self._cells = self._merged(_by_place(flat, self.ys), _by_place(upright, self.xs))

    @property
    def rows(self) -> int:
        """Return the number of rows of slots."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """Return the number of columns of slots."""
        return len(self.xs) - 1

    def cell_at(self, x: float, y: float) -> Span:
        """Return the cell of a point in points of the page; the nearest one when outside."""
        row = min(max(bisect_right(self.ys, y) - 1, 0), self.rows - 1)
        column = min(max(bisect_right(self.xs, x) - 1, 0), self.columns - 1)
        return self._cells[row][column]

    def box(self, span: Span) -> tuple[float, float, float, float]:
        """Return (x0, top, x1, bottom) of a cell, in points."""
        return (
            self.xs[span.column],
            self.ys[span.row],
            self.xs[span.last_column + 1],
            self.ys[span.last_row + 1],
        )

    def _merged(
        self, flat: dict[int, list[Ruling]], upright: dict[int, list[Ruling]]
    ) -> list[list[Span]]:
        slots = _Slots(self.rows, self.columns)
        for r, c in slots.all:
            if c and not _runs(upright.get(c, ()), self.ys[r], self.ys[r + 1]):
                slots.join((r, c), (r, c - 1))
            if r and not _runs(flat.get(r, ()), self.xs[c], self.xs[c + 1]):
                slots.join((r, c), (r - 1, c))
        cells = [[Span(r, r, c, c) for c in range(self.columns)] for r in range(self.rows)]
        for group in slots.groups():
            for span, members in _rectangles(group):
                for r, c in members:
                    cells[r][c] = span
        return cells


class _Slots:
    """The slots of a grid, and which of them are joined."""

    def __init__(self, rows: int, columns: int) -> None:
        self.all = [(r, c) for r in range(rows) for c in range(columns)]
        self._root = {slot: slot for slot in self.all}

    def join(self, a: tuple[int, int], b: tuple[int, int]) -> None:
        """Make one of the groups of two slots."""
        self._root[self._find(a)] = self._find(b)

    def groups(self) -> Iterable[list[tuple[int, int]]]:
        """Return the slots in groups of joined ones."""
        found: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for slot in self.all:
            found.setdefault(self._find(slot), []).append(slot)
        return found.values()

    def _find(self, slot: tuple[int, int]) -> tuple[int, int]:
        while self._root[slot] != slot:
            slot = self._root[slot]
        return slot


def places(lines: list[Ruling]) -> list[float]:
    """Return where lines stand, those at about the same place once."""
    found: list[float] = []
    for at in sorted(line.at for line in lines):
        if not found or at - found[-1] > SAME:
            found.append(at)
    return found


def _by_place(lines: list[Ruling], at: list[float]) -> dict[int, list[Ruling]]:
    found: dict[int, list[Ruling]] = {}
    for line in lines:
        found.setdefault(bisect_right(at, line.at) - 1, []).append(line)
    return found


def _runs(lines: list[Ruling] | tuple[()], start: float, end: float) -> bool:
    """Return whether lines run along most of the way from start to end."""
    covered = sum(max(0.0, min(line.end, end) - max(line.start, start)) for line in lines)
    return covered > COVER * (end - start)


def _rectangles(
    slots: list[tuple[int, int]],
) -> Iterator[tuple[Span, list[tuple[int, int]]]]:
    """Yield the merged slots as one rectangle, or row by row when they do not make one."""
    rows, columns = [r for r, _ in slots], [c for _, c in slots]
    whole = Span(min(rows), max(rows), min(columns), max(columns))
    if len(slots) == (whole.last_row - whole.row + 1) * (whole.last_column - whole.column + 1):
        yield whole, slots
        return
    for row in sorted(set(rows)):
        run: list[tuple[int, int]] = []
        for slot in sorted(slot for slot in slots if slot[0] == row):
            if run and slot[1] != run[-1][1] + 1:
                yield Span(row, row, run[0][1], run[-1][1]), run
                run = []
            run.append(slot)
        yield Span(row, row, run[0][1], run[-1][1]), run
