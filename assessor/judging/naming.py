"""Parts a sentence that names several risks: "forest is felled and villages lost their land"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from assessor.matching.phrases import Lexicon, words
from assessor.rules import rules

if TYPE_CHECKING:
    from assessor.judging.topics import Topics

_FEWEST = 3
"""Words of a part that can name a risk."""


def parts_of(said: str, language: str, on_topic: Topics) -> list[str]:
    """Return the parts of a sentence that each name another risk; else the whole sentence."""
    listed = said.partition(": ")[2]
    for text in (listed, said):
        for apart in rules("assessor.judging", "prose")["apart"]:
            parts = [p.strip(" .,;") for p in re.split(apart, text)]
            harms = [p for p in parts if _is_harm(p)]
            topics = {on_topic.of(p, language) for p in harms} - {None}
            if len(harms) > 1 and len(topics) == len(harms) == len(parts):
                return parts
    return [said]


def _is_harm(part: str) -> bool:
    return len(words(part)) >= _FEWEST and bool(_harm().find(part))


@cache
def _harm() -> Lexicon[str]:
    by = rules("assessor.judging", "prose")["words"]["harm"]
    return Lexicon(("harm", term) for term in by["nl"] + by["en"])
