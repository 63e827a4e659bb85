"""Reads tables whose cells stand where a topic and a country, or a task and a quarter, meet."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.judging.columns import heads_in
from assessor.judging.rows import Row
from assessor.judging.wording import lexicon, pattern, value
from assessor.matching.phrases import words
from assessor.matching.specifics import countries_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assessor.model import Block, Cell

_FEWEST = 2
"""Rows and columns beside the heads."""
_MOST = 0.5
"""Share of heads, or of cells, that must look so."""
_ALL = 0.75
_SCORE = re.compile(
    r"\((?:(?P<word>[^\W\d]{3,}(?: [^\W\d]+)?)|(?:[1-9]|10|[HML])(?:\s*/\s*(?:5|10))?)\)$"
)
_TELLING = 3
"""Words; a cell with fewer is a mark and tells no action."""


def matrix_rows(block: Block, is_about: Callable[[str], bool]) -> list[Row] | None:
    """Return the risks or actions that the cells of a matrix tell; None for another table."""
    grid = {(c.row, c.column): c for c in block.cells}
    rows, columns = sorted({c.row for c in block.cells}), sorted({c.column for c in block.cells})
    if len(columns) > _FEWEST and (scored := _scored(grid, rows, columns)) is not None:
        return scored
    if len(rows) <= _FEWEST or len(columns) <= _FEWEST:
        return None
    over = {c: grid[rows[0], c] for c in columns[1:] if (rows[0], c) in grid}
    beside = {r: grid[r, columns[0]] for r in rows[1:] if (r, columns[0]) in grid}
    inner = [grid[r, c] for r in rows[1:] for c in over if (r, c) in grid]
    if not over or not beside or not inner:
        return None
    corner = grid.get((rows[0], columns[0]))
    if corner and (first := _run_in(over)):
        over = {c: head for c, (head, _) in first.items()}
        beside[rows[0]] = corner
        inner = [cell for _, cell in first.values()] + inner
    if _is_of_quarters(over, inner):
        return _actions(grid, over, beside, corner)
    if _is_of_risks(over, beside, inner, is_about):
        return [row for row in (_risk(c, over, beside) for c in inner) if row]
    return None


def _scored(
    grid: dict[tuple[int, int], Cell], rows: Sequence[int], columns: Sequence[int]
) -> list[Row] | None:
    """Return the cells of columns that tell a risk and score it: "Children at the looms (4)"."""
    told = [c for (_, column), c in grid.items() if column != columns[0] and words(c.text)]
    telling = [c for c in told if len(words(c.text)) >= _TELLING]
    scored = [c for c in told if _is_scored(c.text)]
    if len(scored) <= _FEWEST or len(scored) < _MOST * len(telling):
        return None
    within = {c.column for c in scored}
    if len(within) < _FEWEST:
        return None
    found: list[Row] = []
    for r in rows:
        line = [grid[r, c] for c in columns if (r, c) in grid]
        rest = [c for c in line if c.column not in within]
        place = next((c for c in rest if countries_in(c.text)), None)
        if any(c in scored for c in line):
            named = [c for c in line if c.column in within and c in telling]
            found += [_risk_scored(c, rest, place) for c in named]
    return found


def _risk_scored(cell: Cell, rest: Sequence[Cell], place: Cell | None) -> Row:
    told = {"risk": cell, "severity": cell, "product": rest[0] if rest else cell}
    return Row(told | ({"country": place} if place else {}), cell.row)


def _is_scored(text: str) -> bool:
    met = _SCORE.search(text.strip())
    is_rating = met is not None and (met["word"] is None or _is_rated(met["word"]))
    return is_rating and len(words(text)) >= _TELLING


def _run_in(over: dict[int, Cell]) -> dict[int, tuple[Cell, Cell]]:
    """Return column → head and first cell, where all heads were read as one with the cell below."""
    found: dict[int, tuple[Cell, Cell]] = {}
    for column, cell in over.items():
        rated = [h for h in lexicon("rating").find(cell.text) if h.start and h.end < len(cell.text)]
        at = [h.start for h in rated if cell.text[h.start].isupper() and cell.text[h.end] == ":"]
        if not at:
            return {}
        head = replace(cell, text=cell.text[: at[0]].strip())
        found[column] = (head, replace(cell, text=cell.text[at[0] :]))
    return found


def _share(cells: Sequence[Cell], is_so: Callable[[str], bool]) -> float:
    said = [c.text for c in cells if words(c.text)]
    return sum(map(is_so, said)) / len(said) if said else 0.0


def _is_of_quarters(over: dict[int, Cell], inner: Sequence[Cell]) -> bool:
    def is_date(text: str) -> bool:
        return pattern("date").match(text) is not None

    told = _share(inner, lambda t: len(words(t)) >= _TELLING)
    return len(over) >= _FEWEST and _share([*over.values()], is_date) >= _ALL and told >= _MOST


def _is_of_risks(
    over: dict[int, Cell],
    beside: dict[int, Cell],
    inner: Sequence[Cell],
    is_about: Callable[[str], bool],
) -> bool:
    def is_place(text: str) -> bool:
        return bool(countries_in(text))

    if _share(inner, _is_rated) < _MOST:
        return False
    one, other = [*over.values()], [*beside.values()]
    return any(
        _share(topics, is_about) >= _MOST and _share(places, is_place) >= _MOST
        for topics, places in ((one, other), (other, one))
    )


def _is_rated(text: str) -> bool:
    return any(h.start == 0 for h in lexicon("rating").find(text.strip()))


def _risk(cell: Cell, over: dict[int, Cell], beside: dict[int, Cell]) -> Row | None:
    """Return the cell as a risk; None where it says that there is little or nothing known."""
    if not words(cell.text) or cell.row not in beside:
        return None
    rated = [h for h in lexicon("rating").find(cell.text) if h.start == 0]
    said = cell.text[: max((h.end for h in rated), default=0)]
    if not rated or value(said, "small") or value(said, "unsettled"):
        return None
    heads = (over[cell.column], beside[cell.row])
    place, topic = heads if countries_in(heads[0].text) else heads[::-1]
    is_told = len(words(cell.text)) >= _TELLING
    label = cell if is_told else replace(cell, text=topic.text)
    rated_as = replace(cell, text=said)
    told = {"risk": label, "country": place, "severity": rated_as, "subject": topic}
    return Row(told, cell.row)


def _actions(
    grid: dict[tuple[int, int], Cell],
    over: dict[int, Cell],
    beside: dict[int, Cell],
    corner: Cell | None,
) -> list[Row]:
    """Return every cell under a quarter as an action with that date."""
    hits = heads_in(corner.text) if corner else []
    role = next((h.label for h in hits), "risk")
    role = {"issue": "risk", "action": "risk", "deliverable": "risk"}.get(role, role)
    return [
        Row({"action": cell, "deadline": over[c], role: beside[r]}, r)
        for (r, c), cell in sorted(grid.items())
        if c in over and r in beside and len(words(cell.text)) >= _TELLING
    ]
