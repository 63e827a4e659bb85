"""Strips: the text of a page as stretches on one line of print, without a wide gap inside.

Apart because this is the one place that asks pdfium where text stands. Asking per character costs
four times the reading itself, so whole lines are asked first, and words only where a line seems to
have a gap: a column gutter, or the space between two cells of a table.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

from assessor.reading.frame import Frame, turns_of_text

if TYPE_CHECKING:
    from collections.abc import Iterator

GAP = 1.1
"""A wide gap, in em: word spaces of justified text stay below, gutters are wider."""

MEAN_CHARACTER = 0.62
"""Em per character above which a line must hide a gap; capitals reach 0.6."""

RECTANGLES_PER_WORD = 2
"""A line in more pieces than this per word is cheaper to ask by word."""

ASCENT, DESCENT = 0.76, 0.22
"""Of an em above and below the baseline; the height of a strip whatever its letters."""

FORCE_BOLD = 1 << 18
_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\r\n]+")
_SPACES = re.compile(r"\s{3,}")


class Word(NamedTuple):
    """A word and its sides on the page, in points; `start` and `end` in the page's text."""

    start: int
    end: int
    x0: float
    x1: float


@dataclass(slots=True)
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

    def __init__(self, text_page: Any, frame: Frame) -> None:
        self.handle = text_page.raw
        self.text = page_text(text_page)
        self.frame = frame
        self._sides = [ctypes.c_double() for _ in range(4)]
        self._references = [ctypes.byref(side) for side in self._sides]
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(96)
        self._flags = ctypes.c_int()

    def strips(self) -> list[Strip]:
        """Return the strips in the file's order."""
        return [strip for line in _LINE.finditer(self.text) for strip in self._line(line.span())]

    def words(self, start: int, end: int) -> list[Word]:
        """Return the words between two offsets of the page's text."""
        return [
            Word(*span, *self._sides_of_word(*span))
            for span in (word.span() for word in _WORD.finditer(self.text, start, end))
        ]

    def _line(self, span: tuple[int, int]) -> Iterator[Strip]:
        start, end = _trimmed(self.text, *span)
        if start == end or not pdfium.FPDFText_GetMatrix(self.handle, start, self._matrix):
            return
        matrix = self._matrix
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        size = pdfium.FPDFText_GetFontSize(self.handle, start) * scale
        turns = (turns_of_text(matrix.a, matrix.b) - self.frame.turns) % 4
        origin = self.frame.shown(matrix.e, matrix.f)
        bold = self._bold(start) and self._bold(end - 1)
        for first, last, box in self._pieces(start, end, size, upright=turns == 0):
            yield self._strip(first, last, box, origin, size, bold, turns)

    def _strip(
        self,
        start: int,
        end: int,
        box: tuple[float, float, float, float],
        origin: tuple[float, float],
        size: float,
        bold: bool,  # noqa: FBT001  a field, handed on
        turns: int,
    ) -> Strip:
        x0, top, x1, bottom = box
        baseline = bottom
        if turns == 0 and abs(origin[1] - bottom) < size:
            baseline = origin[1]
            top, bottom = baseline - ASCENT * size, baseline + DESCENT * size
        return Strip(
            start, end, self.text[start:end], x0, top, x1, bottom, baseline, size, bold, turns
        )

    def _pieces(
        self, start: int, end: int, size: float, *, upright: bool
    ) -> Iterator[tuple[int, int, tuple[float, float, float, float]]]:
        text = self.text[start:end]
        words = text.count(" ") + 1
        count = pdfium.FPDFText_CountRects(self.handle, start, end - start)
        if not count:
            return
        if upright and count > max(3, words * RECTANGLES_PER_WORD):
            yield from self._parted(start, end, size)
            return
        boxes = [self._rectangle(index) for index in range(count)]
        whole = _union(boxes)
        if upright and words > 1 and self._may_have_gap(text, boxes, whole, size):
            yield from self._parted(start, end, size)
        else:
            yield start, end, whole

    def _may_have_gap(
        self,
        text: str,
        boxes: list[tuple[float, float, float, float]],
        whole: tuple[float, float, float, float],
        size: float,
    ) -> bool:
        wide = GAP * size
        if any(b[0] - a[2] > wide or a[0] - b[2] > wide for a, b in zip(boxes, boxes[1:])):  # noqa: B905,RUF007  a hot loop
            return True
        return whole[2] - whole[0] > MEAN_CHARACTER * size * len(text) or bool(_SPACES.search(text))

    def _parted(
        self, start: int, end: int, size: float
    ) -> Iterator[tuple[int, int, tuple[float, float, float, float]]]:
        words = self.words(start, end)
        top, bottom = self._heights(start)
        first = words[0]
        x0, x1, last = first.x0, first.x1, first.end
        begin = first.start
        for word in words[1:]:
            if word.x0 - x1 > GAP * size or word.x1 < x0:
                yield begin, last, (x0, top, x1, bottom)
                begin, x0, x1 = word.start, word.x0, word.x1
            x0, x1, last = min(x0, word.x0), max(x1, word.x1), word.end
        yield begin, last, (x0, top, x1, bottom)

    def _rectangle(self, index: int) -> tuple[float, float, float, float]:
        left, top, right, bottom = self._references
        pdfium.FPDFText_GetRect(self.handle, index, left, top, right, bottom)
        x0, y1, x1, y0 = (side.value for side in self._sides)
        return self.frame.box(x0, y0, x1, y1)

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Return the box of one character, (x0, top, x1, bottom)."""
        left, right, bottom, top = self._references
        pdfium.FPDFText_GetCharBox(self.handle, index, left, right, bottom, top)
        x0, x1, y0, y1 = (side.value for side in self._sides)
        return self.frame.box(x0, y0, x1, y1)

    def _sides_of_word(self, start: int, end: int) -> tuple[float, float]:
        first = self.box(start)
        if end - start == 1:
            return first[0], first[2]
        last = self.box(end - 1)
        return min(first[0], last[0]), max(first[2], last[2])

    def _heights(self, index: int) -> tuple[float, float]:
        box = self.box(index)
        return box[1], box[3]

    def _bold(self, index: int) -> bool:
        size = pdfium.FPDFText_GetFontInfo(self.handle, index, self._name, 96, self._flags)
        return bool(size) and is_bold(self._name.value, self._flags.value)


def is_bold(name: bytes, flags: int) -> bool:
    """Return whether a font is bold by its name or its flags."""
    lowered = name.lower()
    return flags > 0 and bool(flags & FORCE_BOLD) or any(word in lowered for word in BOLD_NAMES)


BOLD_NAMES = (b"bold", b"black", b"heavy", b"-bd", b"semibd", b"cmbx")
"""Parts of font names that tell a bold face; foundries shorten differently."""


def page_text(text_page: Any) -> str:
    """Return the page's text with exactly one character per pdfium index."""
    count = text_page.count_chars()
    text: str = text_page.get_text_range() if count else ""
    if len(text) == count:
        return text
    handle = text_page.raw
    return "".join(chr(pdfium.FPDFText_GetUnicode(handle, i) or 0xFFFD) for i in range(count))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _union(boxes: list[tuple[float, float, float, float]]) -> tuple[float, float, float, float]:
    if len(boxes) == 1:
        return boxes[0]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
