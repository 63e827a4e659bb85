"""Writes a dossier as a zip that another office can take in."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import UTC
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import select

from assessor.dossiers import package, schema
from assessor.errors import DossierError
from assessor.texts import say
from assessor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, RowMapping, Table

    from assessor.dossiers.database import Database

_CHUNK = 1 << 20


def pack(database: Database, dossier: int, goal: IO[bytes]) -> tuple[str, ...]:
    """Write a dossier as a zip; return the names of the supplier's files of which we have no copy.

    Raises:
        DossierError: when there is no such dossier, or it cannot be read.
        OSError: when the zip cannot be written.
    """
    with database.reading() as connection:
        packed, payloads = _packed(connection, dossier)
    files = {file.sha256: file.name for kind in packed.submissions for file in kind.files}
    kept = {sha256 for sha256 in files if database.originals.holds(sha256)}
    with ZipFile(goal, "w", ZIP_DEFLATED) as archive:
        members = [_text(archive, package.DOSSIER, package.to_json(packed))]
        for sha256, payload in payloads.items():
            members.append(_text(archive, package.payload_member(sha256), payload))
        for sha256 in sorted(kept):
            name = package.original_member(sha256)
            place = database.originals.place(sha256)
            with place.open("rb") as source, archive.open(name, "w") as member:
                shutil.copyfileobj(source, member, _CHUNK)
            members.append(package.Member(name, sha256, place.stat().st_size))
        manifest = package.Manifest(package.SCHEMA, package.VERSION, __version__, tuple(members))
        archive.writestr(package.MANIFEST, package.to_json(manifest))
    return tuple(name for sha256, name in files.items() if sha256 not in kept)


def _text(archive: ZipFile, name: str, data: bytes) -> package.Member:
    archive.writestr(name, data)
    return package.Member(name, hashlib.sha256(data).hexdigest(), len(data))


def _packed(connection: Connection, dossier: int) -> tuple[package.PackedDossier, dict[str, bytes]]:
    """Return the dossier, and what its assessments say by hash."""
    contracts = schema.contracts
    row = connection.execute(select(contracts).where(contracts.c.id == dossier)).mappings().first()
    if row is None:
        raise DossierError(say("dossiers.gone", number=dossier), say("dossiers.gone_remedy"))
    payloads: dict[str, bytes] = {}
    terms = _rows(connection, schema.thresholds, "contract_id", dossier)
    due = _rows(connection, schema.deadlines, "contract_id", dossier)
    packed = package.PackedDossier(
        schema=package.SCHEMA,
        version=package.VERSION,
        supplier=_supplier(connection, row["supplier_id"]),
        thresholds={term["code"]: term["level"] for term in terms},
        deadlines=tuple(package.PackedDeadline(d["document_type"], d["due_on"]) for d in due),
        submissions=tuple(
            _submission(connection, submission, payloads)
            for submission in _rows(connection, schema.submissions, "contract_id", dossier)
        ),
        **_told(row, package.PackedDossier),
    )
    return packed, payloads


def _supplier(connection: Connection, supplier: int | None) -> package.PackedSupplier | None:
    for row in _rows(connection, schema.suppliers, "id", supplier):
        return package.PackedSupplier(row["uid"], row["name"])
    return None


def _submission(
    connection: Connection, row: RowMapping, payloads: dict[str, bytes]
) -> package.PackedSubmission:
    files = _rows(connection, schema.submission_files, "submission_id", row["id"])
    return package.PackedSubmission(
        files=tuple(package.PackedFile(file["name"], file["sha256"]) for file in files),
        assessments=tuple(_assessments(connection, row["id"], payloads)),
        reviews=tuple(_events(connection, schema.reviews, package.PackedReview, row["id"])),
        changes=tuple(_events(connection, schema.agenda_changes, package.PackedChange, row["id"])),
        **_told(row, package.PackedSubmission),
    )


def _assessments(
    connection: Connection, submission: int, payloads: dict[str, bytes]
) -> Iterator[package.PackedAssessment]:
    for row in _rows(connection, schema.assessments, "submission_id", submission):
        sha256 = hashlib.sha256(row["payload"]).hexdigest()
        payloads[sha256] = bytes(row["payload"])
        given = {"threads": json.loads(row["threads"]), "payload": sha256}
        yield package.PackedAssessment(**_told(row, package.PackedAssessment) | given)


def _events(connection: Connection, table: Table, kind: type[Any], submission: int) -> list[Any]:
    rows = _rows(connection, table, "submission_id", submission)
    uids = {row["id"]: row["uid"] for row in rows}
    return [kind(**_told(row, kind) | {"target": uids.get(row["target"])}) for row in rows]


def _rows(connection: Connection, table: Table, column: str, value: int | None) -> list[RowMapping]:
    query = select(table).where(table.c[column] == value).order_by(*table.primary_key.columns)
    return list(connection.execute(query).mappings())


def _told(row: RowMapping, kind: type[Any]) -> dict[str, Any]:
    """Return what a row tells of the fields of a packed thing; times with their zone."""
    fields = set(kind.__struct_fields__)
    told = {name: value for name, value in row.items() if name in fields}
    times = {name: value.replace(tzinfo=UTC) for name, value in told.items() if name in _TIMES}
    return told | times


_TIMES = {"at", "made_at"}
