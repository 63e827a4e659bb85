"""Finds the day on which a document was made, as it says itself on its first page.

Where it says none, a report of a year is no older than that year; else the day on which it came in
counts, and where nobody knows that either, nothing is called out of date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from assessor.judging.noticing.days import Span, said, spans
from assessor.matching.phrases import Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from assessor.model import Document

_TITLE_LINES = 4
_LETTER = re.compile(r"[A-Z][\w'’-]+(?:[ -][\w'’-]+){0,3},\s+$")
"""A place, before a day."""
_TITLE_KINDS = {"heading", "paragraph", "table", "header", "footer", "list_item", "footnote"}


@dataclass(frozen=True, slots=True)
class Issued:
    """When a document was made."""

    day: date
    """At the earliest: of a month its first day."""
    said: str
    """As written; empty where it is the day on which it came in."""
    is_own: bool = True
    """False where it is only the latest day that the document tells of as past."""


def issued(document: Document) -> Issued | None:
    """Return the day that the document gives as its own; None where it gives none."""
    lines = [*_lines(document), *_closing(document)]
    dated = list(_dated(lines))
    cued = [s for s, is_cued in dated if is_cued]
    plain = [s for s, is_cued in dated if not is_cued]
    if best := max(cued, key=lambda s: s.first, default=None) or next(iter(plain), None):
        return Issued(best.first, best.said)
    periods = [
        span
        for before, line in pairwise(("", *lines))
        if _is("period", line) or (_is("period", before) and len(spans(line)) > 1)
        for span in spans(line)
    ]
    if end := max(periods, key=lambda s: s.last, default=None):
        return Issued(end.last, end.said)
    return _of_a_year(lines[:_TITLE_LINES])


def _of_a_year(lines: Sequence[str]) -> Issued | None:
    """Return the last day of the year of which the title says that it reports."""
    for line in lines:
        found = spans(line)
        if len(found) == 1 and found[0].is_a_year and _is("reports", line):
            return Issued(found[0].last, found[0].said)
    return None


def _dated(lines: Sequence[str]) -> Iterator[tuple[Span, bool]]:
    """Yield the days and months near the title, and whether a word says that it is the issue's."""
    for before, line in pairwise(("", *lines)):
        found = [s for s in spans(line) if not s.is_a_year]
        if len(found) != 1 or _is("is_not", line) or _is("period", line):
            continue
        is_letter = _LETTER.match(line[: found[0].start]) is not None
        is_cued = is_letter or _is("is", line) or (_is("is", before) and not spans(before))
        if is_cued or _is_little_more(line, found[0]):
            yield found[0], is_cued


def _is_little_more(line: str, span: Span) -> bool:
    """Return whether a line is a day and a place or a mark, as above a letter."""
    return len(line) <= said()["issue"]["longest"] and span.end - span.start > len(line) // 4


def _closing(document: Document) -> Iterator[str]:
    """Yield the lines at the end that begin with a place and a day, as under a letter."""
    for block in document.blocks[-said()["issue"]["last"] :]:
        found = spans(block.text)
        if block.kind == "paragraph" and found and _LETTER.match(block.text[: found[0].start]):
            yield block.text[: found[0].end]


def _lines(document: Document) -> Iterator[str]:
    """Yield what stands near the title, rows of its table one by one, without whom it replaces."""
    shapes = said()["issue"]
    kept = [b for b in document.blocks if b.kind in _TITLE_KINDS and (b.page or 1) <= 1]
    most = shapes["blocks"] if document.pages else shapes["blocks_in_word"]
    for block in kept[:most]:
        rows = block.text.split("\n") if block.kind == "table" else [block.text]
        if len(rows) > shapes["longest_table"]:
            continue
        for row in rows:
            replaced = _lexicon("until").find(row)
            line = row[: replaced[0].start] if replaced else row
            if len(line) <= 2 * shapes["longest"]:
                yield line


@cache
def _lexicon(name: str) -> Lexicon[None]:
    return Lexicon((None, term) for term in said()["issue"][name])


def _is(name: str, line: str) -> bool:
    return bool(_lexicon(name).find(line))
