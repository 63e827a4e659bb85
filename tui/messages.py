"""What the threads that work tell the screens that show: never a widget, only these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from pathlib import Path

    from assessor.dossiers.presence import Presence
    from assessor.dossiers.register import Contract
    from assessor.errors import AssessorError
    from assessor.export.forms import Form
    from tui.actions import Place
    from tui.queue import Wanted
    from tui.state import Walk


@dataclass
class Progressed(Message):
    """The worker is this far; of one step only the newest counts."""

    job: int
    step: str
    done: int
    total: int

    def can_replace(self, message: Message) -> bool:
        """Return whether an older message still waiting may be dropped."""
        if not isinstance(message, Progressed):
            return False
        return (message.job, message.step) == (self.job, self.step)


@dataclass
class Ended(Message):
    """A job is over, however it went; 0 for work that is in no queue."""

    job: int


@dataclass
class Came(Message):
    """The reader chose files of one supplier."""

    files: tuple[Path, ...]


@dataclass
class LookedUp(Message):
    """What is known of files that came in: who made them, and the dossier where they are."""

    files: tuple[Path, ...]
    authors: tuple[str, ...]
    contract: Contract | None


@dataclass
class Queued(Message):
    """The reader wants files assessed."""

    wanted: Wanted


@dataclass
class Unqueued(Message):
    """The reader does not want a job any more."""

    job: int


@dataclass
class StoreOpened(Message):
    """The database is there."""


@dataclass
class WalkReady(Message):
    """A submission can be walked through."""

    walk: Walk
    job: int = 0
    """Of the queue; 0 for one that was opened from the list."""
    goal: Place | None = None
    """The screen to begin with; None for where the reader was last."""


@dataclass
class AlsoOpen(Message):
    """Who else has a submission open."""

    submission: int
    others: tuple[Presence, ...]


@dataclass
class Written(Message):
    """Files to take along are made."""

    places: tuple[Path, ...]


@dataclass
class Marked(Message):
    """A PDF with marks is made."""

    place: Path
    is_shown: bool
    """Whether a program was asked to show it."""


@dataclass
class Failed(Message):
    """Something went wrong that the reader must know."""

    error: AssessorError


@dataclass
class Stopped(Message):
    """The reader stopped the work."""


@dataclass
class Show(Message):
    """The reader wants another screen."""

    place: Place


@dataclass
class OpenSaved(Message):
    """The reader wants a submission that was saved before."""

    submission: int
    goal: Place | None = None
    """The screen to begin with; None for where they were last."""


@dataclass
class ShowMarked(Message):
    """The reader wants to see a supplier's PDF with the quotes marked."""

    document: int
    page: int
    quote: str | None
    """The one that the reader is at."""


@dataclass
class TakeAlong(Message):
    """The reader wants the submission as a file."""

    form: Form
    language: str
    place: Path
    overwrite: bool


@dataclass
class Again(Message):
    """The reader wants the open submission assessed once more."""


@dataclass
class Chosen(Message):
    """The reader chose a setting: its name, and the value for it."""

    name: str
    value: str


@dataclass
class Rekeyed(Message):
    """The reader chose another key for an action; without an action, the program's own for all."""

    action: str
    key: str
    row: str
    """Of the settings, to come back to."""
