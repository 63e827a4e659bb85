"""Raised numbers that the file wrote apart from their words, joined to what they stand at.

Apart because the file's order says nothing here: all marks of a page may come before its notes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.reading.raised import HIGHER, HIGHEST, SMALLER, is_raised, raised

if TYPE_CHECKING:
    from assessor.reading.strips import Strip

MOST = 40
"""Lone numbers in small type above which a page is a chart of figures, in which none is joined."""

LONGEST = 2
"""Figures of the longest lone mark."""

NEAR = 0.5
"""Em between a word and the mark behind it."""


def with_lone_marks(strips: list[Strip]) -> list[Strip]:
    """Return the strips of one page with each lone mark before its note or behind its word."""
    numbers = [strip for strip in strips if len(strip.text) <= LONGEST and _is_number(strip.text)]
    if not numbers:
        return strips
    small = SMALLER * max(strip.size for strip in strips)
    lone = [mark for mark in numbers if mark.size <= small]
    if len(lone) > MOST:
        return strips
    for mark in lone:
        strips = _joined(mark, strips)
    return strips


def _is_number(text: str) -> bool:
    return text.isdigit() or is_raised(text)


def _joined(mark: Strip, strips: list[Strip]) -> list[Strip]:
    """Return the strips with the mark in its place; unchanged when it stands at nothing."""
    for strip in strips:
        if not _is_raised_at(mark, strip):
            continue
        if -1 <= strip.x0 - mark.x1 < strip.size:
            return _with(opened_by(mark, strip), strip, mark, strips)
        if -1 <= mark.x0 - strip.x1 < NEAR * strip.size and not strip.text[-1].isdigit():
            text = f"{strip.text}{raised(mark.text)}"
            return _with(replace(strip, text=text, x1=mark.x1), strip, mark, strips)
    return strips


def _with(whole: Strip, part: Strip, mark: Strip, strips: list[Strip]) -> list[Strip]:
    return [whole if strip is part else strip for strip in strips if strip is not mark]


def opens(mark: Strip, note: Strip) -> bool:
    """Return whether a raised number stands right before the words of a note."""
    return (
        is_raised(mark.text)
        and mark.turns == note.turns == 0
        and 0 < note.baseline - mark.baseline < note.size
        and -1 <= note.x0 - mark.x1 < note.size
    )


def opened_by(mark: Strip, note: Strip) -> Strip:
    """Return the note with its mark before it."""
    text = f"{raised(mark.text)} {note.text}"
    return replace(note, text=text, x0=mark.x0, top=min(mark.top, note.top))


def _is_raised_at(mark: Strip, words: Strip) -> bool:
    return (
        HIGHER * words.size < words.baseline - mark.baseline < HIGHEST * words.size
        and mark.size <= SMALLER * words.size
        and mark.turns == words.turns == 0
    )
