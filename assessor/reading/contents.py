"""Contents pages: lines that end in the number of a page.

Apart from tables, which they resemble, and from paragraphs, into which they would flow together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assessor.reading.drafts import Draft
from assessor.reading.marks import has_leaders

if TYPE_CHECKING:
    from assessor.reading.strips import Strip

FEWEST = 4
"""Entries that make a contents page."""

SAME_ROW = 0.5
"""Em by which the baseline of an entry and its page number may differ."""

FLUSH = 1.0
"""Em by which the ends of page numbers may differ."""

RISING = 0.9
"""Share of the page numbers that are not below the one above them."""

_NUMBER = re.compile(r"(?:[.…_ ]*\s)?\d{1,3}$")


def contents_of(strips: list[Strip]) -> tuple[list[Draft], list[Strip]]:
    """Return a draft per entry of a contents page, and the strips that are in none."""
    upright = [strip for strip in strips if not strip.turns]
    ends = [
        strip
        for strip in upright
        if strip.text[-1:].isdigit() and (_NUMBER.match(strip.text) or has_leaders(strip.text))
    ]
    ends = _flush(ends)
    if len(ends) < FEWEST or not _rise(ends):
        return [], strips
    entries = [entry for end in ends if (entry := _entry(end, upright))]
    if len(entries) < FEWEST:
        return [], strips
    taken = {id(strip) for entry in entries for strip in entry}
    return [_draft(entry) for entry in entries], [s for s in strips if id(s) not in taken]


def _ends_in_page(text: str) -> bool:
    return text[-1:].isdigit() and (bool(_NUMBER.match(text)) or has_leaders(text))


def _flush(ends: list[Strip]) -> list[Strip]:
    """Return those that end at the same place as most others, from top to bottom."""
    best: list[Strip] = []
    for one in ends:
        flush = [strip for strip in ends if abs(strip.x1 - one.x1) <= FLUSH * one.size]
        best = flush if len(flush) > len(best) else best
    return sorted(best, key=lambda strip: strip.baseline)


def _rise(ends: list[Strip]) -> bool:
    numbers = [int(number[0]) for end in ends if (number := re.search(r"\d+$", end.text))]
    rising = sum(a <= b for a, b in zip(numbers, numbers[1:]))  # noqa: B905,RUF007  neighbours
    return rising >= RISING * (len(numbers) - 1) and len(set(numbers)) > 2  # noqa: PLR2004  it rises


def _entry(end: Strip, strips: list[Strip]) -> list[Strip]:
    """Return the strips on the line of a page number; none where no words stand before it."""
    row = [
        strip
        for strip in strips
        if abs(strip.baseline - end.baseline) < SAME_ROW * end.size and strip.x1 <= end.x1
    ]
    row.sort(key=lambda strip: strip.x0)
    words = sum(character.isalpha() for strip in row for character in strip.text)
    figures = sum(any(c.isdigit() for c in strip.text) for strip in row[:-1])
    return row if words > 2 and figures < 2 else []  # noqa: PLR2004  a word; its own number


def _draft(entry: list[Strip]) -> Draft:
    draft = Draft.of(entry[0])
    for strip in entry[1:]:
        draft.add(strip)
    draft.kind = "contents"
    return draft
