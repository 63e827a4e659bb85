"""Work that takes longer than a blink: opening the store, assessing, in threads beside the screens.

Nothing here touches a widget: results are given back or posted as messages. The heavy libraries
live in the worker process that is started here, never in this one.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
import threading
from functools import partial
from typing import IO, TYPE_CHECKING

import msgspec

from assessor import warm
from assessor.dossiers.fingerprint import key_for
from assessor.errors import AssessorError, DossierError
from assessor.texts import say
from tui.assessing import assessed
from tui.deal import Deal
from tui.messages import (
    AlsoOpen,
    Ended,
    Failed,
    LookedUp,
    Marked,
    Progressed,
    StoreOpened,
    WalkReady,
    Written,
)
from tui.opener import open_file
from tui.state import Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.message import Message

    from assessor.dossiers.prepared import Prepared
    from assessor.dossiers.register import Contract
    from assessor.dossiers.store import Saved, Shelved, Store
    from tui.actions import Place
    from tui.queue import Job

_LAST_WORDS = 300
"""Characters of the worker's standard error that are shown when it dies."""


class WorkStopped(Exception):
    """The reader stopped the work."""


class Worker:
    """The warm process that assesses; started at the first request, and again after a stop."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] | None = None
        self._is_stopped = False
        self._at_work = threading.Lock()
        """Held while a request is under way, so that a stop closes nothing that is being read."""

    def assess(
        self,
        request: warm.Request,
        hears: Callable[[warm.Progress], None],
    ) -> Prepared:
        """Return the assessment that is asked for.

        Raises:
            WorkStopped: when `stop` was called meanwhile.
            AssessorError: when the files could not be assessed.
        """
        with self._at_work:
            self._is_stopped = False
            process = self._running()
            for answer in self._answers(process, request):
                if isinstance(answer, warm.Progress):
                    hears(answer)
                elif isinstance(answer, warm.Done):
                    return answer.prepared
                else:
                    raise _told(answer)
            raise self._ended()

    def stop(self) -> None:
        """End the process, and with it the work at hand."""
        self._is_stopped = True
        if (process := self._process) is None:
            return
        process.kill()
        with self._at_work:
            process.wait()
            for pipe in (process.stdin, process.stdout, self._errors):
                if pipe is not None:
                    pipe.close()
            self._process = None

    def _answers(
        self, process: subprocess.Popen[bytes], request: warm.Request
    ) -> Iterator[warm.Answer]:
        """Yield what the process says to a request, until it says no more."""
        assert process.stdin is not None
        assert process.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(msgspec.json.encode(request) + b"\n")
            process.stdin.flush()
        for line in process.stdout:
            yield msgspec.json.decode(line, type=warm.Answer)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._errors = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the process
            self._process = subprocess.Popen(
                [sys.executable, "-m", "assessor.warm"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
            )
        return self._process

    def _ended(self) -> Exception:
        """Return what to tell when the process is gone without an answer."""
        if self._is_stopped:
            return WorkStopped()
        return AssessorError(
            say("screen.worker.died", reason=self._last_words()), say("screen.worker.died_remedy")
        )

    def _last_words(self) -> str:
        if self._errors is None:
            return ""
        self._errors.seek(0)
        return self._errors.read().decode("utf-8", "replace").strip()[-_LAST_WORDS:]


def _told(failure: warm.Failed) -> AssessorError:
    error = AssessorError(failure.what, failure.remedy)
    error.code = failure.code
    return error


class Desk:
    """The store and the worker, and what is done with them in threads."""

    def __init__(self, post: Callable[[Message], object]) -> None:
        self.store: Store | None = None
        self._worker = Worker()
        self._post = post

    def open_store(self) -> None:
        """Open the database; post `StoreOpened`."""
        with self._telling():
            from assessor.dossiers.store import Store

            self.store = Store()
            self._post(StoreOpened())

    def do(self, job: Job, who: str) -> None:
        """Find or make the assessment of a job's files; post `Progressed`, then `WalkReady`.

        Whatever comes of it, `Ended` is posted first.
        """
        assert self.store is not None
        with self._telling(job.number):
            made = []

            def work(request: warm.Request) -> Prepared:
                made.append(self._worker.assess(request, partial(self._progressed, job.number)))
                return made[0]

            saved = assessed(self.store, job.wanted, work)
            self._post(Ended(job.number))
            self._begin(saved, who, job.number, is_new=bool(made))

    def look_up(self, files: tuple[Path, ...]) -> None:
        """Find what is known of files that came in; post `LookedUp`."""
        assert self.store is not None
        with self._telling():
            from assessor.reading.authorship import authors_of

            key = key_for(files, None)
            dossier = self.store.dossier_of(key)
            contract = self.store.register.get(dossier) if dossier is not None else None
            authors = dict.fromkeys(name for file in files for name in authors_of(file))
            self._post(LookedUp(files, tuple(authors), contract))

    def contracts(self) -> tuple[Contract, ...]:
        """Return all contracts; empty before the store is open."""
        return self.store.register.all() if self.store else ()

    def deal(self, walk: Walk) -> Deal:
        """Return the contract of an open submission."""
        assert self.store is not None
        newest = self.store.assessments(walk.submission)[0]
        return Deal(self.store.register, walk.dossier, walk.prepared.briefing, newest)

    def open_saved(self, submission: int, who: str, goal: Place | None = None) -> None:
        """Open a submission of the list; post `WalkReady`."""
        assert self.store is not None
        with self._telling():
            self._begin(self.store.open(submission), who, goal=goal)

    def enter(self, submission: int, who: str) -> None:
        """Let colleagues see who has a submission open; post `AlsoOpen`."""
        assert self.store is not None
        with contextlib.suppress(DossierError):
            others = self.store.presences.enter(submission, who)
            self._post(AlsoOpen(submission, others))

    def stay(self, submission: int) -> None:
        """Let colleagues see that it still is; post `AlsoOpen`."""
        assert self.store is not None
        with contextlib.suppress(DossierError):
            self.store.presences.stay()
            self._post(AlsoOpen(submission, self.store.presences.others(submission)))

    def take_along(self, work: Callable[[], tuple[Path, ...]]) -> None:
        """Write files; post `Written`."""
        with self._telling():
            self._post(Written(work()))

    def show_marked(self, make: Callable[[], Path]) -> None:
        """Make a marked copy and hand it to the program that shows it; post `Marked`."""
        with self._telling():
            place = make()
            self._post(Marked(place, is_shown=open_file(place)))

    def shelf(self) -> tuple[Shelved, ...]:
        """Return the list of dossiers; empty before the store is open."""
        return self.store.shelf() if self.store else ()

    def stop(self) -> None:
        """Stop the work at hand."""
        self._worker.stop()

    def close(self) -> None:
        """Let go of the worker and the database."""
        self._worker.stop()
        if self.store is not None:
            self.store.close()

    def _begin(
        self,
        saved: Saved,
        who: str,
        job: int = 0,
        *,
        is_new: bool = False,
        goal: Place | None = None,
    ) -> None:
        from assessor.dossiers.ageing import aged

        store = self.store
        assert store is not None
        walk = Walk(saved, store, who, store.place(saved.submission, who))
        walk.changed = store.changed(saved.submission)
        newest = store.assessments(saved.submission)[0]
        walk.aged = aged(newest, store.register.get(saved.dossier))
        if is_new and walk.changed is not None:
            goal = "changed"
        self._post(WalkReady(walk, job, goal))

    def _progressed(self, job: int, told: warm.Progress) -> None:
        self._post(Progressed(job, told.step, told.done, told.total))

    @contextlib.contextmanager
    def _telling(self, job: int = 0) -> Iterator[None]:
        """Let what goes wrong out as a message; a stop that was asked for is nothing wrong."""
        try:
            yield
        except AssessorError as error:
            self._post(Ended(job))
            self._post(Failed(error))
        except WorkStopped:
            self._post(Ended(job))
