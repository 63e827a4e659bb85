"""Rulings: the straight lines that are drawn on a page, as few long segments.

Apart because drawing programs draw one line as a thin rectangle, as pieces per cell, or twice; the
search for tables wants each line once.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfPage
    from pypdfium2.raw import FPDF_PAGE, FPDF_PAGEOBJECT

    from assessor.reading.frame import Frame

THIN = 3.0
"""Points up to which a drawn rectangle is a line."""

SHORTEST = 4.0
"""Points below which a line is a tick, a dash or part of a letter."""

SNAP = 2.5
"""Points within which parallel lines are one (double lines, borders of neighbouring cells)."""

JOIN = 4.0
"""Points of gap within which pieces on one line are joined; dotted lines have such gaps."""

SIDES = 5
"""Segments of a path that can only be a line or a rectangle."""

LONGEST_PATH = 400
"""Segments above which a path is a drawing, a map or an outline of letters."""

WHOLE_PAGE = 0.93
"""Share of width and height from which a rectangle is the page's background."""

FORM_DEPTH = 6
"""Forms within forms that are followed."""

Matrix = tuple[float, float, float, float, float, float]
Segment = tuple[float, float, float, float, bool]
"""A drawn piece from corner to corner, and whether it is a line."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Ruling(NamedTuple):
    """A line from `start` to `end` at `at`, in points; along x when `flat`.

    It is `firm` when drawn as a line, not when it is only the edge of a coloured area.
    """

    at: float
    start: float
    end: float
    flat: bool
    firm: bool = True


class TooManyPaths(Exception):
    """The page holds more drawn objects than may be looked at."""


def rulings_of(page: PdfPage, frame: Frame, most: int) -> tuple[list[Ruling], list[Ruling]]:
    """Return the flat and the upright lines of a page.

    Raises:
        TooManyPaths: when the page has more than `most` drawn objects.
    """
    flat: list[Ruling] = []
    upright: list[Ruling] = []
    budget = most
    for x0, y0, x1, y1, firm in _segments(page.raw, frame):
        budget -= 1
        if budget < 0:
            raise TooManyPaths
        left, top, right, bottom = frame.box(x0, y0, x1, y1)
        width, height = right - left, bottom - top
        if height <= THIN and width >= SHORTEST:
            flat.append(Ruling((top + bottom) / 2, left, right, flat=True, firm=firm))
        elif width <= THIN and height >= SHORTEST:
            upright.append(Ruling((left + right) / 2, top, bottom, flat=False, firm=firm))
    return merged(flat), merged(upright)


def merged(rulings: list[Ruling]) -> list[Ruling]:
    """Return rulings snapped to common places and joined where they touch."""
    lines: list[list[Ruling]] = []
    for ruling in sorted(rulings):
        if lines and ruling.at - lines[-1][0].at <= SNAP:
            lines[-1].append(ruling)
        else:
            lines.append([ruling])
    return [joined for line in lines for joined in _joined(line)]


def _joined(line: list[Ruling]) -> Iterator[Ruling]:
    at = sum(ruling.at for ruling in line) / len(line)
    pieces = sorted(line, key=lambda ruling: ruling.start)
    _, start, end, flat, firm = pieces[0]
    for piece in pieces[1:]:
        if piece.start > end + JOIN:
            yield Ruling(at, start, end, flat, firm)
            _, start, end, flat, firm = piece
        end = max(end, piece.end)
        firm = firm or piece.firm
    yield Ruling(at, start, end, flat, firm)


def _segments(page: FPDF_PAGE, frame: Frame) -> Iterator[Segment]:
    count = pdfium.FPDFPage_CountObjects(page)
    whole = (frame.right - frame.left) * WHOLE_PAGE, (frame.top - frame.bottom) * WHOLE_PAGE
    for index in range(count):
        thing = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _of_path(thing, IDENTITY, whole)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _of_form(thing, IDENTITY, whole, 1)


def _of_form(
    form: FPDF_PAGEOBJECT, outer: Matrix, whole: tuple[float, float], depth: int
) -> Iterator[Segment]:
    matrix = _times(_matrix(form), outer)
    for index in range(pdfium.FPDFFormObj_CountObjects(form)):
        thing = pdfium.FPDFFormObj_GetObject(form, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _of_path(thing, matrix, whole)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < FORM_DEPTH:
            yield from _of_form(thing, matrix, whole, depth + 1)


def _of_path(path: FPDF_PAGEOBJECT, outer: Matrix, whole: tuple[float, float]) -> Iterator[Segment]:
    count = pdfium.FPDFPath_CountSegments(path)
    if count > LONGEST_PATH or count < 2:  # noqa: PLR2004  a point is no line
        return
    if count > SIDES:
        yield from _of_points(path, count, outer)
        return
    x0, y0, x1, y1 = _bounds(path, outer)
    width, height = x1 - x0, y1 - y0
    if width <= THIN or height <= THIN:
        yield x0, y0, x1, y1, True
    elif count >= 4 and (width < whole[0] or height < whole[1]) and _is_straight(path, count):  # noqa: PLR2004  a rectangle has four sides
        firm = _is_stroked(path)
        yield x0, y0, x1, y0, firm
        yield x0, y1, x1, y1, firm
        yield x0, y0, x0, y1, firm
        yield x1, y0, x1, y1, firm


_SIDES = [ctypes.c_float() for _ in range(4)]
_SIDE_REFERENCES = [ctypes.byref(side) for side in _SIDES]


def _bounds(path: FPDF_PAGEOBJECT, outer: Matrix) -> tuple[float, float, float, float]:
    pdfium.FPDFPageObj_GetBounds(path, *_SIDE_REFERENCES)
    x0, y0, x1, y1 = (side.value for side in _SIDES)
    if outer is IDENTITY:
        return x0, y0, x1, y1
    ax, ay = _moved(x0, y0, outer)
    bx, by = _moved(x1, y1, outer)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _is_stroked(path: FPDF_PAGEOBJECT) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(stroke.value)


def _is_straight(path: FPDF_PAGEOBJECT, count: int) -> bool:
    return all(
        pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(path, index))
        != pdfium.FPDF_SEGMENT_BEZIERTO
        for index in range(count)
    )


def _of_points(path: FPDF_PAGEOBJECT, count: int, outer: Matrix) -> Iterator[Segment]:
    matrix = _times(_matrix(path), outer)
    last = first = (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = _moved(x.value, y.value, matrix)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield (*last, *point, True)
        else:
            return
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield (*last, *first, True)


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
