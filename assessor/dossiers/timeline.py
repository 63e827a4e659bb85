"""Events that are only ever added, with undo and redo as events over the whole of them.

Separate because judgements and changes of an agenda are taken back in the same way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable


class Event(Protocol):
    """What can be put on a timeline."""

    @property
    def id(self) -> int:
        """Return the number that the store gave."""

    @property
    def kind(self) -> str:
        """Return "undo", "redo", or what was done."""

    @property
    def target(self) -> int | None:
        """Return the id of the event that is undone or redone."""


E = TypeVar("E", bound=Event)


class Timeline(Generic[E]):
    """What counts of a row of events."""

    def __init__(self, events: Iterable[E] = ()) -> None:
        self.done: list[E] = []
        """What counts, in order; what was redone stands where it was redone."""
        self.undone: list[E] = []
        """What can be brought back, the last undone at the end."""
        for event in events:
            self.add(event)

    def add(self, event: E) -> E | None:
        """Return what the event did, took back or brought back; None where that is not there."""
        if event.kind == "undo":
            return _moved(event.target, self.done, self.undone)
        if event.kind == "redo":
            return _moved(event.target, self.undone, self.done)
        self.done.append(event)
        self.undone.clear()
        return event

    @property
    def undoable(self) -> E | None:
        """Return the event that an undo would take back."""
        return self.done[-1] if self.done else None

    @property
    def redoable(self) -> E | None:
        """Return the event that a redo would bring back."""
        return self.undone[-1] if self.undone else None


def _moved(target: int | None, source: list[E], goal: list[E]) -> E | None:
    """Return the event with this id after it went from one list to the other; the newest first."""
    for place in range(len(source) - 1, -1, -1):
        if source[place].id == target:
            event = source.pop(place)
            goal.append(event)
            return event
    return None
