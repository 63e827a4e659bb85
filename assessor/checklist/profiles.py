"""What a category profile is made of, and the list of goods: what one may expect to read.

A profile speaks of a sector, never of a supplier: what it leads to is a question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from assessor.checklist.schema import Bilingual, Strict, TermList, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2."""
Sources = Annotated[tuple[Text, ...], Field(min_length=1)]
"""Ids in sources.yaml."""
Code = Literal[
    "workwear",
    "catering",
    "waste",
    "energy",
    "workplace",
    "laboratory",
    "ict",
    "datacenters",
    "connectivity",
]
CHILD, FORCED = "labour.child_labour", "labour.forced_labour"


class Source(Strict):
    """Where a statement comes from."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]
    title: Bilingual
    publisher: Text
    year: Annotated[int, Field(ge=1900, le=2100)]


class Item(Strict):
    """A product or raw material, with the goods of the list that it may be or hold."""

    name: Bilingual
    goods: tuple[Text, ...] = ()


class Tier(Strict):
    """A link of the chain, counted from the contract party."""

    tier: Annotated[int, Field(ge=0, le=4)]
    name: Bilingual
    expect: Bilingual
    """What a good analysis says of this link."""


class ExpectedRisk(Strict):
    """A risk that one may expect in the category."""

    topic: Text
    weight: Literal["key", "likely"]
    """Silence on a key risk becomes a question; a likely risk is for the reader to know."""
    why: Bilingual
    ask: Bilingual | None = None
    """The question about a key risk on which the documents are silent."""
    sources: Sources


class CountryRisk(Strict):
    """What is known of a country beside what the list of goods says."""

    countries: Annotated[tuple[Country, ...], Field(min_length=1)]
    topics: Annotated[tuple[Text, ...], Field(min_length=1)]
    why: Bilingual
    sources: Sources


class Initiative(Strict):
    """A label, certificate, audit or membership that suppliers point to."""

    name: Text
    kind: Literal["certificate", "label", "audit", "rating", "membership", "covenant"]
    shows: Bilingual
    not_proof: Bilingual
    """What it does not prove."""
    sources: Sources


class Stakeholder(Strict):
    """Who may know more; to consult, not an endorsement."""

    name: Text
    kind: Literal["union", "ngo", "sector", "government", "knowledge"]
    about: Bilingual


class Profile(Strict):
    """What one may expect in the documents of a category."""

    code: Code
    version: Annotated[str, Field(pattern=r"^\d{4}\.\d+$")]
    name: Bilingual
    about: Bilingual
    recognise: TermList
    """Terms by which the category is recognised."""
    products: Annotated[tuple[Item, ...], Field(min_length=1)]
    materials: tuple[Item, ...] = ()
    tiers: Annotated[tuple[Tier, ...], Field(min_length=1)]
    risks: Annotated[tuple[ExpectedRisk, ...], Field(min_length=1)]
    countries: tuple[CountryRisk, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()

    @property
    def key_risks(self) -> tuple[ExpectedRisk, ...]:
        """Return the risks on which silence is worth a question, most important first."""
        return tuple(risk for risk in self.risks if risk.weight == "key")

    @property
    def goods(self) -> tuple[str, ...]:
        """Return the goods of the list behind products and materials, each once."""
        return tuple(dict.fromkeys(g for i in (*self.products, *self.materials) for g in i.goods))


class MadeWith(Strict):
    """A good made with something that is itself on the list."""

    countries: Annotated[tuple[Country, ...], Field(min_length=1)]
    """Where the good is made."""
    of: Text
    """The good on the list with which it is made."""
    topic: Literal["labour.child_labour", "labour.forced_labour"]


class Good(Strict):
    """A good on the list, with the countries where child or forced labour was found."""

    good: Text
    """The list's own name."""
    sector: Literal["Agriculture", "Manufacturing", "Mining", "Other"]
    name: Bilingual
    terms: TermList = TermList()
    child_labour: tuple[Country, ...] = ()
    forced_labour: tuple[Country, ...] = ()
    forced_child_labour: tuple[Country, ...] = ()
    made_with: MadeWith | None = None

    def known_of(self, country: str) -> Iterator[str]:
        """Yield the topics that the list names for this good from a country."""
        if country in self.child_labour or self.is_made_with(CHILD, country):
            yield CHILD
        if country in self.forced_labour or self.is_made_with(FORCED, country):
            yield FORCED

    def is_made_with(self, topic: str, country: str) -> bool:
        """Return whether the list names the topic for what the good from a country is made of."""
        made = self.made_with
        return made is not None and made.topic == topic and country in made.countries


class GoodsList(Strict):
    """The list of goods of one year."""

    title: Bilingual
    publisher: Bilingual
    year: Annotated[int, Field(ge=1900, le=2100)]
    retrieved_from: Text
    licence: Text
    goods: Annotated[tuple[Good, ...], Field(min_length=1)]


class Categories(Strict):
    """All profiles with the list of goods and the sources that they name."""

    profiles: tuple[Profile, ...]
    """In the taxonomy's order."""
    goods: GoodsList
    sources: tuple[Source, ...]

    def profile(self, code: str | None) -> Profile | None:
        """Return the profile of a category; None where there is none."""
        return next((p for p in self.profiles if p.code == code), None)

    def source(self, id_: str) -> Source:
        """Return the source with this id; the loader made sure that it is there."""
        return next(s for s in self.sources if s.id == id_)
