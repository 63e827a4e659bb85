"""Reads pages that are pictures of text: drawn, given to tesseract, and laid out like any page.

Runs in a child process of its own, so that a picture that brings it down costs the scans alone and
not the text that was already read.
"""

from __future__ import annotations

import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2

from assessor.model import Page
from assessor.reading import tesseract
from assessor.reading.joining import Vocabulary
from assessor.reading.layout import blocks_of, page_drafts
from assessor.reading.scans import page_ranges
from assessor.reading.strips import Strip
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assessor.model import Block, Words
    from assessor.reading.limits import Limits
    from assessor.reading.tesseract import PrintedWord

DPI = 300
_POINTS_PER_INCH = 72
_MOST_PIXELS = 25_000_000
_MOST_AT_ONCE = 4
_FEWEST_LETTERS = 12
_LEAST_CONFIDENCE = 40
_DOUBTFUL_CONFIDENCE = 75
_WIDE_GAP = 1.5
_TYPE_SIZE_OF_LINE = 0.92
_SAME_SIZE = 0.3


class Scan(NamedTuple):
    """One page as recognised; confidence from 0 to 100."""

    page: Page
    strips: list[Strip]
    confidence: float


class OcrReading(NamedTuple):
    """What was recognised on the pages that held text."""

    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Words, ...]


class _Picture(NamedTuple):
    """A drawn page, as PGM."""

    number: int
    width: float
    height: float
    dpi: int
    pgm: bytes


def read_scans(data: bytes, numbers: Iterable[int], limits: Limits) -> OcrReading:
    """Return what stands on the numbered pages; pages without legible text are left out.

    Stops taking up pages after `limits.ocr_seconds` of wall time, and says so in the notes.
    """
    deadline = time.monotonic() + limits.ocr_seconds
    scans, complete = _recognised(data, list(numbers), limits, deadline)
    legible = [scan for scan in scans if scan is not None]
    drafts = [(scan.page.height, page_drafts(scan.strips, [])) for scan in legible]
    pages = tuple(scan.page for scan in legible)
    notes = [*_notes(legible)]
    if not complete:
        notes.append(say("ocr.note.out_of_time", seconds=limits.ocr_seconds))
    return OcrReading(pages, blocks_of(drafts, Vocabulary(p.text for p in pages)), tuple(notes))


def _recognised(
    data: bytes, numbers: list[int], limits: Limits, deadline: float
) -> tuple[list[Scan | None], bool]:
    """Return the scans in order, and whether all pages were taken up in time."""
    at_once = min(os.cpu_count() or 1, _MOST_AT_ONCE)
    scans: list[Scan | None] = []
    document = pypdfium2.PdfDocument(data)
    with ThreadPoolExecutor(at_once) as pool:
        for start in range(0, len(numbers), at_once):
            if time.monotonic() >= deadline:
                return scans, False
            drawn = [_draw(document, number, limits) for number in numbers[start : start + at_once]]
            scans += pool.map(lambda picture: _scan(picture, deadline), filter(None, drawn))
    return scans, True


def _draw(document: Any, number: int, limits: Limits) -> _Picture | None:  # noqa: ANN401  # pypdfium2 has no types
    """Return the page as a grey picture, None when it is too large or damaged."""
    try:
        page = document[number - 1]
        width, height = page.get_size()
        if not 0 < max(width, height) <= limits.page_side_points:
            return None
        dpi = min(DPI, int((_MOST_PIXELS / (width * height)) ** 0.5 * _POINTS_PER_INCH))
        bitmap = page.render(scale=dpi / _POINTS_PER_INCH, grayscale=True)
    except pypdfium2.PdfiumError:
        return None
    return _Picture(number, width, height, dpi, _pgm(bitmap))


def _pgm(bitmap: Any) -> bytes:  # noqa: ANN401  # pypdfium2 has no types
    """Return the bitmap as PGM: rows without the padding that pdfium keeps."""
    rows = memoryview(bitmap.buffer).cast("B")
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    tight = b"".join(rows[y * stride : y * stride + width] for y in range(height))
    return b"P5 %d %d 255\n" % (width, height) + tight


def _scan(picture: _Picture, deadline: float) -> Scan | None:
    """Return what tesseract makes of a picture, None when that is no legible text."""
    left = max(deadline - time.monotonic(), 1.0)
    try:
        words = tesseract.recognise(picture.pgm, picture.dpi, left)
    except subprocess.SubprocessError:
        return None
    letters = sum(len(word.text) for word in words)
    if letters < _FEWEST_LETTERS:
        return None
    confidence = sum(word.confidence * len(word.text) for word in words) / letters
    if confidence < _LEAST_CONFIDENCE:
        return None
    text, strips = _laid_out(words, picture)
    page = Page(picture.number, picture.width, picture.height, "ocr", text)
    return Scan(page, strips, confidence)


def _laid_out(words: list[PrintedWord], picture: _Picture) -> tuple[str, list[Strip]]:
    """Return the page's text and its strips, in points."""
    text, strips = "", []
    for stretch in _stretches(words):
        line = " ".join(word.text for word in stretch)
        strips.append(_strip(stretch, line, len(text), picture))
        text += f"{line}\n"
    _even_out_sizes(strips)
    return text, strips


def _even_out_sizes(strips: list[Strip]) -> None:
    """Give lines of nearly the usual height the usual type size: height depends on the letters."""
    usual = median(strip.size for strip in strips)
    for strip in strips:
        if abs(strip.size - usual) < _SAME_SIZE * usual:
            strip.size = usual


def _stretches(words: list[PrintedWord]) -> Iterator[list[PrintedWord]]:
    """Yield the words of each printed line, parted where a wide gap tells of columns."""
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(group)
        height = max(word.bottom - word.top for word in line)
        stretch = [line[0]]
        for word in line[1:]:
            if word.x0 - stretch[-1].x1 > _WIDE_GAP * height:
                yield stretch
                stretch = []
            stretch.append(word)
        yield stretch


def _strip(words: list[PrintedWord], text: str, start: int, picture: _Picture) -> Strip:
    scale = _POINTS_PER_INCH / picture.dpi
    top = min(word.top for word in words) * scale
    bottom = max(word.bottom for word in words) * scale
    return Strip(
        start=start,
        end=start + len(text),
        text=text,
        x0=min(word.x0 for word in words) * scale,
        top=top,
        x1=max(word.x1 for word in words) * scale,
        bottom=bottom,
        baseline=bottom,
        size=(bottom - top) / _TYPE_SIZE_OF_LINE,
        bold=False,
        page=picture.number,
    )


def _notes(scans: list[Scan]) -> Iterator[Words]:
    """Yield how sure the recognition is, the good pages together and each poor page apart."""
    good = [scan for scan in scans if scan.confidence >= _DOUBTFUL_CONFIDENCE]
    if good:
        mean = sum(scan.confidence for scan in good) / len(good)
        pages = page_ranges(scan.page.number for scan in good)
        yield say("ocr.note.recognised", pages=pages, confidence=round(mean))
    for scan in scans:
        if scan.confidence < _DOUBTFUL_CONFIDENCE:
            confidence = round(scan.confidence)
            yield say("ocr.note.doubtful", pages=scan.page.number, confidence=confidence)
