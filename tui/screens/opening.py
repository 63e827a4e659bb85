"""What is the program doing? Shown while files are looked up or assessed, with what comes after."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from tui.counting import counted
from tui.messages import Stopped
from tui.plain import plain
from tui.queue import STEPS
from tui.screens.question import Question, bindings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from tui.actions import Place
    from tui.queue import Job, Queue
    from tui.state import Walk

_BAR = 20
_LONG = 5
"""Seconds after which it is told why preparing takes long: it does so only once."""


class Opening(Question):
    """The steps of the work, with how far it is."""

    place: ClassVar[Place] = "opening"
    BINDINGS = bindings("opening")

    def __init__(self, language: str, walk: Walk | None, queue: Queue) -> None:
        super().__init__(language, walk)
        self._queue = queue

    def body(self) -> Iterable[Widget]:
        """Yield the files, the steps and what waits."""
        yield Static(id="files", classes="title")
        yield Static(id="steps")
        yield Static(id="waiting")

    def on_mount(self) -> None:
        """Say what is going to happen."""
        self.fill()
        self.set_interval(1, self.fill)

    def show_queue(self) -> None:
        """Show how far the worker is."""
        self.fill()

    def action_stop(self) -> None:
        """Stop the work."""
        self.query_one("#steps", Static).update(plain(self.told("screen.opening.stopping")))
        self.post_message(Stopped())

    def fill(self) -> None:
        """Show the job at hand and those after it."""
        job = self._queue.running
        self.query_one("#files", Static).update(self._files_told(job))
        self.query_one("#steps", Static).update(self._steps(job) if job else Content(""))
        waiting = self._queue.waiting
        names = ", ".join(name for job in waiting for name in job.names)
        after = counted("screen.queue.after", len(waiting)).told_in(self.language)
        told = plain(f"{after} {names}", "$muted") if waiting else Content("")
        self.query_one("#waiting", Static).update(told)

    def _files_told(self, job: Job | None) -> Content:
        if job is None:
            return plain(self.told("screen.opening.dossiers"), "bold")
        head = plain(self.told("screen.opening.title"), "bold")
        return Content("\n").join([head, *(plain(f"• {name}") for name in job.names)])

    def _steps(self, job: Job) -> Content:
        if job.step not in STEPS:
            return plain(self.told("screen.opening.looking"))
        place = STEPS.index(job.step)
        lines = [self._line(job, step, number - place) for number, step in enumerate(STEPS)]
        now = monotonic()
        if job.step == "preparing" and job.seconds(now) >= _LONG:
            lines.append(plain(self.told("screen.opening.first_time"), "$muted"))
        lines += [
            plain(self._time(job, now), "$muted"),
            plain(self.told("screen.opening.meanwhile"), "$muted"),
        ]
        return Content("\n").join(lines)

    def _time(self, job: Job, now: float) -> str:
        """Return how long it has taken, and about how long it will take still."""
        told = self.told("screen.opening.busy", seconds=job.seconds(now))
        left = job.seconds_left(now)
        if left is None:
            return told
        minutes, seconds = divmod(max(left, 1), 60)
        if minutes:
            return f"{told} {counted('screen.opening.minutes', minutes).told_in(self.language)}"
        return f"{told} {counted('screen.opening.seconds', seconds).told_in(self.language)}"

    def _line(self, job: Job, step: str, later: int) -> Content:
        """Return the line of a step that comes so many places after the one at hand."""
        label = self.told(f"screen.opening.step.{step}")
        if later < 0:
            return plain(f"✓ {label}", "$text-success")
        if later > 0:
            return plain(f"· {label}", "$muted")
        counts = self._counts(job)
        if not counts:
            return plain(f"▶ {label}", "bold")
        filled = int(_BAR * _shown_part(job))
        bar = "█" * filled + "░" * (_BAR - filled)
        return plain(f"▶ {label}  ", "bold") + plain(f"{bar} {counts}")

    def _counts(self, job: Job) -> str:
        """Return which file, page or passage is at hand, of how many; empty where one says it."""
        told = []
        if job.total > 1:
            done = job.done + 1 if job.step == "reading" else job.done
            told.append(self.told(f"screen.opening.of_{job.step}", done=done, total=job.total))
        if job.pages > 1:
            key = f"screen.opening.of_{job.counted}"
            told.append(self.told(key, done=job.page, total=job.pages))
        return ", ".join(told)


def _shown_part(job: Job) -> float:
    """Return how much the bar shows: of the step, or of the pages that are being recognised."""
    return job.page / job.pages if job.counted == "scans" and job.pages else job.part
