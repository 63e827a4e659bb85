"""A page of a document as text, wrapped to the width, with the quotes marked.

Separate because it must know on which line a quote falls, to scroll there; drawn line by line, so
that a page of any length costs no more than what is seen of it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.plain import plain
from tui.widgets.scrolling import UP_AND_DOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assessor.model import Block
    from tui.pages import Mark

_GUTTER = 2
"""Cells left of the text, in which the quote in hand has its arrow."""
_STYLES = {
    "heading": "bold $text-accent",
    "footnote": "$muted",
    "caption": "italic",
    "header": "$muted",
    "footer": "$muted",
    "contents": "$muted",
}
_BULLETS = tuple("•◦▪‣–-*·")
"""What a list item may begin with by itself."""
_MARKED = "underline on $mark"
_IN_HAND = "bold reverse"


class PageView(ScrollView, can_focus=True, inherit_bindings=False):
    """The page."""

    BINDINGS = UP_AND_DOWN

    def __init__(self, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._blocks: Sequence[Block] = ()
        self._marks: Sequence[Mark] = ()
        self._in_hand: Mark | None = None
        self._lines: list[Content] = []
        self._width = 0

    def show(self, blocks: Sequence[Block], marks: Sequence[Mark], in_hand: Mark | None) -> None:
        """Put another page in; once drawn, it stands at the quote in hand or else the top."""
        self._blocks, self._marks, self._in_hand = blocks, marks, in_hand
        self._width = 0
        self._wrap()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        index = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        style = self.visual_style
        if index >= len(self._lines):
            return Strip.blank(width, style.rich_style)
        segments = self._lines[index].render_segments(style)
        return Strip(segments).adjust_cell_length(width, style.rich_style)

    def on_resize(self) -> None:
        """Wrap anew when the width changed."""
        self._wrap()

    def _wrap(self) -> None:
        width = self.scrollable_content_region.width
        if width in {0, self._width}:
            return
        self._width = width
        self._lines = list(self._wrapped(max(width - _GUTTER, 1)))
        self.virtual_size = Size(0, len(self._lines))
        self.call_after_refresh(self.scroll_to, y=self._line_in_hand(), animate=False)

    def _wrapped(self, width: int) -> Iterable[Content]:
        for number, block in enumerate(self._blocks):
            marks = [mark for mark in self._marks if mark.block == number]
            in_hand = self._in_hand is not None and self._in_hand.block == number
            for line in self._content(block, marks).wrap(width):
                yield (plain("▶ ") if in_hand and _holds(line) else plain("  ")) + line
            yield Content("")

    def _content(self, block: Block, marks: Sequence[Mark]) -> Content:
        """Return the block's text in pieces, so that cleaning cannot shift a mark."""
        needs_bullet = block.kind == "list_item" and not block.text.startswith(_BULLETS)
        bullet = "• " if needs_bullet else ""
        cuts = sorted({0, len(block.text), *(cut for m in marks for cut in (m.start, m.end))})
        pieces = [
            plain(block.text[start:end], self._style(block, marks, start))
            for start, end in pairwise(cuts)
        ]
        return Content(bullet) + Content("").join(pieces)

    def _style(self, block: Block, marks: Sequence[Mark], start: int) -> str:
        over = [mark for mark in marks if mark.start <= start < mark.end]
        if self._in_hand is not None and any(_same(mark, self._in_hand) for mark in over):
            return _IN_HAND
        return _MARKED if over else _STYLES.get(block.kind, "")

    def _line_in_hand(self) -> int:
        first = next((n for n, line in enumerate(self._lines) if line.plain.startswith("▶")), 0)
        return max(first - 2, 0)


def _same(mark: Mark, other: Mark) -> bool:
    return (mark.block, mark.start) == (other.block, other.start)


def _holds(line: Content) -> bool:
    """Return whether a part of the quote in hand is on the line."""
    return any(span.style == _IN_HAND for span in line.spans)
