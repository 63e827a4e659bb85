"""Where does it say so? The page as text, every quote marked, the one in hand pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from tui.counting import counted
from tui.messages import ShowMarked
from tui.plain import plain
from tui.saying import say
from tui.screens.judged import Judged
from tui.screens.question import bindings
from tui.widgets.page_view import PageView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from assessor.model import Evidence
    from tui.actions import Place
    from tui.pages import Mark, Pages
    from tui.state import Walk


class DocumentScreen(Judged):
    """The pages of the submission, one at a time."""

    place: ClassVar[Place] = "document"
    BINDINGS = bindings("document")

    def __init__(self, language: str, walk: Walk, pages: Pages, at: Evidence | int) -> None:
        """Begin at a quote, or at a page by its place among all leaves."""
        super().__init__(language, walk)
        self._pages = pages
        self._mark: Mark | None = None if isinstance(at, int) else pages.mark_of(at)
        leaf = at if isinstance(at, int) else 0
        self._leaf = self._mark.leaf if self._mark else min(leaf, max(len(pages.leaves) - 1, 0))

    def body(self) -> Iterable[Widget]:
        """Yield which page this is, and the page."""
        yield Static(id="where")
        yield PageView(id="page")

    def on_mount(self) -> None:
        """Let the keys go to the page."""
        self.query_one(PageView).focus()

    def on_resize(self) -> None:
        """Show the page once its width is known."""
        super().on_resize()
        self.call_after_refresh(self.fill)

    def fill(self) -> None:
        """Show the page and where it is."""
        if not self._pages.leaves:
            return
        leaf = self._pages.leaves[self._leaf]
        marks = self._pages.marks_on(self._leaf)
        self.query_one(PageView).show(leaf.blocks, marks, self._mark)
        self.query_one("#where", Static).update(plain(self._where()))
        if not leaf.blocks:
            self.tell(say("screen.document.no_text"))
        elif self._mark is not None and self._mark.block < 0:
            self.tell(say("screen.document.not_found_back"))

    @property
    def leaf(self) -> int | None:
        """Return the page that is shown."""
        return self._leaf

    def action_open_marked(self) -> None:
        """Let the computer show the supplier's own PDF, with the quotes marked."""
        if self._pages.leaves:
            leaf = self._pages.leaves[self._leaf]
            quote = self._mark.quote if self._mark else None
            self.post_message(ShowMarked(leaf.document, leaf.number, quote))

    def action_next_quote(self) -> None:
        """Go to the next quote, on this page or a later one."""
        self._to_mark(1)

    def action_previous_quote(self) -> None:
        """Go to the quote before."""
        self._to_mark(-1)

    def action_next_page(self) -> None:
        """Go to the next page, also of the next document."""
        self._to_leaf(1)

    def action_previous_page(self) -> None:
        """Go to the page before."""
        self._to_leaf(-1)

    def _to_leaf(self, by: int) -> None:
        place = self._leaf + by
        if 0 <= place < len(self._pages.leaves):
            self._leaf, self._mark = place, None
            self.fill()
        else:
            self.tell(say("screen.document.last" if by > 0 else "screen.document.first"))

    def _to_mark(self, by: int) -> None:
        marks = self._pages.marks
        if self._mark in marks:
            place = marks.index(self._mark) + by
        else:
            before = sum(mark.leaf < self._leaf for mark in marks)
            place = before if by > 0 else before - 1
        if not 0 <= place < len(marks):
            self.tell(say("screen.document.no_more_quotes"))
            return
        self._mark = marks[place]
        self._leaf = self._mark.leaf
        self.fill()

    def _where(self) -> str:
        leaf = self._pages.leaves[self._leaf]
        file = self.walk.prepared.assessment.documents[leaf.document].file
        key = "screen.document.page" if leaf.is_page else "screen.document.portion"
        place = self.told(key, number=leaf.number, total=leaf.of)
        if self._mark in self._pages.marks:
            number = self._pages.marks.index(self._mark) + 1
            total = len(self._pages.marks)
            quote = self.told("screen.document.quote", number=number, total=total)
            return f"{place} · {quote} · {file}"
        count = len(self._pages.marks_on(self._leaf))
        here = counted("screen.document.quotes_here", count).told_in(self.language)
        return f"{place} · {here} · {file}"
