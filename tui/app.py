"""The program on screen: which screen is shown, what runs beside it, and how it ends.

What can be done stands in actions.py, what is shown in screens/, what takes long in jobs.py. This
file only ties them together.
"""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, ParamSpec

import msgspec
from rich.text import Text
from textual import on
from textual.app import App
from textual.binding import Binding, BindingType

from assessor.errors import DossierError
from assessor.texts import LANGUAGES, say
from tui import actions, finding_aids, jobs, preferences, themes
from tui.actions import QUESTIONS
from tui.messages import Failed, OpenSaved, Progressed, Show, Stopped, StoreOpened, WalkReady
from tui.plain import clean
from tui.screens.opening import Opening
from tui.screens.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from textual.app import SystemCommand
    from textual.screen import Screen

    from assessor.model import Evidence, Words
    from tui.actions import Place
    from tui.pages import Pages
    from tui.state import Walk


_P = ParamSpec("_P")


class AssessorApp(App[None]):
    """The walk-through."""

    TITLE = "ISV-assessor"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(action.keys), action.id, action.id, id=action.id, show=False)
        for action in actions.everywhere()
    ]

    def __init__(self, wanted: jobs.Wanted, language: str | None = None) -> None:
        super().__init__()
        self.preferences = preferences.load()
        self.language = language or self.preferences.language or LANGUAGES[0]
        self.wanted = wanted
        self.walk: Walk | None = None
        self.desk = jobs.Desk(self.post_message)
        self._pages: Pages | None = None
        self._evidence: Evidence | None = None
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.known(self.preferences.theme)

    def on_mount(self) -> None:
        """Paint at once; everything that costs time runs beside it."""
        self._show_opening()
        self._beside(self.desk.open_store)

    def on_unmount(self) -> None:
        """Let go of the worker and the database."""
        self.desk.close()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:  # noqa: ARG002  # Textual's signature
        """Return nothing: Textual's own commands speak English; ours are in the finder."""
        return ()

    def _fatal_error(self) -> None:
        """Leave with plain words instead of Textual's traceback; what was judged is saved."""
        if os.environ.get("ASSESSOR_DEBUG"):
            super()._fatal_error()
            return
        error = sys.exc_info()[1]
        told = say("screen.trouble.mistake", reason=f"{type(error).__name__}: {error}")
        self._exit_renderables.append(Text(clean(told.told_in(self.language))))
        self._close_messages_no_wait()

    # --- what the work tells ---------------------------------------------------------------------

    @on(StoreOpened)
    def go_on_with_store(self) -> None:
        """Open what was asked for."""
        if self.wanted.files:
            self._beside(self.desk.open_files, self.wanted, self.preferences.reader)
        elif self.wanted.dossier is not None:
            self._open_dossier(self.wanted.dossier)
        else:
            self.show("dossiers")

    def _beside(self, work: Callable[_P, None], *args: _P.args, **kwargs: _P.kwargs) -> None:
        """Do the work in a thread, so that the screen stays usable."""
        self.run_worker(partial(work, *args, **kwargs), thread=True)

    def _open_dossier(self, name: str) -> None:
        found = [line for line in self.desk.shelf() if name.casefold() in line.name.casefold()]
        self.show("dossiers")
        if found:
            self.post_message(OpenSaved(found[0].submission))
        else:
            self.post_message(
                Failed(
                    DossierError(say("dossiers.unknown", name=name), say("dossiers.unknown_remedy"))
                )
            )

    @on(Progressed)
    def show_progress(self, event: Progressed) -> None:
        """Show how far the worker is."""
        if isinstance(self.screen, Opening):
            self.screen.show_progress(event)

    @on(WalkReady)
    def begin_walk(self, event: WalkReady) -> None:
        """Begin where the reader was, or with the overview."""
        self.walk = event.walk
        self._pages = self._evidence = None
        self.show("finding" if event.walk.was_here_before else "overview")
        if event.walk.was_here_before:
            self._tell_there(say("screen.opening.returned"))

    def _tell_there(self, words: Words) -> None:
        """Say something on the screen that is on its way."""

        def tell() -> None:
            if isinstance(self.screen, Question):
                self.screen.tell(words)

        self.call_after_refresh(tell)

    @on(Failed)
    def show_trouble(self, event: Failed) -> None:
        """Say what went wrong; when nothing is open yet, end after that."""
        from tui.screens.trouble import Trouble

        self.push_screen(Trouble(self.language, event.error), self._after_trouble)

    def _after_trouble(self, _: None) -> None:
        if isinstance(self.screen, Opening):
            if self.desk.store is None:
                self.exit(return_code=1)
            else:
                self.show("dossiers")

    @on(Stopped)
    def stop_work(self) -> None:
        """End the worker and go to the list."""
        self.desk.stop()
        self.show("dossiers")
        self._tell_there(say("screen.opening.stopped"))

    @on(OpenSaved)
    def open_saved(self, event: OpenSaved) -> None:
        """Open a submission of the list."""
        self._beside(self.desk.open_saved, event.submission, self.preferences.reader)

    # --- screens ---------------------------------------------------------------------------

    @on(Show)
    def show_wanted(self, event: Show) -> None:
        """Show the screen that another screen asks for."""
        self.show(event.place)

    def go_to(self, place: Place) -> None:
        """Show the screen of a number key, or say why it is not there yet."""
        if isinstance(self.screen, Opening):
            self.screen.tell(say("screen.opening.wait"))
        elif self.walk is None and place != "dossiers" and isinstance(self.screen, Question):
            self.screen.tell(say("screen.dossiers.open_first"))
        else:
            self.show(place)

    def show(self, place: Place) -> None:
        """Show a screen, made anew; without a submission only the list of dossiers."""
        if isinstance(self.screen, Question) and self.screen.place == "finding":
            self._evidence = self.screen.evidence_in_hand()
        if (screen := self._screen(place)) is not None:
            self.switch_screen(screen)

    def _screen(self, place: Place) -> Question | None:
        from tui import places

        if place == "dossiers":
            return places.Dossiers(self.language, self.walk, self.desk.shelf())
        if self.walk is None:
            return None
        if place == "document":
            self._pages = self._pages or places.Pages(self.walk.prepared)
            return places.DocumentScreen(self.language, self.walk, self._pages, self._evidence)
        return places.WITH_WALK[place](self.language, self.walk)

    def _show_opening(self) -> None:
        self.push_screen(Opening(self.language, [path.name for path in self.wanted.files]))

    # --- actions of every screen -------------------------------------------------------------

    def action_show_dossiers(self) -> None:
        """Show the list of dossiers."""
        self.go_to("dossiers")

    def action_show_overview(self) -> None:
        """Show where they stand."""
        self.go_to("overview")

    def action_show_findings(self) -> None:
        """Show the findings."""
        self.go_to("findings")

    def action_show_finding(self) -> None:
        """Show the current finding."""
        self.go_to("finding")

    def action_show_document(self) -> None:
        """Show the document."""
        self.go_to("document")

    def action_language(self) -> None:
        """Speak the other language, from the present screen on."""
        place = LANGUAGES.index(self.language)
        self.language = LANGUAGES[(place + 1) % len(LANGUAGES)]
        self._remember(language=self.language)
        if isinstance(self.screen, Question) and self.screen.place in QUESTIONS:
            self.show(self.screen.place)

    def action_theme(self) -> None:
        """Take the next colours."""
        self.theme = themes.after(self.theme)
        self._remember(theme=self.theme)

    def action_help(self) -> None:
        """Show what can be done here."""
        self._find(finding_aids.help_targets(self._place(), self.language))

    def action_find(self) -> None:
        """Show everything that can be gone to."""
        self._find(finding_aids.all_targets(self._place(), self.language, self.walk))

    def action_help_quit(self) -> None:
        """Say how to quit, to who presses Ctrl+C."""
        if isinstance(self.screen, Question):
            self.screen.tell(say("screen.head.how_to_quit"))

    def _find(self, targets: list[finding_aids.Target]) -> None:
        from tui.screens.finder import Finder

        introduction = say(f"screen.help.{self._place()}").told_in(self.language)
        self.push_screen(Finder(self.language, introduction, targets), self._go_to_target)

    async def _go_to_target(self, target: str | None) -> None:
        kind, _, name = (target or "").partition(":")
        if kind == "group" and self.walk is not None:
            self.walk.view.group = name
            self.show("findings")
        elif kind == "action":
            owner = self.screen if hasattr(self.screen, f"action_{name}") else self
            await owner.run_action(name)

    def _place(self) -> Place:
        return self.screen.place if isinstance(self.screen, Question) else "opening"

    def _remember(self, **changed: str) -> None:
        self.preferences = msgspec.structs.replace(self.preferences, **changed)
        preferences.save(self.preferences)


def walk_through(
    files: tuple[Path, ...], dossier: str | None, category: str | None, language: str | None
) -> int:
    """Return the exit code, after the reader has closed the walk-through.

    Args:
        files: of one submission; empty to open a saved one.
        dossier: a part of a saved dossier's name; None for the list of all.
        category: of the contract, where known.
        language: in which to speak; None for the one that was used last.
    """
    app = AssessorApp(jobs.Wanted(files, dossier, category), language)
    app.run()
    return app.return_code or 0
