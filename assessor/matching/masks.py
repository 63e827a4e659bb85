"""Puts one word in the place of names, figures and laws that mean the same to an assessor."""

from __future__ import annotations

import re
from functools import cache

from assessor.matching.cues import data


@cache
def _masks() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(mask["pattern"]), f" {mask['kind']} ") for mask in data("masks"))


def masked(text: str) -> str:
    """Return the text in lower case with each kind of cues/masks.yaml as one word."""
    text = text.lower()
    for pattern, kind in _masks():
        text = pattern.sub(kind, text)
    return text
