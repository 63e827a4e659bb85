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
_AS_LARGE = 0.9
_USUAL_POINTS = 842  # of A4; a smaller page is a larger one scaled down, and so is its type


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
        dpi = min(_dpi(page, max(width, height)), finest)
        bitmap = page.render(scale=dpi / POINTS_PER_INCH, grayscale=True)
    except pypdfium2.PdfiumError:
        return None
    return Picture(number, width, height, dpi, bitmap.width, bitmap.height, _grey(bitmap))


def _dpi(page: PdfPage, longest: float) -> int:
    """Return how fine the page was scanned, within bounds: by the finest of its large pictures.

    Scanners part a page into layers of one size, the letters finer than the paper.
    """
    scans: list[tuple[float, float]] = []
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = picture.get_bounds()
        area = (right - left) * (top - bottom)
        if area > 0:
            across, down = picture.get_px_size()
            scans.append((area, (across * down / area) ** 0.5 * POINTS_PER_INCH))
    largest = max((area for area, _ in scans), default=0.0)
    dpi = max((dpi for area, dpi in scans if area >= _AS_LARGE * largest), default=_FINEST_DPI)
    finest = _FINEST_DPI * max(1.0, _USUAL_POINTS / longest)
    return round(min(max(dpi, _COARSEST_DPI), finest))


def _grey(bitmap: PdfBitmap) -> bytes:
    """Return a byte per pixel, without the padding that pdfium keeps behind each row."""
    rows = memoryview(bitmap.buffer).cast("B")
    starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
    return b"".join(rows[start : start + bitmap.width] for start in starts)
