"""What people make of findings: events that are only ever added, and what they add up to.

Separate from the store so that screens and exports can replay a history without a database. An
undo is one more event; nothing is changed or removed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

Opinion = Literal["agree", "disagree", "doubt", "not_applicable"]
ReviewKind = Literal["agree", "disagree", "doubt", "not_applicable", "note", "undo", "redo"]


@dataclass(frozen=True, slots=True)
class Review:
    """One thing that a person decided about one finding."""

    at: datetime
    """With time zone."""
    who: str
    kind: ReviewKind
    finding: str
    subject: str
    """Code of the measure or topic, or id of the risk or action, that the finding is about."""
    level: int | None = None
    """The level that the person gives instead, 0 to 4; only when they disagree."""
    why: str = ""
    """The note, or the reason why it does not apply, in the person's own words."""
    target: int | None = None
    """Id of the event that is undone or redone."""
    id: int = 0
    """Given by the store; 0 before it is stored."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What counts now for one finding."""

    opinion: Opinion | None = None
    level: int | None = None
    note: str = ""
    last: Review | None = None
    """The newest event that counts."""


_OPEN = Standing()


class History:
    """The events of one submission, replayed."""

    def __init__(self, reviews: Iterable[Review] = ()) -> None:
        self._done: list[Review] = []
        self._undone: list[Review] = []
        self._by_finding: defaultdict[str, list[Review]] = defaultdict(list)
        self._standings: dict[str, Standing] = {}
        for review in reviews:
            self.add(review)

    def add(self, review: Review) -> None:
        """Take in one more event; an undo or redo of what is no longer there changes nothing."""
        if review.kind == "undo":
            self._undo(review.target)
        elif review.kind == "redo":
            self._redo(review.target)
        else:
            self._count(review)
            self._undone.clear()

    @property
    def undoable(self) -> Review | None:
        """Return the event that an undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> Review | None:
        """Return the event that a redo would bring back."""
        return self._undone[-1] if self._undone else None

    def standing(self, finding: str) -> Standing:
        """Return what counts now for a finding."""
        return self._standings.get(finding, _OPEN)

    def judged(self, findings: Iterable[str]) -> int:
        """Return how many of the findings have an opinion."""
        return sum(self.standing(finding).opinion is not None for finding in findings)

    def _count(self, review: Review) -> None:
        self._done.append(review)
        self._by_finding[review.finding].append(review)
        self._settle(review.finding)

    def _undo(self, target: int | None) -> None:
        for review in self._done:
            if review.id == target:
                self._done.remove(review)
                self._by_finding[review.finding].remove(review)
                self._undone.append(review)
                self._settle(review.finding)
                return

    def _redo(self, target: int | None) -> None:
        for review in self._undone:
            if review.id == target:
                self._undone.remove(review)
                self._count(review)
                return

    def _settle(self, finding: str) -> None:
        """Work out anew what counts for a finding."""
        standing = _OPEN
        for review in self._by_finding[finding]:
            standing = _after(standing, review)
        self._standings[finding] = standing


def _after(standing: Standing, review: Review) -> Standing:
    if review.kind == "note":
        return Standing(standing.opinion, standing.level, review.why, review)
    assert review.kind not in {"undo", "redo"}
    return Standing(review.kind, review.level, review.why or standing.note, review)
