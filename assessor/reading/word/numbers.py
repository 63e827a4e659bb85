"""Works out the numbers that Word prints before paragraphs: the file holds only the recipe."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assessor.reading.word.package import W
from assessor.reading.word.styles import to_int

if TYPE_CHECKING:
    from lxml import etree

_LEVELS = 9
_LONGEST_LETTERS = 26 * 5
_ROMAN_END = 4000
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1
    style: str | None = None


@dataclass(slots=True)
class _List:
    """One list recipe with its running numbers."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbers:
    """The numbered lists of one document, counted along in reading order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[str, _List] = {}
        self._lists: dict[str, _List] = {}
        if root is not None:
            self._read(root)

    def __contains__(self, number_list: str | None) -> bool:
        """Tell whether there is such a list."""
        return number_list in self._lists

    def level_of(self, number_list: str, style: str | None) -> int:
        """Return the level of the list that belongs to a style, 0 where none does."""
        levels = self._lists[number_list].levels
        return next((n for n, level in levels.items() if style and level.style == style), 0)

    def next_label(self, number_list: str, level: int) -> str:
        """Return the label of the next paragraph at a level ("2.1", "a)"); empty for bullets."""
        chosen = self._lists[number_list]
        level = min(max(level, 0), _LEVELS - 1)
        recipe = chosen.levels.get(level, Level())
        chosen.counts[level] = chosen.counts.get(level, recipe.start - 1) + 1
        for deeper in [n for n in chosen.counts if n > level]:
            del chosen.counts[deeper]
        if recipe.form in {"bullet", "none"}:
            return ""
        return _PLACE.sub(lambda place: self._number(chosen, int(place[1]) - 1), recipe.pattern)

    def _number(self, chosen: _List, level: int) -> str:
        recipe = chosen.levels.get(level, Level())
        return _written(chosen.counts.setdefault(level, recipe.start), recipe.form)

    def _read(self, root: etree._Element) -> None:
        links: dict[str, str] = {}
        for element in root.iterfind(f"{W}abstractNum"):
            name = element.get(f"{W}abstractNumId", "")
            self._abstract[name] = _List(_levels(element))
            if (link := element.find(f"{W}styleLink")) is not None:
                links[link.get(f"{W}val", "")] = name
        for element in root.iterfind(f"{W}abstractNum"):
            if (link := element.find(f"{W}numStyleLink")) is not None:
                target = self._abstract.get(links.get(link.get(f"{W}val", ""), ""))
                if target is not None:
                    self._abstract[element.get(f"{W}abstractNumId", "")] = target
        for element in root.iterfind(f"{W}num"):
            self._read_list(element)

    def _read_list(self, element: etree._Element) -> None:
        """Keep a list; one that overrides its recipe counts on its own."""
        recipe = element.find(f"{W}abstractNumId")
        base = self._abstract.get(recipe.get(f"{W}val", "") if recipe is not None else "")
        if base is None:
            return
        changed = {}
        for override in element.iterfind(f"{W}lvlOverride"):
            level = to_int(override.get(f"{W}ilvl")) or 0
            changed[level] = _overridden(base.levels.get(level, Level()), override)
        own = _List(base.levels | changed) if changed else base
        self._lists[element.get(f"{W}numId", "")] = own


def _levels(parent: etree._Element) -> dict[int, Level]:
    found = {}
    for element in parent.iterfind(f"{W}lvl"):
        found[to_int(element.get(f"{W}ilvl")) or 0] = _level(element)
    return found


def _level(element: etree._Element) -> Level:
    def value(name: str, default: str) -> str:
        child = element.find(f"{W}{name}")
        return default if child is None else child.get(f"{W}val", default)

    start = to_int(value("start", "1"))
    return Level(
        form="decimal" if element.find(f"{W}isLgl") is not None else value("numFmt", "decimal"),
        pattern=value("lvlText", ""),
        start=1 if start is None else start,
        style=value("pStyle", "") or None,
    )


def _overridden(level: Level, override: etree._Element) -> Level:
    if (whole := override.find(f"{W}lvl")) is not None:
        return _level(whole)
    start = override.find(f"{W}startOverride")
    number = to_int(start.get(f"{W}val")) if start is not None else None
    return Level(level.form, level.pattern, level.start if number is None else number, level.style)


def _written(number: int, form: str) -> str:
    """Return the number as the form writes it; decimal for forms and sizes that are rare."""
    if form.endswith("Letter") and 0 < number <= _LONGEST_LETTERS:
        letter = "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26] * ((number - 1) // 26 + 1)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman") and 0 < number < _ROMAN_END:
        roman = _roman(number)
        return roman.upper() if form.startswith("upper") else roman
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text
