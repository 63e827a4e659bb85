"""The risks that prose names, in numbered headings and paragraphs or in plain sentences."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

from assessor.judging.naming import parts_of
from assessor.judging.picked import chosen, is_said_already
from assessor.judging.whereabouts import Whereabouts
from assessor.matching.phrases import Lexicon, words
from assessor.matching.specifics import countries_in
from assessor.model import Evidence, Risk
from assessor.rules import rules
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assessor.judging.case import Case
    from assessor.judging.told import Told
    from assessor.judging.topics import Topics
    from assessor.model import Block, Passage

_LONGEST_LABEL = 160
_LONGEST_LEAD = 10
"""Words; a longer first sentence is no name of a risk."""
_FEWEST = 2
"""A single paragraph that is led by a few words is no list of risks."""
_A_TABLE = 2
"""Risks that make a list of the supplier's own."""
_NEAR = 6
"""Sentences before one that may say where it is."""


def spoken_risks(told: Told, found: Sequence[Risk]) -> list[Risk]:
    """Return what prose names beside the risks of tables, or instead of them.

    A table or a list with numbers is the supplier's own list: when there is one, prose adds only
    what it counts on and what is surely another.
    """
    case, on_topic = told.case, told.on_topic
    counted = list(_counted_on(case.passages, on_topic, len(found))) if found else []
    named = [] if found else _named(case, on_topic)
    listed = [*found, *counted, *(named if len(named) >= _FEWEST else ())]
    return [*listed[len(found) :], *_in_prose(told, listed)]


@cache
def _said() -> dict[str, Any]:
    return cast("dict[str, Any]", rules("assessor.judging", "columns")["spoken"])


@cache
def _lexicon(name: str) -> Lexicon[str]:
    return Lexicon((name, term) for terms in _said()[name].values() for term in terms)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_said()[name], re.IGNORECASE if name == "numbered" else re.NOFLAG)


def _counted_on(passages: Sequence[Passage], on_topic: Topics, found: int) -> Iterator[Risk]:
    """Yield what is called "the sixth risk" where tables gave five."""
    ordinals: dict[str, int] = _said()["ordinals"]
    for index, passage in enumerate(passages):
        said = words(passage.text)
        for here, follows in pairwise(said):
            is_risk = passage.kind != "table" and _lexicon("risk").find_in([follows])
            if is_risk and ordinals.get(here.form, 0) > found:
                yield _risk(passage.text, passage, index, on_topic)
                break


def _named(case: Case, on_topic: Topics) -> list[Risk]:
    """Return the risks that stand as numbered headings, or lead paragraphs under such a heading."""
    named: list[Risk] = []
    for d, document in enumerate(case.documents):
        above: list[Block] = []
        for b, block in enumerate(document.blocks):
            if block.kind == "heading":
                depth = block.level or 1
                above = [h for h in above if (h.level or 1) < depth] + [block]
            label = _label(block, above)
            index = _passage_in(case.passages, d, b) if label else -1
            topic = _topic(label, block, index, case.passages, on_topic) if label else None
            if label and topic:
                named.append(_block_risk(label, topic, block, d, index))
    return named


def _topic(
    label: str, block: Block, index: int, passages: Sequence[Passage], on_topic: Topics
) -> str | None:
    """Return what a label is about; of a heading that is numbered, what stands below it is too."""
    said = on_topic.of(label, block.language)
    if said or block.kind != "heading" or not _pattern("numbered").match(block.text) or index < 0:
        return said
    below: list[str] = []
    for place in range(index + 1, len(passages)):
        if passages[place].kind == "heading":
            break
        below += [t for t in [on_topic.of_passage(place)] if t]
    return max(below, key=below.count, default=None)


def _label(block: Block, above: Sequence[Block]) -> str | None:
    if block.kind not in {"heading", "paragraph", "list_item"}:
        return None
    text = block.text.lstrip("•–- ")
    if met := _pattern("numbered").match(text):
        return met["label"].strip()
    parents = [h for h in above if h is not block]
    if not any(_lexicon("about").find(h.text) for h in parents):
        return None
    if any(_pattern("numbered").match(h.text) for h in parents):
        return None
    if block.kind == "heading":
        return text if len(words(text)) <= _LONGEST_LEAD else None
    met = _pattern("led").match(text)
    return met["label"] if met and len(words(met["label"])) <= _LONGEST_LEAD else None


def _passage_in(passages: Sequence[Passage], document: int, block: int) -> int:
    here = (i for i, p in enumerate(passages) if (p.document, p.block) == (document, block))
    return next(here, -1)


def _block_risk(label: str, topic: str, block: Block, document: int, passage: int) -> Risk:
    quoted = Evidence(
        document=document,
        page=block.page,
        heading=None,
        boxes=(),
        quote=label,
        language=block.language,
        stance="done",
        level=2,
        reasons=(say("judging.reason_called_risk"),),
        passage=passage,
    )
    countries = tuple(c for c in countries_in(label) or countries_in(block.text) if c != "NL")
    return Risk("", label[:_LONGEST_LABEL], topic, countries, None, None, (quoted,))


def _risk(label: str, passage: Passage, index: int, on_topic: Topics) -> Risk:
    quoted = Evidence(
        document=passage.document,
        page=passage.page,
        heading=passage.headings[-1] if passage.headings else None,
        boxes=(),
        quote=passage.text,
        language=passage.language,
        stance="done",
        level=1,
        reasons=(say("judging.reason_called_risk"),),
        passage=index,
    )
    topic = on_topic.of_passage(index) or on_topic.of(passage.text, passage.language)
    return Risk(
        "", label[:_LONGEST_LABEL], topic, countries_in(passage.text), None, None, (quoted,)
    )


def _in_prose(told: Told, listed: Sequence[Risk]) -> Iterator[Risk]:
    """Yield the risks that plain sentences name and no list does."""
    case, on_topic = told.case, told.on_topic
    places = Whereabouts(p.text for p in case.passages)
    labels = [r.label for r in listed]
    chances, kind = told.prose.chances("risk"), told.prose.known_as("risk")
    for index in chosen(chances, kind, beside_table=len(listed) >= _A_TABLE):
        passage = case.passages[index]
        for said in parts_of(passage.text, passage.language, on_topic):
            if not is_said_already(said, labels):
                countries = _countries(said, case.passages, index, places)
                yield replace(_risk(said, passage, index, on_topic), countries=countries)


def _countries(
    said: str, passages: Sequence[Passage], index: int, places: Whereabouts
) -> tuple[str, ...]:
    """Return the countries named nearest: in the words, the sentence, its paragraph, above it."""
    here = passages[index]
    before = [
        p.text
        for p in reversed(passages[max(0, index - _NEAR) : index])
        if p.document == here.document and p.headings == here.headings
    ]
    for text in (said, here.text, *before, *reversed(here.headings)):
        if named := places.countries(text):
            return named
    return ()
