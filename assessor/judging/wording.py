"""The words and patterns of columns.yaml, ready to look up: heads, values, ratings, departments."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from assessor.matching.phrases import Lexicon
from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assessor.matching.phrases import Hit

V = TypeVar("V", bound=str)

_HEEDS_CAPITALS = {"person", "initials", "reference"}


def known_words() -> dict[str, Any]:
    """Return the content of columns.yaml."""
    return cast("dict[str, Any]", rules("assessor.judging", "columns"))


@cache
def lexicon(*path: str) -> Lexicon[str]:
    """Return the terms under a key, labelled by the key below it or, at the end, by itself."""
    under = known_words()
    for key in path:
        under = under[key]
    if "nl" in under:
        under = {path[-1]: under}
    return Lexicon((label, term) for label, by in under.items() for term in by["nl"] + by["en"])


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return one of the regular expressions of columns.yaml; some heed capitals."""
    flags = re.NOFLAG if name in _HEEDS_CAPITALS else re.IGNORECASE
    return re.compile(known_words()["patterns"][name], flags)


def value(text: str, *possible: V) -> V | None:
    """Return which of the possible values a cell holds, the first named if several; else None."""
    found = {hit.label for hit in lexicon("values").find(text)}
    return next((v for v in possible if v in found), None)


def outermost(hits: Iterable[Hit[str]]) -> list[Hit[str]]:
    """Return hits in order of place, without those that stand inside a longer one."""
    kept: list[Hit[str]] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        inside = (k for k in kept if k.start <= hit.start and hit.end <= k.end)
        if not any(k.end - k.start > hit.end - hit.start for k in inside):
            kept.append(hit)
    return kept


def is_all(name: str, text: str) -> bool:
    """Return whether a cell says this value and nothing more."""
    said = text.strip(" .,;:-–")
    return any(
        h.label == name and h.start == 0 and h.end == len(said)
        for h in lexicon("values").find(said)
    )


def is_company_wide(text: str) -> bool:
    """Return whether words tell of what matters to the firm rather than of risks in a chain."""
    return bool(lexicon("company_wide").find(text))


def is_ordinary_work(text: str) -> bool:
    """Return whether words tell of deliveries and service rather than of risks and people."""
    return bool(lexicon("ordinary_work").find(text))


def is_own_business(text: str) -> bool:
    """Return whether words announce risks of the firm itself: supply, quality, projects."""
    return bool(lexicon("own_business").find(text))


def is_own_risk(text: str) -> bool:
    """Return whether the name of a risk is of the firm's own trade: outages, prices, illness."""
    return bool(lexicon("own_risk").find(text))


def owner_in(text: str) -> str | None:
    """Return the person written with initials, or the department, in a cell that says more."""
    if met := pattern("initials").search(text):
        return met.group()
    found = [text[h.start : h.end] for h in lexicon("department").find(text)]
    return next((said for said in found if said[0].isupper()), None)
