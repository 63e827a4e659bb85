"""Where do they stand? Six steps, stakeholders and four themes, each in symbol, number and word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui import coverage, look
from tui.counting import counted
from tui.messages import Again, Show
from tui.plain import plain
from tui.saying import say
from tui.screens.crossing import Crossing
from tui.screens.judged import Judged
from tui.screens.question import bindings
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from assessor.model import Words
    from tui.actions import Place
    from tui.coverage import GroupRow, SubjectRow
    from tui.state import Walk

_LIMITS = "limits"
"""Key of the row that tells what was not read."""
_NAME = 48
_LEVEL = 8
_FOUND = 8
_PASSAGES = 9
_BASED = 13
"""Widths of the columns, in cells: the longest Dutch wording fits; a name may get less, and to the
level its longest word is added."""
_EDGES = 3
"""Cells that padding and scroll bar take beside the detail."""


class Overview(Judged):
    """The table with, below it, what the chosen row is made of."""

    place: ClassVar[Place] = "overview"
    BINDINGS = bindings("overview")

    def __init__(self, language: str, walk: Walk | None) -> None:
        super().__init__(language, walk)
        self._groups: dict[str, GroupRow] = {}
        self._crossing: Crossing | None = None
        """The themes by steps, while they are shown instead of the levels."""

    def body(self) -> Iterable[Widget]:
        """Yield the table and the detail below it."""
        yield Rows(id="groups")
        with VerticalScroll(id="detail"):
            yield Static(id="detail-text")

    def on_mount(self) -> None:
        """Fill the table and let the keys go there."""
        self.fill()
        self.query_one(Rows).focus()

    def fill(self) -> None:
        """Fill the table, with the cursor where the reader filtered last."""
        steps, themes = coverage.steps(self.walk), coverage.themes(self.walk)
        self._groups = {row.code: row for row in (*steps, *themes)}
        if self._crossing is not None:
            self.query_one(Rows).show(self._crossing.rows(), self.query_one(Rows).key)
            return
        own = self.walk.prepared.briefing.steps_name
        rows = [
            self._heading(own or say("screen.overview.steps")),
            *(self._row(row) for row in steps),
        ]
        if themes:
            rows += [
                self._heading(say("screen.overview.themes")),
                *(self._row(row) for row in themes),
            ]
        if limits := self.walk.prepared.assessment.limits:
            told = counted("screen.overview.limits", len(limits)).told_in(self.language)
            rows.append(Row(partial(plain(f"! {told}").truncate, ellipsis=True), _LIMITS))
        self.query_one(Rows).show(rows, self.walk.view.group)

    def refresh_judgements(self) -> None:
        """Count again what is open."""
        super().refresh_judgements()
        self.fill()

    def action_matrix(self) -> None:
        """Show on how many passages themes meet steps, or the levels again."""
        if not self.walk.prepared.briefing.themes:
            self.tell(say("screen.overview.no_themes"))
            return
        self._crossing = None if self._crossing else Crossing(self.walk, self.language)
        self.fill()

    def action_contract(self) -> None:
        """Show what is agreed in the contract."""
        self.post_message(Show("contract"))

    def action_changed(self) -> None:
        """Show what the program sees otherwise than before."""
        self.post_message(Show("changed"))

    def action_again(self) -> None:
        """Assess the same files once more."""
        self.post_message(Again())

    @on(Rows.Moved)
    def show_detail(self, event: Rows.Moved) -> None:
        """Show what the row is made of."""
        group = self._groups.get(event.key)
        if group is not None and self._crossing is not None:
            text = self._crossing.detail(event.key)
        else:
            text = self._detail(group) if group else self._limits()
        self.query_one("#detail-text", Static).update(text)
        self.query_one("#detail").scroll_home(animate=False)

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Go to the findings of the step or theme."""
        key = self.query_one(Rows).key
        if key in self._groups:
            self.walk.view.group = key
            self.post_message(Show("findings"))

    # --- lines -------------------------------------------------------------------------------

    def _heading(self, name: Words) -> Row:
        heads = (
            name.told_in(self.language),
            self.told("screen.overview.level"),
            self.told("screen.overview.found"),
            f"{self.told('screen.overview.passages'):>{_PASSAGES}}",
        )
        title, level, found, passages = (plain(head) for head in heads)
        level = level.truncate(self._level_width(), pad=True)
        return Row(lambda width: _columns(width, title, level, found, passages))

    def _row(self, row: GroupRow) -> Row:
        return Row(partial(self._draw, row), row.code)

    def _draw(self, row: GroupRow, width: int) -> Content:
        number = f"{row.code} " if look.is_measure(row.code) else ""
        found = self.told("screen.overview.of", found=row.found, total=len(row.subjects))
        return _columns(
            width,
            plain(number + row.name.told_in(self.language)),
            self._level(row).truncate(self._level_width(), pad=True),
            plain(found),
            plain(f"{row.passages:>{_PASSAGES}}"),
        )

    def _level_width(self) -> int:
        """Return how wide a level is in this language, with the room after it."""
        names = (look.level_name(level).told_in(self.language) for level in range(look.HIGHEST + 1))
        return max(map(len, names)) + _LEVEL

    def _level(self, row: GroupRow | SubjectRow) -> Content:
        if row.level == 0 and not row.expected:
            return plain(self.told("screen.overview.not_expected"), "$muted")
        squares = plain(look.squares(row.level), "$text-accent")
        name = look.level_name(row.level).told_in(self.language)
        return squares + plain(f" {row.level} {name}")

    def _detail(self, group: GroupRow) -> Content:
        """Return the subjects with something first, and the others in one sentence."""
        found = [subject for subject in group.subjects if subject.level > 0]
        still_open = counted("screen.overview.still_open", group.still_open)
        lines = [
            plain(still_open.told_in(self.language), "bold"),
            *(self._subject(subject) for subject in sorted(found, key=lambda s: -s.level)),
        ]
        absent = [s for s in group.subjects if s.level == 0 and s.expected]
        elsewhere = [s for s in group.subjects if s.level == 0 and not s.expected]
        for subjects, key in ((absent, "absent"), (elsewhere, "elsewhere")):
            if subjects:
                names = ", ".join(self._named(subject) for subject in subjects)
                lines.append(plain(self.told(f"screen.overview.{key}", names=names)))
        return Content("\n").join(lines)

    def _subject(self, subject: SubjectRow) -> Content:
        based = counted("screen.overview.based", subject.passages).told_in(self.language)
        line = Content.assemble(
            self._level(subject).truncate(self._level_width(), pad=True),
            plain(f" {based:<{_BASED}}", "$muted"),
            plain(self._named(subject)),
        )
        return line.truncate(self.app.size.width - _EDGES, ellipsis=True)

    def _named(self, subject: SubjectRow) -> str:
        name = subject.name.told_in(self.language)
        return f"{subject.code} {name}" if look.is_measure(subject.code) else name

    def _limits(self) -> Content:
        """Return all that was not or not surely read."""
        limits = self.walk.prepared.assessment.limits
        return Content("\n").join(plain(f"• {limit.told_in(self.language)}") for limit in limits)


def _columns(
    width: int, name: Content, level: Content, found: Content, passages: Content
) -> Content:
    """Return one line of the table; the name gets what the others leave, the level all it has."""
    room = min(max(width - level.cell_length - _FOUND - _PASSAGES - 1, 10), _NAME)
    return Content.assemble(
        name.truncate(room, ellipsis=True, pad=True),
        " ",
        level,
        found.truncate(_FOUND, pad=True),
        passages.truncate(_PASSAGES, pad=True),
    )
