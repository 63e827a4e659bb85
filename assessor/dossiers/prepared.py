"""One assessment with all that is needed to show it, and its form as bytes.

Separate because three parties must agree on it: the worker that makes it, the store that keeps it
and the screens that show it.
"""

from __future__ import annotations

import msgspec

from assessor.dossiers.briefing import Briefing  # noqa: TC001  # msgspec reads it at run time
from assessor.errors import DossierError
from assessor.model import Assessment, Document  # noqa: TC001  # msgspec reads it at run time
from assessor.texts import say


class Prepared(msgspec.Struct, frozen=True):
    """The machine's view, the documents it is about, and the words of the checklist."""

    assessment: Assessment
    documents: tuple[Document, ...]
    briefing: Briefing


def packed(prepared: Prepared) -> bytes:
    """Return the JSON form."""
    return msgspec.json.encode(prepared)


def unpacked(payload: bytes) -> Prepared:
    """Return what was packed.

    Raises:
        DossierError: when the bytes are not, or not any more, of that form.
    """
    try:
        return msgspec.json.decode(payload, type=Prepared)
    except msgspec.DecodeError as error:
        raise DossierError(
            say("dossiers.unreadable_assessment"), say("dossiers.unreadable_assessment_remedy")
        ) from error
