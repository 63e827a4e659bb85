"""Where submissions, assessments and reviews are kept: SQLite by default, PostgreSQL by URL.

Nothing is answered before it is committed, and a commit is on disk (synchronous=FULL): a judgement
that was confirmed on screen survives a power cut. Reviews are only ever added.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.engine import make_url

from assessor import locations
from assessor.dossiers import schema
from assessor.dossiers.connecting import connected, home_of
from assessor.dossiers.doorway import doorway
from assessor.dossiers.fingerprint import FileMark
from assessor.dossiers.prepared import Prepared, packed, unpacked
from assessor.dossiers.review import History, Review

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, RowMapping

    from assessor.dossiers.fingerprint import Key

FILE = "dossiers.db"


@dataclass(frozen=True, slots=True)
class Saved:
    """One submission with its newest fitting assessment and all that people made of it."""

    submission: int
    name: str
    """Of the dossier."""
    prepared: Prepared
    reviews: tuple[Review, ...]


@dataclass(frozen=True, slots=True)
class Shelved:
    """One line of the list of dossiers."""

    submission: int
    name: str
    files: tuple[str, ...]
    opened_at: datetime
    findings: int
    judged: int


class Store:
    """An open database of dossiers."""

    def __init__(self, url: str | None = None, patience: float = 2.0) -> None:
        """Open the database, making it when there is none.

        Args:
            url: of the database; by default the file in the user's data folder.
            patience: seconds to wait for another program that is writing.

        Raises:
            NewerDossier: when a newer version of the program wrote it.
            DossierLocked: when another program holds it.
            DossierError: when it cannot be made, read or written.
        """
        self._url = make_url(url or f"sqlite:///{locations.data() / FILE}")
        self._place = home_of(self._url)
        self._engine = connected(self._url, patience)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    # --- submissions and assessments ---------------------------------------------------------

    def find(self, key: Key) -> Saved | None:
        """Return the saved assessment with this key, or None."""
        query = (
            select(schema.assessments.c.id, schema.assessments.c.submission_id)
            .join(schema.submissions)
            .where(
                schema.submissions.c.fingerprint == key.submission,
                schema.assessments.c.checklist_hash == key.checklist,
                schema.assessments.c.program_version == key.program,
                schema.assessments.c.category == key.category
                if key.category
                else schema.assessments.c.category.is_(None),
            )
            .order_by(schema.assessments.c.id.desc())
        )
        with self._reading() as connection:
            found = connection.execute(query).first()
        return self.open(found.submission_id, found.id) if found else None

    def keep(self, key: Key, prepared: Prepared) -> Saved:
        """Return the assessment as saved: a new one of a known or a new submission."""
        with self._writing() as connection:
            submission = self._submission(connection, key)
            connection.execute(
                insert(schema.assessments).values(
                    submission_id=submission,
                    category=key.category,
                    checklist_version=prepared.assessment.checklist_version,
                    checklist_hash=key.checklist,
                    program_version=key.program,
                    made_at=_now(),
                    findings=len(prepared.assessment.findings),
                    payload=packed(prepared),
                )
            )
        return self.open(submission)

    def open(self, submission: int, assessment: int | None = None) -> Saved:
        """Return a submission with one of its assessments, by default the newest."""
        query = (
            select(schema.dossiers.c.name, schema.assessments.c.payload)
            .select_from(schema.submissions)
            .join(schema.dossiers)
            .join(schema.assessments)
            .where(schema.submissions.c.id == submission)
            .order_by(schema.assessments.c.id.desc())
        )
        if assessment is not None:
            query = query.where(schema.assessments.c.id == assessment)
        with self._writing() as connection:
            connection.execute(
                update(schema.submissions)
                .where(schema.submissions.c.id == submission)
                .values(opened_at=_now())
            )
            row = connection.execute(query).first()
            assert row is not None
            reviews = tuple(_reviews(connection, submission))
        return Saved(submission, row.name, unpacked(row.payload), reviews)

    def shelf(self) -> tuple[Shelved, ...]:
        """Return all submissions, the last opened first."""
        newest = (
            select(func.max(schema.assessments.c.id))
            .where(schema.assessments.c.submission_id == schema.submissions.c.id)
            .correlate(schema.submissions)
            .scalar_subquery()
        )
        query = (
            select(
                schema.submissions.c.id,
                schema.submissions.c.opened_at,
                schema.dossiers.c.name,
                schema.assessments.c.findings,
            )
            .select_from(schema.submissions)
            .join(schema.dossiers)
            .join(schema.assessments, schema.assessments.c.id == newest)
            .order_by(schema.submissions.c.opened_at.desc(), schema.submissions.c.id.desc())
        )
        with self._reading() as connection:
            return tuple(
                _shelved(connection, row) for row in connection.execute(query).mappings().all()
            )

    def files(self, submission: int) -> tuple[FileMark, ...]:
        """Return the files of a submission, as they were given and where they stood."""
        query = (
            select(schema.submission_files)
            .where(schema.submission_files.c.submission_id == submission)
            .order_by(schema.submission_files.c.position)
        )
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return tuple(FileMark(row.name, row.path, row.sha256) for row in rows)

    # --- what people made of it --------------------------------------------------------------

    def record(self, submission: int, review: Review) -> Review:
        """Return the event with its id, once it is safely on disk.

        Raises:
            DossierError: when it could not be written; then it is not saved.
        """
        values = asdict(replace(review, at=review.at.astimezone(UTC).replace(tzinfo=None)))
        del values["id"]
        with self._writing() as connection:
            made = connection.execute(
                insert(schema.reviews).values(submission_id=submission, **values)
            )
            assert made.inserted_primary_key is not None
            return replace(review, id=made.inserted_primary_key[0])

    def remember_place(self, submission: int, who: str, finding: str) -> None:
        """Write down at which finding a person is."""
        here = (schema.places.c.submission_id == submission, schema.places.c.who == who)
        with self._writing() as connection:
            changed = connection.execute(
                update(schema.places).where(*here).values(finding=finding)
            ).rowcount
            if not changed:
                connection.execute(
                    insert(schema.places).values(submission_id=submission, who=who, finding=finding)
                )

    def place(self, submission: int, who: str) -> str | None:
        """Return the finding at which a person was last, or None."""
        query = select(schema.places.c.finding).where(
            schema.places.c.submission_id == submission, schema.places.c.who == who
        )
        with self._reading() as connection:
            found: str | None = connection.execute(query).scalar()
        return found

    # --- inside ------------------------------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with doorway(self._place), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with doorway(self._place), self._engine.begin() as connection:
            yield connection

    def _submission(self, connection: Connection, key: Key) -> int:
        known = connection.execute(
            select(schema.submissions.c.id).where(
                schema.submissions.c.fingerprint == key.submission
            )
        ).scalar()
        return int(known) if known is not None else _new_submission(connection, key)


def _new_submission(connection: Connection, key: Key) -> int:
    name = key.files[0].name.rpartition(".")[0] or key.files[0].name
    dossier = connection.execute(insert(schema.dossiers).values(name=name, made_at=_now()))
    assert dossier.inserted_primary_key is not None
    made = connection.execute(
        insert(schema.submissions).values(
            dossier_id=dossier.inserted_primary_key[0],
            fingerprint=key.submission,
            received_at=_now(),
            opened_at=_now(),
        )
    )
    assert made.inserted_primary_key is not None
    submission = int(made.inserted_primary_key[0])
    connection.execute(
        insert(schema.submission_files),
        [_file(submission, position, mark) for position, mark in enumerate(key.files)],
    )
    return submission


def _file(submission: int, position: int, mark: FileMark) -> dict[str, Any]:
    return {"submission_id": submission, "position": position, **asdict(mark)}


def _reviews(connection: Connection, submission: int) -> Iterator[Review]:
    columns = [column for column in schema.reviews.c if column.name != "submission_id"]
    query = (
        select(*columns)
        .where(schema.reviews.c.submission_id == submission)
        .order_by(schema.reviews.c.id)
    )
    for row in connection.execute(query).mappings():
        yield Review(**{**row, "at": row["at"].replace(tzinfo=UTC)})


def _shelved(connection: Connection, row: RowMapping) -> Shelved:
    files = connection.execute(
        select(schema.submission_files.c.name)
        .where(schema.submission_files.c.submission_id == row["id"])
        .order_by(schema.submission_files.c.position)
    ).scalars()
    reviews = tuple(_reviews(connection, row["id"]))
    return Shelved(
        submission=row["id"],
        name=row["name"],
        files=tuple(files),
        opened_at=row["opened_at"].replace(tzinfo=UTC),
        findings=row["findings"],
        judged=History(reviews).judged({review.finding for review in reviews}),
    )


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
