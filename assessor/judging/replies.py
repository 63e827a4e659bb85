"""Which risk a sentence about an action answers: by its section, words, topic and meaning.

Every risk is a reading, that it answers none is another; what speaks for each is a sum over signs,
whose worth stands in told_weights.yaml.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from assessor.judging.choosing import Reading, likeliest
from assessor.judging.wording import pattern
from assessor.matching.phrases import words
from assessor.matching.specifics import countries_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from assessor.judging.case import Case
    from assessor.judging.topics import Topics
    from assessor.model import Passage, Risk

_TELLING, _STEM = 4, 6
"""Letters; shorter words link nothing, and words that begin with the same so many are the same."""
_REACH = 5
"""Sentences above one that may say what it answers."""
_BESIDE = 8
"""Sentences on either side that may stand in the same paragraph."""
_NEAR = 5
"""Sentences away at which nearness is worth half."""
_MOST = 4.0
"""Worth of shared rare words at most, so that a long sentence does not answer everything."""
_FEW = 4
"""Risks; of fewer an action likelier answers none."""
_OF_ALL = ("1.1", "4.1", "5.1", "6.2")
"""Measures that answer no risk in particular: policy, tracking, reporting, grievances."""


class Replies:
    """The risks of one submission, to be answered by sentences."""

    def __init__(self, case: Case, risks: Sequence[Risk], on_topic: Topics) -> None:
        self._passages = case.passages
        self._on_topic = on_topic
        self._risks = [r for r in risks if r.evidence]
        self._place = {r.id: r.evidence[0].passage for r in self._risks}
        self._stems = [_stems([p.text]) for p in case.passages]
        self._held = Counter(stem for stems in self._stems for stem in stems)
        self._label = {r.id: _stems([r.label]) for r in self._risks}
        self._about = {
            r.id: self._paragraph(self._place[r.id]) | self._label[r.id] for r in self._risks
        }
        self._vectors: dict[int, NDArray[np.float32]] = {}
        self._measures: dict[int, dict[str, float]] = {}
        for c in case.candidates:
            if c.vector is not None:
                self._vectors.setdefault(c.passage, c.vector)
            if c.code in _OF_ALL:
                self._measures.setdefault(c.passage, {})[c.code] = c.relevance

    def answered(self, index: int) -> str | None:
        """Return the id of the risk that a sentence answers; None for an orphan."""
        return self._number(self._passages[index].text) or likeliest(self.readings(index), "risk")

    def readings(self, index: int) -> list[Reading]:
        """Return the readings of which risk a sentence answers, that it answers none among them."""
        rows = [self._signs(index, risk) for risk in self._risks]
        for name in ("rare", "meaning"):
            most = max((row[name] for row in rows), default=0.0)
            for row in rows:
                row[f"most_{name}"] = float(row[name] == most and most > 0)
        of_all = self._measures.get(index, {})
        none = {f"none_{code}": of_all.get(code, 0.0) for code in _OF_ALL}
        none |= {
            "none": 1.0,
            "none_no_topic": float(self._on_topic.of_passage(index) is None),
            "none_few": float(len(self._risks) < _FEW),
        }
        found = [Reading(r.id, row) for r, row in zip(self._risks, rows, strict=True)]
        return [Reading(None, none), *found]

    def _signs(self, index: int, risk: Risk) -> dict[str, float]:
        """Return what speaks for a sentence answering a risk."""
        here, there = self._passages[index], self._place[risk.id]
        about, label, said = self._about[risk.id], self._label[risk.id], self._stems[index]
        above = [self._passages[i].text for i in self._before(index)]
        head, topic = here.headings[-1:], risk.topic
        of_head = self._on_topic.of(head[0], here.language) if head else None
        abroad = {*risk.countries} - {"NL"}
        is_placed = there >= 0
        return {
            "risk": 1.0,
            "heading": float(bool(_stems(head) & label)),
            "rare": self._rare(said & about),
            "rare_label": self._rare(said & label),
            "rare_beside": self._rare(self._paragraph(index) & about),
            "rare_heading": self._rare(_stems(head) & about),
            "words_above": min(len(_stems([*head, *above]) & label), 3),
            "topic": float(topic is not None and self._on_topic.of_passage(index) == topic),
            "topic_said": float(
                topic is not None and self._on_topic.of(here.text, here.language) == topic
            ),
            "topic_heading": float(topic is not None and of_head == topic),
            "topic_above": float(topic is not None and topic in self._topics_above(index)),
            "country_above": float(bool({*countries_in(" ".join([*head, *above]))} & abroad)),
            "last_before": float(is_placed and there == self._last_before(index)),
            "near": 1 / (1 + abs(index - there) / _NEAR) if is_placed else 0.0,
            "before": float(is_placed and there <= index),
            "in_section": float(is_placed and self._passages[there].headings == here.headings),
            "meaning": self._likeness(index, there),
        }

    def _number(self, said: str) -> str | None:
        """Return the id of the risk whose number is named: "risk 2", "(card 2)"."""
        met = pattern("named_risk").search(said)
        named = f"R{met['number'].lstrip('Rr')}" if met else None
        return named if any(r.id == named for r in self._risks) else None

    def _rare(self, shared: Iterable[str]) -> float:
        """Return the worth of shared words: the fewer sentences hold one, the more it says."""
        size = len(self._passages) + 1
        worth = (math.log(size / (self._held[stem] + 1)) / math.log(size) for stem in shared)
        return min(sum(worth), _MOST)

    def _likeness(self, index: int, there: int) -> float:
        one, other = self._vectors.get(index), self._vectors.get(there)
        return float(np.dot(one, other)) if one is not None and other is not None else 0.0

    def _last_before(self, index: int) -> int:
        return max((p for p in self._place.values() if p <= index), default=-1)

    def _topics_above(self, index: int) -> set[str]:
        return {t for i in self._before(index) for t in [self._on_topic.of_passage(i)] if t}

    def _before(self, index: int) -> range:
        """Return the sentences above one in its section, a few at most."""
        first = index
        while first > max(0, index - _REACH) and _section(self._passages[first - 1]) == _section(
            self._passages[index]
        ):
            first -= 1
        return range(first, index)

    def _paragraph(self, index: int) -> set[str]:
        """Return the words of a sentence and of those beside it in its paragraph."""
        if index < 0:
            return set()
        here = self._passages[index]
        near = range(max(0, index - _BESIDE), min(len(self._passages), index + _BESIDE + 1))
        return {
            stem
            for i in near
            if (self._passages[i].document, self._passages[i].block) == (here.document, here.block)
            for stem in self._stems[i]
        }


def _section(passage: Passage) -> tuple[int, tuple[str, ...]]:
    return passage.document, passage.headings


def _stems(said: Iterable[str]) -> set[str]:
    return {w.form[:_STEM] for text in said for w in words(text) if len(w.form) >= _TELLING}
