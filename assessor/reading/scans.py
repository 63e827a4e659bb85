"""Has the scanned pages of a document recognised, and fits the result in among the other pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.errors import ReadingError
from assessor.reading import tesseract
from assessor.reading.child import Child
from assessor.reading.transport import Read
from assessor.reading.worn import is_better
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from assessor.model import Document
    from assessor.reading.child import Hears
    from assessor.reading.limits import Limits

_GRACE_SECONDS = 5


def with_scans(
    document: Document, path: Path, limits: Limits, hears: Hears | None = None
) -> Document:
    """Return the document with what could be recognised on its unread pages, or a note why not."""
    if not tesseract.is_usable():
        return _with_note(document, "ocr.note.absent")
    if limits.ocr_seconds <= 0:
        return document
    numbers = to_recognise(document)
    bounded = replace(limits, seconds=limits.ocr_seconds + _GRACE_SECONDS)
    try:
        with Child("scans", path, bounded, numbers) as child:
            reply = child.reply(hears)
    except ReadingError:
        return _with_note(document, "ocr.note.failed")
    if isinstance(reply, Read):
        return _merged(document, reply.document)
    return _with_note(document, "ocr.note.failed")


def to_recognise(document: Document) -> tuple[int, ...]:
    """Return the numbers of the pages to recognise: without text, then with bad text."""
    return tuple(
        page.number
        for status in ("unread", "worn")
        for page in document.pages
        if page.status == status
    )


def page_ranges(numbers: Iterable[int]) -> str:
    """Return page numbers as people write them: "2, 5-7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


def _with_note(document: Document, key: str) -> Document:
    return replace(document, notes=(*document.notes, say(key)))


def _merged(document: Document, scans: Document) -> Document:
    """Return the document with the recognised pages in place of what was there, if anything."""
    old = {page.number: page.text for page in document.pages if page.status == "worn"}
    recognised = {
        page.number: page
        for page in scans.pages
        if page.number not in old or is_better(page.text, old[page.number])
    }
    if not recognised:
        return document
    kept = [block for block in document.blocks if block.page not in recognised]
    added = [block for block in scans.blocks if block.page in recognised]
    blocks = sorted((*kept, *added), key=lambda block: block.page or 0)
    return replace(
        document,
        pages=tuple(recognised.get(page.number, page) for page in document.pages),
        blocks=tuple(blocks),
        notes=(*document.notes, *scans.notes),
    )
