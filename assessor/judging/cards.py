"""Reads tables with their heads at the left: a card per risk or action, or several side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.judging.columns import by_itself, heads_in
from assessor.judging.items import each
from assessor.judging.rows import Row
from assessor.judging.wording import lexicon, pattern
from assessor.matching.phrases import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assessor.model import Block, Cell

    Beside = dict[int, Cell]
    """Column → cell beside a head."""

_FEWEST = 3
"""Roles that a card must name."""
_NARROWEST = 2
"""Columns: the heads, and what they are heads of."""
_FEWEST_HEADS = 2
"""Cells of a first row that name roles for it to be the head of columns instead."""
_LONGEST_LEFT = 8
"""Words; what is longer is no head at the left."""
_NAMED = 0.25
"""Share of a head at the left that must name what stands beside it."""
_LONGEST_NAME = 35
"""Words; what stands above a card and is longer does not name its risk."""
_WEIGHED = {"affected", "severity", "likelihood", "country"}
_FEWEST_WEIGHED = 2
_OF_A_PLAN = {"owner", "deadline", "status"}
_READS_AS = {"issue": "risk"}


def cards_of(block: Block, above: str, name: str = "") -> list[Row] | None:
    """Return the risks and actions of a table whose heads stand at the left; None for another.

    Args:
        block: a table.
        above: what stands right above it, which may hold the card's number.
        name: what may name the risk of a card that does not name it itself.
    """
    by_row: dict[int, list[Cell]] = {}
    for cell in sorted(block.cells, key=lambda c: c.column):
        by_row.setdefault(cell.row, []).append(cell)
    lines = [by_row[n] for n in sorted(by_row)]
    width = max(c.column + c.column_span for c in block.cells)
    if width < _NARROWEST or not _has_heads_at_left(lines):
        return None
    found: list[Row] = []
    for number, card in _parted(lines, above):
        for column in range(1, width):
            told = {role: beside[column] for role, beside in card.items() if column in beside}
            row = _row(_with_risk(told, name if width == _NARROWEST else ""), number)
            if row is not None:
                found += [Row(one, row.row) for one in each(row.cells, "action")]
    return found or None


def _with_risk(told: dict[str, Cell], above: str) -> dict[str, Cell]:
    """Return the cells of a card that weighs a risk, with what stands above it for its name."""
    if "risk" in told or len(told.keys() & _WEIGHED) < _FEWEST_WEIGHED or told.keys() & _OF_A_PLAN:
        return told
    name = " ".join(above.split())
    if not _FEWEST_HEADS <= len(words(name)) <= _LONGEST_NAME:
        return told
    return {**told, "risk": replace(next(iter(told.values())), text=name)}


def _has_heads_at_left(lines: Sequence[Sequence[Cell]]) -> bool:
    left = [r for line in lines if (r := _role_of(line))]
    heads_of_columns = [c for c in lines[0] if c.column and c.is_header and _names_role(c)]
    if len(heads_of_columns) >= _FEWEST_HEADS:
        return False
    told = [line for line in lines if len(line) > 1]
    return len(set(left)) >= _FEWEST and len(left) * 2 >= len(told)


def _names_role(cell: Cell) -> bool:
    hits = heads_in(cell.text)
    return bool(hits) and len(words(cell.text)) <= _FEWEST_HEADS


def _role_of(line: Sequence[Cell]) -> str | None:
    """Return what the head at the left of a line means; None where there is none."""
    head = line[0]
    if head.column or len(line) == 1 or len(words(head.text)) > _LONGEST_LEFT:
        return None
    hits = [h for h in heads_in(head.text) if h.end - h.start >= _NAMED * len(head.text)]
    return _READS_AS.get(hits[0].label, by_itself(hits[0].label)) if hits else None


def _parted(
    lines: Sequence[Sequence[Cell]], above: str
) -> list[tuple[str | None, Mapping[str, Beside]]]:
    """Return (number, role → column → cell) of each card; a head that comes again begins one."""
    cards: list[tuple[str | None, dict[str, Beside]]] = [(_number_in(above), {})]
    weighs = {role for line in lines if (role := _role_of(line))}
    is_of_risks = bool(weighs & (_WEIGHED - {"country"})) and "risk" not in weighs
    for line in lines:
        beside = {c.column: c for c in line if c.column}
        if len(line) == _NARROWEST and line[1].is_header and _names_role(line[1]):
            continue
        if not beside:
            cards.append((_number_in(line[0].text), {}))
            continue
        role = _role_of(line)
        if role == "action" and is_of_risks and _is_bare(line[0].text):
            role = "told" if "risk" in cards[-1][1] else "risk"
        if line[0].column or (role is None and not words(line[0].text)):
            role = "risk" if not cards[-1][1] else None
        if role and role in cards[-1][1] and role == next(iter(cards[-1][1])):
            cards.append((None, {}))
        if role:
            cards[-1][1].setdefault(role, beside)
    return [(number, card) for number, card in cards if card]


def _is_bare(head: str) -> bool:
    """Return whether a head is "what" and no more, which may be a risk as well as an action."""
    return len(words(head)) == 1 and bool(lexicon("alone").find(head))


def _number_in(said: str) -> str | None:
    met = pattern("named_risk").search(said)
    return met["number"].upper() if met else None


def _row(told: dict[str, Cell], number: str | None) -> Row | None:
    """Return what stands beside the heads as one row; None where it tells no risk or action."""
    named = [r for r in ("action", "risk") if r in told and words(told[r].text)]
    if not named or len(told) < _FEWEST:
        return None
    if number and "number" not in told:
        told["number"] = replace(told[named[-1]], text=number)
    return Row(told, told[named[0]].row)
