"""Header rows of a table: the rows at its top that name the columns.

Apart because Word tables without a marked header need the same judgement.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assessor.model import Cell

MOST = 3
"""Header rows that a table may have."""

LONGEST = 60
"""Characters of a column's name."""

_FIGURE = re.compile(r"^[\d.,%€$£()\s+–-]*\d[\d.,%€$£()\s+–-]*$")


def header_rows(cells: list[Cell]) -> int:
    """Return how many rows at the top are header: those before the first figures or prose."""
    last = max((cell.row for cell in cells), default=0)
    count = 0
    for row in range(min(MOST, last)):
        inside = [cell for cell in cells if cell.row == row]
        if not inside or not _names(inside):
            break
        count = row + 1
        if not any(cell.column_span > 1 or cell.row_span > 1 for cell in inside):
            break
    return count


def _names(row: list[Cell]) -> bool:
    beside = [cell for cell in row if cell.column > 0] or row
    figures = sum(bool(_FIGURE.match(cell.text)) and not _is_year(cell.text) for cell in beside)
    return figures * 2 < len(beside) and all(len(cell.text) <= LONGEST for cell in row)


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"\(?(?:19|20)\d\d\*?\)?", text.strip()))
