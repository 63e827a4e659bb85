"""PDF through pypdfium2: the door where a file's bytes become pages and blocks.

Apart because only this file opens, loads and closes things of pdfium.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from assessor.errors import DamagedDocument, EncryptedDocument, LimitExceeded, NoPages
from assessor.model import Page
from assessor.reading.borderless import loose_regions
from assessor.reading.frame import frame_of
from assessor.reading.joining import Vocabulary, plain_page
from assessor.reading.layout import blocks_of, page_drafts
from assessor.reading.regions import ruled_regions
from assessor.reading.rejoin import rejoined
from assessor.reading.rulings import TooManyPaths, rulings_of
from assessor.reading.strips import Letters
from assessor.reading.tables import tables_of
from assessor.texts import say

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

    from assessor.model import Block, PageStatus, Words
    from assessor.reading.drafts import Draft
    from assessor.reading.limits import Limits
    from assessor.reading.strips import Strip


@dataclass(frozen=True, slots=True)
class PdfReading:
    """What a PDF holds: every page with its status, blocks in reading order, what to know."""

    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Words, ...] = ()


def read_pdf(data: bytes, limits: Limits) -> PdfReading:
    """Return the pages and blocks of a PDF; the language of blocks stays "und".

    A page that cannot be read is `failed` and costs only itself.

    Raises:
        EncryptedDocument: when a password is needed.
        DamagedDocument: when pdfium cannot open it.
        NoPages: when it opens and has no page.
        LimitExceeded: when it has more pages than allowed.
    """
    document = _opened(data)
    try:
        count = checked_count(len(document), limits)
        read = [_page(document, number, limits) for number in range(1, count + 1)]
    finally:
        document.close()
    pages = tuple(page for page, _, _ in read)
    drafts = [(page.height, drafts) for page, drafts, _ in read]
    blocks = blocks_of(drafts, Vocabulary(page.text for page in pages))
    return PdfReading(pages, blocks, tuple(note for _, _, notes in read for note in notes))


def _opened(data: bytes) -> PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedDocument(say("pdf.encrypted"), say("pdf.encrypted_remedy")) from error
        raise DamagedDocument(say("pdf.damaged"), say("pdf.damaged_remedy")) from error


def checked_count(count: int, limits: Limits) -> int:
    """Return the number of pages, if there are any and not too many.

    Raises:
        NoPages: when there are none.
        LimitExceeded: when there are more than allowed.
    """
    if count < 1:
        raise NoPages(say("pdf.no_pages"), say("pdf.no_pages_remedy"))
    if count > limits.pages:
        raise LimitExceeded(
            say("pdf.too_many_pages", pages=count, limit=limits.pages),
            say("pdf.too_many_pages_remedy"),
        )
    return count


def _page(
    document: PdfDocument, number: int, limits: Limits
) -> tuple[Page, list[Draft], tuple[Words, ...]]:
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return Page(number, 0, 0, "failed"), [], (say("pdf.page_failed", page=number),)
    try:
        return _loaded(page, number, limits)
    except pypdfium2.PdfiumError:
        width, height = page.get_size()
        return Page(number, width, height, "failed"), [], (say("pdf.page_failed", page=number),)
    finally:
        page.close()


def _loaded(
    page: PdfPage, number: int, limits: Limits
) -> tuple[Page, list[Draft], tuple[Words, ...]]:
    frame = frame_of(page)
    if max(frame.width, frame.height) > limits.page_side_points:
        note = say("pdf.page_too_large", page=number)
        return Page(number, frame.width, frame.height, "failed"), [], (note,)
    text_page = page.get_textpage()
    try:
        if text_page.count_chars() > limits.characters_per_page:
            note = say("pdf.page_too_full", page=number)
            return Page(number, frame.width, frame.height, "failed"), [], (note,)
        letters = Letters(text_page, frame)
        strips = rejoined(letters.strips(), letters.text)
        for strip in strips:
            strip.page = number
        notes: tuple[Words, ...] = ()
        try:
            regions = ruled_regions(*rulings_of(page, frame, limits.paths_per_page))
        except TooManyPaths:
            regions, notes = [], (say("pdf.page_too_drawn", page=number),)
        ruled, rest = tables_of(letters, strips, regions)
        loose, rest = tables_of(letters, rest, loose_regions(rest))
        drafts = page_drafts(rest, ruled + loose)
    finally:
        text_page.close()
    status = _status(page, strips)
    return Page(number, frame.width, frame.height, status, plain_page(letters.text)), drafts, notes


def _status(page: PdfPage, strips: list[Strip]) -> PageStatus:
    if strips:
        return "read"
    return "unread" if pdfium.FPDFPage_CountObjects(page.raw) else "blank"
