"""Numbers and deadlines that differ between two places of a submission, of the same thing.

Strict on purpose: the noun and its words, the place, the year, the tier and the whole of which it
is said must agree, and the numbers must lie near each other, as a count and an older count do.
Parts of a whole lie further apart.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from assessor.judging.noticing.counted import Counted, counted, said
from assessor.judging.noticing.quoting import finding, quoted
from assessor.model import JUDGED_LANGUAGES
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assessor.judging.case import Case
    from assessor.judging.noticing.issued import Issued
    from assessor.model import Finding

_KINDS = {"paragraph", "list_item", "table", "caption", "footnote"}
_MOST_VALUES = 2
"""More different numbers of one thing are of different wholes."""
_LONG = 100
"""From here two numbers with two digits swapped are hardly so by accident."""
_SWAPPED = 0.5
"""How near they are at least."""
_SHARED_WORDS = 2
"""Words that two names of one place or party have in common."""


def on_counts(case: Case, days: Sequence[Issued | None]) -> Iterator[Finding]:
    """Yield a finding per thing of which two places give another number."""
    by_thing: dict[str, list[Counted]] = {}
    by_noun: dict[str, list[Counted]] = {}
    for index, passage in enumerate(case.passages):
        if passage.kind in _KINDS and passage.language in JUDGED_LANGUAGES:
            for count in counted(passage, index):
                by_thing.setdefault(count.thing, []).append(count)
                by_noun.setdefault(count.thing.rpartition(" ")[2], []).append(count)
    pairs = [_differing(case, thing, counts, days) for thing, counts in by_thing.items()]
    pairs += [_swapped(case, counts) for counts in by_noun.values()]
    told: set[int] = set()
    for one, other in filter(None, pairs):
        if not {one.passage, other.passage} & told:
            told |= {one.passage, other.passage}
            yield from _found(case, one, other)


def _found(case: Case, one: Counted, other: Counted) -> Iterator[Finding]:
    values = {"one": _told(one), "other": _told(other)}
    why = say("noticing.reason_counted", **values)
    evidence = [e for c in (one, other) if (e := quoted(case, c.passage, why))]
    if len(evidence) > 1:
        subject = case.documents[evidence[0].document].file
        yield finding("contradiction", subject, "counted_otherwise", evidence, **values)


def _told(count: Counted) -> str:
    extra = count.thing.rpartition(" ")[0]
    return " ".join(filter(None, (str(count.number), extra, count.noun)))


def _differing(
    case: Case, thing: str, counts: Sequence[Counted], days: Sequence[Issued | None]
) -> tuple[Counted, Counted] | None:
    """Return the first two counts of a thing that cannot both hold."""
    is_people = thing.rpartition(" ")[2] in said()["people"]
    fit = [c for c in counts if c.is_certain and c.number >= said()["least"]]
    wholes = [c for c in fit if c.is_whole and not _is_named_before(case, c, counts)]
    if is_people or len({c.number for c in wholes}) <= _MOST_VALUES:
        for one, other in combinations(wholes, 2):
            is_sure = one.is_definite or other.is_definite
            if _is_same(case, one, other, days, is_people=is_people) and (is_sure or is_people):
                return one, other
    for one, other in combinations([c for c in fit if c.verb and not c.names], 2):
        is_of_a_year = one.years == other.years != frozenset() or (
            one.years | other.years and (one.is_same_year or other.is_same_year)
        )
        if one.verb == other.verb and is_of_a_year and not is_people and _agree(case, one, other):
            return one, other
    return None


def _swapped(case: Case, counts: Sequence[Counted]) -> tuple[Counted, Counted] | None:
    """Return two counts of the same noun whose numbers differ by two digits that changed places."""
    for one, other in combinations(sorted(counts, key=lambda c: c.passage), 2):
        is_long = min(one.number, other.number) >= _LONG
        if is_long and _is_swapped(one.number, other.number) and _agree(case, one, other, _SWAPPED):
            return one, other
    return None


def _is_swapped(one: int, other: int) -> bool:
    """Return whether two numbers differ by the order of two of their digits alone."""
    here, there = str(one), str(other)
    if len(here) != len(there):
        return False
    places = [n for n, (a, b) in enumerate(zip(here, there, strict=True)) if a != b]
    swapped = len(places) == 2 and places[1] == places[0] + 1  # noqa: PLR2004  # two digits
    return swapped and sorted(here) == sorted(there)


def _is_named_before(case: Case, count: Counted, counts: Sequence[Counted]) -> bool:
    """Return whether "the three" are three that were named before, and not all there are."""
    if count.is_own:
        return False
    document = case.passages[count.passage].document
    return any(
        c.passage < count.passage
        and c.number == count.number
        and not c.is_whole
        and case.passages[c.passage].document == document
        for c in counts
    )


def _is_same(
    case: Case,
    one: Counted,
    other: Counted,
    days: Sequence[Issued | None],
    *,
    is_people: bool,
) -> bool:
    """Return whether two counts are of the same whole at the same time."""
    shared = _shares_a_name(one, other)
    if is_people and not shared:
        return False
    if not is_people and (one.names or other.names) and not shared:
        return False
    return _agree(case, one, other) and _is_of_now(case, one, other, days)


def _agree(case: Case, one: Counted, other: Counted, nearest: float | None = None) -> bool:
    """Return whether number, scope and place of two counts allow that they are of the same."""
    low, high = sorted((one.number, other.number))
    if low == high or low < (nearest or said()["nearest"]) * high:
        return False
    if nearest is None and one.scope != other.scope:
        return False
    if one.countries and other.countries and one.countries != other.countries:
        return False
    here, there = case.passages[one.passage], case.passages[other.passage]
    is_one_text = here.document == there.document
    return one.passage != other.passage and not (is_one_text and one.language != other.language)


def _is_of_now(case: Case, one: Counted, other: Counted, days: Sequence[Issued | None]) -> bool:
    """Return whether the years are the same; a count without one is of the document's own time."""
    if one.years == other.years:
        return True
    if one.years and other.years:
        return False
    day = days[case.passages[one.passage].document]
    return day is not None and (one.years | other.years) <= {day.day.year, day.day.year - 1}


def _shares_a_name(one: Counted, other: Counted) -> bool:
    return any(
        len(set(a.casefold().split()) & set(b.casefold().split())) >= _SHARED_WORDS
        for a in one.names
        for b in other.names
    )
