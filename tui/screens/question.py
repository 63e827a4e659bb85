"""What all screens share: the frame around one question, and how keys become actions.

The frame always shows whose documents these are, how many findings are judged, and what was last
saved.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from tui import actions, look
from tui.messages import Show
from tui.plain import plain
from tui.saying import say
from tui.widgets.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from assessor.model import Evidence, Words
    from tui.actions import Place
    from tui.queue import Job
    from tui.state import Walk

WIDE = 110
"""Columns from which a second column of text fits beside the first."""
SMALLEST = Size(80, 24)
_UNUSABLE = Size(60, 16)
"""Below this nothing is shown but the advice to make the window larger."""
_AT_PAGE = {"pages": "screen.head.at_work_pages", "scans": "screen.head.at_work_scans"}
_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]


def bindings(place: Place) -> list[BindingType]:
    """Return the key bindings of a screen, from the table of actions."""
    return [
        Binding(
            ",".join(action.keys), action.call, action.id, id=f"{place}.{action.id}", show=False
        )
        for action in actions.of_place(place)
    ]


class Question(Screen[None]):
    """A screen that answers one question of the reader."""

    HORIZONTAL_BREAKPOINTS = _BREAKPOINTS
    place: ClassVar[Place]

    def __init__(self, language: str, walk: Walk | None) -> None:
        super().__init__()
        self.language = language
        self._walk = walk
        self._is_small = False
        self.at_work: Job | None = None
        """What is being assessed meanwhile."""
        self.came_from: Place | None = None
        """The screen to go back to, where that is not always the same."""

    @property
    def walk(self) -> Walk:
        """Return the walk; only screens about a submission ask for it."""
        assert self._walk is not None
        return self._walk

    @abstractmethod
    def body(self) -> Iterable[Widget]:
        """Yield what stands between the frame's lines."""

    def compose(self) -> ComposeResult:
        """Yield the frame with the body in it."""
        yield Static(id="head")
        yield Keys(actions.tabs(), self.language, f"show_{self.place}", "tabs", is_tight=True)
        yield from self.body()
        yield Static(id="status")
        yield Keys(actions.hints(self.place), self.language, id="hints")
        yield Static(plain(self.told("screen.head.too_small")), id="too-small")

    def on_resize(self) -> None:
        """Fill the head: its right half stands at the right edge; tell when the window is small."""
        self.fill_head()
        size = self.app.size
        is_unusable = size.width < _UNUSABLE.width or size.height < _UNUSABLE.height
        self.set_class(is_unusable, "-unusable")
        is_small = size.width < SMALLEST.width or size.height < SMALLEST.height
        if is_small:
            self.tell(say("screen.head.too_small"), "$text-warning")
        elif self._is_small:
            self.tell(look.NOTHING)
        self._is_small = is_small

    def fill_head(self) -> None:
        """Say whose documents these are and how far the reader is."""
        left = plain(self.told("screen.head.program"), "bold")
        right = Content("")
        if self._walk is not None:
            left += plain(f"  {self._walk.name}")
            right = plain(self._progress(self._walk))
        if self.at_work is not None:
            right = plain(self._work(self.at_work), "$text-accent") + "  " + right
        room = max(self.app.size.width - 2 - right.cell_length, 0)
        left = left.truncate(max(room - 2, 0), ellipsis=True, pad=True) + "  "
        self.query_one("#head", Static).update(left + right)

    def _progress(self, walk: Walk) -> str:
        """Return how far the reader is; with the checklist where nothing else needs the room."""
        judged = self.told("screen.head.judged", judged=walk.judged, total=walk.total)
        if self.at_work is not None:
            return judged
        if walk.others:
            names = ", ".join(dict.fromkeys(there.who for there in walk.others))
            return f"{judged} · {self.told('screen.head.others', names=names)}"
        version = self.told("screen.head.checklist", version=walk.prepared.briefing.version)
        return f"{judged} · {version}"

    def _work(self, job: Job) -> str:
        """Return how far the work is that goes on meanwhile."""
        return work_told(job).told_in(self.language)

    def show_queue(self) -> None:
        """Show how far the work is."""
        self.fill_head()

    @property
    def leaf(self) -> int | None:
        """Return the page of the document that is shown; None on screens without."""
        return None

    def evidence_in_hand(self) -> Evidence | None:
        """Return the evidence that the reader is at; None on screens without."""
        return None

    def told(self, key: str, **values: object) -> str:
        """Return a sentence in the reader's language."""
        return say(key, **values).told_in(self.language)

    def tell(self, words: Words, style: str = "") -> None:
        """Say something in the line above the keys."""
        self.query_one("#status", Static).update(plain(words.told_in(self.language), style))

    def action_back(self) -> None:
        """Go to the screen that this one came from."""
        parents: dict[Place, Place] = {
            "document": "finding",
            "finding": "findings",
            "findings": "overview",
            "risks": "overview",
            "dialogue": "overview",
            "overview": "dossiers",
            "settings": "overview" if self._walk else "dossiers",
            "changed": "overview",
            "contract": "overview",
        }
        self.post_message(Show(self.came_from or parents[self.place]))


def work_told(job: Job) -> Words:
    """Return what is at work, with the page or passage that is at hand."""
    if job.step == "matching":
        return say("screen.head.at_work_of", done=job.done, total=job.total)
    if job.pages:
        return say(_AT_PAGE[job.counted], done=job.page, total=job.pages)
    return say("screen.head.at_work")
