"""Reads the rows of a table by what its columns are about, however it was set or read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.judging.columns import settle
from assessor.judging.fields import old_and_new
from assessor.judging.items import each
from assessor.judging.rows import Row
from assessor.judging.spread import spread_over
from assessor.judging.table_heads import parts_of
from assessor.judging.wording import is_ordinary_work, is_own_business, owner_in, pattern
from assessor.matching.phrases import words
from assessor.matching.specifics import countries_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from assessor.judging.table_heads import Heads, Part
    from assessor.model import Block, Cell

_GROUPED = ("risk", "reference")
"""What stands once for the rows under it."""
_RUN_ON = {"deadline", "kpi", "owner", "status"}
"""Columns that are sometimes one with the date's: the date parts them."""
_LONGEST_GROUP = 12
"""Words of a cell that heads the rows under it."""
_OF_A_PLAN = {"owner", "deadline", "status", "kpi"}


class TableReader:
    """Reads one table after another; a table without heads goes on under those before it."""

    def __init__(self, is_about: Callable[[str], bool]) -> None:
        self._is_about = is_about
        self._before: Heads = {}
        self._width = 0

    def rows(self, block: Block) -> Iterator[tuple[int, Row]]:
        """Yield (first row of its part, row) for the rows of a table."""
        columns = max(c.column + c.column_span for c in block.cells)
        for part in parts_of(block, goes_on=columns == self._width):
            if not part.heads and columns == self._width:
                part.heads = self._before
            elif part.heads:
                self._before, self._width = part.heads, columns
            for row in _rows(block, part, self._is_about):
                yield part.rows[0], row


def _rows(block: Block, part: Part, is_about: Callable[[str], bool]) -> Iterator[Row]:
    """Yield the rows of a part, with merged cells counted for every row and column they span."""
    by_row = _cells_by_row(block, part)
    texts = _columns(by_row, max(c.column + c.column_span for c in block.cells))
    known = settle(part.heads, texts, is_about)
    owners = _owners(texts, known)
    number_column = any(
        role == "reference" and {"number"} < set(part.heads.get(c, ())) for c, role in known.items()
    )
    above: dict[str, Cell] = {}
    can_group = "action" in known.values() and not set(known.values()) & set(_GROUPED)
    heading = _grouped_by(by_row, len(texts)) if can_group else "risk"
    spread = spread_over(block, part.rows[0], known) if "action" in known.values() else {}
    left_out = set() if can_group else _left_out(by_row, known)
    over = _over_each(by_row, known, len(texts))
    for number in (n for n in part.rows if n in over and n not in left_out):
        if can_group and (group := _group_of(by_row[number], len(texts))):
            above[heading] = group
            continue
        here = over[number] | dict(_by_role(by_row[number], known))
        if number_column and "reference" in here:
            here["reference"] = _without_own_number(here["reference"])
        once = (*_GROUPED, "deadline") if known.get(0) == "deadline" else _GROUPED
        for role in once:
            if role in here and here[role].text.strip():
                above[role] = here[role]
            elif role in above:
                here[role] = above[role]
        if any(words(c.text) for c in here.values()):
            apart = _told_apart(here, part.heads, known, owners)
            for told in (t for one in _each(apart) for t in _run_apart(one, known)):
                yield Row(spread.get(number, {}) | _newest(told), number)


def _grouped_by(by_row: Mapping[int, Sequence[Cell]], width: int) -> str:
    """Return what the rows that head others name: a risk by its number elsewhere, or a risk."""
    groups = [g for cells in by_row.values() if (g := _group_of(cells, width))]
    is_named = any(pattern("named_risk").search(g.text) for g in groups)
    return "reference" if is_named else "risk"


def _group_of(cells: Sequence[Cell], width: int) -> Cell | None:
    """Return the only cell of a row that heads the rows under it: a risk, then its actions."""
    told = [c for c in cells if words(c.text)]
    is_alone = len(told) == 1 and told[0].column == 0 and told[0].row_span == 1
    is_short = is_alone and len(words(told[0].text)) <= _LONGEST_GROUP
    is_wide = is_short and width > 1 and (told[0].column_span > 1 or len(cells) in {1, width})
    return told[0] if is_wide else None


def _over_each(
    by_row: Mapping[int, Sequence[Cell]], known: Mapping[int, str], width: int
) -> dict[int, dict[str, Cell]]:
    """Return row → the place or product that a row over it names, without the rows that do so."""
    found: dict[int, dict[str, Cell]] = {}
    over: dict[str, Cell] = {}
    for number, cells in by_row.items():
        place = _place_of(cells, known, width) if "risk" in known.values() else None
        if place:
            over = {"country" if countries_in(place.text) else "product": place}
        else:
            found[number] = over
    return found


def _place_of(cells: Sequence[Cell], known: Mapping[int, str], width: int) -> Cell | None:
    """Return the only cell of a row that says of what place or product the risks under it are."""
    group = _group_of(cells, width)
    is_part = group and (
        group.column_span > 1
        or known.get(0) not in {"risk", "action"}
        or group.text.isupper()
        or countries_in(group.text)
    )
    is_own = group and (is_ordinary_work(group.text) or is_own_business(group.text))
    return group if is_part and not is_own else None


def _left_out(by_row: Mapping[int, Sequence[Cell]], known: Mapping[int, str]) -> set[int]:
    """Return the rows that part a plan, and those under one that names the firm's own business."""
    found, is_own = set(), False
    for number, cells in by_row.items():
        section = _section_of(cells, known)
        if section:
            is_own = is_ordinary_work(section) or is_own_business(section)
        if section or is_own:
            found.add(number)
    return found


def _section_of(cells: Sequence[Cell], known: Mapping[int, str]) -> str | None:
    """Return what a row says that parts the table: a few words over its columns, and no more."""
    told = [c for c in cells if words(c.text)]
    if len(told) != 1 or told[0].column or "action" not in known.values():
        return None
    is_wide = told[0].column_span > 1 or known.get(0) not in {"action", "risk"}
    is_short = len(words(told[0].text)) <= _LONGEST_GROUP and told[0].row_span == 1
    return told[0].text if is_wide and is_short else None


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
    issue = [c for c, role in known.items() if role == "risk" and heads.get(c, [""])[0] == "issue"]
    if issue and "risk" in here:
        apart["issue"] = here["risk"]
    if "risk" in here and not any(heads.get(c) for c, role in known.items() if role == "risk"):
        apart["unheaded"] = here["risk"]
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


def _run_apart(here: dict[str, Cell], known: Mapping[int, str]) -> Iterator[dict[str, Cell]]:
    """Yield the cells, an action parted from who does it and when where no column holds them.

    What is there already and what is new beside it are two actions.
    """
    action = here.get("action")
    if action is None or set(known.values()) & _OF_A_PLAN or "risk" not in known.values():
        yield here
        return
    beside = {role: cell for role, cell in here.items() if role != "action"}
    for said in old_and_new(" ".join(action.text.split())):
        yield {role: replace(action, text=text) for role, text in said.items()} | beside


def _each(here: dict[str, Cell]) -> Iterator[dict[str, Cell]]:
    """Yield the cells for each risk, and for each action, of those that stand in one cell."""
    for risk in each(here, "risk"):
        yield from each(risk, "action")


def _newest(here: dict[str, Cell]) -> dict[str, Cell]:
    """Return the cells with the date that counts: the new one, else the one that was."""
    was, now = here.get("deadline_was"), here.get("deadline")
    if was and not (now and words(now.text)):
        return here | {"deadline": was}
    return here
