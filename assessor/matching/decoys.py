"""Tells what a passage is when it is no statement of the supplier: a question, guidance, contents.

Such text is full of the right words and proves nothing. Other senses of a term are told apart per
question, in the checklist; this module looks at the passage as a whole (cues/decoys.yaml).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from assessor.matching.cues import data
from assessor.matching.phrases import Lexicon, words

if TYPE_CHECKING:
    from assessor.model import Passage

DecoyKind = Literal["heading", "short", "contents", "question", "guidance", "placeholder"]

_FEWEST_WORDS = 4
"""A statement needs someone who does something; fewer words are a label."""
_LEADERS = re.compile(r"(\.\s?){4,}\s*\d*\s*$|\u2026{2,}\s*\d*\s*$")


@cache
def _lexicon(language: str) -> Lexicon[DecoyKind]:
    kinds = data("decoys").items()
    return Lexicon((kind, term) for kind, by in kinds for term in by[language])


def decoy(passage: Passage) -> DecoyKind | None:
    """Return why the passage can not be evidence, or None when it can."""
    if passage.kind in {"heading", "contents", "header", "footer"}:
        return "heading" if passage.kind == "heading" else "contents"
    if _LEADERS.search(passage.text):
        return "contents"
    if len(words(passage.text)) < _FEWEST_WORDS:
        return "short"
    if passage.text.rstrip(" \"'”’)").endswith("?"):
        return "question"
    hits = _lexicon("en" if passage.language == "en" else "nl").find(passage.text)
    return hits[0].label if hits else None
