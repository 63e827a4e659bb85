"""The part of the program that works beside the screens: opening, assessing in turn, writing.

Separate from app.py, which is about which screen is shown; here is what threads are begun and what
is done with what they tell.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec

import msgspec
from textual import on
from textual.app import App

from assessor.errors import DossierError
from tui import bookmarks, jobs, preferences, taking
from tui.counting import counted
from tui.messages import (
    AlsoOpen,
    Ended,
    Failed,
    Marked,
    OpenSaved,
    Progressed,
    Queued,
    ShowMarked,
    Stopped,
    StoreOpened,
    TakeAlong,
    Unqueued,
    WalkReady,
    Written,
)
from tui.queue import Queue
from tui.saying import say
from tui.screens.opening import Opening
from tui.screens.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessor.model import Words
    from tui.actions import Place
    from tui.queue import Wanted
    from tui.state import Walk

_P = ParamSpec("_P")


class Working(App[None]):
    """What the program has at hand, and the work that is under way."""

    def __init__(self, wanted: Wanted, **more: Any) -> None:  # Textual's own arguments
        super().__init__(**more)
        self.preferences = preferences.load()
        self.wanted = wanted
        self.walk: Walk | None = None
        self.queue = Queue()
        self.desk = jobs.Desk(self.post_message)

    def show(self, place: Place) -> None:
        """Show a screen."""
        raise NotImplementedError

    def forget_pages(self, leaf: int) -> None:
        """Let go of the pages of the submission before; begin at this one."""
        raise NotImplementedError

    # --- opening -----------------------------------------------------------------------------

    @on(StoreOpened)
    def go_on_with_store(self) -> None:
        """Open what was asked for."""
        if self.wanted.files:
            self._enqueue(self.wanted)
        elif self.wanted.dossier is not None:
            self._open_dossier(self.wanted.dossier)
        else:
            self.show("dossiers")

    def _open_dossier(self, name: str) -> None:
        found = [line for line in self.desk.shelf() if name.casefold() in line.name.casefold()]
        self.show("dossiers")
        if found:
            self.post_message(OpenSaved(found[0].submission))
        else:
            what = say("dossiers.unknown", name=name)
            self.post_message(Failed(DossierError(what, say("dossiers.unknown_remedy"))))

    @on(OpenSaved)
    def open_saved(self, event: OpenSaved) -> None:
        """Open a submission of the list."""
        self.beside(self.desk.open_saved, event.submission, self.preferences.reader, event.goal)

    @on(WalkReady)
    def begin_walk(self, event: WalkReady) -> None:
        """Begin where the reader was, or with the overview; not over what they do meanwhile."""
        if event.job and not isinstance(self.screen, Opening):
            self.tell(say("screen.queue.ready", name=event.walk.name))
            return
        self.walk = event.walk
        mark = bookmarks.of(event.walk)
        if mark is not None:
            event.walk.view = bookmarks.view_of(mark)
        self.forget_pages(mark.leaf if mark else 0)
        self.beside(self.desk.enter, event.walk.submission, event.walk.who)
        self.show(event.goal or _first_place(event.walk, mark))
        if (news := _news(event.walk)) is not None:
            self._tell_there(news)

    @on(AlsoOpen)
    def tell_others(self, event: AlsoOpen) -> None:
        """Say who else has this submission open, when that is news."""
        walk = self.walk
        if walk is None or walk.submission != event.submission:
            return
        news = [there for there in event.others if there not in walk.others]
        walk.others = event.others
        self._show_queue()
        if news:
            names = ", ".join(dict.fromkeys(there.who for there in news))
            self.tell(say("screen.head.others_news", names=names), "$text-warning")

    def stay(self) -> None:
        """Let colleagues see that the submission is still open here."""
        if self.walk is not None:
            self.beside(self.desk.stay, self.walk.submission)

    # --- assessing ---------------------------------------------------------------------------

    @on(Queued)
    def enqueue_files(self, event: Queued) -> None:
        """Assess files, now or after what is at work."""
        self._enqueue(event.wanted)

    def _enqueue(self, wanted: Wanted) -> None:
        job = self.queue.add(wanted)
        self._begin_next()
        if job is self.queue.running:
            self.show("opening")
        else:
            self.show("dossiers")
            self._tell_there(say("screen.queue.waits", name=", ".join(job.names)))

    def _begin_next(self) -> None:
        if (job := self.queue.begin_next()) is not None:
            self.beside(self.desk.do, job, self.preferences.reader)

    @on(Progressed)
    def show_progress(self, event: Progressed) -> None:
        """Show how far the worker is."""
        self.queue.tell(event.job, event.step, event.done, event.total)
        self._show_queue()

    @on(Ended)
    def end_job(self, event: Ended) -> None:
        """Go on with the next in the queue."""
        self.queue.end(event.job)
        self._begin_next()
        self._show_queue()

    @on(Stopped)
    def stop_work(self) -> None:
        """End the worker and go to the list."""
        self.desk.stop()
        self.show("dossiers")
        self._tell_there(say("screen.opening.stopped"))

    @on(Unqueued)
    def leave_queue(self, event: Unqueued) -> None:
        """Take a job out of the queue; stop it when it is at work."""
        running = self.queue.running
        if running is not None and running.number == event.job:
            self.post_message(Stopped())
        else:
            self.queue.end(event.job)
            self._show_queue()

    def _show_queue(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Question) and screen.is_mounted:
                screen.at_work = self.queue.running
                screen.show_queue()

    # --- taking along ------------------------------------------------------------------------

    @on(TakeAlong)
    def take_along(self, event: TakeAlong) -> None:
        """Write the submission in a form, beside the screen."""
        if self.walk is None or self.desk.store is None:
            return
        about = taking.report(self.walk, self.desk.store.files(self.walk.submission))
        form, place = event.form, event.place
        self.remember(folder=str(place.parent))
        self.tell(say("screen.export.busy"))
        write = partial(taking.written, form, about, event.language, place)
        self.beside(self.desk.take_along, partial(write, overwrite=event.overwrite))

    @on(ShowMarked)
    def show_marked(self, event: ShowMarked) -> None:
        """Make a marked copy of a PDF and let the computer show it."""
        if self.walk is None or self.desk.store is None:
            return
        about = taking.report(self.walk, self.desk.store.files(self.walk.submission))
        self.tell(say("screen.document.marking"))
        make = partial(
            taking.marked, about, event.document, self.question_language, event.page, event.quote
        )
        self.beside(self.desk.show_marked, make)

    @on(Written)
    def tell_written(self, event: Written) -> None:
        """Say where the files are."""
        names = ", ".join(place.name for place in event.places)
        folder = taking.shortened(event.places[0].parent)
        self.tell(say("screen.export.written", names=names, folder=folder), "$text-success")

    @on(Marked)
    def tell_marked(self, event: Marked) -> None:
        """Say that the PDF is shown, or where it is."""
        key = "screen.document.shown" if event.is_shown else "screen.document.not_shown"
        self.tell(say(key, place=event.place))

    # --- telling -----------------------------------------------------------------------------

    @on(Failed)
    def show_trouble(self, event: Failed) -> None:
        """Say what went wrong; when nothing is open yet, end after that."""
        from tui.screens.trouble import Trouble

        self.push_screen(Trouble(self.question_language, event.error), self._after_trouble)

    def remember(self, **changed: Any) -> None:
        """Keep choices for the next time."""
        self.preferences = msgspec.structs.replace(self.preferences, **changed)
        preferences.save(self.preferences)

    @property
    def question_language(self) -> str:
        """Return the language in which the program speaks now."""
        raise NotImplementedError

    def _after_trouble(self, _: None) -> None:
        if not isinstance(self.screen, Opening):
            return
        if self.desk.store is None:
            self.exit(return_code=1)
        elif self.queue.running is None:
            self.show("dossiers")

    def tell(self, words: Words, style: str = "") -> None:
        """Say something on the screen that is shown, or that lies under a dialog."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Question):
                screen.tell(words, style)
                return

    def _tell_there(self, words: Words) -> None:
        """Say something on the screen that is on its way."""
        self.call_after_refresh(self.tell, words)

    def beside(self, work: Callable[_P, None], *args: _P.args, **kwargs: _P.kwargs) -> None:
        """Do the work in a thread, so that the screen stays usable."""
        self.run_worker(partial(work, *args, **kwargs), thread=True)


def _news(walk: Walk) -> Words | None:
    """Return what to say of a submission when it opens: of all that is news, the most useful."""
    if walk.aged:
        return say(f"screen.again.aged.{walk.aged[0]}")
    if walk.changed is not None and walk.changed.judged:
        return counted("screen.changed.look_again", len(walk.changed.judged))
    return say("screen.opening.returned") if walk.was_here_before else None


def _first_place(walk: Walk, mark: bookmarks.Bookmark | None) -> Place:
    """Return the screen to begin with: the one of last time, if it is about the submission."""
    from tui.places import WITH_WALK

    if mark is None:
        return "finding" if walk.was_here_before else "overview"
    return next((place for place in (*WITH_WALK, "document") if place == mark.place), "overview")
