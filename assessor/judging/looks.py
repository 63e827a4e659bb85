"""Tells what the cells of a column look like: dates, persons, ratings, codes, statuses, places."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from assessor.judging.wording import lexicon, pattern, value
from assessor.matching.phrases import words
from assessor.matching.specifics import countries_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SHORT = 8
"""Words; a longer cell is told about something and is no date, person or judgement."""
_LOWEST_SCALE, _HIGHEST_SCALE = 1, 5
"""Whole numbers between these are taken for scores."""
_COUNTED = re.compile(
    r"\d{1,2}\s*(?:van|of|out of)\s*(?:5|10)"
    r"|[1-5](?:\s*[/×x*·+-]\s*(?:[1-5]|10))+(?:\s*=\s*\d{1,3})?"
)
"""A score out of so many, or several that are multiplied: "5/2/5 × 5", "4 x 3 = 12"."""
_PERCENT = re.compile(r"\d{1,3}\s*%")
_BETWEEN_CODES = re.compile(r"(?:\s*(?:[,;/&+]|\ben\b|\band\b|\bt/m\b)\s*|\s+)")
_MOST_CODES = 4


def looks(texts: Sequence[str]) -> dict[str, float]:
    """Return the share, from 0 to 1, of a column's filled cells that look like each kind.

    Kinds: code, counting (codes that are each other's followers), rating, answer, figure, date,
    status, person, place, and text for what looks like nothing else. Empty for an empty column.
    """
    said = [" ".join(t.split()) for t in texts if words(t)]
    found: defaultdict[str, float] = defaultdict(float)
    for text in said:
        for look in look_of(text):
            found[look] += 1 / len(said)
    if said and _counts_up(said):
        found["counting"] = 1.0
        found["code"], found["date"] = 1.0, 0.0
    return found


def _counts_up(said: Sequence[str]) -> bool:
    """Return whether cells are the numbers or letters by which rows are referred to."""
    if not all(pattern("reference").fullmatch(s) for s in said) or len(set(said)) < len(said):
        return False
    return said == sorted(said, key=_in_order)


def _in_order(code: str) -> list[tuple[int, str]]:
    return [
        (int(part), "") if part.isdigit() else (0, part) for part in re.findall(r"\d+|\D+", code)
    ]


def look_of(text: str) -> set[str]:
    """Return what one cell looks like; "text" for a cell that tells something."""
    if text.isdigit():
        in_scale = _LOWEST_SCALE <= int(text) <= _HIGHEST_SCALE
        if not in_scale and pattern("date").fullmatch(text):
            return {"date"}
        return {"code", "rating"} if in_scale else {"code", "figure"}
    if len(words(text)) > _SHORT:
        return {"text"} | ({"place"} if countries_in(text) else set())
    found = {look for look, is_so in _LOOKS if is_so(text)}
    told = set() if found else {"text"}
    return found | told | ({"place"} if countries_in(text) else set())


def _is_code(text: str) -> bool:
    parts = [p for p in _BETWEEN_CODES.split(text) if p]
    fits = [p for p in parts if pattern("reference").fullmatch(p)]
    is_numbered = any(c.isdigit() for c in text)
    return is_numbered and len(parts) <= _MOST_CODES and len(fits) == len(parts)


def _is_rating(text: str) -> bool:
    return _COUNTED.fullmatch(text) is not None or any(
        h.start == 0 for h in lexicon("rating").find(text)
    )


def _is_answer(text: str) -> bool:
    return any(h.end - h.start == len(text) for h in lexicon("answer").find(text))


def _is_figure(text: str) -> bool:
    return not any(c.isalpha() for c in text) and pattern("date").search(text) is None


def _is_date(text: str) -> bool:
    return pattern("date").match(text) is not None


def _is_status(text: str) -> bool:
    return (
        _PERCENT.fullmatch(text) is not None
        or value(text, "stopped", "done", "ongoing", "planned") is not None
    )


def _is_person(text: str) -> bool:
    return bool(lexicon("department").find(text)) or pattern("person").match(text) is not None


_LOOKS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("code", _is_code),
    ("rating", _is_rating),
    ("answer", _is_answer),
    ("figure", _is_figure),
    ("date", _is_date),
    ("status", _is_status),
    ("person", _is_person),
)
