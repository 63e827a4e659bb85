"""The supplier's own files, kept by the hash of their content: the same file is kept once.

Beside the database and not in it: they never change, so they need no transaction and no backup. A
file is whole on disk before a row speaks of it; one that no row speaks of does no harm.
"""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from assessor.dossiers.doorway import file_doorway
from assessor.dossiers.whole import whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_CHUNK = 1 << 20


class Originals:
    """A folder of files by content hash."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def place(self, sha256: str) -> Path:
        """Return where the file with this content stands, if it is kept."""
        return self.folder / sha256[:2] / sha256

    def holds(self, sha256: str) -> bool:
        """Return whether a file with this content is kept."""
        return self.place(sha256).is_file()

    def keep(self, path: Path, sha256: str) -> bool:
        """Return whether the file is kept now; not when it is gone or has other content by now.

        Raises:
            DossierError: when it cannot be written.
        """
        if self.holds(sha256):
            return True
        if hash_of(path) != sha256:
            return False
        with path.open("rb") as source:
            return self.take(sha256, lambda goal: shutil.copyfileobj(source, goal, _CHUNK))

    def take(self, sha256: str, write: Callable[[IO[bytes]], object]) -> bool:
        """Return whether what `write` writes has this content and is kept now.

        Raises:
            DossierError: when it cannot be written.
        """
        if self.holds(sha256):
            return True
        with file_doorway(self.folder), suppress(_OtherContent), whole(self.place(sha256)) as file:
            write(file)
            file.seek(0)
            digest = hashlib.sha256()
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
            if digest.hexdigest() != sha256:
                raise _OtherContent
        return self.holds(sha256)

    def forget(self, sha256: str) -> None:
        """Let go of a file that nothing speaks of any more."""
        with file_doorway(self.folder):
            self.place(sha256).unlink(missing_ok=True)


class _OtherContent(Exception):
    """What was written is something else than was said."""


def hash_of(path: Path) -> str | None:
    """Return the SHA-256 of a file's content; None when it is not there or cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
