"""What makes a statement checkable: figures, dates, places, parties, roles, standards, sources.

Lists of terms live in cues/facts.yaml, figures and dates in cues/patterns.yaml, places in
cues/places.yaml with the names of countries from CLDR. This module finds; what it is worth is
decided in judging.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast

from assessor.matching.cues import data
from assessor.matching.nlp import Rules, tokens
from assessor.matching.phrases import Lexicon

if TYPE_CHECKING:
    from assessor.model import FactKind

_NAME_BREAKERS = {"de", "het", "een", "the", "a", "an", "en", "and", "van", "of", "in", "op", "on"}


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts in one passage."""

    found: dict[FactKind, tuple[str, ...]] = field(default_factory=dict)
    """Kind of fact → the words that show it, as written, each once."""
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2, in order of place."""
    is_tied: bool = False
    """Whether something ties it to this contract or its chain."""
    shows_change: bool = False
    """Whether something changed after something else."""
    deadlines: tuple[str, ...] = ()
    """Dates before which something is to be done, as written."""

    @property
    def kinds(self) -> frozenset[FactKind]:
        """Return the kinds of fact that are there."""
        return frozenset(self.found)


@cache
def _lists(language: str) -> Lexicon[str]:
    return Lexicon(
        (kind, term) for kind, terms in data("facts").items() for term in terms[language]
    )


@cache
def _rules(language: str) -> Rules:
    return Rules(data("patterns")["patterns"], language)


@cache
def places() -> Lexicon[str]:
    """Return the lexicon of places; labels are ISO codes of countries."""
    from babel import Locale

    named = [
        (code, name)
        for language in ("nl", "en")
        for code, name in Locale(language).territories.items()
        if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "ZZ"}  # noqa: PLR2004  # ISO alpha-2
    ]
    also = [(code, term) for code, terms in data("places").items() for term in terms]
    return Lexicon(named + also)


def countries_in(text: str) -> tuple[str, ...]:
    """Return the countries that a text names, by name, adjective or city, in order of place."""
    return tuple(dict.fromkeys(hit.label for hit in _longest(places().find(text))))


@lru_cache(maxsize=8192)
def facts(text: str, language: str) -> Facts:
    """Return the checkable facts in a passage of Dutch or English text."""
    found: dict[str, dict[str, None]] = {}
    for hit in _lists(language).find(text):
        found.setdefault(hit.label, {})[text[hit.start : hit.end]] = None
    for kind, said in _rules(language).find(text):
        found.setdefault(kind, {})[said] = None
    spots = _longest(places().find(text))
    if spots:
        found["place"] = {text[h.start : h.end]: None for h in spots}
    for name in _names(text, language, {s for said in found.values() for s in said}):
        found.setdefault("party", {})[name] = None
    tied, change = found.pop("chain", None), found.pop("change", None)
    deadlines = tuple(found.pop("deadline", ()))
    return Facts(
        {cast("FactKind", kind): tuple(said) for kind, said in found.items()},
        tuple(dict.fromkeys(h.label for h in spots)),
        tied is not None or bool(spots),
        change is not None,
        deadlines,
    )


def _longest(hits: list[Any]) -> list[Any]:
    """Return the hits without those inside a longer one ("Wit-Rusland" is not Russia)."""
    kept: list[Any] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _names(text: str, language: str, taken: set[str]) -> list[str]:
    """Return runs of two or more capitalised words that no list knew: most likely a named party."""
    names: list[str] = []
    run: list[str] = []
    for token in tokens(text, language):
        is_name = token.text[:1].isupper() and not token.is_sent_start and token.i > 0
        if is_name and token.text.isalpha() and token.lower_ not in _NAME_BREAKERS:
            run.append(token.text)
            continue
        names, run = _close(names, run), []
    known = " ".join(taken)
    return [name for name in _close(names, run) if name not in known]


def _close(names: list[str], run: list[str]) -> list[str]:
    """Return the names with the run added when it is long enough to be one."""
    return [*names, " ".join(run)] if len(run) > 1 else names
