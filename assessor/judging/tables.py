"""Finds the rows of tables by what their cells are about, however a table was set or read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assessor.judging.columns import heads_in, owner_in, pattern, settle
from assessor.judging.table_heads import parts_of
from assessor.matching.phrases import words
from assessor.model import Evidence
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assessor.judging.case import Case
    from assessor.judging.table_heads import Heads, Part
    from assessor.model import Block, Cell, Document, Passage, Stance

_NEAR = 2
"""Blocks above a table that may hold its caption."""
ABOVE = " . "
"""Parts headings and caption in what stands above a table."""
_LONGEST_CAPTION = 30
"""Words."""
_GROUPED = ("risk", "risk_no")
"""What stands once for the rows under it."""
_RUN_ON = {"deadline", "kpi", "owner", "status"}
"""Columns that are sometimes one with the date's: the date parts them."""
_CARD_WIDTH, _FEWEST_ON_CARD = 2, 3
"""Columns of a table that tells one risk or action, and roles that it must name."""
_LONGEST_GROUP = 12
"""Words of a cell that heads the rows under it."""


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

    def is_blank(self, role: str) -> bool:
        """Return whether there is such a column and its cell says, with a dash, that it is none."""
        return role in self.cells and not self.text(role)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table with the passage that quotes it."""

    row: Row
    passage: int
    """Index among the submission's passages."""
    table: tuple[int, int, int] = (0, 0, 0)
    """Document, block and first row of the table that it is in."""
    caption: str = ""
    """What stands above the table, and the headings."""
    is_quoted: bool = True
    """False where head and first row were read as one, and the passage is that of the row below."""


def table_rows(case: Case, needed: str) -> Iterator[TableRow]:
    """Yield the rows, of all tables, that have something in the needed column."""
    by_place = _passages_by_row(case)
    for d, document in enumerate(case.documents):
        for b, first, row in _rows_of(document):
            exact = by_place.get((d, b, row.row))
            passage = by_place.get((d, b, row.row + 1)) if exact is None else exact
            if passage is not None and row.text(needed):
                above = ABOVE.join((*case.passages[passage].headings, _caption(document, b)))
                yield TableRow(row, passage, (d, b, first), above, exact is not None)


def _rows_of(document: Document) -> Iterator[tuple[int, int, Row]]:
    """Yield (block, first row of its part, row) for the rows of all tables of a document."""
    before: Heads = {}
    width = 0
    for b, block in enumerate(document.blocks):
        if block.kind != "table" or not block.cells:
            continue
        columns = max(c.column + c.column_span for c in block.cells)
        if (card := _card(block, columns)) is not None:
            yield b, card.row, card
            continue
        for part in parts_of(block):
            if not part.heads and columns == width:
                part.heads = before
            elif part.heads:
                before, width = part.heads, columns
            for row in _rows(block, part):
                yield b, part.rows[0], row


def _card(block: Block, columns: int) -> Row | None:
    """Return a table of two columns, heads at the left, as the one row that it tells; else None."""
    if columns != _CARD_WIDTH:
        return None
    beside = {c.row: c for c in block.cells if c.column == 1}
    told: dict[str, Cell] = {}
    for cell in block.cells:
        if cell.column == 0 and cell.row in beside:
            hits = heads_in(cell.text)
            role = hits[0].label if hits else None
            told |= {role: beside[cell.row]} if role and role not in told else {}
    of_a_plan = {"risk", "action"} & told.keys()
    if not of_a_plan or len(told) < _FEWEST_ON_CARD:
        return None
    return Row(told, told["action" if "action" in told else "risk"].row)


def _caption(document: Document, block: int) -> str:
    above = document.blocks[max(0, block - _NEAR) : block]
    return ABOVE.join(b.text for b in above if len(words(b.text)) <= _LONGEST_CAPTION)


def _passages_by_row(case: Case) -> dict[tuple[int, int, int], int]:
    """Return (document, block, row) → index of the passage that quotes it: one line per row."""
    by_block: dict[tuple[int, int], list[int]] = {}
    for index, passage in enumerate(case.passages):
        if passage.kind == "table":
            by_block.setdefault((passage.document, passage.block), []).append(index)
    by_row: dict[tuple[int, int, int], int] = {}
    for (d, b), indexes in by_block.items():
        block = case.documents[d].blocks[b]
        numbers = sorted({cell.row for cell in block.cells})
        starts = [0, *(at + 1 for at, c in enumerate(block.text) if c == "\n")]
        for index in indexes:
            line = bisect_right(starts, case.passages[index].start) - 1
            by_row[d, b, numbers[min(line, len(numbers) - 1)]] = index
    return by_row


