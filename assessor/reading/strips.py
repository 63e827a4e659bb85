"""Strips: the text of a page as stretches on one line of print, without a wide gap inside.

Apart because this is the one place that asks pdfium where text stands. Asking per character costs
four times the reading itself, so whole lines are asked first, and words only where a line seems to
have a gap: a column gutter, or the space between two cells of a table.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as pdfium

from assessor.reading.frame import Frame, turns_of_text
from assessor.reading.raised import opens_note, with_raised
from assessor.reading.spaced import is_spaced, respaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pypdfium2 import PdfTextPage

GAP = 1.1
"""A wide gap, in em: word spaces of justified text stay below, gutters are wider."""

TALL = 1.8
"""Em of height from which pdfium has taken several lines of print for one."""

MEAN_CHARACTER = 0.62
"""Em per character above which a line must hide a gap; capitals reach 0.6."""

RECTANGLES_PER_WORD = 2
"""A line in more pieces than this per word is cheaper to ask by word."""

ASCENT, DESCENT = 0.76, 0.22
"""Of an em above and below the baseline; the height of a strip whatever its letters."""

LEVEL = 0.4
"""Em by which baselines on one line of print may differ."""

FORCE_BOLD = 1 << 18
_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\r\n\ufffe]+\ufffe?")
"""pdfium leaves out the line break after a hyphen that ends a line, and writes U+FFFE for it."""
_SPACES = re.compile(r"\s{3,}")


class Word(NamedTuple):
    """A word and its box on the page, in points; `start` and `end` in the page's text."""

    start: int
    end: int
    x0: float
    top: float
    x1: float
    bottom: float
    text: str


@dataclass(slots=True, eq=False)
class Strip:
    """A stretch of text on one line of print; offsets in the page's text, points on the page."""

    start: int
    end: int
    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    turns: int = 0
    page: int = 0


class Letters:
    """The text of one page with the questions that can be asked of it."""

    def __init__(self, text_page: PdfTextPage, frame: Frame, page: int) -> None:
        self.page = page
        self.handle = text_page.raw
        self.printed = page_text(text_page)
        self.frame = frame
        self._sides = [ctypes.c_double() for _ in range(4)]
        self._references = [ctypes.byref(side) for side in self._sides]
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(96)
        self._flags = ctypes.c_int()
        self._words: dict[tuple[int, int], list[Word]] = {}
        self.text = with_raised(self.printed, self._setting)

    def strips(self) -> list[Strip]:
        """Return the strips in the file's order."""
        return [strip for line in _LINE.finditer(self.text) for strip in self._line(line.span())]

    def words(self, start: int, end: int) -> list[Word]:
        """Return the words between two offsets of the page's text."""
        known = self._words.get((start, end))
        if known is not None:
            return known
        found: list[Word] = []
        for word in _WORD.finditer(self.text, start, end):
            first, after = word.span()
            x0, top, x1, bottom = self._box(first)
            if after - first > 1:
                left, upper, right, lower = self._box(after - 1)
                x0, x1 = min(x0, left), max(x1, right)
                top, bottom = min(top, upper), max(bottom, lower)
            found.append(Word(first, after, x0, top, x1, bottom, word[0]))
        return found

    def _line(self, span: tuple[int, int]) -> Iterator[Strip]:
        start, end = _trimmed(self.text, *span)
        if start == end:
            return
        setting = self._setting_of(start, end)
        size, turns, _ = setting
        count = pdfium.FPDFText_CountRects(self.handle, start, end - start)
        if not count:
            return
        text = self.text[start:end]
        words = text.count(" ") + 1
        if turns == 0 and count > max(3, words * RECTANGLES_PER_WORD):
            yield from self._parted(start, end, size)
            return
        boxes = [self._rectangle(index) for index in range(count)]
        whole = _union(boxes)
        if turns == 0 and words > 1 and _may_have_gap(text, boxes, whole, size):
            yield from self._parted(start, end, size)
        else:
            yield self._strip(start, end, whole, setting)

    def _setting_of(self, start: int, end: int) -> tuple[float, int, float]:
        """Return type size, quarter turns against the page and baseline of a stretch of text.

        Its first character tells, unless it may be the small raised mark of a note.
        """
        first = self._setting(start)
        if self.text[start].isdigit() or opens_note(self.text[start]):
            return max(first, self._setting(end - 1))
        return first

    def _setting(self, index: int) -> tuple[float, int, float]:
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self.handle, index, matrix)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        size = pdfium.FPDFText_GetFontSize(self.handle, index) * scale
        turns = (turns_of_text(matrix.a, matrix.b) - self.frame.turns) % 4
        return size, turns, self.frame.shown(matrix.e, matrix.f)[1]

    def _parted(self, start: int, end: int, size: float) -> Iterator[Strip]:
        """Yield a strip per stretch of words without a wide gap or a step down between them."""
        stretch: list[Word] = []
        for word in self.words(start, end):
            if stretch and _is_apart(stretch[-1], word, size):
                yield self.strip_of(stretch)
                stretch = []
            stretch.append(word)
        yield self.strip_of(stretch)

    def strip_of(self, words: list[Word]) -> Strip:
        """Return neighbouring words as one strip."""
        start, end = words[0].start, words[-1].end
        self._words[start, end] = words
        box = _union([word[2:6] for word in words])
        return self._strip(start, end, box, self._setting_of(start, end))

    def _strip(
        self,
        start: int,
        end: int,
        box: tuple[float, float, float, float],
        setting: tuple[float, int, float],
    ) -> Strip:
        x0, top, x1, bottom = box
        size, turns, origin = setting
        baseline = bottom
        if turns == 0 and abs(origin - bottom) < size:
            baseline = origin
            top, bottom = baseline - ASCENT * size, baseline + DESCENT * size
        bold = self._bold(start) and self._bold(end - 1)
        text = self.text[start:end]
        if 3 * text.count(" ") > len(text) and is_spaced(text):
            text = respaced(self.words(start, end))
        return Strip(start, end, text, x0, top, x1, bottom, baseline, size, bold, turns, self.page)

    def _rectangle(self, index: int) -> tuple[float, float, float, float]:
        pdfium.FPDFText_GetRect(self.handle, index, *self._references)
        x0, y1, x1, y0 = self._sides
        return self.frame.box(x0.value, y0.value, x1.value, y1.value)

    def _box(self, index: int) -> tuple[float, float, float, float]:
        pdfium.FPDFText_GetCharBox(self.handle, index, *self._references)
        x0, x1, y0, y1 = self._sides
        return self.frame.box(x0.value, y0.value, x1.value, y1.value)

    def _bold(self, index: int) -> bool:
        size = pdfium.FPDFText_GetFontInfo(self.handle, index, self._name, 96, self._flags)
        return bool(size) and is_bold(self._name.value, self._flags.value)


