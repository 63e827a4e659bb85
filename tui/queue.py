"""What is still to be assessed, in order: one at a time, the others wait their turn.

Without Textual, so that the rules of waiting can be tested by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from time import monotonic
from typing import TYPE_CHECKING

from tui.facts import Facts

if TYPE_CHECKING:
    from pathlib import Path

STEPS = ("reading", "preparing", "matching", "judging")
"""In the order in which the engine takes them."""
_SHARES = {"reading": 0.25, "preparing": 0.15, "matching": 0.5, "judging": 0.1}
"""Part of the whole that each step takes, measured on reports of ten to eighty pages."""
PAGES = ("pages", "scans")
"""What is counted within one file while it is read: pages read, and pages recognised after that."""
_SURE_FROM = 0.45
"""Part of the work after which the time left can be guessed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader asked to open; nothing of it means the list of dossiers."""

    files: tuple[Path, ...] = ()
    dossier: str | None = None
    """A part of a dossier's name."""
    facts: Facts = field(default_factory=Facts)
    """What was told of the contract."""
    anew: int | None = None
    """The saved submission of which these are the files, to be assessed once more."""


@dataclass(slots=True)
class Job:
    """Files of one submission that are, or will be, assessed."""

    number: int
    wanted: Wanted
    step: str = ""
    """Empty while it waits, or is looked up among what was done before."""
    done: int = 0
    total: int = 0
    counted: str = ""
    """One of `PAGES` while a file is being read, of which so many are done."""
    page: int = 0
    pages: int = 0
    since: float | None = None
    """When it was begun, by the machine's clock; None while it waits."""

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of its files."""
        return tuple(path.name for path in self.wanted.files)

    @property
    def part(self) -> float:
        """Return how much of the step is done, from 0 to 1; pages to recognise come after all."""
        if not self.total:
            return 0
        of_file = self.page / self.pages if self.counted == "pages" and self.pages else 0
        return min((self.done + of_file) / self.total, 1)

    def tell(self, step: str, done: int, total: int) -> None:
        """Write down how far it is."""
        if step in PAGES:
            self.counted, self.page, self.pages = step, done, total
        else:
            self.step, self.done, self.total = step, done, total
            self.counted, self.page, self.pages = "", 0, 0

    def seconds(self, now: float) -> int:
        """Return how long it has been at work."""
        return int(now - self.since) if self.since is not None else 0

    def seconds_left(self, now: float) -> int | None:
        """Return about how long it will take still; None while that is anyone's guess."""
        if self.since is None or self.step not in STEPS:
            return None
        before = sum(_SHARES[step] for step in STEPS[: STEPS.index(self.step)])
        part = before + _SHARES[self.step] * self.part
        if part < _SURE_FROM:
            return None
        return round((now - self.since) * (1 - part) / part)


class Queue:
    """The jobs, the one at work first."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self._numbers = count(1)

    @property
    def running(self) -> Job | None:
        """Return the job that is at work."""
        return next((job for job in self.jobs if job.since is not None), None)

    @property
    def waiting(self) -> list[Job]:
        """Return the jobs that wait, in order."""
        return [job for job in self.jobs if job.since is None]

    def add(self, wanted: Wanted) -> Job:
        """Return a job at the end of the queue; the one that is there, for files that wait."""
        for job in self.jobs:
            if job.wanted == wanted:
                return job
        job = Job(next(self._numbers), wanted)
        self.jobs.append(job)
        return job

    def begin_next(self) -> Job | None:
        """Return the job that may begin now; None when one is at work or none waits."""
        if self.running is not None or not self.jobs:
            return None
        self.jobs[0].since = monotonic()
        return self.jobs[0]

    def tell(self, number: int, step: str, done: int, total: int) -> None:
        """Write down how far a job is."""
        for job in self.jobs:
            if job.number == number:
                job.tell(step, done, total)

    def end(self, number: int) -> None:
        """Take a job out, done or not."""
        self.jobs = [job for job in self.jobs if job.number != number]
