"""Hears whether a passage tells of something done, planned, denied or only professed.

By words and their order (cues/stance.yaml): "wij zullen" is not "wij hebben", and "geen enkel geval
is gevonden bij de 14 bezochte locaties" is a reported check where "wij hebben geen kinderarbeid" is
a denial.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from assessor.matching.cues import data
from assessor.matching.phrases import Lexicon

if TYPE_CHECKING:
    from assessor.matching.specifics import Facts
    from assessor.model import Stance

_CHECKABLE = {"number", "place", "date", "percentage", "party"}


@dataclass(frozen=True, slots=True)
class Heard:
    """A stance and the words by which it was heard."""

    stance: Stance
    cues: tuple[str, ...]
    is_searched: bool = False
    """Whether a denial comes with a described search."""
    counts: tuple[tuple[str, int], ...] = ()
    """How many cues of each kind were heard, whatever the stance."""


@cache
def _lexicon(language: str) -> Lexicon[str]:
    return Lexicon((kind, term) for kind, by in data("stance").items() for term in by[language])


def stance(text: str, language: str, facts: Facts) -> Heard:
    """Return the stance of a Dutch or English passage; facts help to tell proof from promise."""
    cues: dict[str, list[str]] = {}
    for hit in _lexicon(language).find(text):
        cues.setdefault(hit.label, []).append(text[hit.start : hit.end])
    if facts.deadlines:
        cues.setdefault("planned", []).extend(facts.deadlines)
    counts = tuple((kind, len(said)) for kind, said in sorted(cues.items()))
    decided, searched = _decide(cues, checkable=bool(facts.kinds & _CHECKABLE))
    kind = "denied" if searched else decided
    return Heard(decided, tuple(cues.get(kind, ())), searched, counts)


def _decide(cues: dict[str, list[str]], *, checkable: bool) -> tuple[Stance, bool]:
    """Return the stance, and whether it is a denial with a described search."""
    if "denied" in cues and "candour" not in cues:
        searched = "search" in cues and checkable
        return ("done" if searched else "denied"), searched
    if "planned" in cues and not _outweighs(cues, "done", "planned"):
        return "planned", False
    if "vague" in cues and not (checkable and "done" in cues):
        return "vague", False
    return "done", False


def _outweighs(cues: dict[str, list[str]], one: str, other: str) -> bool:
    return len(cues.get(one, ())) > len(cues.get(other, ()))
