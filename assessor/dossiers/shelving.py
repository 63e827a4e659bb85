"""What is said of a saved submission: all of it when it is opened, one line in the list."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from sqlalchemy import Select, select

from assessor.dossiers import schema
from assessor.dossiers.events import reviews_of
from assessor.dossiers.review import History

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection, RowMapping

    from assessor.dossiers.changes import Change
    from assessor.dossiers.prepared import Prepared
    from assessor.dossiers.review import Review


@dataclass(frozen=True, slots=True)
class Saved:
    """One submission with its newest fitting assessment and all that people made of it."""

    submission: int
    name: str
    """Of the dossier."""
    prepared: Prepared
    reviews: tuple[Review, ...]
    """Also those of findings that this assessment no longer has."""
    changes: tuple[Change, ...] = ()
    """Of the agenda."""
    assessment: int = 0
    dossier: int = 0
    supplier: str = ""
    """Name; empty where it is not known."""
    contract: str = ""
    """Number; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """One line of the list of dossiers: a submission."""

    submission: int
    name: str
    files: tuple[str, ...]
    opened_at: datetime
    findings: int
    judged: int
    dossier: int = 0
    """What people call it by; submissions of one contract have the same."""
    supplier: str = ""
    contract: str = ""
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class MadeAt:
    """When an assessment was made, and by what."""

    made_at: datetime
    checklist_version: str
    program_version: str
    category: str | None
    contract_date: date | None = None
    """When the contract was signed, where that was told."""
    checklist_hash: str = ""


def shelf_of(connection: Connection) -> tuple[Shelved, ...]:
    """Return all submissions, the last opened first."""
    return tuple(_shelved(connection, row) for row in connection.execute(_query()).mappings().all())


def _query() -> Select[tuple[object, ...]]:
    other = schema.assessments.alias()
    newest = (
        select(other.c.id)
        .where(other.c.submission_id == schema.submissions.c.id)
        .order_by(other.c.made_at.desc(), other.c.id.desc())
        .limit(1)
        .correlate(schema.submissions)
        .scalar_subquery()
    )
    return (
        select(
            schema.submissions.c.id,
            schema.submissions.c.opened_at,
            schema.submissions.c.received_on,
            schema.contracts.c.id.label("dossier"),
            schema.contracts.c.name,
            schema.contracts.c.number,
            schema.suppliers.c.name.label("supplier"),
            schema.assessments.c.findings,
            schema.assessments.c.threads,
        )
        .select_from(schema.submissions)
        .join(schema.contracts)
        .outerjoin(schema.suppliers)
        .join(schema.assessments, schema.assessments.c.id == newest)
        .order_by(schema.submissions.c.opened_at.desc(), schema.submissions.c.id.desc())
    )


def _shelved(connection: Connection, row: RowMapping) -> Shelved:
    files = connection.execute(
        select(schema.submission_files.c.name)
        .where(schema.submission_files.c.submission_id == row["id"])
        .order_by(schema.submission_files.c.position)
    ).scalars()
    reviews = reviews_of(connection, row["id"])
    threads = set(json.loads(row["threads"]).values()) or {review.finding for review in reviews}
    return Shelved(
        submission=row["id"],
        name=row["name"],
        files=tuple(files),
        opened_at=row["opened_at"].replace(tzinfo=UTC),
        findings=row["findings"],
        judged=History(reviews).judged(threads),
        dossier=row["dossier"],
        supplier=row["supplier"] or "",
        contract=row["number"],
        received_on=row["received_on"],
    )
