"""By what an action is measured: what its sentence calls the aim, and its bounds and counts."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from assessor.judging.choosing import Reading, forms, known
from assessor.matching.phrases import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_CALLED = ("said", "as_norm")
"""Patterns of what is called the aim in so many words."""
_LONG = 8
"""Words."""
_OPEN = ("will", "must", "want")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(source) for kind, source in known()["aims"].items()}


def called_aim(said: str) -> str | None:
    """Return what a text calls the aim: "the goal is …", "with … as the norm"."""
    found = (_patterns()[name].search(said) for name in _CALLED)
    return next((met["it"].strip() for met in found if met), None)


def aims(said: str, following: str) -> list[Reading]:
    """Return the readings of what an action is measured by, that nothing is said among them."""
    return [Reading(None, {"unsaid": 1.0}), *_in(said), *_in_next(following)]


def _in_next(text: str) -> Iterator[Reading]:
    for reading in _in(text):
        kinds = {f"next_{n}": v for n, v in reading.signs.items() if n in {*_patterns(), "figure"}}
        yield Reading(reading.says, {**reading.signs, **kinds, "next": 1.0})


def _in(text: str) -> Iterator[Reading]:
    found = sorted(
        (met.start("it"), order, met, kind)
        for order, (kind, source) in enumerate(_patterns().items())
        for met in source.finditer(text)
        if kind not in _CALLED
    )
    heard = {w.form for w in words(text)}
    is_open = any(heard & forms("finite", name) for name in _OPEN)
    for place, (start, _, met, kind) in enumerate(found):
        aim, before = met["it"].strip(" ,;."), text[:start]
        signs = {
            kind: True,
            "any": True,
            "figure": any(c.isdigit() for c in aim),
            "open" if is_open else "closed": True,
            "first": place == 0,
            "long": len(words(aim)) > _LONG,
            "money": any(c in "€£$" for c in aim),
            "bracket": before.rfind("(") > before.rfind(")"),
            "after_break": before.rstrip()[-1:] in {";", "–", ":", ","},
        }
        yield Reading(aim, {name: 1.0 for name, is_there in signs.items() if is_there})
