"""Which supplier? All submissions that were opened before, the last one first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from babel.dates import format_date
from textual import on
from textual.content import Content
from textual.widgets import Static

from tui.counting import counted
from tui.messages import OpenSaved
from tui.plain import plain
from tui.screens.question import WIDE, Question, bindings
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from assessor.dossiers.store import Shelved
    from tui.actions import Place
    from tui.state import Walk

_NAME = 30
_OPENED = 14
_JUDGED = 24


class Dossiers(Question):
    """The list."""

    place: ClassVar[Place] = "dossiers"
    BINDINGS = bindings("dossiers")

    def __init__(self, language: str, walk: Walk | None, shelf: Sequence[Shelved]) -> None:
        super().__init__(language, walk)
        self._shelf = shelf

    def body(self) -> Iterable[Widget]:
        """Yield the list, or how to begin."""
        yield Static(plain(self.told("screen.dossiers.title")), id="summary")
        if not self._shelf:
            yield Static(plain(self.told("screen.dossiers.none")), classes="absent")
        yield Rows(id="dossiers")

    def on_mount(self) -> None:
        """Fill the list, with the cursor on the open one."""
        rows = [Row(partial(self._draw, line), str(line.submission)) for line in self._shelf]
        here = str(self._walk.submission) if self._walk else None
        self.query_one(Rows).show(rows, here)
        self.query_one(Rows).focus()

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Open the dossier."""
        if key := self.query_one(Rows).key:
            self.post_message(OpenSaved(int(key)))

    def _files(self, line: Shelved, width: int) -> str:
        """Return the names where they fit, or else how many there are."""
        if width >= WIDE - 2:
            return ", ".join(line.files)
        return counted("screen.dossiers.files", len(line.files)).told_in(self.language)

    def _draw(self, line: Shelved, width: int) -> Content:
        opened = format_date(line.opened_at, "d MMM y", locale=self.language)
        judged = self.told("screen.dossiers.judged", judged=line.judged, total=line.findings)
        return Content.assemble(
            plain(line.name, "bold").truncate(_NAME - 1, ellipsis=True, pad=True),
            " ",
            plain(opened).truncate(_OPENED, pad=True),
            plain(judged).truncate(_JUDGED, ellipsis=True, pad=True),
            plain(self._files(line, width), "$muted"),
        ).truncate(width, ellipsis=True)
