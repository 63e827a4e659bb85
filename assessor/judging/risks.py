"""The risks that the documents name, out of tables and out of prose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.judging.answering import meant, number_of
from assessor.judging.chain import of_the_chain
from assessor.judging.ordering import put_first
from assessor.judging.rows import row_evidence
from assessor.judging.spoken import spoken_risks
from assessor.judging.told import ABOVE, Told
from assessor.judging.whereabouts import Whereabouts
from assessor.judging.wording import pattern, value
from assessor.matching.phrases import words
from assessor.model import Risk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.judging.case import Case
    from assessor.judging.rows import Row, TableRow
    from assessor.judging.topics import Topics
    from assessor.model import Passage

_SCORES = {"priority", "severity", "likelihood"}
_WEIGHED = {*_SCORES, "affected", "number"}
_OF_A_LIST = {*_SCORES, "country", "tier", "affected", "supplier"}
"""Columns of a list of risks; a plan without them that has topics only says what it is about."""
_LONGEST_LABEL = 160
_A_NAME = 3
"""Words of a risk that a column beside it describes."""
_A_TOPIC = 3.1
"""Words, on average, up to which the column of issues of a plan names topics and no risks."""
_WHOLE_LIST = 3
"""Risks in tables from which lists and headings are taken to tell of the same ones."""
_FEWEST_LISTED = 2
"""A single item under a heading is no list of risks."""
_ORDINALS = ("eerste first", "tweede second", "derde third", "vierde fourth", "vijfde fifth")


def find_risks(told: Told) -> tuple[Risk, ...]:
    """Return the risks, those of tables first, in order of place, with ids R1, R2, and so on."""
    case, on_topic = told.case, told.on_topic
    places = Whereabouts(p.text for p in case.passages)
    rows = of_the_chain(told.having("risk"), case, on_topic)
    in_tables, in_lists = _parted(rows)
    found = _of_tables(in_tables, case, on_topic, places)
    if len(found) < _WHOLE_LIST:
        found += _of_lists(in_lists, case, on_topic, places, found)
    found += spoken_risks(told, found)
    return tuple(replace(r, id=f"R{n}") for n, r in enumerate(_unique(found), 1))


def _parted(rows: Sequence[TableRow]) -> tuple[list[TableRow], list[TableRow]]:
    """Return the rows of tables and of lists.

    The rows of a plan, or of a table that only explores, name the risks of a list again.
    """
    in_tables = _without_topics([r for r in rows if not r.is_listed])
    in_lists = [r for r in rows if r.is_listed]
    is_rest = all(_only_answers(r.row) or _only_explores(r.row) for r in in_tables)
    return ([] if is_rest and len(in_lists) >= _WHOLE_LIST else in_tables), in_lists


def _only_answers(row: Row) -> bool:
    """Return whether a row tells what is done about a risk, and does not weigh it."""
    return "action" in row.cells and not row.cells.keys() & _SCORES


def _only_explores(row: Row) -> bool:
    """Return whether a row tells harm under a head that does not call it a risk, unweighed."""
    return "unheaded" in row.cells and not row.cells.keys() & _WEIGHED


def _without_topics(rows: Sequence[TableRow]) -> list[TableRow]:
    """Return the rows; where there is but a plan, not those that say a topic and no risk."""
    said = [r.row.text("issue") for r in rows]
    are_told = sum(len(words(s)) for s in said) >= _A_TOPIC * sum(map(bool, said))
    if are_told or not all("action" in r.row.cells for r in rows):
        return list(rows)
    return [r for r in rows if "issue" not in r.row.cells or r.row.cells.keys() & _OF_A_LIST]


def _of_tables(
    rows: Sequence[TableRow], case: Case, on_topic: Topics, places: Whereabouts
) -> list[Risk]:
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
    return found


def _of_lists(
    rows: Sequence[TableRow],
    case: Case,
    on_topic: Topics,
    places: Whereabouts,
    known: Sequence[Risk],
) -> list[Risk]:
    """Return the risks of lists and headings that no table tells."""
    if len(rows) < _FEWEST_LISTED:
        return []
    first = put_first(case.passages, len(rows))
    found = [
        _from_row(r, case, on_topic, places, is_first=_is_first(n, r.row, first))
        for n, r in enumerate(rows, 1)
    ]
    return [r for r in found if meant(r.label, known) is None]


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


def _from_row(
    table_row: TableRow, case: Case, on_topic: Topics, places: Whereabouts, *, is_first: bool | None
) -> Risk:
    passage = case.passages[table_row.passage]
    row, label = table_row.row, table_row.row.text("risk")
    if table_row.is_listed and row.text("told").startswith(label):
        label = label if on_topic.of(label, passage.language) else row.text("told")
    if row.text("described") and len(words(label)) <= _A_NAME:
        label = f"{label}: {row.text('described')}"
    weighed = on_topic.weighed(table_row.passage) if table_row.is_quoted else None
    quoted = row_evidence(row, "risk", passage, table_row.passage, "done")
    said = _prioritised(row)
    return Risk(
        id="",
        label=label[:_LONGEST_LABEL],
        topic=on_topic.of(label, passage.language)
        or on_topic.of(row.text("subject"), passage.language)
        or (weighed.candidate.code if weighed else None),
        countries=_countries(table_row, passage, places),
        tier=_tier(row, table_row.caption),
        prioritised=is_first if said is None else said,
        evidence=(weighed.evidence if weighed else quoted,),
    )


def _countries(table_row: TableRow, passage: Passage, places: Whereabouts) -> tuple[str, ...]:
    """Return the countries named nearest to the risk: in their column, beside it, above it."""
    row = table_row.row
    if named := places.in_column(row.text("country")):
        return named
    nearest = table_row.caption.rsplit(ABOVE, 1)[-1]
    told = row.text("told") or row.text("under") or passage.text
    for said in (row.text("supplier"), row.text("risk"), row.text("product"), nearest, told):
        if named := places.countries(said):
            return named
    return ()


def _prioritised(row: Row) -> bool | None:
    said = row.text("priority")
    if not said and "likelihood" not in row.cells:
        said = row.text("severity")
    met = value(said, "not_prioritised", "prioritised")
    return None if met is None else met == "prioritised"


def _tier(row: Row, caption: str) -> int | None:
    """Return the step of the chain that a column, a word beside the risk or the caption names."""
    digits = [int(c) for c in row.text("tier") if c.isdigit()]
    if digits:
        return max(digits)
    near = (row.text(r) for r in ("tier", "country", "risk", "told", "under"))
    for said in (*near, caption.rsplit(ABOVE, 1)[-1]):
        if met := pattern("tier").search(said):
            return int(met["tier"]) if met["tier"] else _ordinal(met["ordinal"])
    return None


def _ordinal(word: str) -> int | None:
    return next((n for n, both in enumerate(_ORDINALS, 1) if word.lower() in both.split()), None)


def _unique(risks: Sequence[Risk]) -> list[Risk]:
    """Return the risks, of those with the same words, countries and topic only the first."""
    kept: dict[tuple[str, str | None, tuple[str, ...]], Risk] = {}
    for risk in risks:
        kept.setdefault((risk.label.casefold(), risk.topic, risk.countries), risk)
    return list(kept.values())
