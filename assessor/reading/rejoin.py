"""Rejoining: strips that were parted at a gap which turns out to be no gutter.

Apart from finding strips, because it takes the neighbouring lines to see it: a gutter is empty on
the lines above and below too, a stretched word space is not.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.reading.lonemarks import opened_by, opens
from assessor.reading.marks import MARK_ALONE
from assessor.reading.raised import opens_note, without_mark

if TYPE_CHECKING:
    from assessor.reading.strips import Strip

MARK_REACH = 5.0
"""Em between a bullet or number and its text; further away it is a column of its own."""

WORD_SPACE = 0.12
"""Em of white from which two strips are two words."""

CLOSING = ".,;:!?)]”’"
"""Signs before which no space is written."""

STRETCHED = 2.2
"""Em that a justified word space may reach in a narrow column."""

AROUND = 50
"""Strips before and after, in the file's order, among which neighbouring lines are looked for."""

LONGEST_MARK = 11
"""Characters of the longest mark, such as "[SPB+14]" or "10.12.3."."""

NEIGHBOUR = 2.6
"""Em up or down within which a line counts as a neighbour."""


def rejoined(strips: list[Strip], text: str) -> list[Strip]:
    """Return the strips with marks joined to their text and false gaps closed."""
    kept: list[Strip] = []
    for index, strip in enumerate(strips):
        last = kept[-1] if kept else None
        around = strips[max(0, index - AROUND) : index + AROUND]
        if last and _same_line(last, strip) and _belong(last, strip, around):
            last.text += _between(last, strip, text) + strip.text
            last.end, last.x1 = strip.end, strip.x1
            last.bold = last.bold and strip.bold
        elif last and opens_note(last.text) and opens(last, strip):
            kept[-1] = replace(opened_by(last, strip), start=last.start)
        else:
            kept.append(strip)
    return kept


def _between(last: Strip, strip: Strip, text: str) -> str:
    """Return what stands between two strips of one line; pdfium ends the line at a raised mark."""
    between = text[last.end : strip.start]
    if "\n" not in between:
        return between
    closes = strip.text[0] in CLOSING or opens_note(strip.text)
    return " " if strip.x0 - last.x1 > WORD_SPACE * strip.size and not closes else ""


def _same_line(a: Strip, b: Strip) -> bool:
    return (
        a.turns == b.turns == 0
        and abs(a.baseline - b.baseline) < 0.25 * max(a.size, b.size)  # rounding, not superscript
        and b.x0 >= a.x1 - 1
    )


def _belong(a: Strip, b: Strip, strips: list[Strip]) -> bool:
    gap = b.x0 - a.x1
    if len(a.text) <= LONGEST_MARK and (MARK_ALONE.match(a.text) or _is_note_number(a, b)):
        return gap < MARK_REACH * b.size
    if gap > STRETCHED * b.size:
        return False
    if a.text != without_mark(a.text):  # pdfium ends the line after a raised mark
        return b.start - a.end <= 3  # noqa: PLR2004  line break and space
    if b.start - a.end > 2:  # noqa: PLR2004  another line, or spaces
        return False
    return gap < 0.3 * b.size or _crossed(a.x1, b.x0, a, strips)


def _is_note_number(a: Strip, b: Strip) -> bool:
    """Return whether a is a bare number before the words of a footnote or a heading."""
    return a.text.isdigit() and len(a.text) < 3 and b.text[0].isalpha() and b.start - a.end < 3  # noqa: PLR2004  99 notes


def _crossed(x0: float, x1: float, line: Strip, strips: list[Strip]) -> bool:
    middle, reach = (x0 + x1) / 2, NEIGHBOUR * line.size
    return any(
        strip.x0 < middle < strip.x1
        and 0.5 * line.size < abs(strip.baseline - line.baseline) < reach
        for strip in strips
    )
