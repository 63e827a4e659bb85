"""An open database: a way to read, a way to write, and the folder of originals beside it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from assessor import locations
from assessor.dossiers.connecting import address, engine_for, file_of, home_of
from assessor.dossiers.doorway import doorway
from assessor.dossiers.originals import Originals
from assessor.dossiers.upgrading import make_fit
from assessor.errors import DossierError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

ORIGINALS = "originals"


class Database:
    """Tables that fit this program."""

    def __init__(self, url: str | None = None, patience: float = 2.0) -> None:
        """Open the database, making or upgrading it where needed.

        Args:
            url: of the database; by default what the settings say, or else the user's own file.
            patience: seconds to wait for another program that is writing.

        Raises:
            NewerDossier: when a newer version of the program wrote it.
            DossierLocked: when another program holds it.
            DossierError: when it cannot be made, upgraded, read or written.
            SettingsError: when the URL is none.
        """
        parsed = address(url)
        self.place = home_of(parsed)
        self.folder: Path = file.parent if (file := file_of(parsed)) else locations.data()
        self.originals = Originals(self.folder / ORIGINALS)
        self._engine = engine_for(parsed, patience)
        try:
            make_fit(self._engine, parsed, patience)
        except DossierError:
            self.close()
            raise
        self._writer = self._engine.execution_options(writes=True)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection that sees one state of everything.

        Raises:
            DossierError: when it cannot be read.
        """
        with doorway(self.place), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield the connection of the only writer; all of it is on disk afterwards, or nothing.

        Raises:
            DossierLocked: when another program keeps writing.
            DossierError: when it cannot be written.
        """
        with doorway(self.place), self._writer.begin() as connection:
            yield connection
