"""Where a page lies: from PDF's own coordinates to points from the top left of the page as shown.

Apart so that no other file needs to know of rotation, crop boxes or upside-down axes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible rectangle of a page in PDF coordinates and its clockwise quarter turns."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        """Return the width as shown, in points."""
        sideways = self.turns % 2
        return self.top - self.bottom if sideways else self.right - self.left

    @property
    def height(self) -> float:
        """Return the height as shown, in points."""
        sideways = self.turns % 2
        return self.right - self.left if sideways else self.top - self.bottom

    def turned(self, more: int) -> Frame:
        """Return the frame after `more` clockwise quarter turns."""
        return Frame(self.left, self.bottom, self.right, self.top, (self.turns + more) % 4)

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """Return a PDF point as (x, y) from the top left of the page as shown."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:  # noqa: PLR2004  two quarter turns
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def hidden(self, x: float, y: float) -> tuple[float, float]:
        """Return a point from the top left of the page as shown as the PDF's own point."""
        if self.turns == 0:
            return self.left + x, self.top - y
        if self.turns == 1:
            return self.left + y, self.bottom + x
        if self.turns == 2:  # noqa: PLR2004  two quarter turns
            return self.right - x, self.bottom + y
        return self.right - y, self.top - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Return a PDF rectangle, lower left and upper right, as (x0, top, x1, bottom)."""
        if self.turns == 0:
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        ax, ay = self.shown(x0, y0)
        bx, by = self.shown(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def frame_of(page: PdfPage) -> Frame:
    """Return the frame of a page as its crop box and rotation make it."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation() // 90 % 4)


def turns_of_text(a: float, b: float) -> int:
    """Return how many clockwise quarter turns make text of direction (a, b) read left to right."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3
