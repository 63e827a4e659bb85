"""Brings a dossier from elsewhere together with what is here; nothing that is here changes.

What both offices have is recognised by its name that holds everywhere, or by what it is: the same
supplier and number, the same files. Judgements of both stand side by side in the order of time.
Where the facts of the contract differ, ours stay and theirs are told.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, update

from assessor.dossiers import schema
from assessor.dossiers.fingerprint import submission_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, RowMapping, Table

    from assessor.dossiers import package
    from assessor.dossiers.database import Database
    from assessor.dossiers.unpacking import Package

_FACTS = ("number", "category", "regime", "signed_on", "starts_on", "ends_on")


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact of the contract on which the offices do not agree; ours stayed."""

    fact: str
    ours: str
    theirs: str


@dataclass(slots=True)
class Merged:
    """What came in."""

    dossier: int = 0
    is_new: bool = False
    submissions: int = 0
    assessments: int = 0
    reviews: int = 0
    changes: int = 0
    originals: int = 0
    differences: tuple[Difference, ...] = ()


def merge(database: Database, coming: Package) -> Merged:
    """Return what was new in a dossier from elsewhere, which is now all here.

    Raises:
        DossierError: when it could not be kept; then nothing of it is.
    """
    merged = Merged()
    with database.writing() as connection:
        for sha256 in _hashes(coming.dossier):
            if coming.holds(sha256) and not database.originals.holds(sha256):
                database.originals.take(sha256, partial(coming.copy, sha256))
                merged.originals += 1
        merged.dossier = _contract(connection, coming.dossier, merged)
        for submission in coming.dossier.submissions:
            _submission(connection, submission, coming, merged)
    return merged


def _hashes(dossier: package.PackedDossier) -> list[str]:
    return sorted({file.sha256 for kind in dossier.submissions for file in kind.files})


def _contract(connection: Connection, told: package.PackedDossier, merged: Merged) -> int:
    supplier = _supplier(connection, told.supplier) if told.supplier else None
    known = _known_contract(connection, told, supplier)
    theirs = {name: getattr(told, name) for name in _FACTS} | {"supplier_id": supplier}
    if known is None:
        merged.is_new = True
        more = {"uid": told.uid, "name": told.name, "made_at": _plain(told.made_at)}
        dossier = _add(connection, schema.contracts, theirs | more)
    else:
        dossier = int(known["id"])
        empty = {n: value for n, value in theirs.items() if value and not known[n]}
        if empty:
            query = update(schema.contracts).where(schema.contracts.c.id == dossier)
            connection.execute(query.values(**empty))
        merged.differences = tuple(
            Difference(name, str(known[name]), str(theirs[name]))
            for name in _FACTS
            if known[name] and theirs[name] and known[name] != theirs[name]
        )
    merged.differences += _add_terms(connection, dossier, told)
    return dossier


def _known_contract(
    connection: Connection, told: package.PackedDossier, supplier: int | None
) -> RowMapping | None:
    table = schema.contracts
    if (found := _by_uid(connection, table, told.uid)) is not None:
        return found
    if supplier is None or not told.number:
        return None
    same = select(table).where(table.c.supplier_id == supplier, table.c.number == told.number)
    return connection.execute(same).mappings().first()


def _supplier(connection: Connection, told: package.PackedSupplier) -> int:
    table = schema.suppliers
    found = _by_uid(connection, table, told.uid)
    if found is None:
        same = select(table).where(func.lower(table.c.name) == told.name.lower())
        found = connection.execute(same).mappings().first()
    if found is not None:
        return int(found["id"])
    return _add(connection, table, {"uid": told.uid, "name": told.name, "made_at": _now()})


def _add_terms(
    connection: Connection, dossier: int, told: package.PackedDossier
) -> tuple[Difference, ...]:
    """Add agreed levels and deadlines that are not here; return the levels that differ."""
    levels, due = schema.thresholds, schema.deadlines
    ours = {
        row.code: row.level
        for row in connection.execute(
            select(levels.c.code, levels.c.level).where(levels.c.contract_id == dossier)
        )
    }
    for code, level in told.thresholds.items():
        if code not in ours:
            _put(connection, levels, {"contract_id": dossier, "code": code, "level": level})
    days = {
        (row.document_type, row.due_on)
        for row in connection.execute(
            select(due.c.document_type, due.c.due_on).where(due.c.contract_id == dossier)
        )
    }
    for kind, day in {(d.document_type, d.due_on) for d in told.deadlines} - days:
        _put(connection, due, {"contract_id": dossier, "document_type": kind, "due_on": day})
    return tuple(
        Difference(code, str(ours[code]), str(level))
        for code, level in told.thresholds.items()
        if ours.get(code, level) != level
    )


