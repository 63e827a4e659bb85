"""A list of one-line rows, drawn only where they are seen: ten thousand cost no more than twenty.

Separate because no list of Textual stays quick with long lists and cuts each row to the width.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events


class Row(NamedTuple):
    """One line of a short list."""

    draw: Callable[[int], Content]
    """Returns the line for a width in cells."""
    key: str | None = None
    """By which the row is known; None for a heading, which the cursor passes over."""


class Rows(ScrollView, can_focus=True):
    """The list."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--heading", "rows--hover"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
    ]
    cursor: reactive[int] = reactive(-1)
    hovered: reactive[int] = reactive(-1)

    @dataclass
    class Moved(Message):
        """The cursor came to a row."""

        key: str

    @dataclass
    class Chosen(Message):
        """A row was clicked that the cursor was already on, or clicked twice."""

        key: str

    def __init__(self, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._keys: Sequence[str | None] = ()
        self._draw: Callable[[int, int], Content] = lambda *_: Content("")

    @property
    def key(self) -> str | None:
        """Return the key of the row under the cursor."""
        return self._keys[self.cursor] if 0 <= self.cursor < len(self._keys) else None

    def show(self, rows: Sequence[Row], key: str | None = None) -> None:
        """Put other rows in, with the cursor on the row of that key or else the first."""
        self.show_many([row.key for row in rows], lambda n, width: rows[n].draw(width), key)

    def show_many(
        self,
        keys: Sequence[str | None],
        draw: Callable[[int, int], Content],
        key: str | None = None,
    ) -> None:
        """Put other rows in, of which nothing is made but what is seen.

        Args:
            keys: one per row; None for a heading.
            draw: returns a row's line, for its number and a width in cells.
            key: of the row to begin at; the first where it is not there.
        """
        self._keys, self._draw = keys, draw
        self.virtual_size = Size(0, len(keys))
        first = next((n for n, known in enumerate(keys) if known is not None), -1)
        place = keys.index(key) if key is not None and key in keys else first
        self.set_reactive(Rows.cursor, place)
        self.watch_cursor()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        index = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if index >= len(self._keys):
            return Strip.blank(width, self.visual_style.rich_style)
        style = self.get_visual_style(*self._classes_of(index))
        segments = self._draw(index, width).render_segments(style)
        return Strip(segments).adjust_cell_length(width, style.rich_style)

    def watch_cursor(self) -> None:
        """Keep the cursor in sight and tell where it is."""
        if self.cursor < 0:
            return
        above = self.cursor == 1 and self._keys[0] is None
        self._bring_in_sight(0 if above else self.cursor)
        if self.key is not None:
            self.post_message(self.Moved(self.key))

    def action_move(self, by: int) -> None:
        """Go to the next row that is not a heading."""
        self._land(self.cursor + by, by)

    def action_page(self, by: int) -> None:
        """Go a screenful further."""
        height = max(self.scrollable_content_region.height - 1, 1)
        self._land(min(max(self.cursor + by * height, 0), len(self._keys) - 1), by)

    def action_end(self, by: int) -> None:
        """Go to the first or the last row."""
        self._land(0 if by < 0 else len(self._keys) - 1, -by)

    def on_click(self, event: events.Click) -> None:
        """Go to the clicked row; choose it when the cursor was already there."""
        index = self.scroll_offset.y + event.y
        if not 0 <= index < len(self._keys) or (key := self._keys[index]) is None:
            return
        if index == self.cursor:
            self.post_message(self.Chosen(key))
        self.cursor = index

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which row the mouse is on."""
        self.hovered = self.scroll_offset.y + event.y

    def on_leave(self) -> None:
        """Show no row as hovered."""
        self.hovered = -1

    def _classes_of(self, index: int) -> list[str]:
        if self._keys[index] is None:
            return ["rows--heading"]
        if index == self.cursor:
            return ["rows--cursor"]
        return ["rows--hover"] if index == self.hovered else []

    def _land(self, index: int, towards: int) -> None:
        """Put the cursor on the row, or on the nearest further one that is not a heading."""
        step = 1 if towards > 0 else -1
        while 0 <= index < len(self._keys):
            if self._keys[index] is not None:
                self.cursor = index
                return
            index += step

    def _bring_in_sight(self, index: int) -> None:
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        if index < top:
            self.scroll_to(y=index, animate=False)
        elif height and index >= top + height:
            self.scroll_to(y=index - height + 1, animate=False)

    def on_resize(self) -> None:
        """Keep the cursor in sight when the window changes."""
        if self.cursor >= 0:
            self._bring_in_sight(self.cursor)
