"""Tells which risk an action answers: by its number, else by its words, else by its topic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assessor.judging.columns import pattern
from assessor.judging.tables import ABOVE, table_rows
from assessor.matching.phrases import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.judging.case import Case
    from assessor.judging.tables import Row, TableRow
    from assessor.judging.topics import Topics
    from assessor.model import Risk

_SHARED_WORDS = 0.5
"""Share of a reference's words that a risk must hold to be the one that is meant."""
_TELLING = 4
"""Letters; shorter words link nothing."""
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
    return {w.form for w in words(said) if len(w.form) >= _TELLING}


def number_of(row: Row) -> str | None:
    """Return the number or letter by which a row of risks is referred to."""
    for role in ("risk_no", "number"):
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

    def __init__(self, case: Case, risks: Sequence[Risk], on_topic: Topics) -> None:
        self._risks = risks
        self._on_topic = on_topic
        self._language = [p.language for p in case.passages]
        by_passage: dict[int, list[Risk]] = {}
        for risk in risks:
            by_passage.setdefault(risk.evidence[0].passage, []).append(risk)
        self._numbered: dict[str, str] = {}
        for table_row in table_rows(case, "risk"):
            number = None if "action" in table_row.row.cells else number_of(table_row.row)
            for risk in by_passage.get(table_row.passage, ()) if number else ():
                if table_row.row.text("risk").startswith(risk.label):
                    self._numbered.setdefault(str(number), risk.id)
        for table_row in table_rows(case, "action"):
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
        said = row.text("risk_no") or row.text("risk")
        if not said and not row.cells.keys() & {"risk", "risk_no", "number"}:
            said_first = row.text("action").split(" ", 1)[0]
            if said_first[:1].isdigit() and (known := self._by_number(said_first)):
                return known
        if said and (known := self._by_number(said)):
            return known
        if row.text("risk"):
            named = meant(row.text("risk"), self._risks)
            topic = self._on_topic.of(row.text("risk"), self._language[table_row.passage])
            return named.id if named else self.by_topic(topic)
        if said or row.is_blank("risk") or row.is_blank("risk_no"):
            return None
        named = self._by_caption(table_row.caption) or meant(row.text("action"), self._risks)
        return named.id if named else self.by_topic(self._on_topic.of_passage(table_row.passage))

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
