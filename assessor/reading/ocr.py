"""Reads pages that are pictures of text: drawn, given to tesseract, and laid out like any page.

Runs in a child process of its own, so that a picture that brings it down costs the scans alone and
not the text that was already read.
"""

from __future__ import annotations

import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2

from assessor.model import Box, Page
from assessor.reading import tesseract
from assessor.reading.borderless import loose_regions
from assessor.reading.drawing import POINTS_PER_INCH, drawn
from assessor.reading.joining import Vocabulary
from assessor.reading.layout import blocks_of, ordered
from assessor.reading.level import levelled
from assessor.reading.paragraphs import gathered
from assessor.reading.recognised import RecognisedWords
from assessor.reading.rejoin import rejoined
from assessor.reading.scans import page_ranges
from assessor.reading.tables import tables_of
from assessor.reading.tilt import Tilt, tilt_of
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from assessor.model import Block, Words
    from assessor.reading.drafts import Draft
    from assessor.reading.drawing import Picture
    from assessor.reading.limits import Limits
    from assessor.reading.strips import Strip
    from assessor.reading.tesseract import PrintedWord

    _LevelWord = tuple[PrintedWord, Box]
    _Tell = Callable[[int, int], None]

_MOST_AT_ONCE = 4
_MOST_SECONDS = 25.0
_FEWEST_LETTERS = 12
_FEW_WORDS = 80
_LEAST_CONFIDENCE = 70
_DOUBTFUL_CONFIDENCE = 82
_WIDE_GAP = 1.5
_SAME_SIZE = 0.3


class Scan(NamedTuple):
    """One page as recognised; strips on the level page, confidence from 0 to 100."""

    page: Page
    letters: RecognisedWords
    strips: list[Strip]
    tilt: Tilt
    confidence: float


class OcrReading(NamedTuple):
    """What was recognised on the pages that held text."""

    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Words, ...]


def read_scans(
    data: bytes, numbers: Iterable[int], limits: Limits, tell: _Tell | None = None
) -> OcrReading:
    """Return what stands on the numbered pages; pages without legible text are left out.

    Stops taking up pages after `limits.ocr_seconds` of wall time, and says so in the notes; `tell`
    hears how many of the pages are done.
    """
    deadline = time.monotonic() + limits.ocr_seconds
    scans, complete = _recognised(data, list(numbers), limits, deadline, tell)
    legible = [scan for scan in scans if scan is not None]
    drafts = [(scan.tilt.level_height, _drafts(scan)) for scan in legible]
    pages = tuple(scan.page for scan in legible)
    blocks = blocks_of(drafts, Vocabulary(page.text for page in pages))
    notes = [*_notes(legible)]
    if not complete:
        notes.append(say("ocr.note.out_of_time", seconds=limits.ocr_seconds))
    tilts = {scan.page.number: scan.tilt for scan in legible}
    return OcrReading(pages, tuple(_as_it_lies(b, tilts) for b in blocks), tuple(notes))


def _drafts(scan: Scan) -> list[Draft]:
    """Return what stands on the page in reading order, tables by their alignment alone."""
    drafts = gathered(scan.strips)
    tables, rest = tables_of(scan.letters, scan.strips, loose_regions(drafts))
    return ordered(tables + gathered(rest) if tables else drafts)


def _as_it_lies(block: Block, tilts: dict[int, Tilt]) -> Block:
    """Return the block with its lines and cells where they stand on the scanned page."""
    lines = (
        replace(line, box=tilts[line.page].as_it_lies(line.box)) if line.box and line.page else line
        for line in block.lines
    )
    cells = (
        replace(cell, box=tilts[cell.page].as_it_lies(cell.box)) if cell.box and cell.page else cell
        for cell in block.cells
    )
    return replace(block, lines=tuple(lines), cells=tuple(cells))


