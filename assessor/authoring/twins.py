"""Finds examples that are the same, or nearly: a twin teaches nothing and counts double."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from assessor.authoring.remark import Remark
from assessor.matching.phrases import words
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assessor.authoring.remark import Places
    from assessor.checklist import Checklist

_ALIKE = 0.7
"""Share of all their words that two texts have in common."""
_SHOWN = 40
"""Characters of a text that are shown with the remark."""


class _Text(NamedTuple):
    file: str
    text: str
    forms: frozenset[str]


def on_twins(checklist: Checklist, homes: Mapping[str, str], places: Places) -> Iterator[Remark]:
    """Yield a mistake for every text that is nearly one that came before."""
    seen: list[_Text] = []
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for file, text in _texts(checklist, homes):
        new = _Text(file, text, frozenset(word.form for word in words(text)))
        shared = Counter(n for form in new.forms for n in holding[form])
        for n, common in shared.items():
            other = seen[n]
            if common > _ALIKE * len(new.forms | other.forms):
                line = places.line_of(other.file, other.text)
                what = say(
                    "checklist.twin",
                    text=text[:_SHOWN],
                    place=f"{other.file}:{line}",
                    other=other.text[:_SHOWN],
                )
                yield Remark(file, places.line_of(file, text), what, is_mistake=True)
                break
        for form in new.forms:
            holding[form].append(len(seen))
        seen.append(new)


def _texts(checklist: Checklist, homes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for question in checklist.questions:
        for example in question.labelled:
            yield homes[question.code], example.text
    for decoy in checklist.decoys:
        yield "decoys.yaml", decoy.text
