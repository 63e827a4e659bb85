"""What do they name, and who does what about it? Risks and actions; what stands alone is marked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from assessor.model import Words
from tui import register
from tui.counting import counted
from tui.messages import Show
from tui.plain import plain
from tui.saying import say
from tui.screens.judged import Judged
from tui.screens.question import WIDE, bindings
from tui.widgets.evidence_card import source
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from assessor.model import Evidence
    from tui.actions import Place
    from tui.register import Entry
    from tui.state import Walk

_LINK = 27
_FACTS = 40
"""Widths of the columns, in cells."""
_ORPHAN = "$text-warning"


class Risks(Judged):
    """The table with, below it, all that is known of the row."""

    place: ClassVar[Place] = "risks"
    BINDINGS = bindings("risks")

    def __init__(self, language: str, walk: Walk) -> None:
        super().__init__(language, walk)
        self._risks = register.risks(walk)
        self._actions = register.actions(walk)
        self._entries = {entry.key: entry for entry in (*self._risks, *self._actions)}

    def body(self) -> Iterable[Widget]:
        """Yield the table and the detail below it."""
        yield Static(plain(self._summary()), id="summary")
        yield Rows(id="register")
        with VerticalScroll(id="detail"):
            yield Static(id="detail-text")

    def on_mount(self) -> None:
        """Fill the table and let the keys go there."""
        self.query_one(Rows).show(
            [
                self._heading("risks", "answered_by", "no_risks", self._risks),
                *(Row(partial(self._draw, entry), entry.key) for entry in self._risks),
                self._heading("actions", "answers", "no_actions", self._actions),
                *(Row(partial(self._draw, entry), entry.key) for entry in self._actions),
            ]
        )
        self.query_one(Rows).focus()

    @on(Rows.Moved)
    def show_detail(self, event: Rows.Moved) -> None:
        """Show all that is known of the row."""
        self.query_one("#detail-text", Static).update(self._detail(self._entries[event.key]))
        self.query_one("#detail").scroll_home(animate=False)

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Show where it stands in the document."""
        self.action_open_document()

    def action_open_document(self) -> None:
        """Show where it stands in the document."""
        if self.evidence_in_hand() is None:
            self.tell(say("screen.risks.no_quote"))
        else:
            self.post_message(Show("document"))

    def evidence_in_hand(self) -> Evidence | None:
        """Return the first quote of the row under the cursor."""
        entry = self._entries.get(self.query_one(Rows).key or "")
        return next(iter(entry.evidence), None) if entry else None

    # --- lines -------------------------------------------------------------------------------

    def _summary(self) -> str:
        alone = (
            ("orphan_risks", self._risks),
            ("orphan_actions", self._actions),
        )
        counts = (
            counted(f"screen.risks.{key}", sum(entry.is_orphan for entry in entries))
            for key, entries in alone
        )
        return " · ".join(count.told_in(self.language) for count in counts)

    def _heading(self, what: str, link: str, nothing: str, entries: list[Entry]) -> Row:
        name = self.told(f"screen.risks.{what}", count=len(entries))
        if not entries:
            told = plain(f"{name}: {self.told(f'screen.risks.{nothing}')}")
            return Row(lambda width: told.truncate(width, ellipsis=True))
        facts = self.told(f"screen.risks.facts_{what}")
        head = self.told(f"screen.risks.{link}")
        return Row(lambda width: _columns(width, plain(name), plain(head), plain(facts)))

    def _draw(self, entry: Entry, width: int) -> Content:
        if entry.is_orphan:
            key = "no_action" if entry.is_risk else "no_risk"
            link = plain(f"! {self.told(f'screen.risks.{key}')}", _ORPHAN)
        elif entry.is_risk:
            link = plain(counted("screen.risks.links", len(entry.links)).told_in(self.language))
        else:
            link = plain(entry.links[0])
        shown = [self._value(value) for name, value in entry.facts][:3]
        return _columns(width, plain(entry.label), link, plain(" · ".join(shown), "$muted"))

    def _detail(self, entry: Entry) -> Content:
        lines = [plain(entry.label, "bold")]
        facts = [f"{name.told_in(self.language)}: {self._value(v)}" for name, v in entry.facts]
        if facts:
            lines.append(plain(" · ".join(facts)))
        lines += self._linked(entry)
        files = self.walk.prepared.assessment.documents
        for evidence in entry.evidence:
            place = source(evidence, files[evidence.document].file, self.language)
            lines.append(plain(f"“{evidence.quote}”") + plain(f" {place}", "$text-accent"))
        return Content("\n").join(lines)

    def _linked(self, entry: Entry) -> list[Content]:
        if entry.is_orphan:
            key = "alone_risk" if entry.is_risk else "alone_action"
            return [plain(f"! {self.told(f'screen.risks.{key}')}", f"bold {_ORPHAN}")]
        head = self.told("screen.risks.answered_by" if entry.is_risk else "screen.risks.answers")
        return [plain(f"{head}: {'; '.join(entry.links)}")]

    def _value(self, value: str | Words) -> str:
        return value.told_in(self.language) if isinstance(value, Words) else value


def _columns(width: int, label: Content, link: Content, facts: Content) -> Content:
    """Return one line of the table; the label gets what the others leave."""
    beside = _FACTS if width >= WIDE - 2 else 0
    room = max(width - _LINK - beside - 2, 10)
    line = Content.assemble(
        label.truncate(room, ellipsis=True, pad=True),
        "  ",
        link.truncate(_LINK, ellipsis=True, pad=True),
    )
    if beside:
        line += " " + facts.truncate(_FACTS - 1, ellipsis=True, pad=True)
    return line
