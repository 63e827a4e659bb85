"""The part of the program that is about contracts: whose files are these, and what was agreed.

Separate from working.py, which begins threads; here is what is asked before and after them.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from tui.incoming import Incoming
from tui.messages import Again, Came, LookedUp, Queued
from tui.queue import Wanted
from tui.saying import say
from tui.screens.form import Form
from tui.working import Working

if TYPE_CHECKING:
    from tui.asking import Values


class Contracting(Working):
    """What is asked of contracts."""

    _incoming: Incoming | None = None

    @on(Came)
    def ask_whose(self, event: Came) -> None:
        """Ask whose files these are; all of it may stay empty."""
        today = datetime.now(UTC).astimezone().date()
        self._incoming = incoming = Incoming(event.files, self.desk.contracts(), today)
        self.beside(self.desk.look_up, event.files)

        def answered(values: Values | None) -> None:
            self._incoming = None
            if values is None:
                self.tell(say("screen.incoming.left"))
            else:
                self.post_message(Queued(Wanted(incoming.files, facts=incoming.facts(values))))

        self.push_screen(Form(self.question_language, incoming), answered)

    @on(Again)
    def assess_again(self) -> None:
        """Assess the files of the open submission once more; every judgement stays."""
        if self.walk is not None and not self.walk.aged:
            self.tell(say("screen.again.same"))
        elif self.walk is not None:
            documents = self.walk.prepared.assessment.documents
            names = tuple(Path(facts.file) for facts in documents)
            self.post_message(Queued(Wanted(names, anew=self.walk.submission)))

    @on(LookedUp)
    def offer_what_is_known(self, event: LookedUp) -> None:
        """Offer who made the files; fill in what their dossier says, where nothing stands yet."""
        incoming, form = self._incoming, self.screen
        if incoming is None or incoming.files != event.files or not isinstance(form, Form):
            return
        incoming.authors = event.authors
        known = incoming.known(event.contract, self.question_language) if event.contract else {}
        form.fill(known)
