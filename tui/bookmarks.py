"""On which screen and in which list a reader was, per submission, for the next time.

Separate from the dossiers, in which the finding itself is remembered: this is how one person looked
at it on this computer, and losing it loses no work.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, get_args

import msgspec

from assessor import locations
from assessor.model import FindingKind
from tui.actions import Place
from tui.view import ORDERS, View

if TYPE_CHECKING:
    from pathlib import Path

    from tui.state import Walk

FILE = "bookmarks.json"
_MOST = 500
"""Submissions remembered; the oldest go first."""


class Bookmark(msgspec.Struct, frozen=True):
    """How a submission was looked at."""

    place: str = "overview"
    text: str = ""
    group: str | None = None
    kind: str | None = None
    only_open: bool = False
    order: str = ORDERS[0]
    leaf: int = 0
    """Page of the document that was shown, counted from 0 over all documents."""


def put(walk: Walk, place: Place, leaf: int) -> None:
    """Remember where the reader is; a folder that cannot be written costs only that memory."""
    view = walk.view
    mark = Bookmark(
        place, view.text, view.group, view.kind, view.only_open, view.order, max(leaf, 0)
    )
    marks = _load()
    if marks.get(_name(walk)) == mark:
        return
    marks.pop(_name(walk), None)
    marks[_name(walk)] = mark
    kept = dict(list(marks.items())[-_MOST:])
    file = _file()
    draft = file.with_suffix(".new")
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(msgspec.json.encode(kept))
        draft.replace(file)


def of(walk: Walk) -> Bookmark | None:
    """Return where the reader was, or None; what can be no more is left out."""
    mark = _load().get(_name(walk))
    if mark is None:
        return None
    groups = {group.code for group in walk.prepared.briefing.groups}
    return msgspec.structs.replace(
        mark,
        place=mark.place if mark.place in get_args(Place) else "overview",
        group=mark.group if mark.group in groups else None,
        kind=mark.kind if mark.kind in walk.kinds else None,
        order=mark.order if mark.order in ORDERS else ORDERS[0],
    )


def view_of(mark: Bookmark) -> View:
    """Return the view that was remembered."""
    kind = next((kind for kind in get_args(FindingKind) if kind == mark.kind), None)
    order = next((order for order in ORDERS if order == mark.order), ORDERS[0])
    return View(mark.text, mark.group, kind, mark.only_open, order)


def _name(walk: Walk) -> str:
    return str(walk.submission)


def _load() -> dict[str, Bookmark]:
    try:
        return msgspec.json.decode(_file().read_bytes(), type=dict[str, Bookmark])
    except (OSError, msgspec.DecodeError):
        return {}


def _file() -> Path:
    return locations.data() / FILE
