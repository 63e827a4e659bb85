"""Which files came in? A folder to walk through; what belongs together is marked, then assessed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from assessor.texts import say
from tui.counting import counted
from tui.plain import plain
from tui.taking import shortened, typed_path
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.content import Content

    from assessor.model import Words

_READABLE = {".pdf", ".docx"}
_MOST = 2_000
"""Entries of a folder that are shown; who has more types a part of the name."""


class ChooseFiles(ModalScreen[tuple[Path, ...] | None]):
    """Answers the files of one submission, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, priority=True),
        Binding("enter", "choose", show=False, priority=True),
        Binding("space", "mark", show=False),
        Binding("backspace,left", "up", show=False),
        Binding("slash", "type", show=False),
    ]

    def __init__(self, language: str, folder: Path | None = None) -> None:
        super().__init__()
        self._language = language
        self._folder = (folder or Path.cwd()).resolve()
        self._marked: list[Path] = []
        self._entries: dict[str, Path] = {}

    def compose(self) -> ComposeResult:
        """Yield the folder, what is in it, and the keys."""
        with Vertical(classes="dialog finder"):
            yield Static(plain(self._told("screen.files.title")), classes="title")
            yield Input(placeholder=self._told("screen.files.type"), select_on_focus=False)
            yield Static(id="folder")
            yield Rows()
            yield Static(plain(self._told("screen.files.keys")), classes="keys")

    def on_mount(self) -> None:
        """Show the folder."""
        self._go_to(self._folder)
        self.query_one(Rows).focus()

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Go into the folder, or answer what is marked with the file under the cursor."""
        line = self.query_one(Input)
        if line.has_focus and line.value.strip():
            self._go_to_typed(self._meant(line.value))
            return
        entry = self._entries.get(self.query_one(Rows).key or "")
        if entry is None:
            self._say(say("screen.files.nothing"))
        elif entry.is_dir():
            self._go_to(entry)
        else:
            self.dismiss(tuple(dict.fromkeys((*self._marked, entry))))

    def action_mark(self) -> None:
        """Take the file under the cursor along with others, or not."""
        key = self.query_one(Rows).key
        entry = self._entries.get(key or "")
        if entry is None or entry.is_dir():
            return
        if entry in self._marked:
            self._marked.remove(entry)
        else:
            self._marked.append(entry)
        self._fill(key)
        self.query_one(Rows).action_move(1)

    def action_up(self) -> None:
        """Go to the folder above."""
        self._go_to(self._folder.parent, str(self._folder))

    def action_type(self) -> None:
        """Let the reader type or paste a path; the stroke may begin it, or only open the line."""
        line = self.query_one(Input)
        line.value = line.value or "/"
        line.cursor_position = len(line.value)
        line.focus()

    def _meant(self, typed: str) -> Path:
        """Return the path that was typed: from the top where it exists there, else from here."""
        path = self._folder / typed_path(typed)
        return path if path.exists() else self._folder / typed_path(typed.lstrip("/ "))

    def _go_to_typed(self, path: Path) -> None:
        if path.is_file():
            self.dismiss(tuple(dict.fromkeys((*self._marked, path.resolve()))))
        elif path.is_dir():
            self._go_to(path.resolve())
            self.query_one(Input).value = ""
            self.query_one(Rows).focus()
        else:
            self._say(say("screen.files.not_there", path=path.name))

    def _go_to(self, folder: Path, key: str | None = None) -> None:
        try:
            entries = list(_entries(folder))
        except OSError as error:
            self._say(say("screen.files.closed", path=folder, reason=error.strerror or error))
            return
        self._folder = folder
        above = {} if folder.parent == folder else {"..": folder.parent}
        self._entries = above | {str(entry): entry for entry in entries[:_MOST]}
        first = next((str(entry) for entry in entries if not entry.is_dir()), None)
        self._fill(key or first)

    def _fill(self, key: str | None) -> None:
        rows = [
            Row(partial(self._draw, name, entry), name) for name, entry in self._entries.items()
        ]
        self.query_one(Rows).show(rows, key)
        count = counted("screen.files.marked", len(self._marked)).told_in(self._language)
        self.query_one("#folder", Static).update(
            plain(f"{count} · {shortened(self._folder)}", "$text-accent")
        )

    def _draw(self, name: str, entry: Path, width: int) -> Content:
        if entry.is_dir():
            told = ".." if name == ".." else f"{entry.name}/"
            return plain(f"    {told}").truncate(width, ellipsis=True)
        box = "[x]" if entry in self._marked else "[ ]"
        return plain(f"{box} {entry.name}", "bold").truncate(width, ellipsis=True)

    def _say(self, words: Words) -> None:
        told = plain(words.told_in(self._language), "bold $text-warning")
        self.query_one("#folder", Static).update(told)

    def _told(self, key: str) -> str:
        return say(key).told_in(self._language)


def _entries(folder: Path) -> Iterator[Path]:
    """Yield the folders and then the documents in a folder, by name; hidden ones are left out."""
    seen = sorted(folder.iterdir(), key=lambda entry: entry.name.casefold())
    shown = [entry for entry in seen if not entry.name.startswith(".")]
    yield from (entry for entry in shown if entry.is_dir())
    yield from (e for e in shown if e.suffix.casefold() in _READABLE and e.is_file())
