"""The risks that prose names, in numbered headings and paragraphs or in plain sentences."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

from assessor.matching.phrases import Lexicon, words
from assessor.matching.specifics import countries_in
from assessor.model import Evidence, Risk
from assessor.rules import rules
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assessor.judging.case import Case
    from assessor.judging.evidence import Weighed
    from assessor.judging.topics import Topics
    from assessor.model import Block, Passage

_LONGEST_LABEL = 160
_LONGEST_LEAD = 10
"""Words; a longer first sentence is no name of a risk."""
_FEWEST = 2
"""A single paragraph that is led by a few words is no list of risks."""
_QUOTES = 3


def spoken_risks(
    case: Case,
    topics: Mapping[str, Sequence[Weighed]],
    on_topic: Topics,
    found: Sequence[Risk],
) -> list[Risk]:
    """Return what prose names beside the risks of tables, or instead of them.

    A table is the supplier's own list: when there is one, prose adds only what it counts on.
    """
    if found:
        return list(_counted_on(case.passages, on_topic, len(found)))
    named = _named(case, on_topic)
    return named if len(named) >= _FEWEST else list(_plain(topics, case.passages))


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
            topic = on_topic.of(label, block.language) if label else None
            if label and topic:
                index = _passage_in(case.passages, d, b)
                named.append(_block_risk(label, topic, block, d, index))
    return named


def _label(block: Block, above: Sequence[Block]) -> str | None:
    if block.kind not in {"heading", "paragraph", "list_item"}:
        return None
    text = block.text.lstrip("•–- ")
    if met := _pattern("numbered").match(text):
        return met["label"].strip()
    parents = [h for h in above if h is not block]
    if not any(_lexicon("about").find(h.text) for h in parents):
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


def _plain(topics: Mapping[str, Sequence[Weighed]], passages: Sequence[Passage]) -> Iterator[Risk]:
    """Yield one risk per topic that prose about risks names together with a country."""
    for code, weighed in topics.items():
        named = [
            w
            for w in weighed
            if passages[w.candidate.passage].kind != "table"
            and w.candidate.facts.countries
            and w.candidate.met.core
            and w.candidate.heard.stance in {"done", "vague"}
            and _is_about_risks(passages[w.candidate.passage])
        ]
        if named:
            best = max(named, key=lambda w: (w.level, w.candidate.relevance))
            countries = dict.fromkeys(c for w in named for c in w.candidate.facts.countries)
            yield Risk(
                id="",
                label=best.evidence.quote[:_LONGEST_LABEL],
                topic=code,
                countries=tuple(c for c in countries if c != "NL"),
                tier=None,
                prioritised=None,
                evidence=tuple(w.evidence for w in named[:_QUOTES]),
            )


def _is_about_risks(passage: Passage) -> bool:
    around = " . ".join((*passage.headings, passage.introduction))
    return bool(_lexicon("about").find(around) or _lexicon("risk").find(passage.text))
