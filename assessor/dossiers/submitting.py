"""The rows of submissions: one for the same files in the same dossier, whatever their names."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from assessor.dossiers import schema
from assessor.errors import DossierError
from assessor.texts import say

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection

    from assessor.dossiers.fingerprint import Key

LONGEST_NAME = 200


def submission_for(
    connection: Connection,
    key: Key,
    now: datetime,
    dossier: int | None,
    received_on: date | None,
) -> int:
    """Return the id of the submission of these files, made where it is not there yet.

    Raises:
        DossierError: when there is no such dossier.
    """
    table = schema.submissions.c
    query = select(table.id).where(table.fingerprint == key.submission)
    if dossier is not None:
        query = query.where(table.contract_id == dossier)
    known = connection.execute(query.order_by(table.opened_at.desc())).scalar()
    if known is not None:
        return int(known)
    contract = _existing(connection, dossier) if dossier else _unnamed(connection, key, now)
    made = connection.execute(
        insert(schema.submissions).values(
            contract_id=contract,
            fingerprint=key.submission,
            received_on=received_on or now.date(),
            made_at=now,
            opened_at=now,
        )
    )
    assert made.inserted_primary_key is not None
    submission = int(made.inserted_primary_key[0])
    files = [
        {"submission_id": submission, "position": position, **asdict(mark)}
        for position, mark in enumerate(key.files)
    ]
    connection.execute(insert(schema.submission_files), files)
    return submission


def _existing(connection: Connection, dossier: int) -> int:
    found = connection.execute(
        select(schema.contracts.c.id).where(schema.contracts.c.id == dossier)
    ).scalar()
    if found is None:
        raise DossierError(say("dossiers.gone", number=dossier), say("dossiers.gone_remedy"))
    return int(found)


def _unnamed(connection: Connection, key: Key, now: datetime) -> int:
    """Return a new dossier that bears the name of the first file until a person names it."""
    name = key.files[0].name.rpartition(".")[0] or key.files[0].name
    made = connection.execute(
        insert(schema.contracts).values(
            name=name[:LONGEST_NAME], category=key.category, made_at=now
        )
    )
    assert made.inserted_primary_key is not None
    return int(made.inserted_primary_key[0])
