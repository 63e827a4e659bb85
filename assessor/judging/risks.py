"""The risks that the documents name, out of tables and out of prose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.judging.answering import meant, number_of
from assessor.judging.columns import is_company_wide, value
from assessor.judging.ordering import put_first
from assessor.judging.spoken import spoken_risks
from assessor.judging.tables import TableRow, row_evidence, table_rows
from assessor.judging.topics import Topics
from assessor.judging.whereabouts import Whereabouts
from assessor.model import Risk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assessor.judging.case import Case
    from assessor.judging.evidence import Weighed
    from assessor.judging.tables import Row
    from assessor.matching.terms import QuestionTerms
    from assessor.model import Passage

_BESIDE_A_RISK = {"country", "tier", "priority", "severity", "likelihood", "product", "action"}
"""A column of risks is a risk table when one of these stands beside it."""
_OF_A_CHAIN = {"country", "tier", "product"}
"""What a list of the firm's own material topics does not hold."""
_SCORES = {"priority", "severity", "likelihood"}
_LONGEST_LABEL = 160


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
    places = Whereabouts(p.text for p in case.passages)
    rows = [r for r in table_rows(case, "risk") if _is_risk(r)]
    weighing = _weighing(rows)
    first = put_first(case.passages, len(weighing))
    found = [
        _from_row(r, case, on_topic, places, is_first=_is_first(n, r.row, first))
        for n, r in enumerate(weighing, 1)
    ]
    known = {number_of(r.row) for r in weighing} - {None}
    for r in rows:
        if "action" not in r.row.cells or r in weighing:
            continue
        is_first = _is_first(len(weighing) + 1, r.row, first) if number_of(r.row) else None
        risk = _from_row(r, case, on_topic, places, is_first=is_first)
        number = number_of(r.row) if "number" not in r.row.cells else None
        if number not in known and meant(risk.label, found) is None:
            found.append(risk)
    found += spoken_risks(case, topics, on_topic, found)
    return tuple(replace(r, id=f"R{n}") for n, r in enumerate(_unique(found), 1))


def _weighing(rows: Sequence[TableRow]) -> list[TableRow]:
    """Return the rows of the supplier's own list: when some are scored, others only explored.

    Where risks stand nowhere but beside their actions, that is the list, each risk once.
    """
    plain = [r for r in rows if "action" not in r.row.cells]
    if not plain:
        return list({r.row.text("risk").casefold(): r for r in reversed(rows)}.values())[::-1]
    return [r for r in plain if r.row.cells.keys() & _SCORES] or plain


def _is_first(place: int, row: Row, first: int | None) -> bool | None:
    """Return whether a risk is among those that prose puts first; None where it does not say."""
    if first is None:
        return None
    number = number_of(row)
    return (int(number) if number and number.isdigit() else place) <= first


def _is_risk(table_row: TableRow) -> bool:
    """Return whether a row of a column of risks tells a risk of the chain."""
    cells = table_row.row.cells.keys()
    if not cells & _BESIDE_A_RISK or value(table_row.row.text("risk"), "unsettled"):
        return False
    return bool(cells & _OF_A_CHAIN) or not is_company_wide(table_row.caption)


def _from_row(
    table_row: TableRow, case: Case, on_topic: Topics, places: Whereabouts, *, is_first: bool | None
) -> Risk:
    passage = case.passages[table_row.passage]
    row, label = table_row.row, table_row.row.text("risk")
    weighed = on_topic.weighed(table_row.passage) if table_row.is_quoted else None
    quoted = row_evidence(row, "risk", passage, table_row.passage, "done")
    said = _prioritised(row)
    return Risk(
        id="",
        label=label[:_LONGEST_LABEL],
        topic=on_topic.of(label, passage.language) or (weighed.candidate.code if weighed else None),
        countries=_countries(row, passage, places),
        tier=_tier(row.text("tier")),
        prioritised=is_first if said is None else said,
        evidence=(weighed.evidence if weighed else quoted,),
    )


def _countries(row: Row, passage: Passage, places: Whereabouts) -> tuple[str, ...]:
    """Return the countries named nearest to the risk: in their column, beside it, in the row."""
    for said in (row.text("country"), row.text("risk"), row.text("product"), passage.text):
        if named := places.countries(said):
            return named
    return ()


def _prioritised(row: Row) -> bool | None:
    said = row.text("priority")
    if not said and "likelihood" not in row.cells:
        said = row.text("severity")
    met = value(said, "not_prioritised", "prioritised")
    return None if met is None else met == "prioritised"


def _tier(said: str) -> int | None:
    digits = [int(c) for c in said if c.isdigit()]
    return max(digits) if digits else None


def _unique(risks: Sequence[Risk]) -> list[Risk]:
    """Return the risks, of those with the same words, countries and topic only the first."""
    kept: dict[tuple[str, str | None, tuple[str, ...]], Risk] = {}
    for risk in risks:
        kept.setdefault((risk.label.casefold(), risk.topic, risk.countries), risk)
    return list(kept.values())
