"""Page pictures and a highlighted copy of a PDF, made in the limited child process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from assessor.errors import DamagedDocument
from assessor.reading.child import Confined
from assessor.reading.limits import limits_of_user
from assessor.reading.markworker import Made, Work
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from assessor.reading.limits import Limits
    from assessor.reading.marking import Highlight, Start

_AT_ONCE = 25
"""Pages drawn by one child: it stays within the seconds of a reading."""


def drawn(path: Path, pages: Sequence[int], limits: Limits | None = None) -> dict[int, bytes]:
    """Return pages of a PDF as WebP pictures, by number; those that cannot be drawn are left out.

    Raises:
        LimitExceeded: when drawing takes longer than the limits allow.
        DamagedDocument: when the file brings the child down.
    """
    made: dict[int, bytes] = {}
    for start in range(0, len(pages), _AT_ONCE):
        work = Work(pages=tuple(pages[start : start + _AT_ONCE]))
        made |= _done(path, work, limits or limits_of_user()).pictures
    return made


def highlighted(
    path: Path,
    highlights: Sequence[Highlight],
    start: Start | None = None,
    limits: Limits | None = None,
) -> bytes:
    """Return the PDF with highlights; its own bytes come first, unchanged.

    Args:
        path: the PDF.
        highlights: what to mark.
        start: where the copy opens; None leaves that as it is.
        limits: of the child that does it; the user's own by default.

    Raises:
        LimitExceeded: when it takes longer than the limits allow.
        DamagedDocument: when the file cannot be opened, or brings the child down.
    """
    if not highlights and start is None:
        return path.read_bytes()
    made = _done(path, Work(highlights=tuple(highlights), start=start), limits or limits_of_user())
    if not made.pdf:
        raise _damaged()
    return made.pdf


def _done(path: Path, work: Work, limits: Limits) -> Made:
    arguments = (msgspec.json.encode(limits).decode(), str(path))
    with Confined("assessor.reading.markworker", arguments, limits.seconds) as child:
        message = child.answer(msgspec.json.encode(work))
    try:
        return msgspec.json.decode(message, type=Made)
    except msgspec.MsgspecError as error:
        raise _damaged() from error


def _damaged() -> DamagedDocument:
    return DamagedDocument(say("reading.damaged"), say("reading.damaged_remedy"))
