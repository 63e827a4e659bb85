"""Tells which risk an action answers: by number, else by words, topic or all that speaks for it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from assessor.judging.replies import Replies
from assessor.judging.told import ABOVE
from assessor.judging.wording import pattern
from assessor.matching.phrases import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.judging.case import Case
    from assessor.judging.rows import Row, TableRow
    from assessor.judging.told import Told
    from assessor.judging.topics import Topics
    from assessor.model import Risk

_SHARED_WORDS = 0.5
"""Share of a reference's words that a risk must hold to be the one that is meant."""
_TELLING = 4
"""Letters; shorter words link nothing."""
_STEM = 6
"""Letters by which two words are the same: "kinderarbeid" and "kinderen"."""
_LIKE, _CLEARLY = 0.9, 0.2
"""Worth of the words that an action shares with a risk, and how far before the next."""
_OF_ROW, _OF_TOPIC = 0.9, 0.5
"""Worth of a word that stands beside the risk's name, and of the same topic."""
_LEADING = 4
"""Words at the front of a cell among which the number of a risk may stand."""


def meant(words_of_it: str, risks: Sequence[Risk]) -> Risk | None:
    """Return the risk that a few words refer to; None when they fit none well enough."""
    said = _telling(words_of_it)
    if not said:
        return None
    shares = [len(said & _telling(risk.label)) / len(said) for risk in risks]
    best = max(shares, default=0.0)
    return risks[shares.index(best)] if best >= _SHARED_WORDS else None


def _telling(said: str) -> set[str]:
    return {w.form[:_STEM] for w in words(said) if len(w.form) >= _TELLING}


def _tells(row: Row, risk: Risk) -> bool:
    return row.text("risk").startswith(risk.label) or row.text("told").startswith(risk.label)


def _around(table_row: TableRow) -> set[str]:
    """Return the words of a risk with those beside it in its row and of the heading above."""
    said = [" ".join(cell.text.split()) for cell in table_row.row.cells.values()]
    above = [h for h in table_row.caption.split(ABOVE) if h][-1:]
    return _telling(" ".join([*said, *above]))


def number_of(row: Row) -> str | None:
    """Return the number or letter by which a row of risks is referred to."""
    roles = ("reference", "number")
    for role in roles if "action" in row.cells else reversed(roles):
        if row.text(role):
            return next(iter(numbers_in(row.text(role))), None)
    lead = row.text("risk").split(" ", 1)
    return next(iter(numbers_in(lead[0])), None) if len(lead) > 1 else None


def numbers_in(said: str) -> list[str]:
    """Return what may be numbers of risks at the front of a cell: "R1", "2", "A"."""
    parts = [p for p in re.split(r"[\s,;/&:]+", said) if p][:_LEADING]
    return [p.rstrip(".)").upper() for p in parts if pattern("reference").fullmatch(p)]


