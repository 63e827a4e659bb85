"""What do you know of it? A few lines to fill in by keyboard alone, with suggestions below them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.plain import clean, plain
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.content import Content

    from assessor.model import Words
    from tui.asking import Asked, Suggestion

_TEXT = 34
_PREFIX = "field-"


class Form(ModalScreen["dict[str, str] | None"]):
    """Answers what stands in the fields, by name, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, priority=True),
        Binding("enter", "answer", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]

    def __init__(self, language: str, asked: Asked) -> None:
        super().__init__()
        self._language = language
        self._asked = asked
        self._typed = {field.name: field.text for field in asked.fields}
        """What the reader put there; a suggestion under the cursor does not count as typed."""
        self._filled = dict(self._typed)
        """What stood there when it was last looked at; who types fast is ahead of that."""
        self._offered: Sequence[Suggestion] = ()
        self._offered_for = ""
        """The field of those; not yet the one at hand for who types fast."""
        self._wrong: dict[str, Words] = {}
        """Why what stands in a field cannot be used, until something else is typed."""

    def compose(self) -> ComposeResult:
        """Yield the fields, what may be meant, and what the keys do."""
        with Vertical(classes="dialog form"):
            yield Static(plain(self._asked.title.told_in(self._language)), classes="title")
            for field in self._asked.fields:
                with Horizontal(classes="field"):
                    yield Static(plain(field.label.told_in(self._language)), classes="label")
                    yield Input(field.text, id=f"{_PREFIX}{field.name}", select_on_focus=False)
            yield Static(id="form-told")
            yield Rows()
            yield Static(plain(self._asked.keys.told_in(self._language)), classes="keys")

    def on_mount(self) -> None:
        """Let the keys go to the first field."""
        self.query_one(Rows).can_focus = False
        self.query(Input).first().focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Offer what may be meant in the field that is now at hand."""
        if event.widget is self.focused and isinstance(event.widget, Input):
            self._typed[self._at_hand] = event.widget.value
            self.offer()

    def offer(self) -> None:
        """Show what the field is for, and what may be meant."""
        name = self._at_hand
        field = next(field for field in self._asked.fields if field.name == name)
        if (why := self._wrong.get(name)) is not None:
            self._tell(why, "bold $text-warning")
        else:
            self._tell(field.help, "$muted")
        words = self._typed[name].casefold().split()
        found = self._asked.suggestions(name, self.values, self._language)
        fitting = [s for s in found if _fits(s, words, self._language)]
        self._offered, self._offered_for = fitting or found, name
        rows = [Row(partial(self._draw_typed, name), f"{name}:0")] if self._offered else []
        rows += [
            Row(partial(self._draw, suggestion), f"{name}:{number}")
            for number, suggestion in enumerate(self._offered, 1)
        ]
        self.query_one(Rows).show(rows)

    def fill(self, values: Mapping[str, str]) -> None:
        """Put something in fields in which the reader has put nothing yet."""
        for name, text in values.items():
            if not self._input(name).value:
                self._typed[name] = text
                self._put(name, text)
        self.offer()

    @property
    def values(self) -> dict[str, str]:
        """Return what stands in the fields now."""
        return {field.name: self._input(field.name).value.strip() for field in self._asked.fields}

    @on(Input.Changed)
    def hear(self, event: Input.Changed) -> None:
        """Keep what is typed, and offer what fits it."""
        is_here = (event.input.id or "").removeprefix(_PREFIX) == self._at_hand
        if is_here and event.value == event.input.value:
            self._filled[self._at_hand] = event.value
            self._typed[self._at_hand] = event.value
            self._wrong.clear()
            self.offer()

    @on(Rows.Moved)
    def take(self, event: Rows.Moved) -> None:
        """Put the suggestion under the cursor in the field, or what was typed there."""
        name, _, number = event.key.rpartition(":")
        if name != self._at_hand or int(number) > len(self._offered):
            return
        if number == "0":
            self._put(name, self._typed[name])
            return
        chosen = self._offered[int(number) - 1]
        self._put(name, chosen.text)
        for other, text in chosen.also.items():
            if not self._typed[other]:
                self._put(other, text)

    def action_move(self, by: int) -> None:
        """Choose among what may be meant, while the letters keep going to the field."""
        name = self._at_hand
        value = self._input(name).value if name else ""
        if name and value != self._filled[name]:
            self._typed[name] = self._filled[name] = value
            self.offer()
        elif self._offered_for != name:
            self.offer()
        self.query_one(Rows).action_move(by)

    def action_answer(self) -> None:
        """Answer what stands in the fields, or go to the first that cannot be used."""
        values = self.values
        for field in self._asked.fields:
            if (why := self._asked.wrong(field.name, values)) is not None:
                self._wrong = {field.name: why}
                self._input(field.name).focus()
                self.offer()
                return
        self.dismiss(values)

    @property
    def _at_hand(self) -> str:
        """Return the name of the field at hand."""
        focused = self.focused
        return (focused.id or "").removeprefix(_PREFIX) if isinstance(focused, Input) else ""

    def _input(self, name: str) -> Input:
        return self.query_one(f"#{_PREFIX}{name}", Input)

    def _put(self, name: str, text: str) -> None:
        line = self._input(name)
        with self.prevent(Input.Changed):
            line.value = clean(text)
            line.cursor_position = len(line.value)
        self._filled[name] = line.value

    def _draw_typed(self, name: str, width: int) -> Content:
        return plain(f"  {self._typed[name] or '–'}", "$muted").truncate(width, ellipsis=True)

    def _draw(self, suggestion: Suggestion, width: int) -> Content:
        why = suggestion.why.told_in(self._language)
        text = plain(f"  {suggestion.text}", "bold")
        if why:
            text = text.truncate(_TEXT, ellipsis=True, pad=True) + " " + plain(why, "$muted")
        return text.truncate(width, ellipsis=True)

    def _tell(self, words: Words, style: str) -> None:
        self.query_one("#form-told", Static).update(plain(words.told_in(self._language), style))


def _fits(suggestion: Suggestion, words: list[str], language: str) -> bool:
    text = f"{suggestion.text} {suggestion.why.told_in(language)}".casefold()
    return all(word in text for word in words)
