"""The risks that the documents name, out of tables and out of prose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessor.judging.tables import Row, row_of, rows, value
from assessor.matching.specifics import countries_in
from assessor.model import Evidence, Risk
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assessor.judging.case import Case
    from assessor.judging.evidence import Weighed
    from assessor.model import Passage, Stance

_BESIDE_A_RISK = {"country", "tier", "priority", "severity", "likelihood", "product", "action"}
"""A column of risks is a risk table when one of these stands beside it."""
_LONGEST_LABEL = 160


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table with the passage that quotes it."""

    row: Row
    passage: int
    text: str
    headings: tuple[str, ...]


def table_rows(case: Case, *needed: str) -> Iterator[TableRow]:
    """Yield the rows of every table that has all the needed columns."""
    passages = case.passages
    by_place = {
        (p.document, p.block, row_of(p, case.document_of(p).blocks[p.block])): i
        for i, p in enumerate(passages)
        if p.kind == "table"
    }
    for d, document in enumerate(case.documents):
        for b, block in enumerate(document.blocks):
            if block.kind != "table":
                continue
            for row in rows(block):
                passage = by_place.get((d, b, row.row))
                if passage is not None and all(row.text(n) for n in needed):
                    p = passages[passage]
                    yield TableRow(row, passage, p.text, p.headings)


def find_risks(case: Case, topics: Mapping[str, Sequence[Weighed]]) -> tuple[Risk, ...]:
    """Return the risks, those of tables first, in order of place, with ids R1, R2, and so on.

    Args:
        case: the submission.
        topics: weighed candidates that count, by code of the topic.
    """
    passages = case.passages
    topic_of = _best_topics(topics)
    found: list[Risk] = []
    for table_row in table_rows(case, "risk"):
        if table_row.row.cells.keys() & _BESIDE_A_RISK:
            passage = passages[table_row.passage]
            found.append(_from_row(table_row, passage, topic_of))
    seen = {(r.topic, c) for r in found for c in r.countries or ("",)}
    found += [r for r in _from_prose(topics, passages) if not _is_known(r, seen)]
    return tuple(_numbered(_unique(found)))


def _best_topics(topics: Mapping[str, Sequence[Weighed]]) -> dict[int, tuple[str, Weighed]]:
    """Return the likeliest topic of each passage."""
    best: dict[int, tuple[str, Weighed]] = {}
    for code, weighed in topics.items():
        for w in weighed:
            kept = best.get(w.candidate.passage)
            if kept is None or w.candidate.relevance > kept[1].candidate.relevance:
                best[w.candidate.passage] = (code, w)
    return best


def _from_row(
    table_row: TableRow, passage: Passage, topic_of: Mapping[int, tuple[str, Weighed]]
) -> Risk:
    row, known = table_row.row, topic_of.get(table_row.passage)
    evidence = (
        known[1].evidence
        if known
        else row_evidence(row, "risk", passage, table_row.passage, "done")
    )
    where = row.text("country") or row.text("product") or passage.text
    return Risk(
        id="",
        label=row.text("risk")[:_LONGEST_LABEL],
        topic=known[0] if known else None,
        countries=countries_in(where),
        tier=_tier(row.text("tier")),
        prioritised=_prioritised(row),
        evidence=(evidence,),
    )


def row_evidence(row: Row, role: str, passage: Passage, index: int, heard: Stance) -> Evidence:
    """Return the cell of this role as evidence at the level of something described."""
    cell = row.cells[role]
    return Evidence(
        document=passage.document,
        page=cell.page or passage.page,
        heading=passage.headings[-1] if passage.headings else None,
        boxes=(cell.box,) if cell.box else (),
        quote=row.text(role),
        language=passage.language,
        stance=heard,
        level=2,
        reasons=(say("judging.reason_row", row=passage.text),),
        passage=index,
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


def _is_known(risk: Risk, seen: set[tuple[str | None, str]]) -> bool:
    return any(topic == risk.topic for topic, _ in seen)


def _unique(risks: Sequence[Risk]) -> list[Risk]:
    """Return the risks, of those with the same words, countries and topic only the first."""
    kept: dict[tuple[str, str | None, tuple[str, ...]], Risk] = {}
    for risk in risks:
        kept.setdefault((risk.label.casefold(), risk.topic, risk.countries), risk)
    return list(kept.values())


def _numbered(risks: Sequence[Risk]) -> Iterator[Risk]:
    for number, r in enumerate(risks, 1):
        yield Risk(f"R{number}", r.label, r.topic, r.countries, r.tier, r.prioritised, r.evidence)
