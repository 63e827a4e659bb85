"""How a database is opened: made when new, refused when newer, safe against a sudden end.

Separate from the store because this is all that differs between SQLite and PostgreSQL.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event, insert, inspect, select

from assessor.dossiers import schema
from assessor.dossiers.doorway import doorway
from assessor.errors import DossierError, NewerDossier
from assessor.texts import say

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine


def home_of(url: URL) -> str:
    """Return what a person calls this database: its file, or its address without the password."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)


def connected(url: URL, patience: float) -> Engine:
    """Return the engine of a database whose tables are there and fit this program.

    Raises:
        NewerDossier: when a newer version of the program wrote it.
        DossierError: when it cannot be opened or made.
    """
    is_sqlite = url.get_backend_name() == "sqlite"
    if is_sqlite:
        _make_folder(Path(url.database or ""))
    engine = create_engine(url, connect_args={"timeout": patience} if is_sqlite else {})
    if is_sqlite:
        event.listen(engine, "connect", _make_safe)
    try:
        with doorway(home_of(url)), engine.begin() as connection:
            _make_fit(connection, home_of(url))
    except DossierError:
        engine.dispose()
        raise
    return engine


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DossierError(
            say("dossiers.read_only", place=file), say("dossiers.read_only_remedy")
        ) from error


def _make_safe(connection: Any, _record: object) -> None:  # noqa: ANN401  # the driver's own
    """Let readers and a writer work at once, and let every commit reach the disk."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def _make_fit(connection: Connection, place: str) -> None:
    if not inspect(connection).has_table(schema.versions.name):
        schema.metadata.create_all(connection)
        connection.execute(insert(schema.versions).values(version=schema.VERSION))
        return
    version = connection.execute(select(schema.versions.c.version)).scalar() or 0
    if version > schema.VERSION:
        raise NewerDossier(
            say("dossiers.newer", place=place), say("dossiers.newer_remedy", place=place)
        )
