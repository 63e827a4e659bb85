"""Reads what a plan spreads over columns: a mark under a quarter, an R or A under a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assessor.judging.wording import pattern
from assessor.matching.phrases import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assessor.model import Block, Cell

_PART = re.compile(r"[RASCI](?:\s*[/,&+]?\s*[RASCI])*")
"""Responsible, accountable, supporting, consulted, informed."""
_MARK = re.compile(r"[xX✓✔√●■◼▪•⬤*]+")
_ANSWERING = "AR"
"""Who answers for it, else who does it."""
_FEWEST = 2
"""Columns over which a plan spreads."""


def spread_over(block: Block, first: int, known: Mapping[int, str]) -> dict[int, dict[str, Cell]]:
    """Return row → the deadline and the owner that marks under heads tell.

    Args:
        block: a table.
        first: its first row under the heads.
        known: column → role, of the columns that tell something by themselves.
    """
    heads = {c.column: c for c in sorted(block.cells, key=lambda c: c.row) if c.row < first}
    under: dict[int, list[Cell]] = {}
    for cell in block.cells:
        if cell.row >= first and cell.column not in known and words_or_mark(cell.text):
            under.setdefault(cell.column, []).append(cell)
    found: dict[int, dict[str, Cell]] = {}
    for role, columns in (
        ("deadline", _of_marks(heads, under)),
        ("owner", _of_parts(heads, under)),
    ):
        if len(columns) >= _FEWEST and role not in known.values():
            for row, column in _told(columns, under).items():
                found.setdefault(row, {})[role] = heads[column]
    return found


def words_or_mark(text: str) -> bool:
    """Return whether a cell holds anything."""
    return bool(words(text)) or _MARK.fullmatch(text.strip()) is not None


def _of_marks(heads: Mapping[int, Cell], under: Mapping[int, Sequence[Cell]]) -> list[int]:
    """Return the columns with a date for a head and nothing but marks under it."""
    return [
        c
        for c, cells in under.items()
        if c in heads
        and pattern("date").match(heads[c].text.strip())
        and all(_MARK.fullmatch(cell.text.strip()) for cell in cells)
    ]


def _of_parts(heads: Mapping[int, Cell], under: Mapping[int, Sequence[Cell]]) -> list[int]:
    """Return the columns with nothing but the letters of a division of tasks."""
    return [
        c
        for c, cells in under.items()
        if c in heads and all(_PART.fullmatch(cell.text.strip()) for cell in cells)
    ]


def _told(columns: Sequence[int], under: Mapping[int, Sequence[Cell]]) -> dict[int, int]:
    """Return row → the column that counts: with the most answering letter, or the last mark."""
    best: dict[int, tuple[int, int]] = {}
    for column in sorted(columns):
        for cell in under[column]:
            said = cell.text.strip()
            is_mark = _MARK.fullmatch(said) is not None
            letters = [n for n, letter in enumerate(_ANSWERING) if letter in said]
            rank = 0 if is_mark else min(letters, default=len(_ANSWERING))
            kept = best.get(cell.row)
            if rank < len(_ANSWERING) and (kept is None or rank < kept[0] or is_mark):
                best[cell.row] = (rank, column)
    return {row: column for row, (_, column) in best.items()}
