"""The text of a table: its rows as " | "-joined lines, with a Line for each.

Apart because PDF and Word tables must read alike.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.model import Block, Box, Line
from assessor.reading.joining import joined_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assessor.model import Cell
    from assessor.reading.drafts import Draft
    from assessor.reading.joining import Vocabulary

BETWEEN = " | "


def table_block(draft: Draft, vocabulary: Vocabulary) -> Block:
    """Return the block of a table's draft, the lines within its cells joined."""
    cells = tuple(
        replace(cell, text=joined_lines(cell.text.split("\n"), vocabulary)) for cell in draft.cells
    )
    text, lines = rows_as_text(cells)
    return Block("table", text, draft.page, lines=lines, cells=cells)


def rows_as_text(cells: Iterable[Cell]) -> tuple[str, tuple[Line, ...]]:
    """Return the rows as lines of text, and where each stands."""
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    texts: list[str] = []
    lines: list[Line] = []
    start = 0
    for _, row in sorted(rows.items()):
        ordered = sorted(row, key=lambda cell: cell.column)
        text = BETWEEN.join(cell.text for cell in ordered)
        texts.append(text)
        lines.append(Line(start, start + len(text), ordered[0].page, _common_box(ordered)))
        start += len(text) + 1
    return "\n".join(texts), tuple(lines)


def _common_box(row: list[Cell]) -> Box | None:
    boxes = [cell.box for cell in row if cell.box]
    if not boxes:
        return None
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )
