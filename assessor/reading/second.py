"""The second reader: pdfplumber, for the few files that pdfium cannot open or finds empty.

Apart because it is slow and only called when pdf.py has failed. It gives the same strips, so all
of the layout is shared; it looks for no tables.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pdfplumber

from assessor.errors import DamagedDocument, ReadingError
from assessor.model import Page
from assessor.reading.joining import Vocabulary, plain
from assessor.reading.layout import blocks_of, ordered
from assessor.reading.paragraphs import gathered
from assessor.reading.pdf import PdfReading, checked_count
from assessor.reading.strips import GAP, Strip, is_bold
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfplumber.page import Page as PlumberPage

    from assessor.model import PageStatus
    from assessor.reading.drafts import Draft
    from assessor.reading.limits import Limits

SAME_LINE = 0.4
"""Em by which the bottoms of words on one line may differ."""


def read_pdf(data: bytes, limits: Limits) -> PdfReading:
    """Return the pages and blocks of a PDF as pdfplumber reads them, without tables.

    Raises:
        DamagedDocument: when pdfplumber cannot open it either.
        NoPages: when it opens and has no page.
        LimitExceeded: when it has more pages than allowed.
    """
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            checked_count(len(document.pages), limits)
            read = [_page(page, limits) for page in document.pages]
    except (ReadingError, MemoryError):
        raise
    except Exception as error:
        # pdfminer raises whatever a broken file makes of its code.
        raise DamagedDocument(say("pdf.damaged"), say("pdf.damaged_remedy")) from error
    pages = tuple(page for page, _ in read)
    blocks = blocks_of(
        [(page.height, drafts) for page, drafts in read], Vocabulary(page.text for page in pages)
    )
    return PdfReading(pages, blocks)


def _page(page: PlumberPage, limits: Limits) -> tuple[Page, list[Draft]]:
    width, height = float(page.width), float(page.height)
    try:
        if len(page.chars) > limits.characters_per_page:
            return Page(page.page_number, width, height, "failed"), []
        words = page.extract_words(extra_attrs=["size", "fontname"], keep_blank_chars=False)
        pictures = bool(page.images)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  pdfminer raises whatever a broken page makes of its code
        return Page(page.page_number, width, height, "failed"), []
    finally:
        page.close()
    strips = list(_strips(words, page.page_number))
    text = "\n".join(strip.text for strip in strips)
    status: PageStatus = "read" if strips else "unread" if pictures else "blank"
    return Page(page.page_number, width, height, status, plain(text)), ordered(gathered(strips))


def _strips(words: list[dict[str, Any]], page: int) -> Iterator[Strip]:
    stretch: list[dict[str, Any]] = []
    for word in words:
        if stretch and _is_apart(stretch[-1], word):
            yield _strip(stretch, page)
            stretch = []
        stretch.append(word)
    if stretch:
        yield _strip(stretch, page)


def _is_apart(last: dict[str, Any], word: dict[str, Any]) -> bool:
    size = word["size"]
    return bool(
        abs(word["bottom"] - last["bottom"]) > SAME_LINE * size
        or not -size < word["x0"] - last["x1"] < GAP * size
    )


def _strip(words: list[dict[str, Any]], page: int) -> Strip:
    text = " ".join(word["text"] for word in words)
    bottom = max(word["bottom"] for word in words)
    return Strip(
        0,
        len(text),
        text,
        min(word["x0"] for word in words),
        min(word["top"] for word in words),
        max(word["x1"] for word in words),
        bottom,
        bottom,
        float(words[0]["size"]),
        all(is_bold(word["fontname"].encode(), 0) for word in words),
        page=page,
    )
