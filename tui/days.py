"""A day as people type it: 2027-03-31, 31-3-2027, or only a year where that says enough.

Without Textual.
"""

from __future__ import annotations

import re
from datetime import date

_PEOPLE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_YEAR = re.compile(r"\d{4}")


def day_of(text: str, *, year_is_enough: bool = False) -> date | None:
    """Return the day, of a year alone its last; None where nothing was typed.

    Raises:
        ValueError: when it is no day.
    """
    typed = text.strip()
    if not typed:
        return None
    if year_is_enough and _YEAR.fullmatch(typed):
        return date(int(typed), 12, 31)
    if parts := _PEOPLE.fullmatch(typed):
        day, month, year = map(int, parts.groups())
        return date(year, month, day)
    return date.fromisoformat(typed)


def is_day(text: str, *, year_is_enough: bool = False) -> bool:
    """Return whether it can be used: a day, or nothing."""
    try:
        day_of(text, year_is_enough=year_is_enough)
    except ValueError:
        return False
    return True


def typed(day: date | None) -> str:
    """Return a day as it can be typed again; nothing for none."""
    return f"{day.day}-{day.month}-{day.year}" if day else ""
