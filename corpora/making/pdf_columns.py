"""Text in one column or in two of equal height, and text that runs beside a box.

ReportLab keeps a heading together with the whole of what follows. Here a heading stays with the
first lines only, so that pages fill to their foot and sentences run over them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlab.platypus import Flowable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

_LEAST = 60
"""Height in points below which no columns are begun at the foot of a page."""


class ColumnBreak(Flowable):
    """The text goes on in the next column."""

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return that it takes no room."""
        return 0, 0

    def draw(self) -> None:
        """Draw nothing."""


class Need(Flowable):
    """The text goes on in the next column where less than some height is left."""

    def __init__(self, least: float) -> None:
        super().__init__()
        self.least = least

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return that it takes no room."""
        return 0, 0

    def draw(self) -> None:
        """Draw nothing."""


class Filled(NamedTuple):
    """What stands in one column, how high that is in points, and what finds no room."""

    placed: list[Flowable]
    height: float
    rest: list[Flowable]


class Columns(Flowable):
    """Flowables in columns; they are made equally high, and go on over the page."""

    def __init__(self, content: Sequence[Flowable], count: int, gutter: float) -> None:
        super().__init__()
        self._content, self._count, self._gutter = list(content), count, gutter
        self._placed: list[list[Flowable]] = []
        self._column = 0.0

    def getSpaceBefore(self) -> float:  # noqa: N802 (ReportLab's name)
        """Return the room above what comes first."""
        return float(self._content[0].getSpaceBefore()) if self._content else 0

    def getSpaceAfter(self) -> float:  # noqa: N802 (ReportLab's name)
        """Return the room below what comes last."""
        lasts = [column[-1] for column in self._placed if column] or self._content[-1:]
        return max((float(last.getSpaceAfter()) for last in lasts), default=0)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the room the columns take, or more than there is when they must be split."""
        if self._placed:
            return width, self.height
        self.width, self._column = width, self._column_in(width)
        if self._fill(height)[-1].rest:
            return width, height + 1
        low, high = (0.0 if self._count > 1 else height), height
        while high - low > 1:
            middle = (low + high) / 2
            low, high = (middle, high) if self._fill(middle)[-1].rest else (low, middle)
        columns = self._fill(high)
        self._placed = [column.placed for column in columns]
        self.height = max(column.height for column in columns)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the columns of this page and those of the next, or nothing to go there whole."""
        if height < (_LEAST if self._count > 1 else _LEAST / 2):
            return []
        self._column = self._column_in(width)
        columns = self._fill(height)
        if not any(column.placed for column in columns):
            return []
        here = Columns([], self._count, self._gutter)
        here._placed = [column.placed for column in columns]
        here.height, here._column = height, self._column
        rest = columns[-1].rest
        return [here, Columns(rest, self._count, self._gutter)] if rest else [here]

    def draw(self) -> None:
        """Set the columns from their top."""
        for index, column in enumerate(self._placed):
            x = index * (self._column + self._gutter)
            draw_down(self.canv, column, x, self.height, self._column)

    def _fill(self, height: float) -> list[Filled]:
        """Return the columns at a height."""
        columns = [fill(self._content, self._column, height)]
        for _ in range(1, self._count):
            columns.append(fill(columns[-1].rest, self._column, height))
        return columns

    def _column_in(self, width: float) -> float:
        """Return the width of one column."""
        return (width - (self._count - 1) * self._gutter) / self._count


def fill(content: Sequence[Flowable], width: float, height: float) -> Filled:
    """Return what fits in a column, and the rest; headings stay with what they head."""
    placed: list[Flowable] = []
    rest = list(content)
    used = after = 0.0
    while rest:
        flowable = rest[0]
        if isinstance(flowable, ColumnBreak):
            return Filled(placed, used, rest[1:])
        gap = max(after, flowable.getSpaceBefore()) if placed else 0
        room = height - used - gap
        if isinstance(flowable, Need):
            if placed and room < flowable.least:
                return _without_heads(Filled(placed, used, rest))
            rest.pop(0)
            continue
        _, needed = flowable.wrap(width, room)
        if needed > room:
            parts = flowable.split(width, room) if room > 0 else []
            if len(parts) > 1:
                _, needed = parts[0].wrap(width, room)
                return Filled([*placed, parts[0]], used + gap + needed, [*parts[1:], *rest[1:]])
            return _without_heads(Filled(placed, used, rest))
        used += gap + needed
        after = flowable.getSpaceAfter()
        placed.append(rest.pop(0))
    return Filled(placed, used, [])


def _without_heads(filled: Filled) -> Filled:
    """Return the column without the headings at its foot, which go with what they head."""
    count = len(filled.placed)
    while count > 0 and filled.placed[count - 1].getKeepWithNext():
        count -= 1
    return Filled(filled.placed[:count], filled.height, [*filled.placed[count:], *filled.rest])


def draw_down(
    canvas: Canvas, content: Sequence[Flowable], x: float, y: float, width: float
) -> None:
    """Draw flowables below each other, the first one from the height y."""
    after = 0.0
    for index, flowable in enumerate(content):
        y -= max(after, flowable.getSpaceBefore()) if index else 0
        _, needed = flowable.wrapOn(canvas, width, 0xFFFFFF)
        y -= needed
        flowable.drawOn(canvas, x, y)
        after = flowable.getSpaceAfter()


class Beside(Flowable):
    """A box at the right with text at its left; neither is split."""

    def __init__(
        self, text: list[Flowable], box: Flowable, sizes: tuple[float, float, float]
    ) -> None:
        super().__init__()
        self._text, self._box = text, box
        self._left, self._right, self.height = sizes

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the room that the higher one of the two takes."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """Set the box first, then the text."""
        draw_down(self.canv, [self._box], self.width - self._right, self.height, self._right)
        draw_down(self.canv, self._text, 0, self.height, self._left)


def beside(box: Flowable, text: Sequence[Flowable], width: float, gutter: float) -> list[Flowable]:
    """Return a box with as much text beside it as it is high, and the rest of the text."""
    right = width * 0.36
    left = width - right - gutter
    _, height = box.wrap(right, 0xFFFFFF)
    filled = fill(text, left, height + 8)
    return [Beside(filled.placed, box, (left, right, max(height, filled.height))), *filled.rest]
