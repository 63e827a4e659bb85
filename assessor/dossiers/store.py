"""Where submissions, assessments and reviews are kept: SQLite by default, PostgreSQL by URL.

Nothing is answered before it is committed, and a commit is on disk (synchronous=FULL): a judgement
that was confirmed on screen survives a power cut. Reviews are only ever added.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import insert, select, update

from assessor.dossiers import events, schema
from assessor.dossiers.assessed import earlier, made, newest, saved_of, threads_in
from assessor.dossiers.changed_view import ChangedView, changed_view
from assessor.dossiers.connecting import FILE, address, file_of
from assessor.dossiers.database import Database
from assessor.dossiers.fingerprint import FileMark
from assessor.dossiers.originals import hash_of
from assessor.dossiers.prepared import packed
from assessor.dossiers.presence import Presences
from assessor.dossiers.register import Register
from assessor.dossiers.review import History
from assessor.dossiers.shelving import Saved, Shelved, shelf_of
from assessor.dossiers.submitting import submission_for
from assessor.dossiers.threads import Threads, threads_for
from assessor.errors import DossierError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from assessor.dossiers.changes import Change
    from assessor.dossiers.fingerprint import Key
    from assessor.dossiers.prepared import Prepared
    from assessor.dossiers.review import Review
    from assessor.dossiers.shelving import MadeAt

__all__ = ["FILE", "Saved", "Shelved", "Store", "is_there"]


class _View(NamedTuple):
    """An assessment by which findings are named."""

    assessment: int
    threads: Threads


def is_there() -> bool:
    """Return whether this user has a database; one that is reached by a network counts as there.

    Raises:
        SettingsError: when the settings name no database.
    """
    file = file_of(address())
    return file is None or file.exists()


class Store:
    """An open database of dossiers."""

    def __init__(self, url: str | None = None, patience: float = 2.0) -> None:
        """Open the database, making or upgrading it where needed.

        Args:
            url: of the database; by default what the settings say, or else the user's own file.
            patience: seconds to wait for another program that is writing.

        Raises:
            NewerDossier: when a newer version of the program wrote it.
            DossierLocked: when another program holds it.
            DossierError: when it cannot be made, read or written.
        """
        self.database = Database(url, patience)
        self.register = Register(self.database)
        self.presences = Presences(self.database)
        self._views: dict[int, _View] = {}

    def close(self) -> None:
        """Let go of the database, and of what was open in it."""
        with suppress(DossierError):  # others see it end by itself a little later
            self.presences.leave()
        self.database.close()

    # --- submissions and assessments ---------------------------------------------------------

    def find(self, key: Key, dossier: int | None = None) -> Saved | None:
        """Return the saved assessment with this key, in this dossier or in any; None without."""
        assessments = schema.assessments.c
        query = (
            select(assessments.id, assessments.submission_id)
            .join(schema.submissions)
            .where(
                schema.submissions.c.fingerprint == key.submission,
                assessments.checklist_hash == key.checklist,
                assessments.program_version == key.program,
                assessments.category.is_not_distinct_from(key.category),
                assessments.contract_date.is_not_distinct_from(key.contract_date),
            )
            .order_by(
                schema.submissions.c.opened_at.desc(),
                assessments.made_at.desc(),
                assessments.id.desc(),
            )
        )
        if dossier is not None:
            query = query.where(schema.submissions.c.contract_id == dossier)
        with self.database.reading() as connection:
            found = connection.execute(query).first()
        return self.open(found.submission_id, found.id) if found else None

    def keep(
        self,
        key: Key,
        prepared: Prepared,
        dossier: int | None = None,
        received_on: date | None = None,
    ) -> Saved:
        """Return the assessment as saved: a new one of a known or a new submission.

        Args:
            key: of the assessment.
            prepared: the assessment itself.
            dossier: in which the submission belongs; by default where it is, or a new one.
            received_on: when a new submission came in; today by default.
        """
        with self.database.writing() as connection:
            for mark in key.files:
                self.database.originals.keep(Path(mark.path), mark.sha256)
            submission = submission_for(connection, key, _now(), dossier, received_on)
            uid = schema.new_uid()
            before = earlier(connection, submission)
            threads = threads_for(prepared.assessment, before, uid[:8])
            connection.execute(
                insert(schema.assessments).values(
                    uid=uid,
                    submission_id=submission,
                    category=key.category,
                    contract_date=key.contract_date,
                    checklist_version=prepared.assessment.checklist_version,
                    checklist_hash=key.checklist,
                    program_version=key.program,
                    made_at=_now(),
                    findings=len(prepared.assessment.findings),
                    threads=json.dumps(threads),
                    payload=packed(prepared),
                )
            )
        return self.open(submission)

    def open(self, submission: int, assessment: int | None = None) -> Saved:
        """Return a submission with one of its assessments, by default the newest.

        Reading waits for nobody: that it was opened is only written where that can be.

        Raises:
            DossierError: when it is not there, or cannot be read.
        """
        with self.database.reading() as connection:
            saved, threads = saved_of(connection, submission, assessment)
        self._views[submission] = _View(saved.assessment, threads)
        with suppress(DossierError), self.database.writing() as connection:
            connection.execute(
                update(schema.submissions)
                .where(schema.submissions.c.id == submission)
                .values(opened_at=_now())
            )
        return saved

    def shelf(self) -> tuple[Shelved, ...]:
        """Return all submissions, the last opened first."""
        with self.database.reading() as connection:
            return shelf_of(connection)

    def dossier_of(self, key: Key) -> int | None:
        """Return the dossier in which these files are, the last opened first; None for none."""
        table = schema.submissions.c
        query = select(table.contract_id).where(table.fingerprint == key.submission)
        with self.database.reading() as connection:
            found: int | None = connection.execute(query.order_by(table.opened_at.desc())).scalar()
        return found

    def files(self, submission: int) -> tuple[FileMark, ...]:
        """Return the files of a submission, with the path where each stands unchanged, if any."""
        query = (
            select(schema.submission_files)
            .where(schema.submission_files.c.submission_id == submission)
            .order_by(schema.submission_files.c.position)
        )
        with self.database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(self._found(FileMark(row.name, row.path, row.sha256)) for row in rows)

    def assessments(self, submission: int) -> tuple[MadeAt, ...]:
        """Return when each assessment of a submission was made, the newest first."""
        with self.database.reading() as connection:
            return made(connection, submission)

    def changed(self, submission: int) -> ChangedView | None:
        """Return what the newest assessment sees otherwise than the one before; None without."""
        with self.database.reading() as connection:
            two = earlier(connection, submission, 2)
            history = History(events.reviews_of(connection, submission))
        return changed_view(two[1], two[0], history) if len(two) > 1 else None

    # --- what people made of it --------------------------------------------------------------

    def record(self, submission: int, review: Review) -> Review:
        """Return the event with its id, once it is safely on disk.

        The finding is one of the assessment that this store opened last.

        Raises:
            DossierError: when it could not be written, or cannot be; then it is not saved.
        """
        events.check(review)
        with self.database.writing() as connection:
            threads = self._threads(connection, submission)
            return events.add_review(connection, submission, review, threads)

    def record_change(self, submission: int, change: Change) -> Change:
        """Return the change of the agenda with its id, once it is safely on disk.

        Raises:
            DossierError: when it could not be written; then it is not saved.
        """
        with self.database.writing() as connection:
            threads = self._threads(connection, submission)
            return events.add_change(connection, submission, change, threads)

    def remember_place(self, submission: int, who: str, finding: str) -> None:
        """Write down at which finding a person is."""
        here = (schema.places.c.submission_id == submission, schema.places.c.who == who)
        with self.database.writing() as connection:
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
        with self.database.reading() as connection:
            found: str | None = connection.execute(query).scalar()
        return found

    # --- inside ------------------------------------------------------------------------------

    def _found(self, mark: FileMark) -> FileMark:
        """Return the mark with the path of our copy where the file itself is gone or changed."""
        kept = self.database.originals
        if not kept.holds(mark.sha256) or hash_of(Path(mark.path)) == mark.sha256:
            return mark
        return replace(mark, path=str(kept.place(mark.sha256)))

    def _threads(self, connection: Connection, submission: int) -> Threads:
        if submission not in self._views:
            row = newest(connection, submission)
            self._views[submission] = _View(row.id, threads_in(row.threads))
        return self._views[submission].threads


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
