"""What the threads that work tell the screens that show: never a widget, only these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from assessor.errors import AssessorError
    from tui.actions import Place
    from tui.state import Walk


@dataclass
class Progressed(Message):
    """The worker is this far; only the newest counts."""

    step: str
    done: int
    total: int

    def can_replace(self, message: Message) -> bool:
        """Return whether an older message still waiting may be dropped."""
        return isinstance(message, Progressed)


@dataclass
class StoreOpened(Message):
    """The database is there."""


@dataclass
class WalkReady(Message):
    """A submission can be walked through."""

    walk: Walk


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
