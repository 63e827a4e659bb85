"""The one door where the database's own errors become ours.

Separate so that the store reads as what is kept, and every way in which keeping can fail has its
own clear words here.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from assessor.errors import DossierError, DossierLocked
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator

_CAUSES: tuple[tuple[str, str, type[DossierError]], ...] = (
    ("locked", "locked", DossierLocked),
    ("readonly", "read_only", DossierError),
    ("unable to open", "read_only", DossierError),
    ("disk is full", "full", DossierError),
    ("not a database", "damaged", DossierError),
    ("malformed", "damaged", DossierError),
)
"""Part of the driver's message, our sentence, our error; the first that fits."""


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
    except SQLAlchemyError as error:
        raise _ours(str(getattr(error, "orig", None) or error), place) from error


def _ours(message: str, place: str) -> DossierError:
    for part, sentence, kind in _CAUSES:
        if part in message:
            return kind(
                say(f"dossiers.{sentence}", place=place), say(f"dossiers.{sentence}_remedy")
            )
    return DossierError(
        say("dossiers.failed", place=place, message=message), say("dossiers.failed_remedy")
    )
