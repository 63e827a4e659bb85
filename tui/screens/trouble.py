"""What went wrong, and what can I do? In plain words, with the code for the help desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.plain import plain
from tui.saying import say

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from assessor.errors import AssessorError


class Trouble(ModalScreen[None]):
    """Says it, and waits to be closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space", "dismiss(None)", show=False)
    ]

    def __init__(self, language: str, error: AssessorError) -> None:
        super().__init__()
        self._language = language
        self._error = error

    def compose(self) -> ComposeResult:
        """Yield what happened, what to do, the code, and how to go on."""
        error = self._error
        with Vertical(classes="dialog trouble"):
            yield Static(
                plain(say("screen.trouble.title").told_in(self._language)), classes="title"
            )
            yield Static(
                Content("\n").join(
                    [
                        plain(error.what.told_in(self._language)),
                        plain(error.remedy.told_in(self._language), "bold"),
                        plain(
                            say("screen.trouble.code", code=error.code).told_in(self._language),
                            "$muted",
                        ),
                    ]
                )
            )
            yield Static(plain(say("screen.trouble.keys").told_in(self._language)), classes="keys")

    def on_click(self) -> None:
        """Close."""
        self.dismiss(None)
