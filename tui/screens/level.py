"""Which level do I give instead? The five levels, with what each looks like on this subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui import look
from tui.plain import plain
from tui.saying import say

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from assessor.dossiers.briefing import Subject


class ChooseLevel(ModalScreen[int | None]):
    """Answers the level, or None when the reader thinks better of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        *(Binding(str(level), f"level({level})", show=False) for level in range(look.HIGHEST + 1)),
    ]

    def __init__(self, language: str, machine: int, subject: Subject | None) -> None:
        super().__init__()
        self._language = language
        self._machine = machine
        self._subject = subject

    def compose(self) -> ComposeResult:
        """Yield the question and the levels."""
        with Vertical(classes="dialog"):
            yield Static(plain(say("screen.choose.title").told_in(self._language)), classes="title")
            levels = range(look.HIGHEST + 1)
            yield OptionList(*(Option(self._line(n), str(n)) for n in levels), markup=False)
            yield Static(plain(say("screen.choose.keys").told_in(self._language)), classes="keys")

    def on_mount(self) -> None:
        """Put the cursor where the machine stands."""
        self.query_one(OptionList).highlighted = self._machine

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer the chosen level."""
        self.dismiss(event.option_index)

    def action_level(self, level: int) -> None:
        """Answer the level of a number key."""
        self.dismiss(level)

    def _line(self, level: int) -> Content:
        line = plain(look.level_told(level, self._language), "bold")
        if level == self._machine:
            line += plain(f"  ◀ {say('screen.choose.machine').told_in(self._language)}")
        if self._subject is not None and level:
            line += plain(f"\n{self._subject.levels[level - 1].told_in(self._language)}")
        return line
