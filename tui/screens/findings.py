"""What did they write, and what is still to be judged? The findings, filtered as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.widgets import Input, Static

from tui import look
from tui.counting import counted
from tui.messages import Show
from tui.plain import plain
from tui.screens.judged import Judged
from tui.screens.question import WIDE, bindings
from tui.view import ORDERS
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from assessor.model import Finding
    from tui.actions import Place

_ORDERS = {order: f"screen.findings.by.{order}" for order in ORDERS}
_OPINION = 11
_KIND = 21
_LEVEL = 30
"""Widths of the columns, in cells."""


class Findings(Judged):
    """The list, and the line to filter it."""

    place: ClassVar[Place] = "findings"
    BINDINGS = bindings("findings")

    def body(self) -> Iterable[Widget]:
        """Yield what is shown of how many, the filter, the list."""
        yield Static(id="summary")
        yield Input(
            self.walk.view.text, placeholder=self.told("screen.findings.filter"), id="filter"
        )
        yield Static(plain(self.told("screen.findings.nothing")), id="nothing", classes="absent")
        yield Rows(id="findings")

    def on_mount(self) -> None:
        """Fill the list, with the cursor on the current finding."""
        self.query_one(Input).display = bool(self.walk.view.text)
        self.fill()
        self.query_one(Rows).focus()

    def refresh_judgements(self) -> None:
        """Show the list with the judgements as they are now."""
        super().refresh_judgements()
        self.fill()

    def fill(self) -> None:
        """Fill the list as the view has it."""
        findings = self.walk.shown(self.language)
        current = self.walk.current
        self.query_one(Rows).show_many(
            [finding.id for finding in findings],
            lambda number, width: self._draw(findings[number], width),
            current.id if current else None,
        )
        self.query_one("#summary", Static).update(self._summary(findings))
        self.query_one("#nothing").display = not findings

    @on(Input.Changed)
    def filter_as_typed(self, event: Input.Changed) -> None:
        """Let through what fits the letters so far."""
        self.walk.view.text = event.value
        self.fill()

    @on(Input.Submitted)
    def go_to_list(self) -> None:
        """Go on in what is left."""
        self.query_one(Rows).focus()

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Open the finding."""
        if key := self.query_one(Rows).key:
            self.walk.go_to(key)
            self.post_message(Show("finding"))

    def action_filter(self) -> None:
        """Let the reader type."""
        line = self.query_one(Input)
        line.display = True
        line.focus()

    def action_changed(self) -> None:
        """Show what the program sees otherwise than before."""
        self.post_message(Show("changed"))

    def action_only_open(self) -> None:
        """Hide what is judged, or show it again."""
        self.walk.view.only_open = not self.walk.view.only_open
        self.fill()

    def action_order(self) -> None:
        """Sort in the next way: by priority, by subject, by level."""
        view = self.walk.view
        view.order = ORDERS[(ORDERS.index(view.order) + 1) % len(ORDERS)]
        self.fill()

    def action_only_kind(self) -> None:
        """Show only the next kind of finding; after the last one all of them again."""
        kinds = [None, *self.walk.kinds]
        view = self.walk.view
        view.kind = kinds[(kinds.index(view.kind) + 1) % len(kinds)]
        self.fill()

    def action_discuss(self) -> None:
        """Put the finding under the cursor on the agenda of the talk."""
        key = self.query_one(Rows).key
        self.discuss(next((f for f in self.walk.shown(self.language) if f.id == key), None))

    def action_back(self) -> None:
        """Clear the words first, then every other narrowing, then go back."""
        view = self.walk.view
        if view.text or self.query_one(Input).has_focus:
            self.query_one(Input).value = ""
            self.query_one(Input).display = False
            self.query_one(Rows).focus()
        elif view.is_narrowed:
            view.group = view.kind = None
            view.only_open = False
            self.fill()
        else:
            super().action_back()

    # --- lines -------------------------------------------------------------------------------

    def _draw(self, finding: Finding, width: int) -> Content:
        opinion = self.walk.standing(finding).opinion
        symbol = (
            f"{look.opinion_symbol(opinion)} {look.opinion_name(opinion).told_in(self.language)}"
        )
        line = Content.assemble(
            plain(symbol, look.opinion_colour(opinion)).truncate(_OPINION, pad=True),
            plain(f"{finding.priority}  "),
            plain(look.kind_name(finding.kind).told_in(self.language)).truncate(_KIND, pad=True),
        )
        if width >= WIDE - 2:
            line += plain(self._level(finding)).truncate(_LEVEL, pad=True)
        return (line + plain(self.walk.short_title(finding, self.language))).truncate(
            width, ellipsis=True
        )

    def _level(self, finding: Finding) -> str:
        judgement = self.walk.judgement(finding.subject)
        return look.level_told(judgement.level, self.language) if judgement else ""

    def _summary(self, findings: list[Finding]) -> Content:
        still_open = sum(self.walk.standing(finding).opinion is None for finding in findings)
        view = self.walk.view
        parts = [
            counted("screen.findings.count", len(findings)).told_in(self.language),
            self.told("screen.findings.open", count=still_open),
            self.told(_ORDERS[view.order]),
        ]
        if view.group and (name := self.walk.subject_name(view.group)):
            parts.append(self.told("screen.findings.group", name=name))
        if view.kind:
            parts.append(self.told("screen.findings.kind", kind=look.kind_name(view.kind)))
        if view.only_open:
            parts.append(self.told("screen.findings.only_open"))
        return plain(" · ".join(parts))