def lines_of(strips: Iterable[Strip]) -> list[list[Strip]]:
    """Return strips by the line of print that they stand on, from top to bottom, left to right."""
    lines: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda s: s.baseline):
        if lines and strip.baseline - lines[-1][0].baseline < LEVEL * strip.size:
            lines[-1].append(strip)
        else:
            lines.append([strip])
    return [sorted(line, key=lambda s: s.x0) for line in lines]


@cache
def is_bold(name: bytes, flags: int) -> bool:
    """Return whether a font is bold by its name or its flags."""
    lowered = name.lower()
    return (flags > 0 and bool(flags & FORCE_BOLD)) or any(word in lowered for word in BOLD_NAMES)


BOLD_NAMES = (b"bold", b"black", b"heavy", b"-bd", b"semibd", b"cmbx")
"""Parts of font names that tell a bold face; foundries shorten differently."""


def page_text(text_page: PdfTextPage) -> str:
    """Return the page's text with exactly one character per pdfium index."""
    count = text_page.count_chars()
    text: str = text_page.get_text_range() if count else ""
    if len(text) == count:
        return text
    handle = text_page.raw
    return "".join(chr(pdfium.FPDFText_GetUnicode(handle, i) or 0xFFFD) for i in range(count))


def _may_have_gap(
    text: str,
    boxes: list[tuple[float, float, float, float]],
    whole: tuple[float, float, float, float],
    size: float,
) -> bool:
    wide = GAP * size
    for a, b in zip(boxes, boxes[1:]):  # noqa: B905,RUF007  a hot loop
        if b[0] - a[2] > wide or a[0] - b[2] > wide:
            return True
    if whole[3] - whole[1] > TALL * size:
        return True
    return whole[2] - whole[0] > MEAN_CHARACTER * size * len(text) or bool(_SPACES.search(text))


def _is_apart(last: Word, word: Word, size: float) -> bool:
    if word.x0 - last.x1 > GAP * size or word.x1 < last.x0:
        return True
    return word.top > last.bottom + 0.3 * size or word.bottom < last.top - 0.6 * size


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _union(boxes: Sequence[tuple[float, float, float, float]]) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = boxes[0]
    for left, upper, right, lower in boxes[1:]:
        x0 = min(x0, left)
        top = min(top, upper)
        x1 = max(x1, right)
        bottom = max(bottom, lower)
    return x0, top, x1, bottom
