"""The risks that the documents name, out of tables and out of prose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.judging.tables import Row, TableRow, row_evidence, table_rows, value
from assessor.judging.topics import Topics
from assessor.matching.phrases import words
from assessor.matching.specifics import countries_in
from assessor.model import Risk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assessor.judging.case import Case
    from assessor.judging.evidence import Weighed
    from assessor.matching.terms import QuestionTerms
    from assessor.model import Passage

_BESIDE_A_RISK = {"country", "tier", "priority", "severity", "likelihood", "product", "action"}
"""A column of risks is a risk table when one of these stands beside it."""
_LONGEST_LABEL = 160
_SHARED_WORDS = 0.5
"""Share of a reference's words that a risk must hold to be the one that is meant."""
_TELLING = 4
"""Letters; shorter words link nothing."""


def find_risks(
    case: Case, topics: Mapping[str, Sequence[Weighed]], terms: QuestionTerms
) -> tuple[Risk, ...]:
    """Return the risks, those of tables first, in order of place, with ids R1, R2, and so on.

    Args:
        case: the submission.
        topics: weighed candidates that count, by code of the topic.
        terms: of the checklist, to tell the topic of a few words.
    """
    on_topic = Topics(topics, terms)
    tables = [
        (row, _from_row(row, case.passages[row.passage], on_topic))
        for row in table_rows(case, "risk")
        if row.row.cells.keys() & _BESIDE_A_RISK
    ]
    found = [risk for row, risk in tables if "action" not in row.row.cells]
    for row, risk in tables:
        if "action" in row.row.cells and meant(risk.label, found) is None:
            found.append(risk)
    known = {risk.topic for risk in found}
    found += [r for r in _from_prose(topics, case.passages) if r.topic not in known]
    return tuple(replace(r, id=f"R{n}") for n, r in enumerate(_unique(found), 1))


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


def _from_row(table_row: TableRow, passage: Passage, on_topic: Topics) -> Risk:
    row, label = table_row.row, table_row.row.text("risk")
    weighed = on_topic.weighed(table_row.passage)
    quoted = row_evidence(row, "risk", passage, table_row.passage, "done")
    where = row.text("country") or row.text("product") or passage.text
    return Risk(
        id="",
        label=label[:_LONGEST_LABEL],
        topic=on_topic.of(label, passage.language) or on_topic.of_passage(table_row.passage),
        countries=countries_in(where),
        tier=_tier(row.text("tier")),
        prioritised=_prioritised(row),
        evidence=(weighed.evidence if weighed else quoted,),
    )


def _prioritised(row: Row) -> bool | None:
    said = row.text("priority")
    if not said:
        return None
    met = value(said, "not_prioritised", "prioritised")
    return None if met is None else met == "prioritised"


def _tier(said: str) -> int | None:
    digits = [int(c) for c in said if c.isdigit()]
    return max(digits) if digits else None


def _from_prose(
    topics: Mapping[str, Sequence[Weighed]], passages: Sequence[Passage]
) -> Iterator[Risk]:
    """Yield one risk per topic that prose names together with a country."""
    for code, weighed in topics.items():
        named = [
            w
            for w in weighed
            if passages[w.candidate.passage].kind != "table"
            and w.candidate.facts.countries
            and w.candidate.met.core
            and w.candidate.heard.stance in {"done", "vague"}
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
                evidence=tuple(w.evidence for w in named[:3]),
            )


def _unique(risks: Sequence[Risk]) -> list[Risk]:
    """Return the risks, of those with the same words, countries and topic only the first."""
    kept: dict[tuple[str, str | None, tuple[str, ...]], Risk] = {}
    for risk in risks:
        kept.setdefault((risk.label.casefold(), risk.topic, risk.countries), risk)
    return list(kept.values())
