"""The actions that the documents announce or report, and the risk that each answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.judging.levels import rubric
from assessor.judging.risks import meant
from assessor.judging.tables import TableRow, row_evidence, table_rows, value
from assessor.model import Action

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assessor.judging.case import Case
    from assessor.judging.evidence import Weighed
    from assessor.judging.topics import Topics
    from assessor.model import ActionStatus, Passage, Risk, Stance

_BESIDE_AN_ACTION = {"owner", "deadline", "kpi", "status"}
"""A column of actions is an action table when one of these stands beside it."""
_STATUSES: tuple[ActionStatus, ...] = ("planned", "ongoing", "done")
"""In the order in which they are looked for: "not started" holds "started", and is planned."""
_LONGEST_LABEL = 200


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
    found = [
        _from_row(table_row, case.passages[table_row.passage], risks, on_topic)
        for table_row in table_rows(case, "action")
        if table_row.row.cells.keys() & _BESIDE_AN_ACTION
    ]
    found += _from_prose(measures, case.passages, risks, on_topic)
    return tuple(replace(a, id=f"A{n}") for n, a in enumerate(_unique(found), 1))


def _from_row(
    table_row: TableRow, passage: Passage, risks: Sequence[Risk], on_topic: Topics
) -> Action:
    row = table_row.row
    status = value(row.text("status"), *_STATUSES) or "unknown"
    heard: Stance = "done" if status == "done" else "planned"
    return Action(
        id="",
        label=row.text("action")[:_LONGEST_LABEL],
        risk=_answers(row.text("risk"), on_topic.of_passage(table_row.passage), risks),
        owner=row.text("owner") or None,
        deadline=row.text("deadline") or None,
        kpi=row.text("kpi") or None,
        status=status,
        evidence=(row_evidence(row, "action", passage, table_row.passage, heard),),
    )


def _answers(said: str, topic: str | None, risks: Sequence[Risk]) -> str | None:
    """Return the id of the risk that is meant: by its words, else the first on its topic."""
    if (risk := meant(said, risks)) is not None:
        return risk.id
    by_topic = [r.id for r in risks if topic is not None and r.topic == topic]
    return by_topic[0] if by_topic else None


def _from_prose(
    measures: Mapping[str, Sequence[Weighed]],
    passages: Sequence[Passage],
    risks: Sequence[Risk],
    on_topic: Topics,
) -> Iterator[Action]:
    """Yield what prose announces or reports with someone who does it and a date."""
    for code in rubric()["actions_in"]:
        for w in measures.get(code, ()):
            passage, facts = passages[w.candidate.passage], w.candidate.facts
            owner = facts.found.get("role", ())
            date = facts.found.get("date", ())
            if passage.kind == "table" or not owner or not date:
                continue
            planned = w.candidate.heard.stance == "planned"
            yield Action(
                id="",
                label=w.evidence.quote[:_LONGEST_LABEL],
                risk=_answers("", on_topic.of_passage(w.candidate.passage), risks),
                owner=owner[0],
                deadline=date[-1] if planned else None,
                kpi=None,
                status="planned" if planned else "done",
                evidence=(w.evidence,),
            )


def _unique(actions: Sequence[Action]) -> list[Action]:
    kept: dict[str, Action] = {}
    for action in actions:
        kept.setdefault(action.label.casefold(), action)
    return list(kept.values())
