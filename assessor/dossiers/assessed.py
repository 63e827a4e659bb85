"""The rows of assessments, and how one becomes what is opened."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from assessor.dossiers import events, schema
from assessor.dossiers.prepared import assessment_in, unpacked
from assessor.dossiers.shelving import MadeAt, Saved
from assessor.dossiers.threads import Threads, named
from assessor.errors import DossierError
from assessor.texts import say

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from assessor.model import Assessment


class Kept(NamedTuple):
    """A row of the assessments."""

    id: int
    threads: str
    payload: bytes


def newest(connection: Connection, submission: int, assessment: int | None = None) -> Kept:
    """Return the row of an assessment, by default the newest of the submission.

    Raises:
        DossierError: when there is none.
    """
    rows = _kept(connection, submission, assessment, 1)
    if not rows:
        what = say("dossiers.gone", number=submission)
        raise DossierError(what, say("dossiers.gone_remedy"))
    return rows[0]


def _kept(
    connection: Connection, submission: int, assessment: int | None = None, most: int | None = None
) -> list[Kept]:
    """Return the rows of assessments, the newest first."""
    table = schema.assessments.c
    query = select(table.id, table.threads, table.payload).where(table.submission_id == submission)
    if assessment is not None:
        query = query.where(table.id == assessment)
    found = connection.execute(query.order_by(table.made_at.desc(), table.id.desc()).limit(most))
    return [Kept(*row) for row in found]


def earlier(
    connection: Connection, submission: int, most: int | None = None
) -> list[tuple[Assessment, Threads]]:
    """Return the assessments that can be read with their threads, the newest first."""
    found = []
    for row in _kept(connection, submission, most=most):
        with suppress(DossierError):  # what cannot be read any more has nothing to compare with
            found.append((assessment_in(row.payload), threads_in(row.threads)))
    return found


def saved_of(
    connection: Connection, submission: int, assessment: int | None
) -> tuple[Saved, Threads]:
    """Return a submission with an assessment and all that people made of it, and the threads.

    Raises:
        DossierError: when it is not there, or cannot be read.
    """
    row = newest(connection, submission, assessment)
    threads = threads_in(row.threads)
    names = named(threads)
    about = connection.execute(
        select(
            schema.contracts.c.id,
            schema.contracts.c.name,
            schema.contracts.c.number,
            schema.suppliers.c.name.label("supplier"),
        )
        .select_from(schema.submissions)
        .join(schema.contracts)
        .outerjoin(schema.suppliers)
        .where(schema.submissions.c.id == submission)
    ).one()
    saved = Saved(
        submission,
        about.name,
        unpacked(row.payload),
        events.reviews_of(connection, submission, names),
        events.changes_of(connection, submission, names),
        row.id,
        about.id,
        about.supplier or "",
        about.number,
    )
    return saved, threads


def made(connection: Connection, submission: int) -> tuple[MadeAt, ...]:
    """Return when each assessment of a submission was made, the newest first."""
    table = schema.assessments.c
    query = (
        select(
            table.made_at,
            table.checklist_version,
            table.program_version,
            table.category,
            table.contract_date,
            table.checklist_hash,
        )
        .where(table.submission_id == submission)
        .order_by(table.made_at.desc(), table.id.desc())
    )
    rows = connection.execute(query).mappings()
    return tuple(MadeAt(**{**row, "made_at": row["made_at"].replace(tzinfo=UTC)}) for row in rows)


def threads_in(told: str) -> Threads:
    """Return the threads that a row tells of."""
    threads: Threads = json.loads(told)
    return threads
