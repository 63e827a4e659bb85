"""What do I take along? Choose a form and a place; nothing is ever written over unasked."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from assessor.export.forms import FORMS
from assessor.texts import LANGUAGES, say
from tui import preferences, taking
from tui.messages import TakeAlong
from tui.plain import plain
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from assessor.export.forms import Form
    from tui.state import Walk


class Export(ModalScreen[TakeAlong | None]):
    """Answers what to write and where, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, priority=True),
        Binding("enter", "write", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("f2", "language", show=False, priority=True),
        Binding("f9", "replace", show=False, priority=True),
    ]

    def __init__(self, language: str, walk: Walk) -> None:
        super().__init__()
        self._language = language
        self._walk = walk
        self._speaks = language
        self._suggested = ""
        chosen = preferences.load().folder
        self._folder = Path(chosen) if chosen and Path(chosen).is_dir() else taking.usual_folder()

    def compose(self) -> ComposeResult:
        """Yield the forms, the place, and what the keys do."""
        with Vertical(classes="dialog export"):
            yield Static(plain(self._told("screen.export.title")), classes="title")
            yield Rows()
            yield Static(plain(self._told("screen.export.place")), id="place-head")
            yield Input(select_on_focus=False)
            yield Static(id="export-told")
            yield Static(plain(self._told("screen.export.keys")), classes="keys")

    def on_mount(self) -> None:
        """Begin with the note for the talk."""
        self._fill()
        self.query_one(Input).focus()

    @on(Rows.Moved)
    def suggest(self) -> None:
        """Suggest a place for the form, unless the reader typed one."""
        line = self.query_one(Input)
        if line.value in {"", self._suggested}:
            place = taking.suggested(self._walk, self._form, self._folder, self._speaks)
            self._suggested = line.value = taking.shortened(place)
        self._tell("")

    @on(Input.Changed)
    def forget_warning(self) -> None:
        """Take back what was said about another place."""
        self._tell("")

    def action_move(self, by: int) -> None:
        """Choose another form, while the letters keep going to the line."""
        self.query_one(Rows).action_move(by)

    def action_language(self) -> None:
        """Write it in the other language; the screens keep theirs."""
        self._speaks = LANGUAGES[(LANGUAGES.index(self._speaks) + 1) % len(LANGUAGES)]
        self._fill(self._form.name)

    def action_write(self) -> None:
        """Write it where nothing stands; otherwise say so first."""
        place = self._place
        if not place.name or self._typed.is_dir():
            self._tell("screen.export.needs_name")
        elif place.exists():
            self._tell("screen.export.exists")
        else:
            self._answer(overwrite=False)

    def action_replace(self) -> None:
        """Write over what stands there: only after it was said that something does."""
        if self._place.is_file():
            self._answer(overwrite=True)

    @property
    def _form(self) -> Form:
        key = self.query_one(Rows).key
        return next((form for form in FORMS if form.name == key), FORMS[0])

    @property
    def _place(self) -> Path:
        place, suffix = self._typed, self._form.suffix
        return place if not place.name or place.suffix == suffix else Path(f"{place}{suffix}")

    @property
    def _typed(self) -> Path:
        return taking.typed_path(self.query_one(Input).value)

    def _answer(self, *, overwrite: bool) -> None:
        self.dismiss(TakeAlong(self._form, self._speaks, self._place, overwrite))

    def _fill(self, form: str | None = None) -> None:
        rows = [Row(partial(self._draw, form), form.name) for form in FORMS]
        self.query_one(Rows).show(rows, form)

    def _draw(self, form: Form, width: int) -> Content:
        wide = max(len(self._told(f"screen.export.name.{other.name}")) for other in FORMS) + 2
        name = plain(self._told(f"screen.export.name.{form.name}"), "bold")
        help_ = plain(self._told(f"screen.export.help.{form.name}"), "$muted")
        return (name.truncate(wide, pad=True) + help_).truncate(width, ellipsis=True)

    def _tell(self, key: str) -> None:
        words = self._told(key) if key else self._told(f"screen.export.in.{self._speaks}")
        style = "bold $text-warning" if key else "$muted"
        self.query_one("#export-told", Static).update(plain(words, style))

    def _told(self, key: str) -> str:
        return say(key).told_in(self._language)
