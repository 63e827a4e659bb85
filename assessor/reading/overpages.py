"""Tables that go on over the page, joined into one.

Apart because a row on the second page means nothing without the column heads on the first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.reading.marks import CAPTION

if TYPE_CHECKING:
    from assessor.model import Cell
    from assessor.reading.drafts import Draft

FLUSH = 8.0
"""Points by which columns may shift from page to page, measured from the table's left side."""

BESIDE = frozenset({"header", "footer", "footnote"})
"""Kinds that may stand between two parts of a table."""


GOES_ON = ("cont.", "continued", "vervolg", "fortsetzung", "suite")
"""Words in a caption that say that a table goes on."""


LABELLED = 0.8
"""Share of the rows that have a label, from which a row without one belongs to the row above."""


def joined_tables(drafts: list[Draft]) -> list[Draft]:
    """Return drafts in reading order with each table that goes on taken into its first part."""
    kept: list[Draft] = []
    table: Draft | None = None
    caption: Draft | None = None
    for draft in drafts:
        if table and draft.kind == "table" and _goes_on(table, draft):
            _take_in(table, draft)
            if caption:
                kept.remove(caption)
                caption = None
            continue
        kept.append(draft)
        if draft.kind == "table":
            table, caption = draft, None
        elif table and not caption and _is_repeated_caption(draft, table):
            caption = draft
        elif draft.kind not in BESIDE:
            table = None
    return kept


def _is_repeated_caption(draft: Draft, table: Draft) -> bool:
    """Return whether a caption at the head of the next page announces that the table goes on."""
    text = draft.text.lower()
    last = table.cells[-1].page
    return bool(
        last is not None
        and draft.page == last + 1
        and CAPTION.match(text)
        and any(word in text for word in GOES_ON)
    )


def _goes_on(table: Draft, more: Draft) -> bool:
    last = table.cells[-1].page
    if last is None or more.page != last + 1:
        return False
    before, after = _columns(table.cells, last), _columns(more.cells, more.page)
    return len(before) == len(after) and all(
        abs(before[column] - after.get(column, 1e9)) <= FLUSH for column in before
    )


def _columns(cells: list[Cell], page: int) -> dict[int, float]:
    """Return where each column begins on a page, from the left side of the table."""
    places = {
        cell.column: cell.box.x0
        for cell in cells
        if cell.box and cell.page == page and cell.column_span == 1
    }
    left = min((cell.box.x0 for cell in cells if cell.box and cell.page == page), default=0.0)
    return {column: place - left for column, place in places.items()}


def _take_in(table: Draft, more: Draft) -> None:
    """Add the rows of the second part, without heads that only say again what the first said."""
    heads = _heads(table.cells)
    repeats = _heads(more.cells) == heads
    skipped = 1 + max((cell.row for cell in more.cells if cell.is_header and repeats), default=-1)
    rows = [cell for cell in more.cells if cell.row >= skipped]
    last = max(cell.row + cell.row_span - 1 for cell in table.cells)
    if _is_rest_of_row(rows, skipped, table.cells):
        _finish_row(table, [cell for cell in rows if cell.row == skipped], last)
        rows = [cell for cell in rows if cell.row > skipped]
        skipped += 1
    table.cells += [
        replace(cell, row=cell.row - skipped + last + 1, is_header=cell.is_header and not heads)
        for cell in rows
    ]


def _is_rest_of_row(rows: list[Cell], first: int, cells: list[Cell]) -> bool:
    """Return whether a row has no label although nearly all rows have one."""
    every = {cell.row for cell in cells}
    labelled = {cell.row for cell in cells if cell.column == 0}
    has_label = any(cell.row <= first and cell.column == 0 for cell in rows)
    return not has_label and len(labelled) >= LABELLED * len(every)


def _finish_row(table: Draft, rest: list[Cell], last: int) -> None:
    """Add the text of a row's rest to the cells above it."""
    for cell in rest:
        for index, above in enumerate(table.cells):
            if above.row + above.row_span - 1 == last and above.column == cell.column:
                table.cells[index] = replace(above, text=f"{above.text}\n{cell.text}")
                break
        else:
            table.cells.append(replace(cell, row=last, is_header=False))


def _heads(cells: list[Cell]) -> list[str]:
    return ["".join(cell.text.split()) for cell in cells if cell.is_header]
