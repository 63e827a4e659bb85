"""Whether a page was really read: a picture of text, or text in signs that mean nothing, was not.

Apart because "there are characters" does not make a page read.
"""

from __future__ import annotations

import ctypes
import re
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from assessor.reading.worn import is_invisible, is_worn

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

    from assessor.model import PageStatus
    from assessor.reading.frame import Frame

FEW = 100
"""Characters below which a page that is mostly picture has only a stamp or a page number."""

COVERED = 0.4
"""Share of the page that pictures cover when the page is mostly picture."""

LONE = 0.4
"""Share of words that are a single letter, in text that was taken apart; Dutch has 0.05."""

STRANGE = 0.3
"""Share of signs without a meaning, in text whose font does not say what its glyphs are."""

STRANGE_WITHOUT_SPACES = 0.1
"""The same in text without spaces: in a wrong font the space is such a sign, and one in six."""

ENOUGH = 40
"""Words below which neither can be told."""

_STRANGE = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f]")


def status_of(page: PdfPage, text_page: PdfTextPage, frame: Frame, text: str) -> PageStatus:
    """Return `read`, `blank`, `worn`, or `unread` when what the page says is not in its text."""
    letters = sum(map(len, text[: 4 * FEW].split()))
    if letters >= FEW:
        if is_garbled(text):
            return "unread"
        invisible = is_invisible(text_page.raw, len(text))
        return "worn" if is_worn(text, invisible=invisible) else "read"
    if not letters:
        return "unread" if pdfium.FPDFPage_CountObjects(page.raw) else "blank"
    return "unread" if _covered(page, frame) >= COVERED else "read"


def is_garbled(text: str) -> bool:
    """Return whether text is letters taken apart, or signs that mean nothing."""
    strange = len(_STRANGE.findall(text))
    if strange > STRANGE * len(text) > STRANGE * FEW:
        return True
    words = text.split()
    if len(words) < ENOUGH:
        return strange > STRANGE_WITHOUT_SPACES * len(text) > STRANGE_WITHOUT_SPACES * FEW
    lone = sum(map(str.isalpha, [word for word in words if len(word) == 1]))
    return lone > LONE * len(words)


def _covered(page: PdfPage, frame: Frame) -> float:
    """Return the share of the page under pictures; overlaps count twice."""
    sides = [ctypes.c_float() for _ in range(4)]
    area = 0.0
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        thing = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(thing) in {
            pdfium.FPDF_PAGEOBJ_IMAGE,
            pdfium.FPDF_PAGEOBJ_FORM,
        } and pdfium.FPDFPageObj_GetBounds(thing, *sides):
            left, bottom, right, top = (side.value for side in sides)
            area += max(0.0, right - left) * max(0.0, top - bottom)
    return area / max(frame.width * frame.height, 1.0)
