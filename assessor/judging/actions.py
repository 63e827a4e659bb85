"""The actions that the documents announce or report, and the risk that each answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.judging.announced import announced
from assessor.judging.answering import Answered
from assessor.judging.chain import of_the_chain
from assessor.judging.reported import reported
from assessor.judging.rows import row_evidence
from assessor.judging.wording import (
    is_all,
    is_ordinary_work,
    is_own_business,
    pattern,
    value,
)
from assessor.matching.phrases import words
from assessor.model import Action

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assessor.judging.evidence import Weighed
    from assessor.judging.rows import Row, TableRow
    from assessor.judging.told import Told
    from assessor.model import ActionStatus, Passage, Risk, Stance

_BESIDE_AN_ACTION = {"owner", "deadline", "status", "risk", "reference"}
"""A column of actions is an action table when one of these stands beside it."""
_OF_DELIVERIES = {"country", "product"}
_COUNTING = 0.25
"""Share of a table's rows that count for something on the checklist; below it, and without a risk,
a plan by place or product, or of deliveries, is of the firm's ordinary work."""
_LONGEST_LABEL = 200
_LONGEST_ACTION = 40
"""Words."""


def find_actions(
    told: Told, risks: Sequence[Risk], measures: Mapping[str, Sequence[Weighed]]
) -> tuple[Action, ...]:
    """Return the actions, those of tables first, in order of place, with ids A1, A2, and so on.

    Args:
        told: what the submission tells.
        risks: as found in the same submission.
        measures: weighed candidates that count, by code of the measure.
    """
    case, on_topic = told.case, told.on_topic
    answered = Answered(case, risks, on_topic, told)
    counting = {w.candidate.passage for several in measures.values() for w in several}
    chain = {id(r) for r in of_the_chain(told.having("risk"), case, on_topic)}
    found = [
        _from_row(r, case.passages[r.passage], answered)
        for rows in _tables(told)
        if _is_for_the_chain(rows, counting, answered)
        for are_risks in [any(id(r) in chain for r in rows)]
        for r in rows
        if not _is_prose(r.row) and _is_action(r, chain, answered, are_risks=are_risks)
        if r.is_listed or answered.is_tied(r) or not told.prose.is_own_work(r.passage)
    ]
    found += announced(told, risks, found)
    return tuple(replace(a, id=f"A{n}") for n, a in enumerate(_unique(found), 1))


def _tables(told: Told) -> list[list[TableRow]]:
    """Return the rows with an action and something beside it, by table or list."""
    by_table: dict[tuple[int, int, int], list[TableRow]] = {}
    for r in told.having("action"):
        if r.is_listed or r.row.cells.keys() & _BESIDE_AN_ACTION:
            by_table.setdefault(r.table, []).append(r)
    return list(by_table.values())


def _is_for_the_chain(rows: Sequence[TableRow], counting: set[int], answered: Answered) -> bool:
    if any("line" in r.row.cells for r in rows):
        owned = [r for r in rows if r.row.text("owner") or r.row.text("status")]
        about = [r for r in rows if r.passage in counting or answered.by_row(r)]
        return len(owned) * 2 > len(rows) > 1 and len(about) * 2 >= len(rows)
    if any(answered.names_risk(r.row) for r in rows):
        return True
    if is_own_business(rows[0].caption):
        return False
    if any(r.row.text("risk") or r.row.text("reference") for r in rows):
        return True
    if rows[0].is_listed or sum(r.passage in counting for r in rows) >= _COUNTING * len(rows):
        return True
    by_place = rows[0].row.cells.keys() & _OF_DELIVERIES
    return not by_place and not is_ordinary_work(rows[0].caption)


def _is_action(
    table_row: TableRow, chain: set[int], answered: Answered, *, are_risks: bool
) -> bool:
    """Return whether a row tells something that is done, and not against a risk of the firm.

    Issues of which none is a risk of the chain (`are_risks`) may be places or names of suppliers.
    """
    said = table_row.row.text("action")
    if is_all("nothing", said) or is_all("unsettled", said):
        return False
    if not table_row.row.text("risk") or "risk" not in table_row.row.cells:
        return True
    if "issue" in table_row.row.cells and not are_risks:
        return True
    return id(table_row) in chain or answered.names_risk(table_row.row)


def _is_prose(row: Row) -> bool:
    """Return whether a row is text beside the table that was read into it."""
    is_long = len(words(row.text("action"))) > _LONGEST_ACTION
    return is_long and not (row.text("owner") and row.text("deadline"))


def _from_row(table_row: TableRow, passage: Passage, answered: Answered) -> Action:
    row = table_row.row
    status = _status(row)
    if status == "unknown" and table_row.is_listed and not row.text("status"):
        status = "planned"
    heard: Stance = "done" if status == "done" else "planned"
    return Action(
        id="",
        label=row.text("action")[:_LONGEST_LABEL],
        risk=answered.by_row(table_row),
        owner=_settled(row, "owner"),
        deadline=_deadline(row),
        kpi=_settled(row, "kpi"),
        status=status,
        evidence=(row_evidence(row, "action", passage, table_row.passage, heard),),
    )


def _settled(row: Row, role: str) -> str | None:
    """Return what the cell says; None where it says that it is not yet known."""
    said = row.text(role)
    return None if not said or value(said, "unsettled") else said


def _deadline(row: Row) -> str | None:
    """Return the words of the cell, unless they say that it is unknown or only that it is done."""
    said = row.text("deadline")
    if "deadline" not in row.cells and (met := pattern("until").search(row.text("action"))):
        return met.group()
    if not said or value(said, "unsettled") or is_all("done", said):
        return None
    return said


def _status(row: Row) -> ActionStatus:
    """Return what the row says; an action with a date is planned where it says nothing."""
    if "status" in row.cells and (told := reported(row.cells["status"].text)):
        return told
    said = row.text("deadline")
    if value(said, "finished") or is_all("done", said):
        return "done"
    if _deadline(row) is None:
        return "unknown"
    return "ongoing" if value(said, "ongoing") else "planned"


def _unique(actions: Sequence[Action]) -> list[Action]:
    kept: dict[str, Action] = {}
    for action in actions:
        kept.setdefault(action.label.casefold(), action)
    return list(kept.values())
