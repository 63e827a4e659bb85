"""Sentences that say nothing of this supplier, and the name of another customer left in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from assessor.judging.noticing.quoting import finding, quoted
from assessor.matching.decoys import decoy
from assessor.matching.phrases import Lexicon, words
from assessor.matching.specifics import facts
from assessor.model import JUDGED_LANGUAGES
from assessor.rules import rules
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.checklist import Checklist
    from assessor.judging.case import Case
    from assessor.model import Evidence, Finding, Passage

_STATED = {"paragraph", "list_item"}
_FEWEST_WORDS = 5
_CHECKABLE = {"number", "percentage", "money", "date", "place", "tier", "source", "verification"}
_NAME = re.compile(r"\s+(?P<name>[A-Z][\w’'-]+(?:[\s-][A-Z][\w’'-]+)*)")


def on_empty_phrases(case: Case, checklist: Checklist) -> Iterator[Finding]:
    """Yield at most one finding, on the sentences that any supplier could print."""
    scored: list[tuple[int, int, str]] = []
    for index, passage in enumerate(case.passages):
        points, named = _points(passage, checklist)
        if points >= said()["enough"]:
            scored.append((-points, index, named))
    if len(scored) < said()["least_sentences"]:
        return
    told: list[Evidence] = []
    for _, index, named in sorted(scored):
        evidence = quoted(case, index, say("noticing.reason_phrase", phrase=named))
        if evidence and len(told) < said()["shown"]:
            told.append(evidence)
    if told:
        subject = case.documents[told[0].document].file
        yield finding("boilerplate", subject, "empty_phrases", told, count=len(scored))


def on_other_customers(case: Case) -> Iterator[Finding]:
    """Yield a finding per public body that is spoken of as the customer and named nowhere else."""
    whole = [" ".join(b.text.split()) for d in case.documents for b in d.blocks]
    for index, passage in enumerate(case.passages):
        if passage.kind not in _STATED or passage.language not in JUDGED_LANGUAGES:
            continue
        text, language = passage.text, passage.language
        for hit in _lexicon("customer", language).find(text):
            named = _NAME.match(text, hit.end)
            if named is None or not _lexicon("relation", language).find(text):
                continue
            if _lexicon("reference", language).find(text):
                continue
            name = named["name"]
            if sum(t.count(name) for t in whole) > text.count(name):
                continue
            customer = f"{text[hit.start : hit.end]} {name}"
            evidence = quoted(case, index, say("noticing.reason_customer", customer=customer))
            if evidence:
                subject = case.documents[passage.document].file
                values = {"customer": customer}
                yield finding("boilerplate", subject, "other_customer", [evidence], **values)


@cache
def said() -> dict[str, Any]:
    """Return the words and bounds of phrases.yaml."""
    return cast("dict[str, Any]", rules("assessor.judging.noticing", "phrases"))


def _points(passage: Passage, checklist: Checklist) -> tuple[int, str]:
    """Return how empty a sentence is, and the phrase by which; 0 when it tells a fact."""
    text, language = passage.text, passage.language
    if passage.kind not in _STATED or language not in JUDGED_LANGUAGES:
        return 0, ""
    found = words(text)
    if not _FEWEST_WORDS <= len(found) <= said()["longest"]:
        return 0, ""
    hits = _lexicon("phrases", language).find_in(found)
    if not hits:
        return 0, ""
    if decoy(passage) is not None or facts(text, language).kinds & _CHECKABLE:
        return 0, ""
    also = _terms(checklist.boilerplate.nl + checklist.boilerplate.en).find_in(found)
    apart = [h for h in also if not any(h.start < m.end and m.start < h.end for m in hits)]
    first = hits[0]
    return 2 * len({h.start for h in hits}) + len(apart), text[first.start : first.end]


@cache
def _lexicon(name: str, language: str) -> Lexicon[None]:
    return Lexicon((None, term) for term in said()[name][language])


@cache
def _terms(terms: tuple[str, ...]) -> Lexicon[None]:
    return Lexicon((None, term) for term in terms)
