"""A table as a grid: which cells there are, and over how many rows and columns each one reaches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

LEFT, ABOVE = "<", "^"


class Cell(NamedTuple):
    """A cell: its words, and how many columns and rows it takes."""

    text: str
    across: int = 1
    down: int = 1
    is_group: bool = False
    """Whether it heads the rows below it, over the whole width."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table, its head first; a place that another cell covers holds None."""

    rows: list[list[Cell | None]]
    head: int
    """How many rows the head takes."""

    @property
    def columns(self) -> int:
        """Return the number of columns."""
        return len(self.rows[0])


def grid(block: dict[str, Any]) -> Grid:
    """Return the grid of a table block.

    Raises:
        ValueError: A row has too few or too many cells.
    """
    head = block.get("head") or []
    head_rows = head if head and isinstance(head[0], list) else [head] if head else []
    body = [[str(text) for text in row] for row in block["rows"]]
    columns = len(head_rows[0]) if head_rows else max(len(row) for row in body)
    merged = _merged_columns(block)
    texts = [[str(text) for text in row] for row in head_rows]
    for index, row in enumerate(body):
        texts.append(_full(row, columns, merged if index else set()))
    groups = {len(head_rows) + index for index, row in enumerate(body) if len(row) == 1 < columns}
    rows = [
        [_cell(texts, row, column, row in groups) for column in range(columns)]
        for row in range(len(texts))
    ]
    return Grid(rows, len(head_rows))


def _merged_columns(block: dict[str, Any]) -> set[int]:
    """Return the columns in which an empty cell belongs to the one above."""
    merge = block.get("merge", [])
    return {
        *([merge] if isinstance(merge, int) else merge),
        *([0] if block.get("merge_first") else []),
    }


def _full(row: list[str], columns: int, merged: set[int]) -> list[str]:
    """Return a row with as many texts as the table has columns, and signs where cells merge."""
    if len(row) == 1 < columns:
        return [row[0], *[LEFT] * (columns - 1)]
    if len(row) != columns:
        raise ValueError(f"{len(row)} cells in a table of {columns} columns: {row}")
    return [ABOVE if not text and column in merged else text for column, text in enumerate(row)]


def _cell(texts: list[list[str]], row: int, column: int, is_group: bool) -> Cell | None:  # noqa: FBT001
    """Return the cell at a place, or None where another one covers it."""
    if texts[row][column] in {LEFT, ABOVE}:
        return None
    across = down = 1
    while column + across < len(texts[row]) and texts[row][column + across] == LEFT:
        across += 1
    while row + down < len(texts) and texts[row + down][column] == ABOVE:
        down += 1
    return Cell(texts[row][column], across, down, is_group)
