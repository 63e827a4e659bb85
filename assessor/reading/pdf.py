"""PDF through pypdfium2: the door where a file's bytes become pages and blocks.

Apart because only here is a whole file opened, and only here its errors become ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2

from assessor.errors import DamagedDocument, EncryptedDocument, LimitExceeded, NoPages
from assessor.reading.joining import Vocabulary
from assessor.reading.layout import blocks_of
from assessor.reading.pdfpage import read_page
from assessor.reading.sideways import turned_back
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdfium2 import PdfDocument

    from assessor.model import Block, Page, Words
    from assessor.reading.limits import Limits


@dataclass(frozen=True, slots=True)
class PdfReading:
    """What a PDF holds: every page with its status, blocks in reading order, what to know."""

    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Words, ...] = ()


def read_pdf(
    data: bytes, limits: Limits, tell: Callable[[int, int], None] | None = None
) -> PdfReading:
    """Return the pages and blocks of a PDF; the language of blocks stays "und".

    A page that cannot be read is `failed` and costs only itself; `tell` hears after each page how
    many are done, of how many.

    Raises:
        EncryptedDocument: when a password is needed.
        DamagedDocument: when pdfium cannot open it.
        NoPages: when it opens and has no page.
        LimitExceeded: when it has more pages than allowed.
    """
    document = _opened(data)
    try:
        count = checked_count(len(document), limits)
        read = []
        for number in range(1, count + 1):
            read.append(read_page(document, number, limits))
            if tell is not None:
                tell(number, count)
    finally:
        document.close()
    pages = tuple(one.page for one in read)
    blocks = blocks_of(
        [(one.height, one.drafts) for one in read], Vocabulary(page.text for page in pages)
    )
    turned = {one.page.number: (one.frame, one.turns) for one in read if one.frame and one.turns}
    if turned:
        blocks = turned_back(blocks, turned)
    return PdfReading(pages, blocks, tuple(note for one in read for note in one.notes))


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
