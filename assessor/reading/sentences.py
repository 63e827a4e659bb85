"""Finds where sentences begin and end in Dutch and English business prose.

Own rules with a list of abbreviations as data: the list is what makes the difference, so that a
user may extend it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple

from assessor import locations
from assessor.errors import SettingsError
from assessor.reading.raised import RAISED
from assessor.texts import say

FILE = "abbreviations.toml"

_CLOSERS = "\"'\u201d\u2019\u00bb)\\]"
_OPENERS = "\"'\u201c\u2018\u201e\u00ab(\\["
_STOP = re.compile(
    rf"(?<![.!?\u2026])(?P<mark>[.!?\u2026]+)(?P<note>\d{{1,2}})?[{RAISED}]*[{_CLOSERS}]*(?P<gap>\s+)"
)
_BULLETS = "•▪◦●■➢✓"
_BREAK = re.compile(
    rf"\n\s{{0,20}}\n|(?<=[.:;!?])\s?\n|\n(?=\s{{0,20}}[{_BULLETS}\u2013-]\s)|\s(?=[{_BULLETS}]\s)"
)
_LONGEST_WORD = 40
_NEXT = re.compile(rf"[{_OPENERS}]*(?P<word>\w+)?")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]$")
_ENUMERATION = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxlIVXL]{1,5})$")


class Bounds(NamedTuple):
    """Where a sentence stands in a text."""

    start: int
    end: int


class _Abbreviations(NamedTuple):
    never: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    openers: frozenset[str]


def sentences(text: str) -> list[Bounds]:
    """Return the bounds of the sentences of a text, in order, without surrounding blanks."""
    found: list[Bounds] = []
    for start, end in _stretches(text):
        found += _split(text, start, end)
    return found


def _stretches(text: str) -> list[Bounds]:
    """Return the parts of a text that no sentence can cross: between blank lines and bullets."""
    bounds: list[Bounds] = []
    start = 0
    for gap in _BREAK.finditer(text):
        bounds.append(Bounds(start, gap.start()))
        start = gap.end()
    return [*bounds, Bounds(start, len(text))]


def _split(text: str, start: int, end: int) -> list[Bounds]:
    found: list[Bounds] = []
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends_here(text, start, stop):
            found.append(Bounds(start, stop.start("gap")))
            start = stop.end()
    found.append(Bounds(start, end))
    return [tight for bounds in found if (tight := _tight(text, bounds))]


def _tight(text: str, bounds: Bounds) -> Bounds | None:
    """Return the bounds without blanks at either side, None when nothing is left."""
    part = text[bounds.start : bounds.end]
    bare = part.strip()
    if not bare:
        return None
    start = bounds.start + len(part) - len(part.lstrip())
    return Bounds(start, start + len(bare))


def _ends_here(text: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether the mark ends the sentence that began at `start`."""
    following = _NEXT.match(text, stop.end())
    word = following["word"] if following and following["word"] else ""
    if word[:1].islower():
        return False
    before = text[max(start, stop.start() - _LONGEST_WORD) : stop.start()]
    last = before.split()[-1].lstrip("\"'([\u201c\u2018") if before.strip() else ""
    if stop["note"] and not last[-1:].isalpha():
        return False
    if stop["mark"] != ".":
        return True
    if start + len(last) == stop.start() and _ENUMERATION.match(last):
        return False
    return not _is_abbreviation(last, word)


def _is_abbreviation(last: str, following: str) -> bool:
    lists = _abbreviations()
    lowered = last.casefold()
    if lowered in lists.never:
        return True
    if lowered in lists.before_number:
        return following[:1].isdigit()
    if lowered in lists.may_end or _INITIALS.match(last):
        return following.casefold() not in lists.openers
    return False


@cache
def _abbreviations() -> _Abbreviations:
    """Return the shipped lists with what the user added.

    Raises:
        SettingsError: when the user's file cannot be read.
    """
    shipped = tomllib.loads(resources.files(__package__).joinpath(FILE).read_text("utf-8"))
    added = _added_by_user()
    return _Abbreviations(
        *(
            frozenset(shipped[name]) | _lowered(added.get(name, ()))
            for name in _Abbreviations._fields
        )
    )


def _lowered(words: list[str] | tuple[()]) -> frozenset[str]:
    return frozenset(str(word).casefold().removesuffix(".") for word in words)


def _added_by_user() -> dict[str, list[str]]:
    path = locations.config() / FILE
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        what = say("settings.unreadable", file=path, reason=error)
        raise SettingsError(what, say("settings.unreadable_remedy")) from error
