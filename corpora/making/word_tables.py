"""A table of the source in a Word file: head, merged cells, lines and grounds in five styles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from making.grid import grid
from making.word_parts import keep_row_whole, set_borders, shade

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

    from making.grid import Cell, Grid
    from making.word_look import Dress

    Say = Callable[[Paragraph, str], Paragraph]

_SIZE = 8.5
_SIGN, _PADDING = 0.21, 4.0
"""Millimetres that a sign takes per point of its size, and that a cell keeps free."""
_DARK_HEADS = {"ruled", "boxed_head"}


class TableWriter:
    """Writes tables into one Word file."""

    def __init__(self, document: Document, dress: Dress, say: Say) -> None:
        self._document, self._dress, self._say = document, dress, say

    def add(self, block: dict[str, Any], room: float) -> None:
        """Add a table, no wider than the room in millimetres."""
        cells = grid(block)
        style = block.get("style", self._dress.table)
        table = self._document.add_table(len(cells.rows), cells.columns, style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        if style != "ruled":
            set_borders(table, style, self._dress.line)
        for row, line in enumerate(cells.rows):
            for column, (place, cell) in enumerate(zip(table.rows[row].cells, line, strict=True)):
                if cell is None:
                    place.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
                else:
                    self._set(place, cell, block, (row, column), cells.head)
        _merge(table, cells)
        if "total" in block:
            places = table.add_row().cells
            self.write(places[0].merge(places[-1]), f"*{block['total']}*", _SIZE)
        set_widths(table, _widths(block, cells, room))
        for index, whole in enumerate(table.rows):
            keep_row_whole(whole, repeat=index < cells.head)
        self._document.add_paragraph().paragraph_format.space_after = Pt(0)

    def write(self, place: _Cell, text: str, size: float, colour: str = "222222") -> Paragraph:
        """Write a text into a cell, in points and a colour."""
        paragraph = self._say(place.paragraphs[0], text)
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.line_spacing = 1
        place.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        for run in paragraph.runs:
            run.font.size = Pt(size)
            run.font.color.rgb = RGBColor.from_string(colour)
        return paragraph

    def _set(
        self, place: _Cell, cell: Cell, block: dict[str, Any], at: tuple[int, int], head: int
    ) -> None:
        """Write one cell, with its ground."""
        row, column = at
        style, size = block.get("style", self._dress.table), block.get("size", _SIZE)
        text, colour = cell.text, "222222"
        if row < head or cell.is_group:
            text = f"**{text}**" if text else ""
        if row < head and style in _DARK_HEADS and not self._dress.is_plain:
            shade(place, self._dress.main)
            colour = "FFFFFF"
        elif cell.is_group or (style == "shaded" and (row - head) % 2 == 0 and row >= head):
            shade(place, self._dress.pale)
        paragraph = self.write(place, text, size, colour)
        if column in block.get("centred", []):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def set_widths(table: Table, widths: list[float]) -> None:
    """Set the widths of the columns, in millimetres."""
    table.autofit = False
    for row in table.rows:
        column = 0
        for tc in row._tr.tc_lst:  # noqa: SLF001 (a row's cells as they stand, merged ones once)
            span = tc.grid_span
            is_whole_row = span == len(widths)
            tc.width = Mm(widths[0] if is_whole_row else sum(widths[column : column + span]))
            column += span
    for column_, width in zip(table.columns, widths, strict=True):
        column_.width = Mm(width)


def _merge(table: Table, cells: Grid) -> None:
    """Merge the cells that reach over more than one place."""
    for row, line in enumerate(cells.rows):
        for column, cell in enumerate(line):
            if cell and (cell.across > 1 or cell.down > 1):
                last = table.cell(row + cell.down - 1, column + cell.across - 1)
                table.cell(row, column).merge(last)


def _widths(block: dict[str, Any], cells: Grid, room: float) -> list[float]:
    """Return the widths of the columns in millimetres: as asked, but wide enough for each word."""
    asked = [float(width) for width in block.get("widths", [])] or _guessed(cells, room)
    if len(asked) != cells.columns:
        raise ValueError(f"{len(asked)} widths for {cells.columns} columns in {block['table']!r}")
    if sum(asked) > room:
        asked = [width * room / sum(asked) for width in asked]
    size = block.get("size", _SIZE)
    least = [_longest(cells, column) * size * _SIGN + _PADDING for column in range(cells.columns)]
    short = sum(max(0, need - width) for need, width in zip(least, asked, strict=True))
    spare = [max(0, width - need) for need, width in zip(least, asked, strict=True)]
    if short == 0 or sum(spare) < short:
        return asked
    return [
        max(need, width - extra * short / sum(spare))
        for need, width, extra in zip(least, asked, spare, strict=True)
    ]


def _guessed(cells: Grid, room: float) -> list[float]:
    """Return widths after the amount of words in each column."""
    weights = []
    for column in range(cells.columns):
        filled = [line[column] for line in cells.rows]
        lengths = [len(cell.text) for cell in filled if cell and cell.across == 1]
        weights.append(max(8.0, (sum(lengths) / max(1, len(lengths))) ** 0.75 + 4))
    return [weight * room / sum(weights) for weight in weights]


def _longest(cells: Grid, column: int) -> int:
    """Return how many signs the longest word of a column has."""
    filled = [line[column] for line in cells.rows]
    texts = [cell.text for cell in filled if cell and cell.across == 1]
    return max((len(word) for text in texts for word in re.split(r"[\s/-]+", text)), default=0)
