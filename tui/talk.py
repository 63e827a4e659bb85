"""The talk that is being prepared: the program's proposal with the reader's own changes on top.

Without Textual. A change is with the keeper before any method here returns; undoing takes the last
one away, however long ago it was made.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

import msgspec

from assessor.dialogue.advice import warnings
from assessor.dialogue.edits import (
    Agree,
    Ask,
    Drop,
    Move,
    Note,
    Own,
    Pick,
    Skip,
    Take,
    Thank,
    Withdraw,
    edited,
)
from assessor.dialogue.keeping import edits_from_json
from assessor.dialogue.proposal import parts_of, proposed
from assessor.dossiers.changes import Change
from assessor.dossiers.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from assessor.dialogue.agenda import Agenda, Agreement, Topic
    from assessor.dialogue.edits import Edit
    from assessor.model import Finding, Words
    from tui.state import Walk

SHORTEST, LONGEST = 30, 240
"""Minutes that a talk may take."""


class ChangeKeeper(Protocol):
    """What a talk needs of the store."""

    def record_change(self, submission: int, change: Change) -> Change:
        """Return the change once it is on disk."""


def _now() -> datetime:
    return datetime.now(UTC)


class Talk:
    """The agenda of one submission, and every change to it."""

    def __init__(
        self,
        walk: Walk,
        changes: Iterable[Change],
        keeper: ChangeKeeper,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self._walk = walk
        self._keeper = keeper
        self._now = now
        self._timeline = Timeline(changes)

    @property
    def agenda(self) -> Agenda:
        """Return the proposal after all judgements and changes so far."""
        prepared = self._walk.prepared
        base = proposed(prepared.assessment, prepared.briefing, self._walk.history)
        return edited(base, self._edits(), prepared.assessment, prepared.briefing)

    def warnings(self) -> tuple[Words, ...]:
        """Return what makes this talk harder than it needs to be."""
        return tuple(warnings(self.agenda))

    def not_yet(self) -> list[Finding]:
        """Return the findings that are in the agenda neither as topic nor as strength."""
        agenda = self.agenda
        taken = {topic.id for topic in agenda.topics} | {s.id for s in agenda.strengths}
        return [f for f in self._walk.prepared.assessment.findings if f.id not in taken]

    # --- changes -----------------------------------------------------------------------------

    def pick(self, finding: Finding) -> None:
        """Talk about a finding too, or open with it when it is a strength."""
        self._do(Thank(finding.id) if finding.kind == "strength" else Pick(finding.id))

    def own_topic(self, title: str) -> str:
        """Return the id of a new topic with this title."""
        known = {edit.topic for edit in self._edits() if isinstance(edit, Own)}
        made = _free("own", known)
        self._do(Own(made, title))
        return made

    def rename(self, topic: str, title: str) -> None:
        """Give a topic of one's own another title."""
        self._do(Own(topic, title))

    def own_question(self, topic: Topic, text: str) -> str:
        """Return the id of a new question on a topic."""
        known = {asked.id for asked in topic.questions}
        known |= {e.question for e in self._edits() if isinstance(e, Ask | Skip)}
        made = _free("own", known)
        self._do(Ask(topic.id, made, text))
        return made

    def reword(self, topic: str, question: str, text: str) -> None:
        """Put a question in other words."""
        self._do(Ask(topic, question, text))

    def move(self, topic: str, by: int) -> bool:
        """Return whether the topic could go so many places up or down."""
        ids = [known.id for known in self.agenda.topics]
        place = ids.index(topic) + by
        if not 0 <= place < len(ids):
            return False
        self._do(Move(topic, place + 1))
        return True

    def drop_topic(self, topic: str) -> None:
        """Do not talk about it."""
        self._do(Drop(topic))

    def drop_question(self, topic: str, question: str) -> None:
        """Do not ask it."""
        self._do(Skip(topic, question))

    def drop_strength(self, finding: str) -> None:
        """Do not open with it."""
        self._do(Thank(finding, wanted=False))

    def note(self, topic: str, text: str) -> None:
        """Write something down on a topic, instead of what stood there."""
        self._do(Note(topic, text))

    def agree(self, topic: str, made: Agreement, instead_of: int = 0) -> None:
        """Write down what was agreed on a topic.

        Args:
            topic: its id.
            made: what was agreed.
            instead_of: place of the agreement that it replaces, counted from 1; 0 for a new one.
        """
        earlier = [Withdraw(topic, instead_of)] if instead_of else []
        self._do(*earlier, Agree(topic, made.what, made.who, made.by))

    def withdraw(self, topic: str, place: int) -> None:
        """Let the agreement in this place, counted from 1, not stand."""
        self._do(Withdraw(topic, place))

    def take(self, part: str, minutes: int) -> None:
        """Take so many minutes for one part."""
        self._do(Take(part, minutes))

    def take_in_all(self, minutes: int) -> None:
        """Take so many minutes for the whole talk; the topics get what the other parts leave."""
        self._do(*(Take(part.code, part.minutes) for part in parts_of(minutes)))

    def undo(self) -> bool:
        """Return whether there was a change to take back."""
        step = _last_step(self._timeline.done)
        for change in reversed(step):
            self._record(Change(self._now(), self._walk.who, "undo", target=change.id))
        return bool(step)

    def redo(self) -> bool:
        """Return whether there was a change to bring back."""
        step = _last_step(self._timeline.undone)
        for change in reversed(step):
            self._record(Change(self._now(), self._walk.who, "redo", target=change.id))
        return bool(step)

    # --- inside ------------------------------------------------------------------------------

    def _edits(self) -> list[Edit]:
        return _edits_of(self._timeline.done)

    def _do(self, *edits: Edit) -> None:
        at = self._now()
        for edit in edits:
            told = msgspec.json.encode(edit).decode()
            self._record(Change(at, self._walk.who, "edit", told))

    def _record(self, change: Change) -> None:
        self._timeline.add(self._keeper.record_change(self._walk.submission, change))


def _free(stem: str, known: Iterable[str]) -> str:
    taken, number = set(known), 1
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def _edits_of(changes: Iterable[Change]) -> list[Edit]:
    told = ",".join(change.edit for change in changes)
    return edits_from_json(f"[{told}]".encode())


def _last_step(changes: Sequence[Change]) -> list[Change]:
    """Return the last change, with those that were made at the same moment."""
    step: list[Change] = []
    for change in reversed(changes):
        if step and (change.at, change.who) != (step[-1].at, step[-1].who):
            break
        step.append(change)
    return step[::-1]
