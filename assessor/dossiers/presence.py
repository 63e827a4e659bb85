"""Who has a dossier open now: a notice for colleagues, which never keeps anyone out.

A person is there while the program says so at least every two minutes (`stay`); after a sudden end
the notice passes by itself.
"""

from __future__ import annotations

import platform
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from assessor.dossiers import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessor.dossiers.database import Database

STALE = timedelta(minutes=5)
"""Without a sign of life for so long, nobody is there."""
STAY_SECONDS = 120
"""How often a program should say that it is still there."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Someone who has a submission open."""

    who: str
    machine: str
    """Name of the computer."""
    since: datetime
    """With time zone."""


def _now() -> datetime:
    return datetime.now(UTC)


class Presences:
    """Who is where, as told by all programs that use this database."""

    def __init__(self, database: Database, now: Callable[[], datetime] = _now) -> None:
        self._database = database
        self._now = now
        self._session = schema.new_uid()
        self._here: int | None = None

    def enter(self, submission: int, who: str) -> tuple[Presence, ...]:
        """Return who else has the submission open; from now on others see this person there.

        Raises:
            DossierError: when it could not be written; reading goes on without.
        """
        table, now = schema.presences, self._plain_now()
        with self._database.writing() as connection:
            connection.execute(
                delete(table).where(
                    (table.c.session == self._session) | (table.c.seen_at < now - STALE)
                )
            )
            connection.execute(
                insert(table).values(
                    submission_id=submission,
                    session=self._session,
                    who=who,
                    machine=platform.node(),
                    since=now,
                    seen_at=now,
                )
            )
        self._here = submission
        return self.others(submission)

    def others(self, submission: int) -> tuple[Presence, ...]:
        """Return who else has the submission open, the first that came at the front."""
        table = schema.presences.c
        query = (
            select(table.who, table.machine, table.since)
            .where(
                table.submission_id == submission,
                table.session != self._session,
                table.seen_at >= self._plain_now() - STALE,
            )
            .order_by(table.since)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(Presence(r.who, r.machine, r.since.replace(tzinfo=UTC)) for r in rows)

    def stay(self) -> None:
        """Tell others that this person is still there.

        Raises:
            DossierError: when it could not be written.
        """
        if self._here is None:
            return
        with self._database.writing() as connection:
            connection.execute(
                update(schema.presences)
                .where(schema.presences.c.session == self._session)
                .values(seen_at=self._plain_now())
            )

    def leave(self) -> None:
        """Tell others that this person is gone.

        Raises:
            DossierError: when it could not be written.
        """
        if self._here is None:
            return
        with self._database.writing() as connection:
            connection.execute(
                delete(schema.presences).where(schema.presences.c.session == self._session)
            )
        self._here = None

    def _plain_now(self) -> datetime:
        return self._now().replace(tzinfo=None)
