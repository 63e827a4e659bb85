"""How a database is reached: by default a file in the user's data folder, another by its URL.

Separate because this is all that differs between SQLite and PostgreSQL.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import NullPool, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from assessor import locations, settings
from assessor.dossiers.doorway import file_doorway
from assessor.errors import DossierError, SettingsError
from assessor.texts import say

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

FILE = "dossiers.db"
_WRITERS = 7_301_954
"""The number of the lock under which PostgreSQL lets one program write at a time."""


def address(url: str | None = None) -> URL:
    """Return the address of a database; without one, of what the settings say.

    Raises:
        SettingsError: when it is no address, or of a database that is not supported.
    """
    told = url or settings.load().database or f"sqlite:///{locations.data() / FILE}"
    try:
        parsed = make_url(told)
    except ArgumentError as error:
        raise SettingsError(say("dossiers.no_url"), say("dossiers.no_url_remedy")) from error
    if parsed.get_backend_name() == "sqlite":
        return parsed
    if parsed.get_backend_name() == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    raise SettingsError(say("dossiers.no_url"), say("dossiers.no_url_remedy"))


def home_of(url: URL) -> str:
    """Return what a person calls this database: its file, or its address without the password."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)


def file_of(url: URL) -> Path | None:
    """Return the file of an SQLite database; None for another."""
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def engine_for(url: URL, patience: float, *, for_upgrade: bool = False) -> Engine:
    """Return the engine of a database; its folder is there then.

    Args:
        url: where it is.
        patience: seconds to wait for another program that is writing.
        for_upgrade: whether tables may be made anew while others point at them.

    Raises:
        DossierError: when the folder cannot be made, or the driver is not installed.
    """
    if (file := file_of(url)) is None:
        engine = _postgresql(url, patience)
    else:
        with file_doorway(file):
            file.parent.mkdir(parents=True, exist_ok=True)
        pool = {"poolclass": NullPool} if for_upgrade else {}
        engine = create_engine(url, connect_args={"timeout": patience}, **pool)
        event.listen(engine, "connect", _careless if for_upgrade else _careful)
        event.listen(engine, "begin", _begin)
    return engine


def _postgresql(url: URL, patience: float) -> Engine:
    options = f"-c lock_timeout={round(patience * 1000)}"
    try:
        engine = create_engine(url, connect_args={"options": options, "connect_timeout": 10})
    except ImportError as error:
        raise DossierError(say("dossiers.no_driver"), say("dossiers.no_driver_remedy")) from error
    event.listen(engine, "begin", _wait_for_writers)
    return engine


def _careful(connection: Any, _record: object) -> None:  # noqa: ANN401  # the driver's own
    _make_safe(connection)
    connection.execute("PRAGMA foreign_keys=ON")


def _careless(connection: Any, _record: object) -> None:  # noqa: ANN401  # the driver's own
    _make_safe(connection)
    connection.execute("PRAGMA foreign_keys=OFF")


def _make_safe(connection: Any) -> None:  # noqa: ANN401  # the driver's own
    """Let readers and a writer work at once, and every commit reach the disk; begin ourselves."""
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")


def _begin(connection: Connection) -> None:
    """Take the right to write at once where it is needed, so that no write fails half-way."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _wait_for_writers(connection: Connection) -> None:
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
