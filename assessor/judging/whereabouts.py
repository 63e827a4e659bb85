"""Learns from the documents themselves in which country a place lies: "Klang (Maleisië)"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from assessor.matching.specifics import countries_in

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLACE_THEN_COUNTRY = re.compile(
    r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?:,? \(|, | in )"
    r"(?P<country>[A-Z][\w’ -]{2,30}?)(?=[),.;:|\n]|$)"
)
_COUNTRY_THEN_PLACE = re.compile(r"(?P<country>[A-Z][\w-]{3,20}): (?P<place>[A-Z][\w’'-]+)")


class Whereabouts:
    """The countries of places that one submission tells of."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._country: dict[str, str] = {}
        for text in texts:
            for pattern in (_PLACE_THEN_COUNTRY, _COUNTRY_THEN_PLACE):
                for met in pattern.finditer(text):
                    self._note(met["place"], met["country"])

    def _note(self, place: str, country: str) -> None:
        named = countries_in(country)
        if len(named) == 1 and not countries_in(place):
            self._country.setdefault(place, named[0])
            self._country.setdefault(place.rsplit(" ", maxsplit=1)[-1], named[0])

    def in_column(self, said: str) -> tuple[str, ...]:
        """Return the countries of a cell that tells where, by ISO code too: "Dongguan, CN"."""
        codes = [c for c in re.findall(r"\b[A-Z]{2}\b", said) if c in _codes()]
        return tuple(dict.fromkeys((*self.countries(said), *codes)))

    def countries(self, said: str) -> tuple[str, ...]:
        """Return the countries that words name, or in which the places lie that they name."""
        near = [self._country[w] for w in _names(said) if w in self._country]
        return tuple(dict.fromkeys((*countries_in(said), *near)))


@cache
def _codes() -> frozenset[str]:
    from babel import Locale

    return frozenset(code for code in map(str, Locale.parse("en").territories) if code.isalpha())


def _names(said: str) -> list[str]:
    return re.findall(r"[A-Z][\w’'-]+", said)
