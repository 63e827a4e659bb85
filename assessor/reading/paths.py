"""What is drawn on a page: straight pieces, coloured areas, slanted lines, from pdfium's paths.

Apart because only this file asks pdfium about paths, forms and their matrices.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from pypdfium2 import PdfPage
    from pypdfium2.raw import FPDF_PAGE, FPDF_PAGEOBJECT

    from assessor.reading.frame import Frame

THIN = 3.0
"""Points up to which a drawn rectangle is a line."""

SIDES = 5
"""Segments of a path that can only be a line or a rectangle."""

CORNERS = 4
"""Segments of the least path that can be a rectangle."""

LONGEST_PATH = 400
"""Segments above which a path is a drawing, a map or an outline of letters."""

WHOLE_PAGE = 0.93
"""Share of width and height from which a rectangle is the page's background."""

FORM_DEPTH = 6
"""Forms within forms that are followed."""

Sides = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class TooManyPaths(Exception):
    """The page holds more drawn pieces than may be looked at."""


class Area(NamedTuple):
    """A coloured rectangle without a border, in points of the page."""

    colour: int
    x0: float
    x1: float
    top: float
    bottom: float


class Paths:
    """The drawn pieces of one page as boxes (x0, top, x1, bottom) in points.

    Raises:
        TooManyPaths: when the page has more than `most` pieces.
    """

    def __init__(self, page: PdfPage, frame: Frame, most: int) -> None:
        self.pieces: list[Sides] = []
        self.areas: list[Area] = []
        self.slanted: list[Sides] = []
        self._frame = frame
        self._left = most
        self._whole = (
            (frame.right - frame.left) * WHOLE_PAGE,
            (frame.top - frame.bottom) * WHOLE_PAGE,
        )
        self._sides = [ctypes.c_float() for _ in range(4)]
        self._references = [ctypes.byref(side) for side in self._sides]
        self._take_page(page.raw)

    def _take_page(self, page: FPDF_PAGE) -> None:
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            thing = pdfium.FPDFPage_GetObject(page, index)
            if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_TEXT:
                self._take(thing, IDENTITY, 0)

    def _take(self, thing: FPDF_PAGEOBJECT, outer: Matrix, depth: int) -> None:
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._take_path(thing, outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < FORM_DEPTH:
            matrix = _times(_matrix(thing), outer)
            for index in range(pdfium.FPDFFormObj_CountObjects(thing)):
                self._take(pdfium.FPDFFormObj_GetObject(thing, index), matrix, depth + 1)

    def _take_path(self, path: FPDF_PAGEOBJECT, outer: Matrix) -> None:
        count = pdfium.FPDFPath_CountSegments(path)
        if count < 2:  # noqa: PLR2004  a point is no line
            return
        x0, y0, x1, y1 = self._bounds(path, outer)
        width, height = x1 - x0, y1 - y0
        if count > LONGEST_PATH:
            self.slanted.append(self._frame.box(x0, y0, x1, y1))
        elif width <= THIN or height <= THIN:
            self._add(x0, y0, x1, y1)
        elif count > SIDES:
            self._take_points(path, count, outer, (x0, y0, x1, y1))
        elif count < CORNERS:
            self.slanted.append(self._frame.box(x0, y0, x1, y1))
        elif (width < self._whole[0] or height < self._whole[1]) and _is_straight(path, count):
            self._take_rectangle(path, x0, y0, x1, y1)

    def _take_rectangle(
        self, path: FPDF_PAGEOBJECT, x0: float, y0: float, x1: float, y1: float
    ) -> None:
        if _is_stroked(path):
            for piece in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
                self._add(*piece)
        else:
            left, top, right, bottom = self._frame.box(x0, y0, x1, y1)
            self.areas.append(Area(_colour(path), left, right, top, bottom))

    def _take_points(self, path: FPDF_PAGEOBJECT, count: int, outer: Matrix, bounds: Sides) -> None:
        matrix = _times(_matrix(path), outer)
        last = first = (0.0, 0.0)
        x, y = ctypes.c_float(), ctypes.c_float()
        is_slanted = False
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(path, index)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            point = _moved(x.value, y.value, matrix)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
                return
            if kind == pdfium.FPDF_SEGMENT_LINETO:
                is_slanted = not self._add(*last, *point) or is_slanted
            else:
                first = point
            last = point
            if pdfium.FPDFPathSegment_GetClose(segment):
                self._add(*last, *first)
        if is_slanted:
            self.slanted.append(self._frame.box(*bounds))

    def _add(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Take a piece in if it runs along an axis, and return whether it does."""
        self._left -= 1
        if self._left < 0:
            raise TooManyPaths
        if abs(x1 - x0) > THIN and abs(y1 - y0) > THIN:
            return False
        self.pieces.append(self._frame.box(x0, y0, x1, y1))
        return True

    def _bounds(self, path: FPDF_PAGEOBJECT, outer: Matrix) -> Sides:
        pdfium.FPDFPageObj_GetBounds(path, *self._references)
        x0, y0, x1, y1 = (side.value for side in self._sides)
        if outer is IDENTITY:
            return x0, y0, x1, y1
        ax, ay = _moved(x0, y0, outer)
        bx, by = _moved(x1, y1, outer)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _is_stroked(path: FPDF_PAGEOBJECT) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(stroke.value)


def _colour(path: FPDF_PAGEOBJECT) -> int:
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(path, *parts)
    red, green, blue, _ = (part.value for part in parts)
    return red << 16 | green << 8 | blue


def _is_straight(path: FPDF_PAGEOBJECT, count: int) -> bool:
    return all(
        pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(path, index))
        != pdfium.FPDF_SEGMENT_BEZIERTO
        for index in range(count)
    )


def _matrix(thing: FPDF_PAGEOBJECT) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _moved(x: float, y: float, m: Matrix) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]
