"""Actions as one can see and click them: bottom line, buttons beside the evidence, tabs.

All are made from the table of actions, so that a key never does what no label says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tui import keyring

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.app import ComposeResult

    from tui.actions import Action


class Key(Static):
    """One action: its key and its label; a click does it."""

    def __init__(
        self, action: Action, language: str, *, is_current: bool = False, is_tight: bool = False
    ) -> None:
        self.action = action
        label = Content.assemble(
            (
                f" {keyring.shown_key(action)} ",
                "bold reverse" if is_current else "bold $text-accent",
            ),
            f"{action.label.told_in(language)}{'' if is_tight else ' '}",
        )
        self.cells = label.cell_length
        """Width in cells."""
        super().__init__(label, classes="-current" if is_current else "")
        self.tooltip = Content(action.help.told_in(language))

    async def on_click(self) -> None:
        """Do what the key does."""
        for owner in (self.screen, self.app):
            if hasattr(owner, self.action.method):
                await owner.run_action(self.action.call)
                return


class Keys(Horizontal):
    """A line of actions."""

    def __init__(
        self,
        shown: Iterable[Action],
        language: str,
        current: str = "",
        id: str | None = None,  # noqa: A002  # Textual's name
        *,
        is_tight: bool = False,
    ) -> None:
        """Show actions in a line.

        Args:
            shown: the actions.
            language: of the reader.
            current: id of the one that stands out.
            id: of the widget.
            is_tight: whether there is no room to spare between them.
        """
        super().__init__(id=id)
        self._keys = [
            Key(action, language, is_current=action.id == current, is_tight=is_tight)
            for action in shown
        ]

    def compose(self) -> ComposeResult:
        """Yield a key per action."""
        yield from self._keys

    def on_resize(self, event: events.Resize) -> None:
        """Leave out what does not fit, rather than cut a label; help always stays."""
        help_key = [key for key in self._keys if key.action.id == "help"]
        room = event.size.width - sum(map(_cells, help_key))
        for key in self._keys:
            if key not in help_key:
                room -= _cells(key)
                key.display = room >= 0


def _cells(key: Key) -> int:
    """Return the width that a key takes with the room beside it."""
    return key.cells + key.styles.margin.width