def _submission(
    connection: Connection, told: package.PackedSubmission, coming: Package, merged: Merged
) -> None:
    table = schema.submissions
    fingerprint = submission_of(file.sha256 for file in told.files)
    found = _by_uid(connection, table, told.uid)
    if found is None or found["fingerprint"] != fingerprint:
        same = select(table).where(
            table.c.contract_id == merged.dossier, table.c.fingerprint == fingerprint
        )
        found = connection.execute(same).mappings().first()
    submission = int(found["id"]) if found else _add_submission(connection, told, merged)
    for assessment in told.assessments:
        _assessment(connection, submission, assessment, coming, merged)
    merged.reviews += _events(connection, schema.reviews, submission, told.reviews)
    merged.changes += _events(connection, schema.agenda_changes, submission, told.changes)


def _add_submission(connection: Connection, told: package.PackedSubmission, merged: Merged) -> int:
    merged.submissions += 1
    taken = _by_uid(connection, schema.submissions, told.uid) is not None
    submission = _add(
        connection,
        schema.submissions,
        {
            "uid": schema.new_uid() if taken else told.uid,
            "contract_id": merged.dossier,
            "fingerprint": submission_of(file.sha256 for file in told.files),
            "received_on": told.received_on,
            "made_at": _plain(told.made_at),
            "opened_at": _now(),
        },
    )
    for position, file in enumerate(told.files):
        _put(
            connection,
            schema.submission_files,
            {
                "submission_id": submission,
                "position": position,
                "name": file.name,
                "path": "",
                "sha256": file.sha256,
            },
        )
    return submission


def _assessment(
    connection: Connection,
    submission: int,
    told: package.PackedAssessment,
    coming: Package,
    merged: Merged,
) -> None:
    table = schema.assessments
    if _by_uid(connection, table, told.uid) is not None:
        return
    payloads = connection.execute(
        select(table.c.payload).where(table.c.submission_id == submission)
    ).scalars()
    if any(hashlib.sha256(payload).hexdigest() == told.payload for payload in payloads):
        return
    merged.assessments += 1
    given = {
        name: getattr(told, name)
        for name in told.__struct_fields__
        if name not in {"threads", "payload", "made_at"}
    }
    kept = {
        "submission_id": submission,
        "made_at": _plain(told.made_at),
        "threads": json.dumps(told.threads),
        "payload": coming.payload(told.payload),
    }
    _put(connection, table, given | kept)


def _events(
    connection: Connection,
    table: Table,
    submission: int,
    told: Sequence[package.PackedReview | package.PackedChange],
) -> int:
    """Return how many events were not here; targets may come after what takes them back."""
    ids = {
        row.uid: row.id
        for row in connection.execute(
            select(table.c.uid, table.c.id).where(table.c.uid.in_([event.uid for event in told]))
        )
    }
    new = [event for event in told if event.uid not in ids]
    for event in new:
        fields = {name: getattr(event, name) for name in event.__struct_fields__}
        kept = {"submission_id": submission, "at": _plain(event.at), "target": None}
        ids[event.uid] = _add(connection, table, fields | kept)
    for event in new:
        if event.target is not None:
            query = update(table).where(table.c.id == ids[event.uid])
            connection.execute(query.values(target=ids[event.target]))
    return len(new)


def _by_uid(connection: Connection, table: Table, uid: str) -> RowMapping | None:
    columns = [column for column in table.c if column.name != "payload"]
    return connection.execute(select(*columns).where(table.c.uid == uid)).mappings().first()


def _add(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    made = connection.execute(insert(table).values(**values))
    assert made.inserted_primary_key is not None
    return int(made.inserted_primary_key[0])


def _put(connection: Connection, table: Table, values: Mapping[str, Any]) -> None:
    connection.execute(insert(table).values(**values))


def _plain(at: datetime) -> datetime:
    """Return a time as it is kept: UTC, without its zone."""
    return at.astimezone(UTC).replace(tzinfo=None)


def _now() -> datetime:
    return _plain(datetime.now(UTC))
