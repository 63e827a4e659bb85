"""Tables whose last row is a total that the rows above do not add up to."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from assessor.judging.noticing.counted import said
from assessor.judging.noticing.quoting import finding, quoted
from assessor.matching.phrases import Lexicon, fold
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assessor.judging.case import Case
    from assessor.model import Block, Finding

_WHOLE = re.compile(r"\d{1,3}(?:[.,\s]\d{3})+|\d+")
_FEWEST = 3
"""Rows above a total; with two a subtotal is easily taken for one."""


def on_totals(case: Case) -> Iterator[Finding]:
    """Yield a finding per table of which a column of whole numbers does not add up."""
    for number, document in enumerate(case.documents):
        for place, block in enumerate(document.blocks):
            if block.kind != "table":
                continue
            for name, total, added in _wrong(block):
                index = _total_row(case, number, place, block)
                why = say("noticing.reason_sum", column=name, total=total, added=added)
                evidence = quoted(case, index, why) if index is not None else None
                if evidence:
                    values = {"column": name, "total": total, "added": added}
                    subject = document.file
                    yield finding("contradiction", subject, "sum_otherwise", [evidence], **values)
                    break


def _wrong(block: Block) -> Iterator[tuple[str, int, int]]:
    """Yield the head, the total as given and the sum of each column that does not add up."""
    rows = _rows(block)
    if len(rows) < _FEWEST + 2 or not _is_total(rows[-1].get(0, "")):
        return
    above = rows[1:-1]
    if any(_is_total(row.get(0, "")) for row in above):
        return
    for column, given in rows[-1].items():
        name = rows[0].get(column, "")
        numbers = [_number(row.get(column, "")) for row in above]
        total = _number(given)
        if column == 0 or total is None or _names_no_sum().find(name):
            continue
        known = [n for n in numbers if n is not None]
        if len(known) == len(above) and sum(known) != total:
            yield name, total, sum(known)


def _rows(block: Block) -> list[Mapping[int, str]]:
    """Return the rows as column → text; a table with merged cells is not read."""
    if any(c.row_span > 1 or c.column_span > 1 for c in block.cells):
        return []
    rows: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for cell in block.cells:
        rows[cell.row][cell.column] = " ".join(cell.text.split())
    return [rows[r] for r in sorted(rows)]


def _number(text: str) -> int | None:
    return int(re.sub(r"\D", "", text)) if _WHOLE.fullmatch(text) else None


def _is_total(text: str) -> bool:
    return fold(text).strip(" :.") in said()["total"]


@cache
def _names_no_sum() -> Lexicon[None]:
    return Lexicon((None, term) for term in said()["names_no_sum"])


def _total_row(case: Case, document: int, place: int, block: Block) -> int | None:
    """Return the passage that is the table's last row."""
    here = [i for i, p in enumerate(case.passages) if (p.document, p.block) == (document, place)]
    return here[-1] if here and block.cells else None
