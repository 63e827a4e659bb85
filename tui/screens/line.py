"""One line to type: a title, a name, a number. Answers it when it can be used, and says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.plain import plain
from tui.saying import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from assessor.model import Words

    Check = Callable[[str], Words | None]


class AskLine(ModalScreen[str | None]):
    """Answers the line, or None when the reader thinks better of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", show=False, priority=True),
        Binding("escape", "dismiss(None)", show=False, priority=True),
    ]

    def __init__(self, language: str, title: Words, text: str, check: Check) -> None:
        """Ask for a line.

        Args:
            language: of the reader.
            title: says what to type.
            text: what stands there at first.
            check: returns why a line cannot be used, or None when it can.
        """
        super().__init__()
        self._language = language
        self._title = title
        self._text = text
        self._check = check

    def compose(self) -> ComposeResult:
        """Yield the line and its keys."""
        with Vertical(classes="dialog"):
            yield Static(plain(self._title.told_in(self._language)), classes="title")
            yield Input(self._text)
            yield Static(plain(say("screen.line.keys").told_in(self._language)), id="line-keys")

    def on_mount(self) -> None:
        """Let the keys go to the line."""
        self.query_one(Input).focus()

    def action_save(self) -> None:
        """Answer the line, or say why it cannot be used."""
        line = self.query_one(Input).value.strip()
        if (why := self._check(line)) is None:
            self.dismiss(line)
            return
        told = plain(why.told_in(self._language), "bold $text-warning")
        self.query_one("#line-keys", Static).update(told)


def needs_words(line: str) -> Words | None:
    """Return that something must be typed, when nothing is."""
    return None if line else say("screen.line.empty")
