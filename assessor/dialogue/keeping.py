"""An agenda and its edits as JSON, so that they can be kept, sent and read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from assessor.dialogue.agenda import Agenda
from assessor.dialogue.edits import Edit
from assessor.dossiers.changes import standing_edits
from assessor.errors import AgendaUnreadable
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assessor.dossiers.changes import Change

_Kept = TypeVar("_Kept")


def agenda_to_json(agenda: Agenda) -> bytes:
    """Return the JSON form of an agenda."""
    return msgspec.json.encode(agenda)


def agenda_from_json(data: bytes) -> Agenda:
    """Return the agenda that the JSON holds.

    Raises:
        AgendaUnreadable: when it holds something else.
    """
    return _decoded(data, Agenda)


def edits_to_json(edits: Sequence[Edit]) -> bytes:
    """Return the JSON form of edits."""
    return msgspec.json.encode(edits)


def edits_from_json(data: bytes) -> list[Edit]:
    """Return the edits that the JSON holds.

    Raises:
        AgendaUnreadable: when it holds something else.
    """
    return _decoded(data, list[Edit])


def edit_to_json(edit: Edit) -> str:
    """Return the JSON form of one edit, as a dossier keeps it."""
    return msgspec.json.encode(edit).decode()


def edits_of(changes: Iterable[Change]) -> list[Edit]:
    """Return the edits that count of what a dossier keeps, in order.

    Raises:
        AgendaUnreadable: when one is none that this program knows.
    """
    return edits_from_json(f"[{','.join(standing_edits(changes))}]".encode())


def _decoded(data: bytes, kind: type[_Kept]) -> _Kept:
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        what = say("dialogue.unreadable", reason=error)
        raise AgendaUnreadable(what, say("dialogue.unreadable_remedy")) from error
