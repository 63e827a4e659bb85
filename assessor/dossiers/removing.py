"""Lets go of a whole dossier: the only way in which anything that was kept ever goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from assessor.dossiers import schema
from assessor.errors import DossierError
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from assessor.dossiers.database import Database

_OF_SUBMISSIONS = (
    schema.presences,
    schema.places,
    schema.agenda_changes,
    schema.reviews,
    schema.assessments,
    schema.submission_files,
)
_OF_CONTRACTS = (schema.submissions, schema.deadlines, schema.thresholds)


def remove(database: Database, dossier: int) -> None:
    """Remove a dossier, and the supplier and files that no other dossier has.

    Raises:
        DossierError: when there is none with this number, or it cannot be removed.
    """
    with database.writing() as connection:
        hashes = _remove_rows(connection, dossier)
    with database.writing() as connection:
        for sha256 in _unused(connection, hashes):
            database.originals.forget(sha256)


def _remove_rows(connection: Connection, dossier: int) -> set[str]:
    """Return the hashes of the files that the dossier had."""
    contracts, submissions = schema.contracts.c, schema.submissions.c
    row = connection.execute(select(schema.contracts).where(contracts.id == dossier)).first()
    if row is None:
        raise DossierError(say("dossiers.gone", number=dossier), say("dossiers.gone_remedy"))
    own = select(submissions.id).where(submissions.contract_id == dossier)
    files = schema.submission_files.c
    hashes = set(
        connection.execute(select(files.sha256).where(files.submission_id.in_(own))).scalars()
    )
    for table in _OF_SUBMISSIONS:
        connection.execute(delete(table).where(table.c.submission_id.in_(own)))
    for table in _OF_CONTRACTS:
        connection.execute(delete(table).where(table.c.contract_id == dossier))
    connection.execute(delete(schema.contracts).where(contracts.id == dossier))
    others = select(contracts.id).where(contracts.supplier_id == row.supplier_id)
    if row.supplier_id is not None and connection.execute(others).first() is None:
        connection.execute(delete(schema.suppliers).where(schema.suppliers.c.id == row.supplier_id))
    return hashes


def _unused(connection: Connection, hashes: Iterable[str]) -> set[str]:
    """Return those of which no submission speaks; read while nobody else can add one."""
    files, wanted = schema.submission_files.c, set(hashes)
    used = connection.execute(select(files.sha256).where(files.sha256.in_(wanted))).scalars()
    return wanted - set(used)
