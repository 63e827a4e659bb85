"""The one door where errors of the database and of files beside it become ours.

Separate so that the store reads as what is kept, and every way in which keeping can fail has its
own clear words here.
"""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from assessor.errors import DossierError, DossierLocked
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator

_CAUSES: tuple[tuple[str, str, type[DossierError]], ...] = (
    ("locked", "locked", DossierLocked),
    ("lock timeout", "locked", DossierLocked),
    ("readonly", "read_only", DossierError),
    ("read-only", "read_only", DossierError),
    ("permission denied for", "read_only", DossierError),
    ("unable to open", "read_only", DossierError),
    ("disk is full", "full", DossierError),
    ("no space left", "full", DossierError),
    ("not a database", "damaged", DossierError),
    ("malformed", "damaged", DossierError),
    ("password", "unreachable", DossierError),
    ("connection", "unreachable", DossierError),
    ("resolve host", "unreachable", DossierError),
)
"""Part of the driver's message in lower case, our sentence, our error; the first that fits."""
_FULL = {errno.ENOSPC, errno.EDQUOT}


@contextmanager
def doorway(place: str) -> Iterator[None]:
    """Yield, and let what goes wrong in the database out as ours.

    Args:
        place: where the database is, to name it in the message.

    Raises:
        DossierLocked: when another program holds the database.
        DossierError: for every other failure.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise _ours(str(getattr(error, "orig", None) or error), place) from error


@contextmanager
def file_doorway(place: object) -> Iterator[None]:
    """Yield, and let what goes wrong with files out as ours.

    Raises:
        DossierError: when they cannot be written.
    """
    try:
        yield
    except OSError as error:
        sentence = "full" if error.errno in _FULL else "read_only"
        raise _error(DossierError, sentence, place) from error


def _ours(message: str, place: str) -> DossierError:
    for part, sentence, kind in _CAUSES:
        if part in message.casefold():
            return _error(kind, sentence, place)
    return DossierError(
        say("dossiers.failed", place=place, message=message), say("dossiers.failed_remedy")
    )


def _error(kind: type[DossierError], sentence: str, place: object) -> DossierError:
    return kind(say(f"dossiers.{sentence}", place=place), say(f"dossiers.{sentence}_remedy"))
