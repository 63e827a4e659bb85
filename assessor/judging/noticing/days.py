"""Reads the dates that a text names, each as its first and its last day.

"March 2025" is a whole month: it has passed when its last day has. Conservative on purpose: what
may be read in two ways ends at the later one, and years of account ("FY26") are not read.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast

from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST_YEAR, _LAST_YEAR = 1950, 2099
_MONTHS = 12
_YEAR = re.compile(r"(?:19|20)\d\d")
"""Stands in every date that is read."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days as a text names it."""

    first: date
    last: date
    said: str
    start: int
    """Offset in the text."""
    end: int

    @property
    def is_a_year(self) -> bool:
        """Return whether no more than a year is named."""
        return (self.last - self.first).days > 360  # noqa: PLR2004  # a year's days, or nearly


@cache
def said() -> dict[str, Any]:
    """Return the words of days.yaml."""
    return cast("dict[str, Any]", rules("assessor.judging.noticing", "days"))


@lru_cache(maxsize=8192)
def spans(text: str) -> tuple[Span, ...]:
    """Return the dates in a text, in order of place; of dates within each other the longest."""
    if _YEAR.search(text) is None:
        return ()
    found: list[Span] = []
    for span in sorted(_all(text), key=lambda s: (s.start, -s.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    months = "|".join(sorted(said()["months"], key=len, reverse=True))
    seasons = "|".join(said()["seasons"])
    year = r"(?P<year>(?:19|20)\d\d)(?![\d/]|-\d)"
    forms = {
        "iso": r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b",
        "figures": r"(?<![\d/.-])(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})[-/.](?P<year>20\d\d)\b",
        "day": rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|e)?\s+(?P<name>{months})\b\.?,?\s+{year}",
        "american": rf"\b(?P<name>{months})\b\.?\s+(?P<day>\d{{1,2}}),\s+{year}",
        "month": rf"\b(?P<name>{months})\b\.?\s+{year}",
        "quarter": rf"\b[qk](?P<quarter>[1-4])\s*[-/]?\s*{year}",
        "season": rf"\b(?P<season>{seasons})\s+(?:van\s+|of\s+)?{year}",
        "year": rf"(?<![\w.,/€$£-]){year}(?!\s*[–-]\s*\d|[.,]\d|%)",
    }
    return tuple((form, re.compile(shape, re.IGNORECASE)) for form, shape in forms.items())


def _all(text: str) -> Iterator[Span]:
    for form, pattern in _patterns():
        for met in pattern.finditer(text):
            days = _days(form, met)
            if days is not None and _FIRST_YEAR <= days[0].year <= _LAST_YEAR:
                yield Span(*days, " ".join(met.group().split()), met.start(), met.end())


def _days(form: str, met: re.Match[str]) -> tuple[date, date] | None:
    """Return the first and the last day; None where there is no such day."""
    year = int(met["year"])
    if form == "year":
        return date(year, 1, 1), date(year, _MONTHS, 31)
    if form == "quarter":
        return _months(year, 3 * int(met["quarter"]) - 2, 3 * int(met["quarter"]))
    if form == "season":
        return _months(year, *said()["seasons"][met["season"].lower()])
    if form == "figures":
        return _figures(year, int(met["one"]), int(met["two"]))
    month = int(met["month"]) if form == "iso" else said()["months"][met["name"].lower()]
    if form == "month":
        return _months(year, month, month)
    return _day(year, month, int(met["day"]))


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _day(year: int, month: int, day: int) -> tuple[date, date] | None:
    try:
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def _figures(year: int, one: int, two: int) -> tuple[date, date] | None:
    """Return 3-4-2026 as a span over both ways to read it, unless only one is a day."""
    ways = [d for d in (_day(year, two, one), _day(year, one, two)) if d]
    return (min(d[0] for d in ways), max(d[1] for d in ways)) if ways else None
