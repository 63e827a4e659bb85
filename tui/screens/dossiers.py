"""Which supplier? What is being assessed first, then all that was opened before, the last first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from babel.dates import format_date
from textual import on
from textual.content import Content
from textual.widgets import Static

from tui.counting import counted
from tui.messages import Came, OpenSaved, Show, Unqueued
from tui.plain import plain
from tui.saying import say
from tui.screens.question import WIDE, Question, bindings, work_told
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from textual.widget import Widget

    from assessor.dossiers.store import Shelved
    from tui.actions import Place
    from tui.queue import Job, Queue
    from tui.state import Walk

_JOB = "job:"
"""Before the number of a job in a row's key; dossiers have a bare number."""
_NAME = 30
_OPENED = 14
_JUDGED = 24


class Dossiers(Question):
    """The list."""

    place: ClassVar[Place] = "dossiers"
    BINDINGS = bindings("dossiers")

    def __init__(
        self, language: str, walk: Walk | None, shelf: Sequence[Shelved], queue: Queue
    ) -> None:
        super().__init__(language, walk)
        self._shelf = shelf
        self._queue = queue

    def body(self) -> Iterable[Widget]:
        """Yield the list, or how to begin."""
        yield Static(plain(self.told("screen.dossiers.title")), id="summary")
        if not self._shelf:
            yield Static(plain(self.told("screen.dossiers.none")), classes="absent")
        yield Rows(id="dossiers")

    def on_mount(self) -> None:
        """Fill the list, with the cursor on the open one."""
        self.fill(str(self._walk.submission) if self._walk else None)
        self.query_one(Rows).focus()

    def show_queue(self) -> None:
        """Show how far the work is."""
        super().show_queue()
        self.fill(self.query_one(Rows).key)

    def fill(self, here: str | None) -> None:
        """Fill the list, with the cursor on the row of that key."""
        rows = [
            Row(partial(self._draw_job, job), f"{_JOB}{job.number}") for job in self._queue.jobs
        ]
        rows += [Row(partial(self._draw, line), str(line.submission)) for line in self._shelf]
        self.query_one(Rows).show(rows, here)

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Open the dossier, or show how far the work is."""
        key = self.query_one(Rows).key
        if key is None:
            return
        if not key.startswith(_JOB):
            self.post_message(OpenSaved(int(key)))
        elif self._job(key) is self._queue.running:
            self.post_message(Show("opening"))
        else:
            self.tell(say("screen.queue.waits_turn"))

    def action_add_files(self) -> None:
        """Let the reader choose files to assess."""
        from tui.screens.files import ChooseFiles

        self.app.push_screen(ChooseFiles(self.language), self._chosen)

    def action_contract(self) -> None:
        """Show what is agreed in the contract of the dossier under the cursor."""
        key = self.query_one(Rows).key
        if key is None or key.startswith(_JOB):
            self.tell(say("screen.contract.no_dossier"))
        else:
            self.post_message(OpenSaved(int(key), "contract"))

    def action_leave_queue(self) -> None:
        """Take what is under the cursor out of the queue; a dossier stays where it is."""
        key = self.query_one(Rows).key
        if key is not None and key.startswith(_JOB):
            self.post_message(Unqueued(int(key.removeprefix(_JOB))))
        else:
            self.tell(say("screen.queue.no_job"))

    def _chosen(self, files: tuple[Path, ...] | None) -> None:
        if files:
            self.post_message(Came(files))

    def _job(self, key: str) -> Job | None:
        number = key.removeprefix(_JOB)
        return next((job for job in self._queue.jobs if str(job.number) == number), None)

    def _draw_job(self, job: Job, width: int) -> Content:
        if job.since is None:
            told = self.told("screen.queue.waiting")
        else:
            told = work_told(job).told_in(self.language)
        return Content.assemble(
            plain("▶ " if job.since is not None else "· ", "$text-accent"),
            plain(", ".join(job.names), "bold").truncate(
                _NAME + _OPENED - 3, ellipsis=True, pad=True
            ),
            " ",
            plain(told, "$text-accent"),
        ).truncate(width, ellipsis=True)

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
