"""The grid of one Word table, walked by hand because the spans that cells claim are not trusted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assessor.model import Cell
from assessor.reading.word.package import W
from assessor.reading.word.runs import GONE, NEW, is_on
from assessor.reading.word.styles import to_int

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

_WRAPPERS = NEW | {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml")}
_LONGEST_HEAD = 60


@dataclass(slots=True)
class _Draft:
    """A cell while rows that may lengthen it are still being read."""

    element: etree._Element
    row: int
    column: int
    columns: int
    rows: int = 1


@dataclass(slots=True)
class Grid:
    """The cells of a table in order, and whether Word marks head rows."""

    drafts: list[_Draft] = field(default_factory=list)
    marked_heads: set[int] = field(default_factory=set)
    rows: int = 0
    widest: int = 0
    """Cells in the row with most of them."""


def read_grid(table: etree._Element, most: int) -> Grid:
    """Return the grid of a `w:tbl`; no cell covers more than `most` rows or columns."""
    grid = Grid()
    open_cells: dict[int, _Draft] = {}
    for row in _children(table, f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            continue
        if is_on(properties, "tblHeader"):
            grid.marked_heads.add(grid.rows)
        open_cells = _read_row(row, grid, open_cells, most)
        grid.rows += 1
    return grid


def _read_row(
    row: etree._Element, grid: Grid, above: dict[int, _Draft], most: int
) -> dict[int, _Draft]:
    """Add the row's cells to the grid and return the cells that the next row may lengthen."""
    column = _count(row, f"{W}trPr/{W}gridBefore", 0, most)
    below: dict[int, _Draft] = {}
    cells = list(_children(row, f"{W}tc"))
    grid.widest = max(grid.widest, len(cells))
    for element in cells:
        columns = _count(element, f"{W}tcPr/{W}gridSpan", 1, most)
        merge = element.find(f"{W}tcPr/{W}vMerge")
        continues = merge is not None and merge.get(f"{W}val", "continue") == "continue"
        draft = above.get(column) if continues else None
        if draft is None:
            draft = _Draft(element, grid.rows, column, columns)
            grid.drafts.append(draft)
        elif draft.rows < most:
            draft.rows += 1
        if merge is not None:
            below[column] = draft
        column += columns
    return below


def cells_of(grid: Grid, text_of: Callable[[etree._Element], tuple[str, bool]]) -> tuple[Cell, ...]:
    """Return the cells; `text_of` gives a cell's text and whether all of it is bold."""
    read = [(draft, *text_of(draft.element)) for draft in grid.drafts]
    heads = grid.marked_heads or _guessed_heads(read, grid)
    return tuple(
        Cell(
            row=draft.row,
            column=draft.column,
            text=text,
            row_span=draft.rows,
            column_span=draft.columns,
            is_header=draft.row in heads,
        )
        for draft, text, _ in read
    )


def _guessed_heads(read: list[tuple[_Draft, str, bool]], grid: Grid) -> set[int]:
    """Return {0} when the first row looks like heads: short, filled and bold or three or more."""
    first = [(text, bold) for draft, text, bold in read if draft.row == 0]
    second = [bold for draft, text, bold in read if draft.row == 1 and text]
    short = all(text and len(text) <= _LONGEST_HEAD and text[-1] != "." for text, _ in first)
    stands_out = all(bold for _, bold in first) and not all(second)
    is_wide = len(first) >= 3  # noqa: PLR2004  # with two columns the first row is often name and value
    return {0} if grid.rows > 1 and len(first) > 1 and short and (stands_out or is_wide) else set()


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the children with a tag, also those that a wrapper holds."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS and child.tag not in GONE:
            yield from _children(child, tag)


def _count(element: etree._Element, path: str, least: int, most: int) -> int:
    found = element.find(path)
    number = to_int(found.get(f"{W}val")) if found is not None else None
    return least if number is None else min(max(number, least), most)
