"""What do I want to say? A note, a reason or a question, in the reader's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from tui.plain import plain
from tui.saying import say

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from assessor.model import Words


class WriteNote(ModalScreen[str | None]):
    """Answers the text, or None when nothing is to be saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", show=False, priority=True),
        Binding("escape", "leave", show=False, priority=True),
    ]

    def __init__(self, language: str, title: Words, text: str, *, is_needed: bool = False) -> None:
        """Ask for a text.

        Args:
            language: of the reader.
            title: says what to write.
            text: what stands there at first.
            is_needed: whether it must say something, and counts also when it was not changed.
        """
        super().__init__()
        self._language = language
        self._title = title
        self._note = text
        self._is_needed = is_needed
        self._is_warned = False

    def compose(self) -> ComposeResult:
        """Yield the box and its keys."""
        with Vertical(classes="dialog"):
            yield Static(plain(self._title.told_in(self._language)), classes="title")
            yield TextArea(self._note, soft_wrap=True)
            yield Static(plain(say("screen.note.keys").told_in(self._language)), id="note-keys")

    def on_mount(self) -> None:
        """Put the cursor after what is there."""
        box = self.query_one(TextArea)
        box.move_cursor(box.document.end)
        box.focus()

    def action_save(self) -> None:
        """Answer the text."""
        text = self.query_one(TextArea).text.strip()
        if self._is_needed and not text:
            self._say(say("screen.line.empty"))
            return
        self.dismiss(text if self._is_needed or text != self._note else None)

    def action_leave(self) -> None:
        """Close, but not over words that are not saved without saying so once."""
        is_changed = self.query_one(TextArea).text.strip() != self._note
        if is_changed and not self._is_warned:
            self._is_warned = True
            self._say(say("screen.note.unsaved"))
            return
        self.dismiss(None)

    def on_text_area_changed(self) -> None:
        """Warn again when more is written."""
        self._is_warned = False

    def _say(self, words: Words) -> None:
        told = plain(words.told_in(self._language), "bold $text-warning")
        self.query_one("#note-keys", Static).update(told)
