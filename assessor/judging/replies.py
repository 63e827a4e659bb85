"""Which risk a sentence about an action answers: by its section, names, words and topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.judging.prose import names_in
from assessor.judging.wording import pattern
from assessor.matching.phrases import words
from assessor.matching.specifics import countries_in
from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.judging.case import Case
    from assessor.judging.topics import Topics
    from assessor.model import Passage, Risk

_TELLING = 5
"""Letters; shorter words link nothing."""
_REACH = 5
"""Sentences above one that may say what it answers."""


class Replies:
    """The risks of one submission, to be answered by sentences."""

    def __init__(self, case: Case, risks: Sequence[Risk], on_topic: Topics) -> None:
        self._passages = case.passages
        self._on_topic = on_topic
        self._risks = risks
        self._names = names_in(case.passages)
        self._worth = rules("assessor.judging", "prose")["replies"]
        self._above = {
            i: " ".join((*p.headings[-1:], *(case.passages[b].text for b in self._before(i))))
            for i, p in enumerate(case.passages)
        }
        self._about = {r.id: self._said_around(r.evidence[0].passage) for r in risks if r.evidence}

    def answered(self, index: int) -> str | None:
        """Return the id of the risk that a sentence answers; None for an orphan."""
        worth = {r.id: self._likeness(index, r) for r in self._risks if r.id in self._about}
        best = max(worth, key=worth.__getitem__, default=None)
        return best if best is not None and worth[best] >= self._worth["least"] else None

    def _likeness(self, index: int, risk: Risk) -> float:
        """Return what speaks for a sentence answering a risk, each sign by its worth."""
        here, there = self._passages[index], risk.evidence[0].passage
        about = f"{self._about[risk.id]} {risk.label}"
        label, above = _telling([risk.label]), self._above[index]
        beside = self._passages[there] if 0 <= there < index else None
        in_section = beside is not None and _section(beside) == _section(here)
        abroad = {*risk.countries} - {"NL"}
        signs = {
            "section": float(in_section),
            "nearness": 1 / (1 + (index - there) / 4) if in_section else 0.0,
            "heading": float(bool(_telling(here.headings[-1:]) & label)),
            "topic": float(
                risk.topic is not None and self._on_topic.of_passage(index) == risk.topic
            ),
            "topic_above": float(
                risk.topic is not None and risk.topic in self._topics_above(index)
            ),
            "country": float(bool({*countries_in(f"{here.text} {here.before}")} & abroad)),
            "country_above": float(bool({*countries_in(above)} & abroad)),
            "names": min(len(self._named(here.text) & self._named(about)), 2),
            "names_above": min(len(self._named(above) & self._named(about)), 2),
            "words": min(len(_telling([here.text]) & label), 3),
            "words_above": min(len(_telling([above]) & label), 3),
            "number": float(self._number(here.text) == risk.id),
        }
        return float(sum(self._worth[name] * value for name, value in signs.items()))

    def _number(self, said: str) -> str | None:
        """Return the id of the risk whose number is named: "risk 2", "(card 2)"."""
        met = pattern("named_risk").search(said)
        return f"R{met['number'].lstrip('Rr')}" if met else None

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

    def _said_around(self, index: int) -> str:
        """Return what is said beside a risk: its paragraph."""
        if index < 0:
            return ""
        here = self._passages[index]
        near = self._passages[max(0, index - 4) : index + 5]
        return " ".join(
            p.text for p in near if (p.document, p.block) == (here.document, here.block)
        )

    def _named(self, said: str) -> set[str]:
        return {w.strip(",.;:()’'") for w in said.split()} & self._names


def _section(passage: Passage) -> tuple[int, tuple[str, ...]]:
    return passage.document, passage.headings


def _telling(said: Sequence[str]) -> set[str]:
    return {w.form[:7] for text in said for w in words(text) if len(w.form) >= _TELLING}