def _recognised(
    data: bytes, numbers: list[int], limits: Limits, deadline: float, tell: _Tell | None
) -> tuple[list[Scan | None], bool]:
    """Return the scans in order, and whether all pages were taken up in time."""
    at_once = min(os.cpu_count() or 1, _MOST_AT_ONCE)
    scans: list[Scan | None] = []
    document = pypdfium2.PdfDocument(data)
    with ThreadPoolExecutor(at_once) as pool:
        for start in range(0, len(numbers), at_once):
            if time.monotonic() >= deadline:
                return scans, False
            if tell is not None:
                tell(start, len(numbers))
            numbered = numbers[start : start + at_once]
            pictures = [drawn(document, number, limits) for number in numbered]
            scans += pool.map(lambda picture: _scan(picture, deadline), filter(None, pictures))
    return scans, True


def _scan(picture: Picture, deadline: float) -> Scan | None:
    """Return what tesseract makes of a picture, None when that is no legible text."""
    try:
        words, confidence = _best_reading(picture, deadline)
    except subprocess.SubprocessError:
        return None
    letters = sum(len(word.text) for word in words)
    if letters < _FEWEST_LETTERS or confidence < _LEAST_CONFIDENCE:
        return None
    return _laid_out(words, confidence, picture)


def _best_reading(picture: Picture, deadline: float) -> tuple[list[PrintedWord], float]:
    """Return the words and how sure they are.

    Tesseract finds out by itself how a page lies, unless there are few words on it: then it is
    read upside down too.
    """
    words, confidence = _reading(picture, deadline)
    certain = confidence >= _DOUBTFUL_CONFIDENCE or len(words) > _FEW_WORDS
    if certain or not words or time.monotonic() >= deadline:
        return words, confidence
    turned, turned_confidence = _reading(picture.upside_down(), deadline)
    if turned_confidence <= confidence:
        return words, confidence
    return [_upside_down(word, picture) for word in turned], turned_confidence


def _reading(picture: Picture, deadline: float) -> tuple[list[PrintedWord], float]:
    left = min(max(deadline - time.monotonic(), 1.0), _MOST_SECONDS)
    level = levelled(picture)
    words = tesseract.recognise(level.picture.pgm, picture.dpi, left)
    words = [level.as_it_lies(word) for word in words]
    letters = sum(len(word.text) for word in words)
    weighed = sum(word.confidence * len(word.text) for word in words)
    return words, weighed / letters if letters else 0.0


def _upside_down(word: PrintedWord, picture: Picture) -> PrintedWord:
    wide, high = picture.pixels_wide, picture.pixels_high
    return word._replace(
        x0=wide - word.x1, top=high - word.bottom, x1=wide - word.x0, bottom=high - word.top
    )


def _laid_out(words: list[PrintedWord], confidence: float, picture: Picture) -> Scan:
    """Return the page with its text and, on the level page and in points, its strips."""
    scale = POINTS_PER_INCH / picture.dpi
    tilt = tilt_of(words, picture.pixels_wide, picture.pixels_high)
    tilt = tilt._replace(width=picture.width, height=picture.height)
    level = [(word, tilt.level(_in_points(word, scale))) for word in words]
    letters = RecognisedWords(picture.number)
    strips = [
        letters.add_line([(word.text, box) for word, box in stretch])
        for stretch in _stretches(level)
    ]
    _even_out_sizes(strips)
    page = Page(picture.number, picture.width, picture.height, "ocr", letters.text)
    return Scan(page, letters, rejoined(strips, letters.text), tilt, confidence)


def _in_points(word: PrintedWord, scale: float) -> Box:
    return Box(word.x0 * scale, word.top * scale, word.x1 * scale, word.bottom * scale)


def _even_out_sizes(strips: list[Strip]) -> None:
    """Give lines of nearly the usual height the usual type size: height depends on the letters."""
    usual = median(strip.size for strip in strips)
    for strip in strips:
        if abs(strip.size - usual) < _SAME_SIZE * usual:
            strip.size = usual


def _stretches(words: list[_LevelWord]) -> Iterator[list[_LevelWord]]:
    """Yield the words of each printed line, parted where a wide gap tells of columns."""
    for _, group in groupby(words, key=lambda pair: pair[0].line):
        line = list(group)
        height = max(box.bottom - box.top for _, box in line)
        stretch = [line[0]]
        for word in line[1:]:
            if word[1].x0 - stretch[-1][1].x1 > _WIDE_GAP * height:
                yield stretch
                stretch = []
            stretch.append(word)
        yield stretch


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
