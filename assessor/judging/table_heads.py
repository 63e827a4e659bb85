"""Finds the heads of a table's columns: in its first rows, further down, or run into a row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assessor.judging.columns import head_at_start, heads_at_end, heads_in, is_earlier
from assessor.judging.wording import is_own_business, pattern
from assessor.matching.phrases import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.model import Block, Cell

    Heads = dict[int, tuple[str, ...]]

_FEWEST_HEADS = 3
"""Roles that a row further down must name to be the head of what follows."""
_SHORT_HEAD = 7
"""Words; prose run into a longer head says nothing of a date."""
_FEWEST_OF_FIRST = 0.5
"""Share of an unmarked first row's cells that must name a role for it to be the head."""


@dataclass(slots=True)
class Part:
    """Rows of a table under one head; column → the roles that its head may mean."""

    heads: Heads
    rows: list[int] = field(default_factory=list)
    run_in: dict[int, dict[int, str]] = field(default_factory=dict)
    """Row → column → what stands after the head in the same cell."""


def parts_of(block: Block, *, goes_on: bool = False) -> list[Part]:
    """Return the rows under each head; those above any head under none.

    Args:
        block: a table.
        goes_on: whether a table as wide came before, of which this may be the next page: then a
            first row that names no roles is a row, also where it is marked as head.
    """
    by_row: dict[int, list[Cell]] = {}
    for cell in block.cells:
        by_row.setdefault(cell.row, []).append(cell)
    last = max(c.row + c.row_span for c in block.cells)
    parts = [Part({})]
    is_in_head = True
    for number in range(last):
        cells = by_row.get(number, [])
        if (run_in := _run_in(cells)) and number == 0:
            first = {c.column: head_at_start(c.text) for c in cells}
            heads: Heads = {column: (hit.label,) for column, hit in first.items() if hit}
            parts.append(Part(heads, [0], {0: run_in}))
            is_in_head = False
        elif (is_in_head and _is_marked(cells, number, goes_on=goes_on)) or _names_heads(cells):
            is_marked = is_in_head and _is_marked(cells, number, goes_on=goes_on)
            heads = _heads(cells, is_marked=is_marked)
            more = parts[-1].heads if is_in_head and number and not parts[-1].rows else {}
            parts.append(Part(heads | more if is_marked else heads))
            is_in_head = True
        else:
            parts[-1].rows.append(number)
            is_in_head = False
    return [p for p in parts if p.rows]


def _is_marked(cells: Sequence[Cell], number: int, *, goes_on: bool) -> bool:
    """Return whether the file says that a row is a head, or it is the first and reads like one."""
    said = [c.text for c in cells if words(c.text)]
    short = [text for text in said if len(words(text)) <= _SHORT_HEAD and heads_in(text)]
    if any(c.is_header for c in cells) and not (goes_on and number == 0 and len(short) <= 1):
        return True
    named = sum(bool(heads_in(text)) for text in said)
    return number == 0 and bool(named) and named >= _FEWEST_OF_FIRST * len(said)


def _names_heads(cells: Sequence[Cell]) -> bool:
    """Return whether several cells end in a capitalised head: the head of what follows."""
    roles = set()
    for cell in cells:
        for hit in heads_at_end(cell.text):
            after = cell.text[hit.end :].strip()
            if cell.text[hit.start].isupper() and (not words(after) or heads_in(after)):
                roles.add(hit.label)
    return len(roles) >= _FEWEST_HEADS


def _run_in(cells: Sequence[Cell]) -> dict[int, str]:
    """Return column → what follows the head, where head and first row were read as one."""
    rest: dict[int, str] = {}
    headed = 0
    for cell in cells:
        first = head_at_start(cell.text)
        if first is None:
            continue
        headed += 1
        after = cell.text[first.end :].lstrip(" .:#")
        if after[:1].isupper() or (after[:1].isdigit() and not _is_year(after)):
            rest[cell.column] = after
    is_told = any(len(words(said)) > _FEWEST_HEADS for said in rest.values())
    return rest if is_told and len(rest) >= _FEWEST_HEADS and len(rest) == headed else {}


def _is_year(said: str) -> bool:
    return said.isdigit() and pattern("date").fullmatch(said) is not None


def _heads(cells: Sequence[Cell], *, is_marked: bool) -> Heads:
    """Return column → roles that its head may mean; the last of a wide cell stand at its right."""
    found: Heads = {}
    for cell in cells:
        is_short = len(words(cell.text)) <= _SHORT_HEAD
        hits = heads_in(cell.text) if is_marked or is_short else heads_at_end(cell.text)
        labels = tuple(h.label for h in hits)
        if "deadline" in labels and len(words(cell.text)) <= _SHORT_HEAD and is_earlier(cell.text):
            labels = tuple("deadline_was" if h == "deadline" else h for h in labels)
        if is_short and is_own_business(cell.text):
            labels = tuple("deliverable" if h in {"risk", "issue"} else h for h in labels)
        if 1 < len(labels) <= cell.column_span:
            start = cell.column + cell.column_span - len(labels)
            found |= {start + i: (label,) for i, label in enumerate(labels)}
        elif labels:
            found[cell.column] = labels
    return found
