"""Makes the tables fit this program: new ones, or those of an earlier version step by step.

All steps are one transaction, before which the file is copied: a sudden end leaves the database as
it was. Alembic is imported only where there is something to upgrade.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Column, MetaData, String, Table, insert, inspect, select

from assessor.dossiers import schema
from assessor.dossiers.connecting import engine_for, file_of, home_of
from assessor.dossiers.doorway import doorway, file_doorway
from assessor.dossiers.whole import beside
from assessor.errors import DossierError, NewerDossier
from assessor.texts import say

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

REVISIONS = ("0001", "0002")
"""The steps in `migrations`, in order; the last is the present schema."""
_FIRST_VERSION = 1

_revision = Table(
    "alembic_version", MetaData(), Column("version_num", String(32), primary_key=True)
)


class _State(NamedTuple):
    """What there is."""

    version: int | None
    """None when there are no tables of ours."""
    revision: str | None
    """None before there were steps."""

    @property
    def is_newer(self) -> bool:
        return (self.version or 0) > schema.VERSION or self.revision not in {None, *REVISIONS}

    @property
    def fits(self) -> bool:
        return self.version == schema.VERSION and self.revision == REVISIONS[-1]


def make_fit(engine: Engine, url: URL, patience: float) -> None:
    """Make or upgrade the tables where that is needed.

    Raises:
        NewerDossier: when a newer version of the program wrote them.
        DossierLocked: when another program holds the database.
        DossierError: when it cannot be read, copied or upgraded; then it is as it was.
    """
    place = home_of(url)
    with doorway(place), engine.connect() as connection:
        state = _state(connection)
    _refuse_newer(state, place)
    if state.fits:
        return
    opener = engine_for(url, patience, for_upgrade=True)
    try:
        with doorway(place), opener.execution_options(writes=True).begin() as connection:
            _change(connection, url)
    finally:
        opener.dispose()


def _change(connection: Connection, url: URL) -> None:
    """Make or upgrade the tables as the only writer; another program may just have done so."""
    state, place = _state(connection), home_of(url)
    _refuse_newer(state, place)
    if state.version is None:
        _refuse_others(connection, url)
        schema.metadata.create_all(connection)
        connection.execute(insert(schema.versions).values(version=schema.VERSION))
        _stamp(connection, REVISIONS[-1])
    elif not state.fits:
        if (file := file_of(url)) is not None:
            _back_up(file)
        if state.revision is None:
            _stamp(connection, REVISIONS[0])
        _upgrade(connection)
        _check_links(connection, place)


def _state(connection: Connection) -> _State:
    tables = inspect(connection)
    if not tables.has_table(schema.versions.name):
        return _State(None, None)
    version = connection.execute(select(schema.versions.c.version)).scalar()
    has_steps = tables.has_table(_revision.name)
    revision = connection.execute(select(_revision)).scalar() if has_steps else None
    return _State(_FIRST_VERSION if version is None else version, revision)


def _refuse_newer(state: _State, place: str) -> None:
    if state.is_newer:
        raise NewerDossier(
            say("dossiers.newer", place=place), say("dossiers.newer_remedy", place=place)
        )


def _refuse_others(connection: Connection, url: URL) -> None:
    """Refuse a file in which another program keeps its own things."""
    if file_of(url) is not None and inspect(connection).get_table_names():
        place = home_of(url)
        raise DossierError(say("dossiers.damaged", place=place), say("dossiers.damaged_remedy"))


def _stamp(connection: Connection, revision: str) -> None:
    _revision.create(connection, checkfirst=True)
    connection.execute(insert(_revision).values(version_num=revision))


def _back_up(file: Path) -> None:
    """Copy the database beside itself; what was copied before stays."""
    with (
        file_doorway(file.parent),
        beside(_free(file)) as copy,
        closing(sqlite3.connect(file)) as source,
        closing(sqlite3.connect(copy)) as goal,
    ):
        source.backup(goal)


def _free(file: Path) -> Path:
    """Return a name for the copy that nothing has yet."""
    stem = f"{file.stem}-before-{REVISIONS[-1]}"
    names = (f"{stem}{suffix}{file.suffix}" for suffix in chain(("",), (f"-{n}" for n in count(2))))
    return next(place for name in names if not (place := file.with_name(name)).exists())


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    folder = Path(__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _check_links(connection: Connection, place: str) -> None:
    """Refuse an upgrade after which a row points at nothing."""
    if connection.dialect.name != "sqlite":
        return
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise DossierError(say("dossiers.damaged", place=place), say("dossiers.damaged_remedy"))
