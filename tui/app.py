"""The program on screen: which screen is shown, what runs beside it, and how it ends.

What can be done stands in actions.py, what is shown in screens/, what takes long in jobs.py. This
file only ties them together.
"""

from __future__ import annotations

import codecs
import locale
import os
import sys
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType

from assessor.texts import LANGUAGES
from tui import actions, bookmarks, finding_aids, keyring
from tui.choosing import Choosing
from tui.contracting import Contracting
from tui.facts import Facts
from tui.messages import OpenSaved, Show
from tui.plain import clean
from tui.queue import Wanted
from tui.saying import say
from tui.screens.opening import Opening
from tui.screens.question import Question

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.app import SystemCommand
    from textual.screen import Screen

    from assessor.model import Evidence
    from tui.actions import Place
    from tui.pages import Pages
    from tui.state import Walk


_STAY_SECONDS = 120
"""How often colleagues are told that a dossier is still open here."""


class AssessorApp(Choosing, Contracting):
    """The walk-through."""

    TITLE = "ISV-assessor"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(action.keys), action.call, action.id, id=action.id, show=False)
        for action in actions.everywhere()
    ]

    def __init__(self, wanted: Wanted, language: str | None = None) -> None:
        super().__init__(wanted, language)
        self._pages: Pages | None = None
        self._leaf = 0
        self._evidence: Evidence | None = None
        self._document_from: Place = "finding"

    def on_mount(self) -> None:
        """Paint at once; everything that costs time runs beside it."""
        self.set_keymap(keyring.keymap())
        self.push_screen(Opening(self.language, None, self.queue))
        self.beside(self.desk.open_store)
        self.set_interval(_STAY_SECONDS, self.stay)

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

    # --- screens ---------------------------------------------------------------------------

    @on(Show)
    def show_wanted(self, event: Show) -> None:
        """Show the screen that another screen asks for."""
        self.show(event.place)

    def action_show(self, place: Place) -> None:
        """Show the screen of a number key, or say why it is not there yet."""
        if self.desk.store is None:
            self.tell(say("screen.opening.wait"))
        elif self.walk is None and place not in {"dossiers", "settings"}:
            self.tell(say("screen.dossiers.open_first"))
        else:
            self.show(place)

    def show(self, place: Place) -> None:
        """Show a screen, made anew; without a submission only those that need none."""
        if place != "settings":
            self.setting = ""
        self._leave(self.screen, place)
        if (screen := self._screen(place)) is not None:
            screen.at_work = None if place == "opening" else self.queue.running
            self.switch_screen(screen)
            if self.walk is not None and place not in {"dossiers", "settings", "opening"}:
                bookmarks.put(self.walk, place, self._leaf)

    def _leave(self, screen: Screen[Any], place: Place) -> None:
        """Remember what the reader had in hand, to come back to."""
        if not isinstance(screen, Question):
            return
        if screen.leaf is not None:
            self._leaf, self._evidence = screen.leaf, None
        if place == "document" and screen.place in {"finding", "risks", "dialogue"}:
            self._document_from = screen.place
            self._evidence = screen.evidence_in_hand()

    def _screen(self, place: Place) -> Question | None:
        from tui import places

        if place == "opening":
            return Opening(self.language, self.walk, self.queue)
        if place == "dossiers":
            return places.Dossiers(self.language, self.walk, self.desk.shelf(), self.queue)
        if place == "settings":
            return places.Settings(
                self.language, self.walk, self.preferences, self.theme, self.setting
            )
        return self._with_walk(place, self.walk) if self.walk is not None else None

    def _with_walk(self, place: Place, walk: Walk) -> Question:
        from tui import places

        if place == "contract":
            return places.ContractScreen(self.language, walk, self.desk.deal(walk))
        if place == "document":
            return self._document(walk)
        return places.WITH_WALK[place](self.language, walk)

    def _document(self, walk: Walk) -> Question:
        from tui import places

        self._pages = self._pages or places.Pages(walk.prepared)
        at = self._evidence or self._leaf
        screen = places.DocumentScreen(self.language, walk, self._pages, at)
        screen.came_from = self._document_from
        return screen

    def forget_pages(self, leaf: int) -> None:
        """Let go of the pages of the submission before; begin at this one."""
        self._pages = self._evidence = None
        self._leaf = leaf

    # --- actions of every screen -------------------------------------------------------------

    def action_help(self) -> None:
        """Show what can be done here."""
        self._find(finding_aids.help_targets(self._place(), self.language))

    def action_find(self) -> None:
        """Show everything that can be gone to."""
        shelf = self.desk.shelf()
        self._find(finding_aids.all_targets(self._place(), self.language, self.walk, shelf))

    def action_help_quit(self) -> None:
        """Say how to quit, to who presses Ctrl+C."""
        self.tell(say("screen.head.how_to_quit"))

    # --- finding one's way -------------------------------------------------------------------

    def _find(self, targets: list[finding_aids.Target]) -> None:
        from tui.screens.finder import Finder

        introduction = say(f"screen.help.{self._place()}").told_in(self.language)
        self.push_screen(Finder(self.language, introduction, targets), self._go_to_target)

    async def _go_to_target(self, target: str | None) -> None:
        kind, _, name = (target or "").partition(":")
        if kind == "dossier":
            self.post_message(OpenSaved(int(name)))
        elif kind == "group" and self.walk is not None:
            self.walk.view.group = name
            self.show("findings")
        elif kind == "subject" and self.walk is not None:
            self._go_to_subject(name)
        elif kind == "action":
            action = actions.known(name)
            owner = self.screen if hasattr(self.screen, action.method) else self
            await owner.run_action(action.call)

    def _go_to_subject(self, code: str) -> None:
        """Show the finding about a question, or else where the question stands."""
        assert self.walk is not None
        if (finding := self.walk.of_subject(code)) is not None:
            self.walk.go_to(finding.id)
            self.show("finding")
        else:
            self.walk.view.group = self.walk.group_of_subject(code)
            self.show("overview")
            self._tell_there(say("screen.finder.no_finding"))

    def _place(self) -> Place:
        return self.screen.place if isinstance(self.screen, Question) else "opening"


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
    if (encoding := _encoding()) != "utf-8":
        told = say("screen.trouble.no_utf8", encoding=encoding).told_in(language or LANGUAGES[0])
        print(told, file=sys.stderr)  # noqa: T201  # there is no screen to say it on
        return 1
    app = AssessorApp(Wanted(files, dossier, Facts(category=category)), language)
    app.run()
    return app.return_code or 0


def _encoding() -> str:
    """Return the name of the signs that the terminal was set up for."""
    return codecs.lookup(sys.stdout.encoding or locale.getpreferredencoding()).name
