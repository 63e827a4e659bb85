"""A folder of category profiles, a list of goods and sources become `Categories`, checked."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, get_args

from assessor.checklist.profiles import Categories, Code, GoodsList, Profile, Source
from assessor.checklist.reader import Reader
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_FEWEST_KEY, _MOST_KEY = 2, 4
"""Key risks per category: more would crowd out what the documents do say."""
_OTHERS = {"goods.yaml", "sources.yaml"}


def load_categories(folder: Path) -> Categories:
    """Return the categories in a folder: goods.yaml, sources.yaml and a file per category.

    Raises:
        ChecklistError: with every mistake, each as "file:line: what is wrong".
    """
    reader = _CategoriesReader(folder)
    sources = reader.listed("sources.yaml", Source)
    goods = reader.one("goods.yaml", GoodsList)
    names = [name for name in reader.names("*.yaml") if name not in _OTHERS]
    profiles = {name: p for name in names if (p := reader.one(name, Profile))}
    reader.stop_on_problems()
    assert goods is not None
    reader.check_goods(goods)
    for name, profile in profiles.items():
        reader.check_profile(name, profile, {g.good for g in goods.goods}, sources)
    reader.check_codes(profiles)
    reader.check_use(sources, profiles.values())
    reader.stop_on_problems()
    order = get_args(Code)
    ordered = sorted(profiles.values(), key=lambda profile: order.index(profile.code))
    return Categories(profiles=tuple(ordered), goods=goods, sources=tuple(sources))


class _CategoriesReader(Reader):
    """Knows what must fit together between profiles, goods and sources."""

    def check_goods(self, goods: GoodsList) -> None:
        """Tell of goods that stand twice, and of inputs that are not on the list."""
        names = [good.good for good in goods.goods]
        for place, good in enumerate(goods.goods):
            if good.good in names[:place]:
                self.add("goods.yaml", say("checklist.good_twice", good=good.good), "goods", place)
            if good.made_with and good.made_with.of not in names:
                unknown = say("checklist.unknown_good", good=good.made_with.of)
                self.add("goods.yaml", unknown, "goods", place, "made_with", "of")

    def check_profile(
        self, name: str, profile: Profile, goods: set[str], sources: Sequence[Source]
    ) -> None:
        """Tell of unknown goods and sources, and of key risks that are too many or ask nothing."""
        for good in profile.goods:
            if good not in goods:
                self.add(name, say("checklist.unknown_good", good=good), "products")
        known = {source.id for source in sources}
        for where, place, cited in _citations(profile):
            for id_ in cited:
                if id_ not in known:
                    self.add(name, say("checklist.unknown_source", source=id_), where, place)
        topics = [risk.topic for risk in profile.risks]
        for place, risk in enumerate(profile.risks):
            if risk.topic in topics[:place]:
                self.add(name, say("checklist.risk_twice", topic=risk.topic), "risks", place)
            if risk.weight == "key" and risk.ask is None:
                self.add(name, say("checklist.key_asks", topic=risk.topic), "risks", place)
        count = len(profile.key_risks)
        if not _FEWEST_KEY <= count <= _MOST_KEY:
            wrong = say("checklist.key_count", count=count, fewest=_FEWEST_KEY, most=_MOST_KEY)
            self.add(name, wrong, "risks")

    def check_codes(self, profiles: dict[str, Profile]) -> None:
        """Tell of a profile whose file has another name; each code then stands at most once."""
        for name, profile in profiles.items():
            if name != f"{profile.code}.yaml":
                self.add(name, say("checklist.profile_name", code=profile.code), "code")

    def check_use(self, sources: Sequence[Source], profiles: Iterable[Profile]) -> None:
        """Tell of sources that stand twice or that nothing names."""
        cited = {id_ for p in profiles for _, _, ids in _citations(p) for id_ in ids}
        ids = [source.id for source in sources]
        for place, id_ in enumerate(ids):
            if id_ in ids[:place] or id_ not in cited:
                self.add("sources.yaml", say("checklist.source_unused", source=id_), place)


def _citations(profile: Profile) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Yield the part of the profile, the place in it and the sources named there."""
    return chain(
        (("risks", i, r.sources) for i, r in enumerate(profile.risks)),
        (("countries", i, c.sources) for i, c in enumerate(profile.countries)),
        (("initiatives", i, n.sources) for i, n in enumerate(profile.initiatives)),
    )
