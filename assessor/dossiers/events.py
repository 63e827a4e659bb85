"""The rows of judgements and of changes in agendas: only ever added, read in the order they fell.

The order is a moment: microseconds since 1970, but always later than all that was there. So the
order holds when a clock is set back, and events of two offices fall between each other when they
are brought together.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select

from assessor.dossiers import schema
from assessor.dossiers.changes import Change, renamed
from assessor.dossiers.review import Review
from assessor.errors import DossierError
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, RowMapping, Table

HIGHEST = 4
"""Of the levels that a person can give."""
_OURS = {"uid", "submission_id", "moment"}
"""Columns that only the store knows of."""


def check(review: Review) -> None:
    """Refuse a judgement that says too little or too much.

    Raises:
        DossierError: when a level is none, or when no reason is given why it does not apply.
    """
    if review.level is not None and not 0 <= review.level <= HIGHEST:
        raise DossierError(
            say("dossiers.no_level", highest=HIGHEST), say("dossiers.no_level_remedy")
        )
    if review.kind == "not_applicable" and not review.why.strip():
        raise DossierError(say("dossiers.no_reason"), say("dossiers.no_reason_remedy"))


def add_review(
    connection: Connection, submission: int, review: Review, threads: Mapping[str, str]
) -> Review:
    """Return the judgement with its id; it is kept under the thread of its finding."""
    kept = replace(review, finding=threads.get(review.finding, review.finding))
    return replace(review, id=_add(connection, schema.reviews, submission, kept))


def add_change(
    connection: Connection, submission: int, change: Change, threads: Mapping[str, str]
) -> Change:
    """Return the change with its id; it is kept with the threads of its findings."""
    kept = replace(change, edit=renamed(change.edit, threads))
    return replace(change, id=_add(connection, schema.agenda_changes, submission, kept))


def reviews_of(
    connection: Connection, submission: int, names: Mapping[str, str] | None = None
) -> tuple[Review, ...]:
    """Return the judgements in order, with the ids of findings that threads have now."""
    found = (Review(**_plain(row)) for row in _rows(connection, schema.reviews, submission))
    return tuple(replace(r, finding=(names or {}).get(r.finding, r.finding)) for r in found)


def changes_of(
    connection: Connection, submission: int, names: Mapping[str, str]
) -> tuple[Change, ...]:
    """Return the changes of the agenda in order, with the ids that threads have now."""
    found = (Change(**_plain(row)) for row in _rows(connection, schema.agenda_changes, submission))
    return tuple(replace(change, edit=renamed(change.edit, names)) for change in found)


def _add(connection: Connection, table: Table, submission: int, event: Review | Change) -> int:
    values = asdict(event) | {"at": event.at.astimezone(UTC).replace(tzinfo=None)}
    del values["id"]
    last = connection.execute(
        select(func.max(table.c.moment)).where(table.c.submission_id == submission)
    ).scalar()
    moment = max(_microseconds(event.at), (last or 0) + 1)
    made = connection.execute(
        insert(table).values(submission_id=submission, moment=moment, **values)
    )
    assert made.inserted_primary_key is not None
    return int(made.inserted_primary_key[0])


def _rows(connection: Connection, table: Table, submission: int) -> list[RowMapping]:
    query = (
        select(*(column for column in table.c if column.name not in _OURS))
        .where(table.c.submission_id == submission)
        .order_by(table.c.moment, table.c.uid)
    )
    return list(connection.execute(query).mappings())


def _plain(row: RowMapping) -> dict[str, Any]:
    return {**row, "at": row["at"].replace(tzinfo=UTC)}


def _microseconds(at: datetime) -> int:
    return round(at.timestamp() * 1_000_000)
