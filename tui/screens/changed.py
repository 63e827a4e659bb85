"""What does the program see otherwise than before? Beside it stands what people made of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui import look
from tui.counting import counted
from tui.messages import Again, Show
from tui.plain import plain
from tui.saying import say
from tui.screens.judged import Judged
from tui.screens.question import bindings
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from assessor.dossiers.changed_view import FindingChange, LevelChange
    from assessor.model import Finding
    from tui.actions import Place
    from tui.state import Walk

_WHAT = 21
_QUOTES = 2
"""Of a finding before and after, that are shown."""


class Changed(Judged):
    """The changes with, below them, what stood there and what stands there now."""

    place: ClassVar[Place] = "changed"
    BINDINGS = bindings("changed")

    def __init__(self, language: str, walk: Walk | None) -> None:
        super().__init__(language, walk)
        changed = self.walk.changed
        self._levels = (
            {f"level:{change.code}": change for change in changed.levels} if changed else {}
        )
        by_weight = sorted(
            changed.findings if changed else (), key=lambda change: change.standing.opinion is None
        )
        self._findings = {f"finding:{n}": change for n, change in enumerate(by_weight)}

    def body(self) -> Iterable[Widget]:
        """Yield which checklists are compared, the changes and the detail below them."""
        yield Static(plain(self._summary()), id="summary")
        yield Rows(id="register")
        with VerticalScroll(id="detail"):
            yield Static(id="detail-text")

    def on_mount(self) -> None:
        """Fill the list; what a person judged already comes first."""
        rows: list[Row] = []
        if self._findings:
            rows.append(
                self._heading(
                    counted("screen.changed.findings", len(self._findings)).told_in(self.language)
                )
            )
            rows += [Row(partial(self._draw_finding, c), key) for key, c in self._findings.items()]
        if self._levels:
            rows.append(
                self._heading(
                    counted("screen.changed.levels", len(self._levels)).told_in(self.language)
                )
            )
            rows += [Row(partial(self._draw_level, c), key) for key, c in self._levels.items()]
        self.query_one(Rows).show(rows)
        self.query_one(Rows).focus()

    @on(Rows.Moved)
    def show_detail(self, event: Rows.Moved) -> None:
        """Show what stood there and what stands there now."""
        if (change := self._findings.get(event.key)) is not None:
            text = Content("\n").join(self._detail(change))
        else:
            text = plain(self._told_level(self._levels[event.key]))
        self.query_one("#detail-text", Static).update(text)
        self.query_one("#detail").scroll_home(animate=False)

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Go to the finding that the row is about, to look at it again."""
        finding = self._in_hand()
        if finding is None or not self.walk.holds(finding):
            self.tell(say("screen.changed.no_finding"))
            return
        self.walk.go_to(finding.id)
        self.post_message(Show("finding"))

    def action_again(self) -> None:
        """Assess the same files once more."""
        self.post_message(Again())

    def _in_hand(self) -> Finding | None:
        key = self.query_one(Rows).key or ""
        if key in self._findings:
            return self._findings[key].after
        return self.walk.of_subject(self._levels[key].code) if key in self._levels else None

    # --- lines -------------------------------------------------------------------------------

    def _summary(self) -> str:
        changed = self.walk.changed
        if changed is None:
            return self.told("screen.changed.never")
        if not (changed.levels or changed.findings):
            return self.told("screen.changed.nothing")
        told = counted("screen.changed.of_judged", len(changed.judged)).told_in(self.language)
        versions = self.told(
            "screen.changed.versions",
            before=changed.checklist_before,
            after=changed.checklist_after,
        )
        return f"{versions} · {told}"

    def _heading(self, told: str) -> Row:
        return Row(partial(plain(told).truncate, ellipsis=True))

    def _draw_finding(self, change: FindingChange, width: int) -> Content:
        opinion = change.standing.opinion
        mark = "! " if opinion is not None else "  "
        what = self.told(f"screen.changed.what.{change.what}")
        line = plain(mark, "bold $text-warning") + plain(what).truncate(_WHAT, pad=True)
        line += plain(self.walk.short_title(change.finding, self.language), "bold")
        if opinion is not None:
            line += plain(f" · {self._opinion(change)}", look.opinion_colour(opinion))
        return line.truncate(width, ellipsis=True)

    def _draw_level(self, change: LevelChange, width: int) -> Content:
        return plain(f"  {self._told_level(change)}").truncate(width, ellipsis=True)

    def _told_level(self, change: LevelChange) -> str:
        name = self.walk.subject_name(change.code)
        told = name.told_in(self.language) if name else change.code
        if look.is_measure(change.code):
            told = f"{change.code} {told}"
        before, after = (look.level_told(n, self.language) for n in (change.before, change.after))
        return f"{told}: {before} → {after}"

    def _opinion(self, change: FindingChange) -> str:
        opinion = look.opinion_name(change.standing.opinion).told_in(self.language)
        return self.told("screen.changed.yours", opinion=opinion)

    def _detail(self, change: FindingChange) -> Iterator[Content]:
        if change.standing.opinion is not None:
            yield plain(self._opinion(change), "bold")
        if change.standing.note:
            yield plain(self.told("screen.finding.note", note=change.standing.note), "$text-accent")
        for finding, key in ((change.after, "after"), (change.before, "before")):
            yield plain(self.told(f"screen.changed.{key}"), "bold $text-accent")
            yield from self._finding(finding)

    def _finding(self, finding: Finding | None) -> Iterator[Content]:
        if finding is None:
            yield plain(self.told("screen.changed.was_not_there"), "$muted")
            return
        kind = look.kind_name(finding.kind).told_in(self.language)
        yield plain(f"{kind}: {finding.title.told_in(self.language)}")
        for evidence in finding.evidence[:_QUOTES]:
            yield plain(f"“{evidence.quote}”", "$muted")
