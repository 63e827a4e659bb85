"""What is the program doing? Shown at once, while the files are looked up or assessed."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from tui.messages import Stopped
from tui.plain import plain
from tui.screens.question import Question, bindings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from tui.actions import Place
    from tui.messages import Progressed

_STEPS = ("reading", "preparing", "matching", "judging")
"""In the order in which the engine takes them."""
_BAR = 30


class Opening(Question):
    """The steps of the work, with how far it is."""

    place: ClassVar[Place] = "opening"
    BINDINGS = bindings("opening")

    def __init__(self, language: str, files: Sequence[str]) -> None:
        super().__init__(language, None)
        self._files = files
        self._progress: Progressed | None = None
        self._since = monotonic()

    def body(self) -> Iterable[Widget]:
        """Yield the files and the steps."""
        yield Static(id="files", classes="title")
        yield Static(id="steps")

    def on_mount(self) -> None:
        """Say what is going to happen."""
        self.query_one("#files", Static).update(self._files_told())
        self.fill()
        self.set_interval(1, self.fill)

    def show_progress(self, progress: Progressed) -> None:
        """Show how far the worker is."""
        self._progress = progress
        self.fill()

    def action_stop(self) -> None:
        """Stop the work."""
        self.tell_stopping()
        self.post_message(Stopped())

    def tell_stopping(self) -> None:
        """Say that it was heard."""
        self.query_one("#steps", Static).update(plain(self.told("screen.opening.stopping")))

    def fill(self) -> None:
        """Show the steps."""
        if self._progress is None:
            looking = self.told("screen.opening.looking") if self._files else ""
            self.query_one("#steps", Static).update(plain(looking))
            return
        now = self._progress.step
        place = _STEPS.index(now) if now in _STEPS else len(_STEPS)
        lines = [self._line(step, number, place) for number, step in enumerate(_STEPS)]
        seconds = int(monotonic() - self._since)
        lines.append(plain(self.told("screen.opening.busy", seconds=seconds), "$muted"))
        self.query_one("#steps", Static).update(Content("\n").join(lines))

    def _files_told(self) -> Content:
        if not self._files:
            return plain(self.told("screen.opening.dossiers"), "bold")
        head = plain(self.told("screen.opening.title"), "bold")
        return Content("\n").join([head, *(plain(f"• {name}") for name in self._files)])

    def _line(self, step: str, number: int, place: int) -> Content:
        label = self.told(f"screen.opening.step.{step}")
        if number < place:
            return plain(f"✓ {label}", "$text-success")
        if number > place or self._progress is None:
            return plain(f"· {label}", "$muted")
        done, total = self._progress.done, self._progress.total
        if total <= 1:
            return plain(f"▶ {label}", "bold")
        filled = _BAR * done // total
        bar = "█" * filled + "░" * (_BAR - filled)
        of = self.told("screen.opening.of", done=done, total=total)
        return plain(f"▶ {label}  ", "bold") + plain(f"{bar} {of}")
