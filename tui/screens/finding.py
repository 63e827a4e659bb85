"""What did they write, and do I agree? One finding: evidence first, judging keys beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from assessor.errors import AssessorError
from tui import actions, look
from tui.counting import counted
from tui.messages import Failed, Show
from tui.plain import plain
from tui.saying import say
from tui.screens.finding_text import FindingText
from tui.screens.judged import Judged, what_was_done
from tui.screens.level import ChooseLevel
from tui.screens.note import WriteNote
from tui.screens.question import bindings
from tui.widgets.evidence_card import EvidenceCard
from tui.widgets.keys import Keys
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from assessor.dossiers.review import ReviewKind
    from assessor.model import Evidence, Words
    from tui.actions import Place

_FIRST = 3
"""Quotes before the questions; the others come after, so that questions stay near the top."""
_SHOWN = 12
"""Quotes mounted at once: each is a widget, and no one reads more before asking on."""


class FindingScreen(Judged):
    """The finding that the walk is at."""

    place: ClassVar[Place] = "finding"
    BINDINGS = bindings("finding")

    def body(self) -> Iterable[Widget]:
        """Yield the card, the ladder of levels beside it, the judging keys below."""
        with Horizontal(id="desk"):
            yield Reader(id="card")
            with VerticalScroll(id="side", can_focus=False):
                yield Static(id="ladder")
        yield Static(id="opinion")
        yield Keys(actions.judging(self.place), self.language, id="judging")

    async def on_mount(self) -> None:
        """Show the current finding."""
        await self.fill()

    async def fill(self) -> None:
        """Show the current finding from its top."""
        card = self.query_one(Reader)
        await card.remove_children()
        if (finding := self.walk.current) is None:
            await card.mount(Static(plain(self.told("screen.finding.none"))))
            return
        text = FindingText(self.walk, finding, self.language)
        await card.mount_all(self._parts(text))
        card.scroll_home(animate=False)
        card.focus()
        self.query_one("#ladder", Static).update(text.ladder())
        self.query_one("#opinion", Static).update(text.opinion())

    def _parts(self, text: FindingText) -> Iterator[Widget]:
        yield Static(text.title(), classes="title")
        evidence = text.evidence()
        if not evidence:
            yield Static(plain(self.told("screen.finding.no_evidence")), classes="absent")
        files = self.walk.prepared.assessment.documents
        cards = [EvidenceCard(e, files[e.document].file, self.language) for e in evidence[:_SHOWN]]
        yield from cards[:_FIRST]
        yield Static(text.advice(), classes="advice")
        if len(evidence) > _FIRST:
            yield Static(plain(self.told("screen.finding.more"), "bold $text-accent"))
        yield from cards[_FIRST:]
        if (more := len(evidence) - _SHOWN) > 0:
            yield Static(plain(counted("screen.finding.more_quotes", more).told_in(self.language)))

    def refresh_judgements(self) -> None:
        """Show the finding to which an undo or redo led."""
        super().refresh_judgements()
        self.call_later(self.fill)

    # --- judging -----------------------------------------------------------------------------

    async def action_agree(self) -> None:
        """Save that the reader agrees, and go on."""
        await self._judge("agree")

    async def action_doubt(self) -> None:
        """Save that the reader doubts, and go on."""
        await self._judge("doubt")

    def action_disagree(self) -> None:
        """Ask which level the reader gives instead; where there is none to give, save at once."""
        finding = self.walk.current
        if finding is None:
            return
        judgement = self.walk.judgement(finding.subject)
        subject = self.walk.prepared.briefing.subjects.get(finding.subject)
        if judgement is None:
            self.run_worker(self._judge("disagree"))
            return
        self.app.push_screen(ChooseLevel(self.language, judgement.level, subject), self._disagree)

    def action_note(self) -> None:
        """Let the reader write a note."""
        if self.walk.current is not None:
            note = self.walk.standing(self.walk.current).note
            self.app.push_screen(
                WriteNote(self.language, say("screen.note.title"), note), self._note
            )

    def action_not_applicable(self) -> None:
        """Ask why this does not apply, and save that."""
        if self.walk.current is not None:
            note = self.walk.standing(self.walk.current).note
            title = say("screen.note.not_applicable")
            self.app.push_screen(
                WriteNote(self.language, title, note, is_needed=True), self._not_applicable
            )

    def action_discuss(self) -> None:
        """Put the finding on the agenda of the talk."""
        self.discuss(self.walk.current)

    async def _disagree(self, level: int | None) -> None:
        if level is not None:
            await self._judge("disagree", level=level)

    async def _not_applicable(self, reason: str | None) -> None:
        if reason is not None:
            await self._judge("not_applicable", why=reason)

    async def _note(self, note: str | None) -> None:
        if note is not None:
            await self._judge("note", why=note)

    async def _judge(self, kind: ReviewKind, level: int | None = None, why: str = "") -> None:
        if self.walk.current is None:
            return
        try:
            review = self.walk.judge(kind, level, why)
            is_more = kind != "note" and self.walk.go_to_next_open(self.language)
        except AssessorError as error:
            self.post_message(Failed(error))
            return
        self.fill_head()
        await self.fill()
        key = "screen.saved.judged" if is_more or kind == "note" else "screen.saved.last"
        self.tell(say(key, what=what_was_done(review)), "$text-success")

    # --- walking -----------------------------------------------------------------------------

    async def action_next_open(self) -> None:
        """Go to the next finding without a judgement."""
        await self._arrive(
            self.walk.go_to_next_open(self.language), say("screen.finding.no_more_open")
        )

    async def action_next_finding(self) -> None:
        """Go one on in the list."""
        await self._arrive(self.walk.step(1, self.language), say("screen.finding.last"))

    async def action_previous_finding(self) -> None:
        """Go one back in the list."""
        await self._arrive(self.walk.step(-1, self.language), say("screen.finding.first"))

    async def _arrive(self, is_there: bool, otherwise: Words) -> None:  # noqa: FBT001  # private, named at each call by its expression
        if is_there:
            await self.fill()
            self.tell(look.NOTHING)
        else:
            self.tell(otherwise)

    # --- the quote in hand ---------------------------------------------------------------------

    def action_copy(self) -> None:
        """Copy the focused quote with its source."""
        card = self._card_in_hand()
        if card is None:
            self.tell(say("screen.finding.no_quote"))
            return
        self.app.copy_to_clipboard(card.text)
        self.tell(say("screen.finding.copied", quote=f"{card.evidence.quote[:40]}…"))

    def action_open_document(self) -> None:
        """Show where the focused quote stands."""
        self.post_message(Show("document"))

    def evidence_in_hand(self) -> Evidence | None:
        """Return the evidence of the focused card, or of the first."""
        card = self._card_in_hand()
        return card.evidence if card else None

    def _card_in_hand(self) -> EvidenceCard | None:
        if isinstance(self.focused, EvidenceCard):
            return self.focused
        return next(iter(self.query(EvidenceCard)), None)