def _rows(block: Block, part: Part) -> Iterator[Row]:
    """Yield the rows of a part, with merged cells counted for every row and column they span."""
    by_row = _cells_by_row(block, part)
    texts = _columns(by_row, max(c.column + c.column_span for c in block.cells))
    known = settle(part.heads, texts)
    owners = _owners(texts, known)
    number_column = any(
        role == "risk_no" and "number" in part.heads.get(c, ()) for c, role in known.items()
    )
    above: dict[str, Cell] = {}
    can_group = "action" in known.values() and not set(known.values()) & set(_GROUPED)
    for number in part.rows:
        if can_group and (group := _group_of(by_row[number], len(texts))):
            above["risk"] = group
            continue
        here = dict(_by_role(by_row[number], known))
        if number_column and "risk_no" in here:
            here["risk_no"] = _without_own_number(here["risk_no"])
        for role in _GROUPED:
            if role in here and here[role].text.strip():
                above[role] = here[role]
            elif role in above:
                here[role] = above[role]
        if any(words(c.text) for c in here.values()):
            yield Row(_told_apart(here, part.heads, known, owners), number)


def _group_of(cells: Sequence[Cell], width: int) -> Cell | None:
    """Return the only cell of a row that heads the rows under it: a risk, then its actions."""
    told = [c for c in cells if words(c.text)]
    is_alone = len(told) == 1 and told[0].column == 0 and told[0].row_span == 1
    is_short = is_alone and len(words(told[0].text)) <= _LONGEST_GROUP
    is_wide = is_short and (told[0].column_span > 1 or len(cells) == width > 1)
    return told[0] if is_wide else None


def _cells_by_row(block: Block, part: Part) -> dict[int, list[Cell]]:
    """Return the cells that reach into each row of a part, without heads run into them."""
    by_row: dict[int, list[Cell]] = {number: [] for number in part.rows}
    for cell in block.cells:
        text = part.run_in.get(cell.row, {}).get(cell.column, cell.text)
        told = cell if text == cell.text else replace(cell, text=text)
        for number in range(cell.row, cell.row + cell.row_span):
            if number in by_row and cell.row >= part.rows[0]:
                by_row[number].append(told)
    return by_row


def _columns(by_row: Mapping[int, Sequence[Cell]], width: int) -> dict[int, list[str]]:
    """Return column → what stands in it and in no other column, each cell once."""
    texts: dict[int, list[str]] = {column: [] for column in range(width)}
    for number, cells in by_row.items():
        for cell in cells:
            if cell.row == number and cell.column_span == 1:
                texts[cell.column].append(cell.text)
    return texts


def _by_role(cells: Sequence[Cell], known: Mapping[int, str]) -> Iterator[tuple[str, Cell]]:
    for cell in cells:
        span = range(cell.column, cell.column + cell.column_span)
        covered = [known[c] for c in span if c in known]
        if covered:
            yield "action" if "action" in covered else covered[0], cell


def _without_own_number(cell: Cell) -> Cell:
    """Return the cell of a column "No. / risk" without the row's own number before the risk's."""
    own_and_risk = cell.text.split(maxsplit=1)
    return replace(cell, text=own_and_risk[1] if len(own_and_risk) > 1 else "")


def _owners(texts: Mapping[int, Sequence[str]], known: Mapping[int, str]) -> list[str]:
    """Return who stands in the owner's column of any row, longest first."""
    columns = [c for c, role in known.items() if role == "owner"]
    named = {" ".join(t.split()) for c in columns for t in texts[c] if words(t)}
    return sorted(named, key=len, reverse=True)


def _told_apart(
    here: dict[str, Cell], heads: Heads, known: Mapping[int, str], owners: Sequence[str]
) -> dict[str, Cell]:
    """Return the cells, those that were read as one parted by the date or by a name."""
    apart = dict(here)
    action = here.get("action")
    if action and action.column_span > 1:
        named = next((o for o in owners if o in action.text), None) or owner_in(action.text)
        if named and "owner" in known.values() and "owner" not in here:
            apart["owner"] = replace(action, text=named)
        met = pattern("date").search(action.text)
        if met and "deadline" in known.values() and "deadline" not in here:
            apart["deadline"] = replace(action, text=met.group())
    for column, role in known.items():
        roles = [r for r in heads.get(column, ()) if r in _RUN_ON and (r == role or r not in apart)]
        if role in roles and role in here and "deadline" in roles and len(roles) > 1:
            apart |= _parted(here[role], next(r for r in roles if r != "deadline"))
    return apart


def _parted(cell: Cell, other: str) -> dict[str, Cell]:
    """Return the date of a cell as the deadline, and what stands around it as the other role."""
    met = pattern("date").search(cell.text)
    if met is None:
        return {other: cell}
    rest = cell.text[: met.start()] + cell.text[met.end() :]
    return {
        "deadline": replace(cell, text=met.group()),
        other: replace(cell, text=rest.strip(" ,;:/")),
    }


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
