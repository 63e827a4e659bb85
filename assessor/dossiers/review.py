"""What people make of findings: events that are only ever added, and what they add up to.

Separate from the store so that screens and exports can replay a history without a database. An
undo is one more event; nothing is changed or removed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from assessor.dossiers.timeline import Timeline

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
        self._timeline: Timeline[Review] = Timeline()
        self._by_finding: defaultdict[str, list[Review]] = defaultdict(list)
        self._standings: dict[str, Standing] = {}
        for review in reviews:
            self.add(review)

    def add(self, review: Review) -> None:
        """Take in one more event; an undo or redo of what is no longer there changes nothing."""
        settled = self._timeline.add(review)
        if settled is None:
            return
        if review.kind == "undo":
            self._by_finding[settled.finding].remove(settled)
        else:
            self._by_finding[settled.finding].append(settled)
        self._settle(settled.finding)

    @property
    def undoable(self) -> Review | None:
        """Return the event that an undo would take back."""
        return self._timeline.undoable

    @property
    def redoable(self) -> Review | None:
        """Return the event that a redo would bring back."""
        return self._timeline.redoable

    def standing(self, finding: str) -> Standing:
        """Return what counts now for a finding."""
        return self._standings.get(finding, _OPEN)

    def judged(self, findings: Iterable[str]) -> int:
        """Return how many of the findings have an opinion."""
        return sum(self.standing(finding).opinion is not None for finding in findings)

    def _settle(self, finding: str) -> None:
        """Work out anew what counts for a finding."""
        standing = _OPEN
        for review in self._by_finding[finding]:
            standing = _after(standing, review)
        self._standings[finding] = standing


def _after(standing: Standing, review: Review) -> Standing:
    if review.kind == "note":
        return Standing(standing.opinion, standing.level, review.why, review)
    assert review.kind != "undo"
    assert review.kind != "redo"
    return Standing(review.kind, review.level, review.why or standing.note, review)
