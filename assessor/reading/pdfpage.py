"""One page of a PDF: its text, its status and its drafts.

Apart from the document so that a damaged page costs only itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pypdfium2

from assessor.model import Page
from assessor.reading.borderless import loose_regions
from assessor.reading.contents import contents_of
from assessor.reading.frame import Frame, frame_of
from assessor.reading.joining import plain_page
from assessor.reading.layout import ordered
from assessor.reading.legible import is_garbled, status_of
from assessor.reading.lonemarks import with_lone_marks
from assessor.reading.paragraphs import gathered
from assessor.reading.paths import TooManyPaths
from assessor.reading.regions import ruled_regions
from assessor.reading.rejoin import rejoined
from assessor.reading.rulings import drawing_of
from assessor.reading.sideways import turns_needed
from assessor.reading.strips import Letters
from assessor.reading.tables import tables_of
from assessor.texts import say

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

    from assessor.model import Words
    from assessor.reading.drafts import Draft
    from assessor.reading.limits import Limits
    from assessor.reading.regions import Region
    from assessor.reading.strips import Strip


MOST_STRIPS = 2500
"""Strips of text above which no table is looked for; a dense page of small print has 1,000."""


@dataclass(slots=True)
class PageReading:
    """A page with its drafts in reading order, in the frame as it was read."""

    page: Page
    drafts: list[Draft] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)
    frame: Frame | None = None
    """As shown."""
    turns: int = 0
    """Clockwise quarter turns with which it was read."""

    @property
    def height(self) -> float:
        """Return the height in points of the page as it was read."""
        return self.page.width if self.turns % 2 else self.page.height


def read_page(document: PdfDocument, number: int, limits: Limits) -> PageReading:
    """Return what one page holds; `failed` when it is damaged or beyond the limits."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return _failed(number, None, "page_failed")
    try:
        return _loaded(page, number, limits)
    except pypdfium2.PdfiumError:
        return _failed(number, frame_of(page), "page_failed")
    finally:
        page.close()


def _failed(number: int, frame: Frame | None, reason: str) -> PageReading:
    width, height = (frame.width, frame.height) if frame else (0.0, 0.0)
    note = say(f"pdf.{reason}", page=number)
    return PageReading(Page(number, width, height, "failed"), notes=[note])


def _loaded(page: PdfPage, number: int, limits: Limits) -> PageReading:
    frame = frame_of(page)
    if max(frame.width, frame.height) > limits.page_side_points:
        return _failed(number, frame, "page_too_large")
    text_page = page.get_textpage()
    try:
        if text_page.count_chars() > limits.characters_per_page:
            return _failed(number, frame, "page_too_full")
        return _read(page, text_page, frame, number, limits)
    finally:
        text_page.close()


def _read(
    page: PdfPage, text_page: PdfTextPage, frame: Frame, number: int, limits: Limits
) -> PageReading:
    letters = Letters(text_page, frame, number)
    strips = letters.strips()
    turns = turns_needed(strips)
    if turns:
        letters = Letters(text_page, frame.turned(turns), number)
        strips = letters.strips()
    status = status_of(page, text_page, frame, letters.printed)
    text = plain_page(letters.printed)
    read = PageReading(
        Page(number, frame.width, frame.height, status, text), frame=frame, turns=turns
    )
    if status != "unread" or not is_garbled(text):
        strips = rejoined(strips, letters.text)
        read.drafts = _drafts(letters, strips, _ruled(page, letters.frame, read, limits))
    return read


def _drafts(letters: Letters, strips: list[Strip], regions: list[Region]) -> list[Draft]:
    """Return the drafts of a page in reading order, tables and contents lines among them."""
    if len(strips) > MOST_STRIPS:
        return ordered(gathered(strips))
    ruled, rest = tables_of(letters, strips, regions)
    contents, rest = contents_of(rest)
    drafts = gathered(rest)
    loose, left = tables_of(letters, rest, loose_regions(drafts))
    text = with_lone_marks(left)
    drafts = gathered(text) if loose or text is not left else drafts
    return ordered(drafts + contents + ruled + loose)


def _ruled(page: PdfPage, frame: Frame, read: PageReading, limits: Limits) -> list[Region]:
    try:
        return ruled_regions(drawing_of(page, frame, limits.paths_per_page))
    except TooManyPaths:
        read.notes.append(say("pdf.page_too_drawn", page=read.page.number))
        return []
