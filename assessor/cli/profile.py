"""A category profile as lines for `assessor checklist show CATEGORY`."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from assessor.cli.speaking import language, told
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assessor.checklist import Bilingual, Categories, Profile
    from assessor.checklist.profiles import ExpectedRisk, Item

_WIDTH = 80


def in_full(profile: Profile, categories: Categories, names: Mapping[str, str]) -> Iterator[str]:
    """Yield all of a profile; `names` holds the names of topics by code."""
    yield f"{_said(profile.name)} ({profile.code} {profile.version})"
    yield from _wrapped(_said(profile.about), 2)
    for part, items in (("products", profile.products), ("materials", profile.materials)):
        yield from _titled(part)
        yield from (line for item in items for line in _wrapped(_item(item), 2, hanging=2))
    yield from _titled("tiers")
    for tier in profile.tiers:
        yield from _wrapped(f"{tier.tier}  {_said(tier.name)}: {_said(tier.expect)}", 2, hanging=3)
    for part, weight in (("key", "key"), ("likely", "likely")):
        yield from _titled(part)
        for risk in (risk for risk in profile.risks if risk.weight == weight):
            yield from _risk(risk, categories, names)
    yield from _titled("countries")
    for country in profile.countries:
        topics = ", ".join(names.get(topic, topic) for topic in country.topics)
        sources = _sources(country.sources, categories)
        text = f"{', '.join(country.countries)}: {topics}. {_said(country.why)} {sources}"
        yield from _wrapped(text, 2, hanging=2)
    yield from _titled("initiatives")
    for initiative in profile.initiatives:
        text = f"{initiative.name}: {_said(initiative.shows)} {_said(initiative.not_proof)}"
        yield from _wrapped(text, 2, hanging=2)
    yield from _titled("stakeholders")
    for stakeholder in profile.stakeholders:
        yield from _wrapped(f"{stakeholder.name}: {_said(stakeholder.about)}", 2, hanging=2)


def _item(item: Item) -> str:
    if not item.goods:
        return _said(item.name)
    return f"{_said(item.name)} ({told('checklist.goods_list')}: {', '.join(item.goods)})"


def _risk(risk: ExpectedRisk, categories: Categories, names: Mapping[str, str]) -> Iterator[str]:
    name = names.get(risk.topic, risk.topic)
    text = f"{name}: {_said(risk.why)} {_sources(risk.sources, categories)}"
    yield from _wrapped(text, 2, hanging=2)
    if risk.ask:
        yield from _wrapped(f"- {_said(risk.ask)}", 4, hanging=2)


def _sources(ids: Sequence[str], categories: Categories) -> str:
    cited = (categories.source(id_) for id_ in ids)
    told_ = (
        told(say("judging.source", title=s.title.words, publisher=s.publisher, year=s.year))
        for s in cited
    )
    return f"[{'; '.join(told_)}]"


def _titled(part: str) -> list[str]:
    return ["", told(f"checklist.profile.{part}")]


def _said(text: Bilingual) -> str:
    return text.words.told_in(language())


def _wrapped(text: str, indent: int, hanging: int = 0) -> list[str]:
    first, rest = " " * indent, " " * (indent + hanging)
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=rest)
