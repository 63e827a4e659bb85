"""What can I do, and where is it? Help and command palette in one: type, and it is there.

Separate from Textual's own palette, which speaks English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.plain import plain
from tui.saying import say
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.content import Content

    from tui.finding_aids import Target

_KEY = 8
_LABEL = 22
"""Widths of the columns in cells; of labels at most."""


class Finder(ModalScreen[str | None]):
    """Answers the id of the chosen target, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "dismiss(None)", show=False, priority=True),
        Binding("enter", "choose", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
    ]

    def __init__(self, language: str, introduction: str, targets: Sequence[Target]) -> None:
        super().__init__()
        self._language = language
        self._introduction = introduction
        self._targets = targets

    def compose(self) -> ComposeResult:
        """Yield what this screen is for, the line to type in, the targets."""
        with Vertical(classes="dialog finder"):
            yield Static(plain(self._introduction), id="introduction")
            yield Input(placeholder=say("screen.finder.type").told_in(self._language))
            yield Rows()
            yield Static(id="found")
            yield Static(plain(say("screen.finder.keys").told_in(self._language)), classes="keys")

    def on_mount(self) -> None:
        """Show all targets."""
        self._fill("")
        self.query_one(Input).focus()

    @on(Input.Changed)
    def filter_as_typed(self, event: Input.Changed) -> None:
        """Let through what fits the letters so far."""
        self._fill(event.value)

    @on(Rows.Moved)
    def tell_whole(self, event: Rows.Moved) -> None:
        """Say in full what the line under the cursor does; in the list it may not fit."""
        target = next(target for target in self._targets if target.id == event.key)
        told = target.help or target.label
        self.query_one("#found", Static).update(plain(told))

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Answer the target under the cursor."""
        self.dismiss(self.query_one(Rows).key)

    def action_move(self, by: int) -> None:
        """Move in the list while the letters keep going to the line."""
        self.query_one(Rows).action_move(by)

    def action_page(self, by: int) -> None:
        """Go a screenful further."""
        self.query_one(Rows).action_page(by)

    def _fill(self, typed: str) -> None:
        words = typed.casefold().split()
        fitting = [t for t in self._targets if (not words or t.id) and _fits(t, words)]
        if not any(target.id for target in fitting):
            nothing = say("screen.finder.nothing").told_in(self._language)
            self.query_one("#found", Static).update(plain(nothing))
        helped = (len(target.label) for target in fitting if target.help)
        label = min(max(helped, default=0) + 2, _LABEL)
        self.query_one(Rows).show_many(
            [target.id or None for target in fitting],
            lambda number, width: _draw(fitting[number], label, width),
        )


def _fits(target: Target, words: list[str]) -> bool:
    text = f"{target.key} {target.label} {target.help}".casefold()
    return all(word in text for word in words)


def _draw(target: Target, wide: int, width: int) -> Content:
    if not target.id:
        return plain(target.label).truncate(width, ellipsis=True)
    label = plain(target.label)
    if target.help:
        label = (
            label.truncate(wide - 1, ellipsis=True, pad=True) + " " + plain(target.help, "$muted")
        )
    key = plain(target.key, "bold $text-accent").truncate(_KEY, pad=True)
    return (key + label).truncate(width, ellipsis=True)
