"""Draws a page as a grey picture for the recognition of text, as sharp as it was scanned.

Drawing finer than the scan makes its noise look like print: accuracy falls from 0.997 to 0.92.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from pypdfium2 import PdfBitmap, PdfDocument, PdfPage

    from assessor.reading.limits import Limits

POINTS_PER_INCH = 72
_COARSEST_DPI = 200
_FINEST_DPI = 300
_MOST_PIXELS = 25_000_000


class Picture(NamedTuple):
    """A drawn page: its size in points and in pixels, and a byte per pixel."""

    number: int
    width: float
    height: float
    dpi: int
    pixels_wide: int
    pixels_high: int
    grey: bytes

    @property
    def pgm(self) -> bytes:
        """Return the picture as a PGM file."""
        return b"P5 %d %d 255\n" % (self.pixels_wide, self.pixels_high) + self.grey

    def upside_down(self) -> Picture:
        """Return the picture turned half."""
        return self._replace(grey=self.grey[::-1])


def drawn(document: PdfDocument, number: int, limits: Limits) -> Picture | None:
    """Return the page as a picture, None when it is too large or damaged."""
    try:
        page = document[number - 1]
        width, height = page.get_size()
        if not 0 < max(width, height) <= limits.page_side_points:
            return None
        finest = int((_MOST_PIXELS / (width * height)) ** 0.5 * POINTS_PER_INCH)
        dpi = min(_dpi(page), finest)
        bitmap = page.render(scale=dpi / POINTS_PER_INCH, grayscale=True)
    except pypdfium2.PdfiumError:
        return None
    return Picture(number, width, height, dpi, bitmap.width, bitmap.height, _grey(bitmap))


def _dpi(page: PdfPage) -> int:
    """Return how fine the largest picture on the page was scanned, within bounds."""
    largest, dpi = 0.0, _FINEST_DPI
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = picture.get_bounds()
        area = (right - left) * (top - bottom)
        if area > largest:
            across, down = picture.get_px_size()
            pixels = (across * down / area) ** 0.5
            largest, dpi = area, round(pixels * POINTS_PER_INCH)
    return min(max(dpi, _COARSEST_DPI), _FINEST_DPI)


def _grey(bitmap: PdfBitmap) -> bytes:
    """Return a byte per pixel, without the padding that pdfium keeps behind each row."""
    rows = memoryview(bitmap.buffer).cast("B")
    starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
    return b"".join(rows[start : start + bitmap.width] for start in starts)
