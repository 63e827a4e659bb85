"""Reads plans whose columns are stages: now, next and later; this year and next; 0-6 months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.judging.columns import by_itself, heads_in
from assessor.judging.items import each
from assessor.judging.rows import Row
from assessor.judging.wording import lexicon, pattern
from assessor.matching.phrases import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assessor.model import Block, Cell

_FEWEST = 2
"""Columns that are stages, and rows: the head and one under it."""
_TELLING = 3
"""Words; a cell with fewer is a mark or a figure and tells no action."""
_MOSTLY = 0.6
"""Share of the cells that must tell something."""
_READS_AS = {"issue": "risk", "action": "subject", "deliverable": "subject"}


def stages_of(block: Block) -> list[Row] | None:
    """Return the actions under heads that say when; None for another table."""
    by_row: dict[int, list[Cell]] = {}
    for cell in sorted(block.cells, key=lambda c: c.column):
        by_row.setdefault(cell.row, []).append(cell)
    first, *rows = (by_row[n] for n in sorted(by_row))
    over = {c.column: c for c in first if is_stage(c.text)}
    others = [c for c in first if c.column not in over and words(c.text)]
    if len(over) < _FEWEST or not rows or len(others) > 1:
        return None
    inner = [c for cells in rows for c in cells if c.column in over and words(c.text)]
    telling = [c for c in inner if len(words(c.text)) >= _TELLING]
    if not telling or len(telling) < _MOSTLY * len(inner):
        return None
    return [row for cells in rows for row in _actions(cells, over, first[0])]


def is_stage(text: str) -> bool:
    """Return whether a head says when and no more."""
    said = text.strip(" .:()")
    whole = any(h.start == 0 and h.end == len(said) for h in lexicon("stage").find(said))
    return whole or pattern("months").fullmatch(said) is not None


def _actions(cells: Sequence[Cell], over: Mapping[int, Cell], corner: Cell) -> list[Row]:
    beside = next((c for c in cells if c.column not in over and words(c.text)), None)
    hits = heads_in(corner.text) if corner.column not in over else []
    role = next((_READS_AS.get(h.label, by_itself(h.label)) for h in hits), "subject")
    found: list[Row] = []
    for cell in cells:
        if cell.column in over and len(words(cell.text)) >= _TELLING:
            told = {"deadline": over[cell.column], "action": cell}
            told |= {role: beside} if beside else {}
            found += [Row(one, cell.row) for one in each(told, "action")]
    return found
