"""Where themes meet steps: the second face of the overview, in figures and words.

Separate from the overview because it counts passages, not levels: a document may name a theme and
never say how its risks are tracked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from assessor.export.matrix import matrix_of
from tui import look
from tui.counting import counted
from tui.plain import plain
from tui.saying import say
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.state import Walk

_NAME = 22
_CELL = 7
_MOST = 20
"""Widths of the columns, in cells: of a theme, of a step at least and at most."""


class Crossing:
    """The matrix of one submission."""

    def __init__(self, walk: Walk, language: str) -> None:
        self._walk = walk
        self._language = language
        steps, rows = matrix_of(walk.prepared.assessment, walk.prepared.briefing)
        self._steps = steps
        self._counts = dict(rows)

    def rows(self) -> list[Row]:
        """Return the head and a row per theme."""
        names = [self._step(code) for code in self._steps]
        themes = [Row(self._drawing(code), code) for code in self._counts]
        head = say("screen.overview.themes").told_in(self._language)
        return [Row(lambda width: _columns(width, head, names)), *themes]

    def detail(self, theme: str) -> Content:
        """Return what the figures of a theme say, step by step."""
        lines = [plain(say("screen.overview.crossing").told_in(self._language), "$muted")]
        for code, count in zip(self._steps, self._counts[theme], strict=True):
            based = counted("screen.overview.crossed", count).told_in(self._language)
            lines.append(plain(f"{self._step(code)}: ") + plain(based, "" if count else "$muted"))
        return Content("\n").join(lines)

    def _drawing(self, theme: str) -> Callable[[int], Content]:
        name = self._walk.subject_name(theme)
        told = name.told_in(self._language) if name else theme
        cells = [_bar(count) for count in self._counts[theme]]
        return lambda width: _columns(width, told, cells)

    def _step(self, code: str) -> str:
        name = self._walk.subject_name(code)
        told = name.told_in(self._language) if name else ""
        return f"{code} {told}" if look.is_measure(code) else told


def _columns(width: int, name: str, cells: Sequence[str]) -> Content:
    room = min(max((width - _NAME) // max(len(cells), 1), _CELL), _MOST)
    line = plain(name).truncate(_NAME - 1, ellipsis=True, pad=True) + " "
    for cell in cells:
        line += plain(cell).truncate(room - 1, ellipsis=True, pad=True) + " "
    return line.truncate(width)


def _bar(count: int) -> str:
    """Return a figure with a square before it that is filled when there is something."""
    return f"{'■' if count else '□'} {count}"
