"""What a table, card or list tells of one risk or action: its cells by what they are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessor.matching.phrases import words
from assessor.model import Evidence
from assessor.texts import say

if TYPE_CHECKING:
    from assessor.model import Cell, Passage, Stance


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, one card or one item of a list, by what its parts are about."""

    cells: dict[str, Cell]
    """Role (risk, action, owner, …) → cell."""
    row: int
    """Of the table; 0 for items of a list."""

    def text(self, role: str) -> str:
        """Return what stands in the column of this role; nothing where it is empty or a dash."""
        cell = self.cells.get(role)
        said = " ".join(cell.text.split()) if cell else ""
        return said if words(said) else ""

    def is_blank(self, role: str) -> bool:
        """Return whether there is such a column and its cell says, with a dash, that it is none."""
        return role in self.cells and not self.text(role)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with the passage that quotes it."""

    row: Row
    passage: int
    """Index among the submission's passages."""
    table: tuple[int, int, int] = (0, 0, 0)
    """Document, block and first row of the table that it is in; of a list, its first block."""
    caption: str = ""
    """What stands above the table, and the headings."""
    is_quoted: bool = True
    """False where head and first row were read as one, and the passage is that of the row below."""
    is_listed: bool = False
    """Whether it stands in a list or under a heading, and not in a table."""


def row_evidence(row: Row, role: str, passage: Passage, index: int, heard: Stance) -> Evidence:
    """Return the cell of this role as evidence at the level of something described."""
    cell = row.cells[role]
    return Evidence(
        document=passage.document,
        page=cell.page or passage.page,
        heading=passage.headings[-1] if passage.headings else None,
        boxes=(cell.box,) if cell.box else (),
        quote=row.text(role),
        language=passage.language,
        stance=heard,
        level=2,
        reasons=(say("judging.reason_row", row=passage.text),),
        passage=index,
    )