class Answered:
    """The risks of one submission, to be referred to."""

    def __init__(self, case: Case, risks: Sequence[Risk], on_topic: Topics, told: Told) -> None:
        self._risks = risks
        self._on_topic = on_topic
        self._replies = Replies(case, risks, on_topic)
        self._language = [p.language for p in case.passages]
        self._numbered: dict[str, str] = {}
        for table_row in told.having("risk"):
            number = None if "action" in table_row.row.cells else number_of(table_row.row)
            for risk in risks if number else ():
                if _tells(table_row.row, risk):
                    self._numbered.setdefault(str(number), risk.id)
        self._around = {
            risk.id: _around(table_row)
            for table_row in told.having("risk")
            for risk in reversed(risks)
            if _tells(table_row.row, risk)
        }
        for table_row in told.having("action"):
            self._add_named_in_plan(table_row)

    def _add_named_in_plan(self, table_row: TableRow) -> None:
        """Note the number that only a plan gives a risk: "2. Falling from masts"."""
        row = table_row.row
        number = number_of(row) if row.text("risk") and "number" not in row.cells else None
        named = meant(row.text("risk"), self._risks) if number else None
        if number and named:
            self._numbered.setdefault(number, named.id)

    def by_row(self, table_row: TableRow) -> str | None:
        """Return the id of the risk that a row of an action table answers; None for an orphan."""
        row = table_row.row
        said = row.text("reference") or row.text("risk")
        if not said and not row.cells.keys() & {"risk", "reference", "number"}:
            said_first = row.text("action").split(" ", 1)[0]
            if said_first[:1].isdigit() and (known := self._by_number(said_first)):
                return known
        if said and (known := self._by_number(said)):
            return known
        if said:
            return self._by_words(said, table_row)
        if row.is_blank("risk") or row.is_blank("reference"):
            return None
        named = self._by_caption(table_row.caption) or meant(row.text("action"), self._risks)
        if named:
            return named.id
        topic = self._on_topic.of_passage(table_row.passage)
        likest = self._likest(table_row, topic)
        return likest or self._replies.answered(table_row.passage)

    def _by_words(self, said: str, table_row: TableRow) -> str | None:
        """Return the risk that the words of a reference mean, else what its whole row answers."""
        if named := meant(said, self._risks):
            return named.id
        topic = self._on_topic.of(said, self._language[table_row.passage])
        near = self._nearby(said, table_row.row) or self.by_topic(topic)
        return near or self._replies.answered(table_row.passage)

    def _likest(self, table_row: TableRow, topic: str | None) -> str | None:
        """Return the risk whose row shares the rarest words with an action and what is above it."""
        row = table_row.row
        near = [h for h in table_row.caption.split(ABOVE) if h][-1:]
        said = _telling(" ".join([row.text("action"), row.text("kpi"), *near]))
        held = Counter(stem for around in self._around.values() for stem in around)
        worth = {r.id: _OF_TOPIC if topic and r.topic == topic else 0.0 for r in self._risks}
        for risk in self._risks:
            around = self._around.get(risk.id, set())
            named = _telling(risk.label)
            for stem in said & around:
                worth[risk.id] += (1.0 if stem in named else _OF_ROW) / held[stem]
        first, *others = sorted(worth.values(), reverse=True) or [0.0]
        is_clear = first >= _LIKE and (not others or first - others[0] >= _CLEARLY)
        return max(worth, key=worth.__getitem__) if is_clear else None

    def _nearby(self, said: str, row: Row) -> str | None:
        """Return the risk told of the place or product that a plan names, likest to the action."""
        meant_by, done = _telling(said), _telling(row.text("action"))
        shares = {
            id_: (len(meant_by & around) / len(meant_by), len(done & around))
            for id_, around in self._around.items()
            if meant_by
        }
        best = max(shares, key=shares.__getitem__, default=None)
        return best if best and shares[best][0] >= _SHARED_WORDS else None

    def is_tied(self, table_row: TableRow) -> bool:
        """Return whether a row names a risk that was found, or its table stands under one."""
        return self.names_risk(table_row.row) or self._by_caption(table_row.caption) is not None

    def names_risk(self, row: Row) -> bool:
        """Return whether a row names, by number or words, a risk that was found."""
        told = [said for role in ("reference", "risk") if (said := row.text(role))]
        is_numbered = bool(told) and self._by_number(told[0]) is not None
        return is_numbered or any(meant(said, self._risks) for said in told)

    def _by_number(self, said: str) -> str | None:
        return next((self._numbered[n] for n in numbers_in(said) if n in self._numbered), None)

    def _by_caption(self, caption: str) -> Risk | None:
        """Return the risk that a table stands under: "Risk 2: long weeks", and then its actions."""
        for said in reversed(caption.split(ABOVE)):
            number = pattern("named_risk").search(said)
            known = self._numbered.get(number["number"].upper()) if number else None
            named = next((r for r in self._risks if r.id == known), None)
            if named or (named := meant(said, self._risks)):
                return named
        return None

    def by_topic(self, topic: str | None) -> str | None:
        """Return the id of the first risk on a topic."""
        return next((r.id for r in self._risks if topic is not None and r.topic == topic), None)
