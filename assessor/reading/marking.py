"""Pictures of a PDF's pages and highlights laid on them, drawn by the library that read them.

Runs only in the child process of markworker.py. Boxes are those of the model: points from the top
left of the page as shown; here they go back to the PDF's own coordinates.
"""

from __future__ import annotations

import ctypes
import io
from typing import TYPE_CHECKING

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium

from assessor.model import Box  # noqa: TC001  # msgspec reads it at run time
from assessor.reading.frame import frame_of
from assessor.reading.opens_at import opening_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdfium2 import PdfDocument, PdfPage

    from assessor.reading.frame import Frame

_YELLOW = (255, 214, 64)
_OPACITY = 110
_PRINTED = 4
"""The annotation flag that says: print this too."""
_QUALITY = 70
_WIDEST = 1100
"""Pixels: small print stays readable on screen and on paper."""
_TALLEST = 4400
_ABOVE = 72
"""Points of the page that stay in sight above a quote."""


class Highlight(msgspec.Struct, frozen=True):
    """One passage to mark, with a note that opens beside it."""

    page: int
    """1-based."""
    boxes: tuple[Box, ...]
    note: str
    author: str
    moment: str
    """As PDF writes it: D:YYYYMMDDHHmmSSZ."""


class Start(msgspec.Struct, frozen=True):
    """Where the copy opens."""

    page: int
    """1-based."""
    box: Box | None = None
    """What must be in sight; None for the whole page."""


def pictures(data: bytes, numbers: Sequence[int]) -> dict[int, bytes]:
    """Return pages as WebP pictures, by number; those that cannot be drawn are left out."""
    document = pypdfium2.PdfDocument(data)
    try:
        return dict(_pictures(document, numbers))
    finally:
        document.close()


def _pictures(document: PdfDocument, numbers: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    for number in numbers:
        if not 1 <= number <= len(document):
            continue
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError:
            continue
        try:
            yield number, _picture(page)
        finally:
            page.close()


def _picture(page: PdfPage) -> bytes:
    width, height = page.get_size()
    scale = min(_WIDEST / max(width, 1), _TALLEST / max(height, 1))
    image = page.render(scale=scale, draw_annots=False).to_pil().convert("RGB")
    made = io.BytesIO()
    image.save(made, "WEBP", quality=_QUALITY, method=4)
    return made.getvalue()


def highlighted(data: bytes, highlights: Sequence[Highlight], start: Start | None = None) -> bytes:
    """Return the PDF with highlights added behind its last byte; what was there is untouched.

    Args:
        data: the PDF.
        highlights: what to mark.
        start: where the copy opens; None leaves that as it is.
    """
    document = pypdfium2.PdfDocument(data)
    try:
        for highlight in highlights:
            if 1 <= highlight.page <= len(document) and highlight.boxes:
                page = document[highlight.page - 1]
                try:
                    _lay(page, frame_of(page), highlight)
                finally:
                    page.close()
        made = io.BytesIO()
        document.save(made, flags=pdfium.FPDF_INCREMENTAL)
        top = _top(document, start) if start else None
    finally:
        document.close()
    return opening_at(made.getvalue(), start.page, top) if start else made.getvalue()


def _top(document: PdfDocument, start: Start) -> float | None:
    """Return what comes at the top edge of the window: a little above the box, if it lies level."""
    if start.box is None or not 1 <= start.page <= len(document):
        return None
    page = document[start.page - 1]
    try:
        frame = frame_of(page)
    finally:
        page.close()
    return None if frame.turns else min(_corners(frame, start.box)[3] + _ABOVE, frame.top)


def _lay(page: PdfPage, frame: Frame, highlight: Highlight) -> None:
    annotation = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_HIGHLIGHT)
    if not annotation:
        return
    try:
        pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *_YELLOW, _OPACITY)
        corners = [_corners(frame, box) for box in highlight.boxes]
        for left, bottom, right, top in corners:
            quad = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
            pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, quad)
        around = pdfium.FS_RECTF(
            min(c[0] for c in corners), max(c[3] for c in corners),
            max(c[2] for c in corners), min(c[1] for c in corners),
        )  # fmt: skip
        pdfium.FPDFAnnot_SetRect(annotation, around)
        pdfium.FPDFAnnot_SetFlags(annotation, _PRINTED)
        for key, text in (
            (b"Contents", highlight.note),
            (b"T", highlight.author),
            (b"M", highlight.moment),
        ):
            pdfium.FPDFAnnot_SetStringValue(annotation, key, _wide(text))
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _corners(frame: Frame, box: Box) -> tuple[float, float, float, float]:
    """Return a box as (left, bottom, right, top) in the PDF's own coordinates."""
    ax, ay = frame.hidden(box.x0, box.top)
    bx, by = frame.hidden(box.x1, box.bottom)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _wide(text: str) -> ctypes.Array[ctypes.c_ushort]:
    """Return text as pdfium wants it: UTF-16 with a zero at the end."""
    encoded = text.encode("utf-16-le", "replace") + b"\x00\x00"
    return (ctypes.c_ushort * (len(encoded) // 2)).from_buffer_copy(encoded)
