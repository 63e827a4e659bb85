"""Tells what a passage is when it is no statement of the supplier: a question, guidance, contents.

Such text is full of the right words and proves nothing. Other senses of a term are told apart per
question, in the checklist; this module looks at the passage as a whole (cues/decoys.yaml).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from assessor.matching.cues import data
from assessor.matching.phrases import Lexicon, words

if TYPE_CHECKING:
    from assessor.model import Passage

DecoyKind = Literal[
    "heading", "short", "contents", "question", "guidance", "placeholder", "glossary", "reference"
]

_FEWEST_WORDS = 4
"""A statement needs someone who does something; fewer words are a label."""
_LEADERS = re.compile(r"(\.\s?){4,}\s*\d*\s*$|\u2026{2,}\s*\d*\s*$")
_CITATION = re.compile(r"^[^,]{3,90},.*\b(19|20)\d\d\b", re.DOTALL)
"""Who, what, year: a note that only names a source."""
_FIRST_PERSON = {"wij", "we", "ons", "onze", "our"}


@cache
def _lexicon(language: str) -> Lexicon[DecoyKind]:
    kinds = data("decoys").items()
    return Lexicon((kind, term) for kind, by in kinds for term in by[language])


def decoy(passage: Passage) -> DecoyKind | None:
    """Return why the passage cannot be evidence, or None when it can."""
    return _by_kind(passage) or _by_form(passage) or _by_words(passage)


def _by_kind(passage: Passage) -> DecoyKind | None:
    if passage.kind == "heading":
        return "heading"
    if passage.kind in {"contents", "header", "footer"} or _LEADERS.search(passage.text):
        return "contents"
    return None


def _by_form(passage: Passage) -> DecoyKind | None:
    said = words(passage.text)
    if len(said) < _FEWEST_WORDS:
        return "short"
    if passage.text.rstrip(" \"'”’)").endswith("?"):
        return "question"
    speaks = any(word.form in _FIRST_PERSON for word in said)
    is_citation = passage.kind == "footnote" and not speaks and _CITATION.match(passage.text)
    return "reference" if is_citation else None


def _by_words(passage: Passage) -> DecoyKind | None:
    language = "en" if passage.language == "en" else "nl"
    if _is_glossary(passage.headings, language):
        return "glossary"
    hits = [h.label for h in _lexicon(language).find(passage.text) if h.label != "glossary"]
    return hits[0] if hits else None


@lru_cache(maxsize=1024)
def _is_glossary(headings: tuple[str, ...], language: str) -> bool:
    return any(hit.label == "glossary" for h in headings for hit in _lexicon(language).find(h))
