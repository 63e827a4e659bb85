"""Knows what the columns and rows of a table are about, whatever the supplier calls them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from assessor.matching.phrases import Lexicon, words
from assessor.model import Evidence
from assessor.rules import rules
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.judging.case import Case
    from assessor.model import Block, Cell, Passage, Stance

V = TypeVar("V", bound=str)

_LONGEST_HEAD = 12
"""Words; a longer cell is content, not the head of a column."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, by what its cells are about."""

    cells: dict[str, Cell]
    """Role of the column (risk, action, owner, …) → cell."""
    row: int

    def text(self, role: str) -> str:
        """Return what stands in the column of this role; nothing where it is empty or a dash."""
        cell = self.cells.get(role)
        said = " ".join(cell.text.split()) if cell else ""
        return said if words(said) else ""


def _words() -> dict[str, Any]:
    return cast("dict[str, Any]", rules("assessor.judging", "columns"))


@cache
def _heads() -> Lexicon[str]:
    roles = {role: by for role, by in _words().items() if role != "values"}
    return Lexicon((role, term) for role, by in roles.items() for term in by["nl"] + by["en"])


@cache
def _values() -> Lexicon[str]:
    values = _words()["values"]
    return Lexicon((v, term) for v, by in values.items() for term in by["nl"] + by["en"])


def value(text: str, *possible: V) -> V | None:
    """Return which of the possible values a cell holds, the first named if several; else None."""
    found = {hit.label for hit in _values().find(text)}
    return next((v for v in possible if v in found), None)


def roles(block: Block) -> dict[int, str]:
    """Return column → role for the columns whose head is understood; each role once."""
    found: dict[int, str] = {}
    for cell in block.cells:
        is_head = cell.row == 0 and len(words(cell.text)) <= _LONGEST_HEAD
        if not is_head:
            continue
        hits = sorted(_heads().find(cell.text), key=lambda h: h.start)
        role = next((h.label for h in hits if h.label not in found.values()), None)
        if role:
            found[cell.column] = role
    return found


def rows(block: Block) -> Iterator[Row]:
    """Yield the rows under the head, with merged cells counted for every row they span."""
    known = roles(block)
    last = max((c.row + c.row_span for c in block.cells), default=0)
    for row in range(1, last):
        here = {
            known[c.column]: c
            for c in block.cells
            if c.column in known and c.row <= row < c.row + c.row_span and c.row > 0
        }
        if any(words(c.text) for c in here.values()):
            yield Row(here, row)


def row_of(passage: Passage, block: Block) -> int:
    """Return the row of the table that a passage is: its text holds one line per row."""
    numbers = sorted({cell.row for cell in block.cells})
    place = block.text[: passage.start].count("\n")
    return numbers[min(place, len(numbers) - 1)]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table with the passage that quotes it."""

    row: Row
    passage: int
    """Index among the submission's passages."""


def table_rows(case: Case, needed: str) -> Iterator[TableRow]:
    """Yield the rows, of all tables, that have something in the needed column."""
    by_place = {
        (p.document, p.block, row_of(p, case.document_of(p).blocks[p.block])): i
        for i, p in enumerate(case.passages)
        if p.kind == "table"
    }
    for d, document in enumerate(case.documents):
        for b, block in enumerate(document.blocks):
            for row in rows(block) if block.kind == "table" else ():
                passage = by_place.get((d, b, row.row))
                if passage is not None and row.text(needed):
                    yield TableRow(row, passage)


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
