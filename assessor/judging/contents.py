"""Tells what a cell tells of, whatever stands above it: harm, people, something done, a date.

The words are those by which running text is heard (prose.yaml), with some more for harm, which a
cell tells in few words.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from assessor.judging.wording import lexicon, pattern
from assessor.matching.phrases import Lexicon, words
from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_FEWEST_WORDS = 2
"""A single word tells of no harm and of nothing done."""


def is_harm(text: str) -> bool:
    """Return whether words tell of harm to people or nature."""
    is_told = len(words(text)) >= _FEWEST_WORDS
    return is_told and bool(_lexicon("harm").find(text) or lexicon("harm").find(text))


def is_of_people(text: str) -> bool:
    """Return whether words tell of people."""
    return bool(_lexicon("people").find(text))


def is_done(text: str) -> bool:
    """Return whether words tell of something that somebody does, did or will do."""
    return len(words(text)) >= _FEWEST_WORDS and bool(_lexicon("does").find(text))


def is_dated(text: str) -> bool:
    """Return whether words tell a date."""
    return pattern("date").search(text) is not None


def share_of(texts: Sequence[str], is_so: Callable[[str], bool]) -> float:
    """Return the share, from 0 to 1, of the filled cells of a column that are so."""
    said = [t for t in texts if words(t)]
    return sum(map(is_so, said)) / len(said) if said else 0.0


@cache
def _lexicon(name: str) -> Lexicon[str]:
    by = rules("assessor.judging", "prose")["words"][name]
    return Lexicon((name, term) for term in by["nl"] + by["en"])
