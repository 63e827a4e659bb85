"""Knows what the columns of a table are about, whatever the supplier calls them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from assessor.matching.phrases import Lexicon, words
from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.model import Block, Cell, Passage

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


def value(text: str, *possible: str) -> str | None:
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
