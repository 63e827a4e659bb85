"""How a page lies on the scanner: sideways, upside down or askew; to level it and back.

Layout needs level lines; a quote must be shown where it stands. So words are put level before
layout and the boxes of lines are put back after it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from assessor.model import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assessor.reading.tesseract import PrintedWord

_STEEPEST = 0.2
_FEWEST_ON_A_LINE = 3


class _Point(NamedTuple):
    x: float
    y: float


class Tilt(NamedTuple):
    """Clockwise quarter turns that make text upright, then the slope of its lines."""

    turns: int
    slope: float
    width: float
    """Of the page as it lies, in points."""
    height: float

    @property
    def level_height(self) -> float:
        """Return the height of the page once upright, in points."""
        return self.width if self.turns % 2 else self.height

    def level(self, box: Box) -> Box:
        """Return where a box of the page as it lies stands on the level page."""
        turned = _turned(box, self.turns, self.width, self.height)
        drop = self._drop((turned.x0 + turned.x1) / 2)
        return turned._replace(top=turned.top - drop, bottom=turned.bottom - drop)

    def as_it_lies(self, box: Box) -> Box:
        """Return where a box of the level page stands on the page as it lies."""
        drops = (self._drop(box.x0), self._drop(box.x1))
        sloping = box._replace(top=box.top + min(drops), bottom=box.bottom + max(drops))
        sides = (self.height, self.width) if self.turns % 2 else (self.width, self.height)
        return _turned(sloping, -self.turns % 4, *sides)

    def _drop(self, x: float) -> float:
        middle = (self.height if self.turns % 2 else self.width) / 2
        return self.slope * (x - middle)


def tilt_of(words: Iterable[PrintedWord], width: float, height: float) -> Tilt:
    """Return how the page lies; `width` and `height` are in the words' own unit."""
    lines = [list(line) for _, line in groupby(words, key=lambda word: word.line)]
    turns = _turns(lines)
    return Tilt(turns, _slope(lines, turns, width, height), width, height)


def _turns(lines: list[list[PrintedWord]]) -> int:
    """Return the turns by the way in which most lines run."""
    right = down = 0.0
    for line in lines:
        first, last = _middle(_box(line[0])), _middle(_box(line[-1]))
        right += last.x - first.x
        down += last.y - first.y
    if abs(right) >= abs(down):
        return 0 if right >= 0 else 2
    return 1 if down < 0 else 3


def _slope(lines: list[list[PrintedWord]], turns: int, width: float, height: float) -> float:
    """Return the rise of the lines per unit to the right, by least squares over all of them."""
    along = across = 0.0
    for line in lines:
        if len(line) < _FEWEST_ON_A_LINE:
            continue
        points = [_middle(_turned(_box(word), turns, width, height)) for word in line]
        middle = _Point(
            sum(p.x for p in points) / len(points), sum(p.y for p in points) / len(points)
        )
        along += sum((p.x - middle.x) ** 2 for p in points)
        across += sum((p.x - middle.x) * (p.y - middle.y) for p in points)
    slope = across / along if along else 0.0
    return slope if abs(slope) <= _STEEPEST else 0.0


def _box(word: PrintedWord) -> Box:
    return Box(word.x0, word.top, word.x1, word.bottom)


def _middle(box: Box) -> _Point:
    return _Point((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)


def _turned(box: Box, turns: int, width: float, height: float) -> Box:
    """Return the box after clockwise quarter turns of a page of the given size."""
    corners = (_turned_point(p, turns, width, height) for p in _corners(box))
    xs, ys = zip(*corners, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _corners(box: Box) -> Iterator[_Point]:
    yield _Point(box.x0, box.top)
    yield _Point(box.x1, box.bottom)


def _turned_point(point: _Point, turns: int, width: float, height: float) -> _Point:
    if turns == 1:
        return _Point(height - point.y, point.x)
    if turns == 2:  # noqa: PLR2004  # two quarter turns
        return _Point(width - point.x, height - point.y)
    return _Point(point.y, width - point.x) if turns else point
