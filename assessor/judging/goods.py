"""Where a document names a product and a country of which the list of goods knows something."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from assessor.matching.decoys import decoy
from assessor.matching.phrases import Lexicon
from assessor.matching.quotes import quote
from assessor.matching.specifics import countries_in, facts
from assessor.matching.stance import stance
from assessor.model import JUDGED_LANGUAGES, Evidence
from assessor.rules import rules
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assessor.checklist.profiles import Good, GoodsList
    from assessor.judging.case import Case
    from assessor.model import Passage, Words

_STATED = {"paragraph", "list_item", "table"}
"""Kinds of passage in which a product and a country together say something of the chain."""
_NO_STATEMENT = {"contents", "question", "guidance", "glossary", "reference", "placeholder"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A product and a country named together, with what the list knows of them."""

    good: Good
    country: str
    """ISO 3166-1 alpha-2."""
    topic: str
    evidence: Evidence

    @property
    def named(self) -> Words:
        """Return the product with its country, in words."""
        return say("judging.good_from", good=self.good.name.words, country=country(self.country))


def pairs_in(case: Case, goods: GoodsList) -> tuple[Pair, ...]:
    """Return every pair that the list knows, each pair and topic once.

    First come passages that name the fewest, for where much is named together less is said.
    """
    lexicons = {language: _lexicon(goods, language) for language in JUDGED_LANGUAGES}
    by_passage = [
        tuple(_of_passage(case, index, passage, lexicons, goods.year))
        for index, passage in enumerate(case.passages)
    ]
    known: dict[tuple[str, str, str], Pair] = {}
    for pair in (pair for pairs in sorted(by_passage, key=len) for pair in pairs):
        known.setdefault((pair.good.good, pair.country, pair.topic), pair)
    return tuple(known.values())


@cache
def _not_bought(language: str) -> Lexicon[None]:
    terms = rules("assessor.judging", "bought")["not_bought"][language]
    return Lexicon((None, term) for term in terms)


def _of_passage(
    case: Case,
    index: int,
    passage: Passage,
    lexicons: dict[str, Lexicon[Good]],
    year: int,
) -> Iterator[Pair]:
    if passage.kind not in _STATED or passage.language not in lexicons:
        return
    countries = countries_in(passage.text)
    goods = _met(lexicons[passage.language], passage.text) if countries else ()
    found = [(g, c, t) for g in goods for c in countries for t in g.known_of(c)]
    if not found or decoy(passage) in _NO_STATEMENT or _is_denied(passage):
        return
    stands = quote(passage, case.document_of(passage))
    if stands is None:
        return
    for good, where, topic in found:
        because = say(
            "judging.reason_goods", good=good.name.words, country=country(where), year=year
        )
        evidence = Evidence(
            document=passage.document,
            page=stands.page,
            heading=passage.headings[-1] if passage.headings else None,
            boxes=stands.boxes,
            quote=stands.text,
            language=passage.language,
            stance="vague",
            level=1,
            reasons=_reasons(because, passage),
            passage=index,
        )
        yield Pair(good, where, topic, evidence)


def country(code: str) -> Words:
    """Return the name of a country by its ISO 3166-1 alpha-2 code."""
    from babel import Locale

    from assessor.model import Words

    nl, en = (str(Locale.parse(by).territories.get(code, code)) for by in ("nl", "en"))
    return Words(nl, en)


def _reasons(because: Words, passage: Passage) -> tuple[Words, ...]:
    if passage.kind != "table":
        return (because,)
    return (because, say("judging.reason_row", row=passage.text))


def _met(lexicon: Lexicon[Good], text: str) -> tuple[Good, ...]:
    """Return the goods named, each once; of goods at one place the one with the longest words."""
    kept: dict[str, Good] = {}
    end = -1
    for hit in sorted(lexicon.find(text), key=lambda h: (h.start, -h.end)):
        if hit.start >= end or hit.end >= end:
            kept.setdefault(hit.label.good, hit.label)
            end = max(end, hit.end)
    return tuple(kept.values())


def _lexicon(goods: GoodsList, language: str) -> Lexicon[Good]:
    return Lexicon((good, term) for good in goods.goods for term in _spoken(good, language))


def _spoken(good: Good, language: str) -> Sequence[str]:
    """Return the language's terms; in Dutch also English phrases, which suppliers borrow."""
    if language == "en":
        return good.terms.en
    return good.terms.nl + tuple(t for t in good.terms.en if " " in t and t not in good.terms.nl)


def _is_denied(passage: Passage) -> bool:
    """Return whether it says that something is not there, or not bought there."""
    if _not_bought(passage.language).find(passage.text):
        return True
    known = facts(passage.text, passage.language)
    return stance(passage.text, passage.language, known).stance == "denied"
