"""Which key would you like for this? The next one pressed, if nothing else listens to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui import keyring
from tui.plain import plain
from tui.saying import say

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from assessor.model import Words
    from tui.actions import Action


class AskKey(ModalScreen[str | None]):
    """Answers the key as Textual names it, or None to leave things as they are."""

    def __init__(self, language: str, action: Action) -> None:
        super().__init__()
        self._language = language
        self._action = action

    def compose(self) -> ComposeResult:
        """Yield what it is for, what it does now, how to go on."""
        now = say("screen.key.now", shown=keyring.shown_key(self._action))
        with Vertical(classes="dialog"):
            title = say("screen.key.title", label=self._action.label)
            yield Static(plain(title.told_in(self._language)), classes="title")
            yield Static(plain(self._action.help.told_in(self._language)))
            yield Static(plain(now.told_in(self._language)), id="told")
            keys = say("screen.key.keys", own=keyring.shown(self._action.keys[0]))
            yield Static(plain(keys.told_in(self._language)), classes="keys")

    def on_key(self, event: events.Key) -> None:
        """Answer the key; say why where it cannot be."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss(None)
            return
        key = self._action.keys[0] if event.key == "backspace" else event.key
        if (why := self._refusal(key)) is None:
            self.dismiss(key)
            return
        self.query_one("#told", Static).update(plain(why.told_in(self._language), "$text-warning"))

    def _refusal(self, key: str) -> Words | None:
        """Return why this key cannot be; its own first key only where another has it now."""
        is_own = key == self._action.keys[0] and key in keyring.KEPT
        return None if is_own else keyring.refusal(self._action, key)
