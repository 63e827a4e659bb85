"""Finds what a passage counts: how many of what, of which whole, when and where.

A number of leaders, an estimate, a part, a target or a number of another year is not a count of
what there is; it is left out, because a false contradiction costs more trust than a missed one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from assessor.judging.noticing.days import spans
from assessor.matching.phrases import Lexicon, fold, words
from assessor.matching.specifics import countries_in, facts
from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assessor.matching.phrases import Word
    from assessor.model import Passage

_FIGURE = re.compile(
    r"(?<![\w.,/€$£#§–-])(?:\d{1,3}(?:[.,]\d{3})+|\d{1,6})"
    r"(?![\w%/–-]|[.,]\d|\s?(?:%|procent|percent|per cent))"
)
_ENDS = re.compile(r"\||[.!?]\s+(?=[A-Z])")
"""Where a cell or a sentence ends."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One number of one thing, as a passage gives it."""

    passage: int
    number: int
    thing: str
    """The name of the thing in counted.yaml, with the words between number and noun."""
    noun: str
    """As written."""
    is_whole: bool
    """Whether it is said of all there are."""
    is_own: bool
    """Whether it is said of "our" or "all"; such a number needs none before it."""
    is_definite: bool
    """Whether it is said of "the", "our" or "all", and not only by a verb."""
    verb: str | None
    """What was done with them, where that is said."""
    years: frozenset[int]
    is_same_year: bool
    """Whether it is said to be of a year named before."""
    countries: frozenset[str]
    names: frozenset[str]
    scope: str
    """Words after the noun that say which of them are meant; empty where they are all."""
    language: str
    is_certain: bool
    """Whether it is neither a part, an estimate, a target nor a number of another time."""


@cache
def said() -> dict[str, Any]:
    """Return the words and bounds of counted.yaml."""
    return cast("dict[str, Any]", rules("assessor.judging.noticing", "counted"))


def counted(passage: Passage, index: int) -> Iterator[Counted]:
    """Yield every count in a passage of things that counted.yaml knows."""
    text, language = passage.text, passage.language
    found = words(text)
    nouns = _things().find_in(found)
    if not nouns:
        return
    years = frozenset(s.last.year for s in spans(text))
    numbers = list(_numbers(text, found))
    for start, end, number in numbers:
        near = [w for w in found if w.start >= end][: said()["after"] + 1]
        noun = next((h for h in nouns if near and near[0].start <= h.start <= near[-1].start), None)
        if noun is None or re.search(r"[.;:,()|]", text[end : noun.start]):
            continue
        between = " ".join(w.form for w in near if w.end <= noun.start)
        if any(n[0] > start and n[1] <= noun.start for n in numbers):
            continue
        clause = _clause(text, start, noun.end)
        before = [w for w in found if clause[0] <= w.start and w.end <= start]
        cell = max((m.end() for m in _ENDS.finditer(text, 0, start)), default=0)
        lead = [w for w in found if cell <= w.start and w.end <= start][-said()["before"] :]
        yield Counted(
            index,
            number,
            f"{between} {noun.label}".strip(),
            text[noun.start : noun.end],
            is_whole=_is_whole(lead, before, language) or (passage.kind == "table" and not lead),
            is_own=bool(lead) and lead[-1].form in said()["own"],
            is_definite=_is_direct(lead, language),
            verb=_verb([w for w in found if clause[0] <= w.start and w.end <= clause[1]], language),
            years=years,
            is_same_year=any(_lexicon_of("same_year").find_in(found)),
            countries=frozenset(countries_in(text)),
            names=frozenset(facts(text, language).found.get("party", ())),
            scope=_scope(text, found, noun.end),
            language=language,
            is_certain=_is_certain(found, lead, [w for w in near if w.end <= noun.end], language),
        )


def _numbers(text: str, found: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and value of each number in figures or in a word."""
    for met in _FIGURE.finditer(text):
        yield met.start(), met.end(), int(re.sub(r"[.,]", "", met.group()))
    for word in found:
        if (value := said()["numbers"].get(word.form)) is not None:
            yield word.start, word.end, value


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the stretch between commas, colons and bars around a count."""
    ahead = [m.end() for m in re.finditer(r"[;:|()]|,\s", text[:start])]
    behind = re.search(r"[;:|()]|,\s|[.!?]$", text[end:])
    return (ahead[-1] if ahead else 0), (end + behind.start() if behind else len(text))


def _scope(text: str, found: Sequence[Word], end: int) -> str:
    """Return the words directly after a noun that limit it: "in China", "that we visited"."""
    after = [w for w in found if w.start >= end][:3]
    if not after or text[end : after[0].start].strip():
        return ""
    rest = [w.form for w in after[1:]]
    if after[0].form in said()["whichever"]:
        return " ".join((after[0].form, *rest))
    if after[0].form not in said()["limits"]:
        return ""
    if any(f in said()["of_this"] or f in said()["numbers"] or f.isdigit() for f in rest):
        return ""
    return " ".join((after[0].form, *rest))


def _is_whole(lead: Sequence[Word], before: Sequence[Word], language: str) -> bool:
    return _is_direct(lead, language) or bool(_lexicon("extent", language).find_in(before))


def _is_direct(lead: Sequence[Word], language: str) -> bool:
    hits = _lexicon("whole", language).find_in(lead[-3:])
    return bool(lead) and any(hit.end == lead[-1].end for hit in hits)


def _is_certain(
    found: Sequence[Word], lead: Sequence[Word], near: Sequence[Word], language: str
) -> bool:
    """Return whether nothing says that a number is a part, an estimate, a wish or of the past."""
    if _lexicon("part", language).find_in([*lead, *near]):
        return False
    if _lexicon_of("of_a_tier").find_in(found):
        return False
    return not _lexicon("trend", language).find_in(lead)


def _verb(clause: Sequence[Word], language: str) -> str | None:
    """Return what was done with what is counted; None where it was done with some of them only."""
    hits = _verbs().find_in(clause)
    is_of_some = _lexicon("part", language).find_in(clause)
    return hits[0].label if hits and not is_of_some else None


@cache
def _things() -> Lexicon[str]:
    entries = [(name, term) for name, terms in said()["nouns"].items() for term in terms]
    return Lexicon(sorted(entries, key=lambda e: -len(fold(e[1]))))


@cache
def _verbs() -> Lexicon[str]:
    return Lexicon((name, term) for name, terms in said()["verbs"].items() for term in terms)


@cache
def _lexicon(name: str, language: str) -> Lexicon[None]:
    return Lexicon((None, term) for term in said()[name]["en" if language == "en" else "nl"])


@cache
def _lexicon_of(name: str) -> Lexicon[None]:
    return Lexicon((None, term) for term in said()[name])
