"""Raised figures: the small "2" that is the mark of a note, told apart while a page is laid out.

A mark taken for a plain figure changes the words before it: "sectorbeeld.2" ends no sentence,
"artikel 12" is another article. So layout sees other signs, and the block gets the figure back with
the place where it stands: a quote must be found in the file as it is.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from assessor.model import Mark

    Setting = Callable[[int], tuple[float, int, float]]

RAISED = "".join(map(chr, range(0xFDD0, 0xFDDA)))
"""Stand for the raised figures 0 to 9; Unicode leaves these to programs, so no file has them."""

SMALLER = 0.8
"""Times the size of its neighbour up to which a figure is a raised one."""

HIGHER, HIGHEST = 0.12, 0.75
"""Em of the neighbour by which its baseline lies above the neighbour's."""

MOST = 400
"""Places on a page above which none is looked at: such a page is a matrix of figures."""

_FIGURES = re.compile(r"[0-9](?<![\s0-9].)[0-9]{0,2}(?!\w)")
"""A number right after something else; the figure comes first because that is searched for fast."""

_MAY_BEAR = re.compile(
    r"(?:[^\W\d_](?<!\b[cdkm]m)(?<!\bm)|(?<!\d)[.,]|(?<=\d{4})[.,]|[;:!?)\]”’\"'»%]|(?<=\d)[.,](?=\d+\s+[A-Z]))"
)
"""What a mark stands behind: a word, a sign, a year, an amount only before a new sentence; not the
m of square metres."""

_OPENING = re.compile(r"([0-9]{1,3})(?=\s{0,4}[^\W\d_])")
_BEFORE = re.compile(rf"\n{_OPENING.pattern}")
_TO_RAISED = str.maketrans("0123456789", RAISED)
TO_PLAIN = str.maketrans(RAISED, "0123456789")
MARK = re.compile(f"[{RAISED}]+")
_AT_END = re.compile(f"[{RAISED}]+$")


def with_raised(text: str, setting: Setting) -> str:
    """Return the text of a page, as long as before, with raised figures as such.

    `setting` tells the type size, turns and baseline of the character at an offset.
    """
    places = [
        (*found.span(), found.start() - 1)
        for found in _FIGURES.finditer(text)
        if _MAY_BEAR.match(text, max(found.start() - 1, 0))
    ]
    places += [(*found.span(1), _next_letter(text, found.end())) for found in _notes(text)]
    if len(places) > MOST:
        return text
    for start, end, neighbour in places:
        if _is_raised(setting(start), setting(neighbour)):
            text = text[:start] + raised(text[start:end]) + text[end:]
    return text


def _notes(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers that open a line of words."""
    first = _OPENING.match(text)
    return chain([first] if first else [], _BEFORE.finditer(text))


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


def raised_again(text: str, marks: Iterable[Mark]) -> str:
    """Return the text of a block, as long as before, with its marks as raised figures."""
    signs = list(text)
    for start, end in marks:
        signs[start:end] = raised(text[start:end])
    return "".join(signs)


def raised(figures: str) -> str:
    """Return figures as raised ones."""
    return figures.translate(_TO_RAISED)


def as_plain(text: str) -> str:
    """Return text with raised figures as common ones."""
    return text.translate(TO_PLAIN)


def opens_note(text: str) -> bool:
    """Return whether a line begins with a raised number."""
    return text[0] in RAISED


def is_raised(text: str) -> bool:
    """Return whether the text is one raised number and nothing more."""
    return text[0] in RAISED and bool(MARK.fullmatch(text))


def without_mark(text: str) -> str:
    """Return a line without the raised number that ends it."""
    return _AT_END.sub("", text) if text[-1] in RAISED else text
