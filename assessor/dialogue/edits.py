"""What a person changes in an agenda, as data: the program's proposal stays, edits are replayed.

So a new assessment brings a new proposal and keeps every choice. An edit about something that the
assessment no longer holds changes nothing and stays in the list. What a person wrote counts for
both languages.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from assessor.dialogue.agenda import Agenda, Agreement, Asked, Topic
from assessor.dialogue.topics import strength_of, topic_of
from assessor.model import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from assessor.dossiers.briefing import Briefing
    from assessor.model import Assessment, Finding


class Pick(msgspec.Struct, frozen=True, tag=True):
    """Talk about this finding too."""

    topic: str


class Own(msgspec.Struct, frozen=True, tag=True):
    """Talk about something of one's own."""

    topic: str
    """An id that is not used yet, as "own-1"."""
    title: str


class Drop(msgspec.Struct, frozen=True, tag=True):
    """Do not talk about it."""

    topic: str


class Move(msgspec.Struct, frozen=True, tag=True):
    """Talk about it as number `place`, counted from 1."""

    topic: str
    place: int


class Ask(msgspec.Struct, frozen=True, tag=True):
    """Put this question: another wording of one with that id, or one of one's own."""

    topic: str
    question: str
    text: str


class Skip(msgspec.Struct, frozen=True, tag=True):
    """Do not put this question."""

    topic: str
    question: str


class Note(msgspec.Struct, frozen=True, tag=True):
    """What was noted on a topic, instead of an earlier note."""

    topic: str
    text: str


class Agree(msgspec.Struct, frozen=True, tag=True):
    """One more agreement."""

    topic: str
    what: str
    who: str = ""
    by: str = ""


class Withdraw(msgspec.Struct, frozen=True, tag=True):
    """The agreement in this place, counted from 1, does not stand."""

    topic: str
    place: int


class Thank(msgspec.Struct, frozen=True, tag=True):
    """Open with this strength too, or not."""

    finding: str
    wanted: bool = True


class Take(msgspec.Struct, frozen=True, tag=True):
    """Take so many minutes for a part."""

    part: str
    minutes: int


Edit = Pick | Own | Drop | Move | Ask | Skip | Note | Agree | Withdraw | Thank | Take


def edited(
    agenda: Agenda, edits: Iterable[Edit], assessment: Assessment, briefing: Briefing
) -> Agenda:
    """Return the agenda after the edits, in their order."""
    desk = _Desk(agenda, assessment, briefing)
    for edit in edits:
        desk.apply(edit)
    return desk.agenda


class _Desk:
    """An agenda on which edits are carried out one by one."""

    def __init__(self, agenda: Agenda, assessment: Assessment, briefing: Briefing) -> None:
        self.agenda = agenda
        self._assessment = assessment
        self._briefing = briefing

    def apply(self, edit: Edit) -> None:
        """Carry out one edit."""
        if isinstance(edit, Thank):
            self._thank(edit)
        elif isinstance(edit, Take):
            self._take(edit)
        elif isinstance(edit, Drop):
            self._keep([topic for topic in self.agenda.topics if topic.id != edit.topic])
        elif isinstance(edit, Own):
            self._own(edit)
        else:
            self._on_topic(edit)

    def _on_topic(self, edit: Pick | Move | Ask | Skip | Note | Agree | Withdraw) -> None:
        """Carry out an edit of one topic; whoever works on a topic wants to talk about it."""
        self._pick(edit.topic)
        if isinstance(edit, Move):
            self._move(edit)
        elif isinstance(edit, Ask):
            self._change(edit.topic, lambda topic: _asking(topic, edit))
        elif isinstance(edit, Skip):
            self._change(edit.topic, lambda topic: _skipping(topic, edit))
        elif isinstance(edit, Note):
            self._change(edit.topic, lambda topic: replace(topic, note=edit.text))
        elif isinstance(edit, Agree):
            self._change(edit.topic, lambda topic: _agreeing(topic, edit))
        elif isinstance(edit, Withdraw):
            self._change(edit.topic, lambda topic: _withdrawing(topic, edit))

    def _pick(self, topic: str) -> None:
        if any(known.id == topic for known in self.agenda.topics):
            return
        if (finding := self._finding(topic)) is not None:
            made = topic_of(finding, self._assessment, self._briefing)
            self._keep([*self.agenda.topics, made])

    def _own(self, edit: Own) -> None:
        words = Words(edit.title, edit.title)
        known = {topic.id for topic in self.agenda.topics}
        if edit.topic in known:
            self._change(edit.topic, lambda topic: replace(topic, name=words, title=words))
            return
        made = Topic(edit.topic, "own", "", words, words, Words("", ""))
        self._keep([*self.agenda.topics, made])

    def _move(self, edit: Move) -> None:
        moved = [topic for topic in self.agenda.topics if topic.id == edit.topic]
        others = [topic for topic in self.agenda.topics if topic.id != edit.topic]
        place = max(edit.place - 1, 0)
        self._keep([*others[:place], *moved, *others[place:]])

    def _thank(self, edit: Thank) -> None:
        strengths = [known for known in self.agenda.strengths if known.id != edit.finding]
        finding = self._finding(edit.finding)
        if edit.wanted and finding is not None:
            if len(strengths) < len(self.agenda.strengths):
                return
            strengths.append(strength_of(finding, self._assessment, self._briefing))
        self.agenda = replace(self.agenda, strengths=tuple(strengths))

    def _take(self, edit: Take) -> None:
        parts = (
            replace(part, minutes=max(edit.minutes, 0)) if part.code == edit.part else part
            for part in self.agenda.parts
        )
        self.agenda = replace(self.agenda, parts=tuple(parts))

    def _change(self, topic: str, change: Callable[[Topic], Topic]) -> None:
        self._keep([change(known) if known.id == topic else known for known in self.agenda.topics])

    def _keep(self, topics: list[Topic]) -> None:
        self.agenda = replace(self.agenda, topics=tuple(topics))

    def _finding(self, id_: str) -> Finding | None:
        return next((known for known in self._assessment.findings if known.id == id_), None)


def _asking(topic: Topic, edit: Ask) -> Topic:
    words = Words(edit.text, edit.text)
    if any(asked.id == edit.question for asked in topic.questions):
        questions = [
            replace(asked, words=words) if asked.id == edit.question else asked
            for asked in topic.questions
        ]
    else:
        questions = [*topic.questions, Asked(edit.question, "own", words)]
    return replace(topic, questions=tuple(questions))


def _skipping(topic: Topic, edit: Skip) -> Topic:
    left = tuple(asked for asked in topic.questions if asked.id != edit.question)
    return replace(topic, questions=left)


def _agreeing(topic: Topic, edit: Agree) -> Topic:
    made = Agreement(edit.what, edit.who, edit.by)
    return replace(topic, agreements=(*topic.agreements, made))


def _withdrawing(topic: Topic, edit: Withdraw) -> Topic:
    left = [a for place, a in enumerate(topic.agreements, 1) if place != edit.place]
    return replace(topic, agreements=tuple(left))
