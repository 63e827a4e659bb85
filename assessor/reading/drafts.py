"""A draft: a block in the making, while it is still a set of strips on a page.

Apart because every step of layout passes drafts on, and the frozen Block is made only at the end.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assessor.model import BlockKind, Cell
    from assessor.reading.strips import Strip


@dataclass(slots=True, eq=False)
class Draft:
    """Strips that belong together, with their common box in points."""

    page: int
    strips: list[Strip]
    x0: float
    top: float
    x1: float
    bottom: float
    kind: BlockKind = "paragraph"
    level: int | None = None
    cells: list[Cell] = field(default_factory=list)

    @classmethod
    def of(cls, strip: Strip) -> Draft:
        """Return a draft of one strip."""
        return cls(strip.page, [strip], strip.x0, strip.top, strip.x1, strip.bottom)

    def add(self, strip: Strip) -> None:
        """Take another strip in and let the box grow with it."""
        self.strips.append(strip)
        self.x0 = min(self.x0, strip.x0)
        self.top = min(self.top, strip.top)
        self.x1 = max(self.x1, strip.x1)
        self.bottom = max(self.bottom, strip.bottom)

    def remove(self, strip: Strip) -> None:
        """Take a strip out and let the box shrink to the others, of which there must be some."""
        self.strips.remove(strip)
        self.x0 = min(other.x0 for other in self.strips)
        self.top = min(other.top for other in self.strips)
        self.x1 = max(other.x1 for other in self.strips)
        self.bottom = max(other.bottom for other in self.strips)

    @property
    def size(self) -> float:
        """Return the type size of its first strip, in points."""
        return self.strips[0].size if self.strips else 0.0

    @property
    def turns(self) -> int:
        """Return the quarter turns of its first strip against the page."""
        return self.strips[0].turns if self.strips else 0

    @property
    def text(self) -> str:
        """Return its raw text, a space between strips."""
        return " ".join(strip.text for strip in self.strips)
