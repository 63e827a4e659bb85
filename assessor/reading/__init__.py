"""One file in, one Document out: by content, in a limited child process, never silently empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from assessor.model import Document
    from assessor.reading.limits import Limits
    from assessor.reading.one_file import Follows


def read(path: Path, limits: Limits | None = None, follows: Follows | None = None) -> Document:
    """Return what the file holds; its content decides how it is read, not its name.

    `follows` hears how far the pages are: `pages` or `scans`, how many are done, of how many.

    Raises:
        ReadingError: when it could not be read; `what` names the file.
    """
    from assessor.reading.limits import limits_of_user
    from assessor.reading.one_file import read_file

    return read_file(path, limits or limits_of_user(), follows)
