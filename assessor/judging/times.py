"""By when, or since when, an action may be: the times of its sentence, with their signs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from assessor.judging.choosing import Reading, forms, known
from assessor.matching.phrases import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAD = 24
"""Letters before a time among which the words that lead it stand."""
_BEHIND = re.compile(r"\b20(?:1\d|2[0-5])\b")
_OUTER = {"by", "since", "until"}
"""Leads that count before a word between them and the time: "by the end of", "since about"."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, _filled(source)) for kind, source in known()["when"].items())


def _filled(source: str) -> re.Pattern[str]:
    for name, parts in known()["time_parts"].items():
        source = source.replace(name, parts)
    return re.compile(rf"(?i)(?<![\w€£$])(?:{source})")


@cache
def _leads() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, said))})\s+(?:(?:the|de|het)\s+)?$"))
        for name, said in known()["leading"].items()
    )


def times(said: str, following: str) -> list[Reading]:
    """Return the readings of by when a sentence says it is, that it does not say among them."""
    if _is_moved(following):
        return [*_in_next(following)]
    here = [*_in(said)]
    unsaid = Reading(None, {"unsaid": 1.0, "unsaid_beside": float(bool(here))})
    return [unsaid, *here, *_in_next(following)]


def without_time(said: str) -> str:
    """Return a text without the time with which it begins: "Before 1 July our buyer …"."""
    spans = _spans(said)
    is_first = bool(spans) and not said[: _lead(said, spans[0][0])[1]].strip()
    return said[spans[0][1] :].lstrip(" ,") if is_first else said


def _in_next(text: str) -> Iterator[Reading]:
    for reading in _in(text):
        signs = {f"next_{n}": v for n, v in reading.signs.items()}
        yield Reading(reading.says, signs | {"next": 1.0})


def _in(text: str) -> Iterator[Reading]:
    spans = _spans(text)
    leads = [_lead(text, start) for start, _, _ in spans]
    for order, (start, end, kind) in enumerate(spans):
        lead, begin = leads[order]
        ahead, behind = text[:begin], text[end:]
        signs = {
            kind: True,
            f"led_{lead}": True,
            f"{kind}&{lead}": True,
            "bracket": text[:start].rfind("(") > text[:start].rfind(")"),
            "front": not any(c.isalnum() for c in ahead),
            "end": not any(c.isalnum() for c in behind),
            "first": order == 0,
            "last": order == len(spans) - 1,
            "only": len(spans) == 1,
            "apart": ahead.rstrip()[-1:] in {",", ";", "–", ":", "("},
            "ends_part": behind.lstrip()[:1] in {",", ";", ".", ")", "–", ""},
            "beside_by": lead != "by" and any(other == "by" for other, _ in leads),
            "told_year": _BEHIND.search(text[begin:end]) is not None,
            "late_by": lead == "by" and order > 0,
        }
        found = {name: 1.0 for name, is_there in signs.items() if is_there}
        yield Reading(text[begin:end].strip(" ."), found)


def _is_moved(text: str) -> bool:
    """Return whether a text says that a date was moved, and names another."""
    return any(w.form in forms("moved") for w in words(text)) and bool(_spans(text))


def _spans(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, kind) of the times that are named, in order of place, none in another."""
    found: list[tuple[int, int, str]] = []
    for kind, source in _patterns():
        for met in source.finditer(text):
            if not any(start < met.end() and met.start() < end for start, end, _ in found):
                found.append((*met.span(), kind))
    return sorted(found)


def _lead(text: str, start: int) -> tuple[str, int]:
    """Return what leads a time, and where that begins: "by", "since", "bare"."""
    before = text[max(0, start - _LEAD) : start]
    for name, source in _leads():
        if met := source.search(before):
            begin = start - len(before) + met.start()
            if name == "of":
                return name, start
            if name == "in":
                outer, first = _lead(text, begin)
                return (outer, first) if outer in _OUTER else (name, begin)
            return name, begin
    return "bare", start
