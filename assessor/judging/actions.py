"""The actions that the documents announce or report, and the risk that each answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.judging.answering import Answered
from assessor.judging.columns import is_ordinary_work, pattern, value
from assessor.judging.levels import rubric
from assessor.judging.tables import TableRow, row_evidence, table_rows
from assessor.matching.phrases import words
from assessor.model import Action

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assessor.judging.case import Case
    from assessor.judging.evidence import Weighed
    from assessor.judging.tables import Row
    from assessor.judging.topics import Topics
    from assessor.model import ActionStatus, Passage, Risk, Stance

_BESIDE_AN_ACTION = {"owner", "deadline", "status", "risk", "risk_no"}
"""A column of actions is an action table when one of these stands beside it."""
_FOR_A_RISK = {"risk", "risk_no"}
_OF_DELIVERIES = {"country", "product"}
_COUNTING = 0.25
"""Share of a table's rows that count for something on the checklist; below it, and without a risk,
a plan by place or product, or of deliveries, is of the firm's ordinary work."""
_NOT_ANNOUNCED_IN = {"table", "footnote", "caption"}
_STATUSES: tuple[ActionStatus, ...] = ("planned", "ongoing", "done")
"""In the order in which they are looked for: "not started" holds "started", and is planned."""
_LONGEST_LABEL = 200
_LONGEST_ACTION = 40
"""Words."""


def find_actions(
    case: Case,
    risks: Sequence[Risk],
    on_topic: Topics,
    measures: Mapping[str, Sequence[Weighed]],
) -> tuple[Action, ...]:
    """Return the actions, those of tables first, in order of place, with ids A1, A2, and so on.

    Args:
        case: the submission.
        risks: as found in the same submission.
        on_topic: tells the topic of a passage.
        measures: weighed candidates that count, by code of the measure.
    """
    answered = Answered(case, risks, on_topic)
    counting = {w.candidate.passage for several in measures.values() for w in several}
    found = [
        _from_row(r, case.passages[r.passage], answered)
        for rows in _tables(case)
        if _is_for_the_chain(rows, counting)
        for r in rows
        if not _is_prose(r.row)
    ]
    if not found:
        found = list(_from_prose(measures, case.passages, answered, on_topic))
    return tuple(replace(a, id=f"A{n}") for n, a in enumerate(_unique(found), 1))


def _tables(case: Case) -> list[list[TableRow]]:
    """Return the rows with an action and something beside it, by table."""
    by_table: dict[tuple[int, int, int], list[TableRow]] = {}
    for r in table_rows(case, "action"):
        if r.row.cells.keys() & _BESIDE_AN_ACTION:
            by_table.setdefault(r.table, []).append(r)
    return list(by_table.values())


def _is_for_the_chain(rows: Sequence[TableRow], counting: set[int]) -> bool:
    if any(r.row.cells.keys() & _FOR_A_RISK for r in rows):
        return True
    if sum(r.passage in counting for r in rows) >= _COUNTING * len(rows):
        return True
    by_place = rows[0].row.cells.keys() & _OF_DELIVERIES
    return not by_place and not is_ordinary_work(rows[0].caption)


def _is_prose(row: Row) -> bool:
    """Return whether a row is text beside the table that was read into it."""
    is_long = len(words(row.text("action"))) > _LONGEST_ACTION
    return is_long and not (row.text("owner") and row.text("deadline"))


def _from_row(table_row: TableRow, passage: Passage, answered: Answered) -> Action:
    row = table_row.row
    status = _status(row)
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
    """Return the words of the cell when a date is among them: "as soon as possible" is none."""
    said = row.text("deadline")
    return said if pattern("date").search(said) else None


def _status(row: Row) -> ActionStatus:
    """Return what the row says; an action with a date is planned where it says nothing."""
    if said := row.text("status"):
        return value(said, *_STATUSES) or "unknown"
    if _deadline(row) is None:
        return "unknown"
    return "ongoing" if value(row.text("deadline"), "ongoing") else "planned"


def _from_prose(
    measures: Mapping[str, Sequence[Weighed]],
    passages: Sequence[Passage],
    answered: Answered,
    on_topic: Topics,
) -> Iterator[Action]:
    """Yield what prose announces with someone who does it and a date, each sentence once."""
    within = rubric()["actions_in"]
    announced = {
        w.candidate.passage: w
        for code, several in measures.items()
        for w in several
        if (code in within or on_topic.is_topic(code))
        and w.candidate.heard.stance == "planned"
        and passages[w.candidate.passage].kind not in _NOT_ANNOUNCED_IN
    }
    for index, w in sorted(announced.items()):
        said = passages[index].text
        role = next(iter(w.candidate.facts.found.get("role", ())), None)
        person = pattern("initials").search(said)
        owner = person.group() if person else role
        date = pattern("date").search(said)
        if owner is None or date is None:
            continue
        yield Action(
            id="",
            label=w.evidence.quote[:_LONGEST_LABEL],
            risk=answered.by_topic(on_topic.of_passage(index)),
            owner=owner,
            deadline=date.group(),
            kpi=None,
            status="planned",
            evidence=(w.evidence,),
        )


def _unique(actions: Sequence[Action]) -> list[Action]:
    kept: dict[str, Action] = {}
    for action in actions:
        kept.setdefault(action.label.casefold(), action)
    return list(kept.values())
