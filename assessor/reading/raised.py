"""Raised figures: the small "2" of "m2" or of a note, written as the "²" that was printed.

Apart because it alone compares neighbouring characters. A note's mark kept as a plain figure would
change the words before it: "sectorbeeld.2" ends no sentence, "artikel 12" is another article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Setting = Callable[[int], tuple[float, int, float]]

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SMALLER = 0.8
"""Times the size of its neighbour up to which a figure is a raised one."""

HIGHER, HIGHEST = 0.12, 0.75
"""Em of the neighbour by which its baseline lies above the neighbour's."""

MOST = 400
"""Places on a page above which none is looked at: such a page is a matrix of figures."""

_AFTER = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=[.,;:!?)\]”’\"'»%])(?<!\d[.,])|(?<=\d[.,])(?=\d+\s+[A-Z]))\d{1,3}(?!\w)"
)
"""A number right after a word or a mark, and after an amount only before a new sentence."""

_BEFORE = re.compile(r"^\d{1,3}(?=\s{0,4}[^\W\d_])", re.MULTILINE)
_TO_RAISED = str.maketrans("0123456789", RAISED)
_TO_PLAIN = str.maketrans(RAISED, "0123456789")
_MARK = re.compile(f"[{RAISED}]+$")


def with_raised(text: str, setting: Setting) -> str:
    """Return the text of a page, as long as before, with raised figures as such.

    `setting` tells the type size, turns and baseline of the character at an offset.
    """
    places = [(found, -1) for found in _AFTER.finditer(text)]
    places += [(found, 1) for found in _BEFORE.finditer(text)]
    if len(places) > MOST:
        return text
    for found, side in places:
        start, end = found.span()
        neighbour = start - 1 if side < 0 else _next_letter(text, end)
        if _is_raised(setting(start), setting(neighbour)):
            text = text[:start] + found[0].translate(_TO_RAISED) + text[end:]
    return text


def _next_letter(text: str, offset: int) -> int:
    while text[offset].isspace():
        offset += 1
    return offset


def _is_raised(figure: tuple[float, int, float], neighbour: tuple[float, int, float]) -> bool:
    size, turns, baseline = figure
    full, other_turns, line = neighbour
    if turns or other_turns or size > SMALLER * full:
        return False
    return HIGHER * full < line - baseline < HIGHEST * full


def as_plain(text: str) -> str:
    """Return text with raised figures as common ones."""
    return text.translate(_TO_PLAIN)


def opens_note(text: str) -> bool:
    """Return whether a line begins with a raised number."""
    return text[0] in RAISED


def is_raised(text: str) -> bool:
    """Return whether the text is one raised number and nothing more."""
    return bool(_MARK.match(text))


def without_mark(text: str) -> str:
    """Return a line without the raised number that ends it."""
    return _MARK.sub("", text)
