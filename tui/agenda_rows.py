"""The talk as rows: strengths, topics with their questions, parts with minutes.

Without Textual. A row knows what it is about, so that one key can mean the same thing on each kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.dialogue.agenda import Agenda, Agreement, Asked, Part, Strength, Topic

Kind = Literal["strength", "topic", "question", "agreement", "part"]


@dataclass(frozen=True, slots=True)
class Line:
    """One row; what it is not about is None."""

    kind: Kind
    id: str
    topic: Topic | None = None
    question: Asked | None = None
    strength: Strength | None = None
    part: Part | None = None
    agreement: Agreement | None = None
    number: int = 0
    """Of the topic, or of the agreement within it, counted from 1."""

    @property
    def key(self) -> str:
        """Return by what the row is known, also after a change."""
        within = self.kind in {"question", "agreement"}
        owner = self.topic.id if self.topic and within else ""
        return f"{self.kind}:{owner}:{self.id}"


def strengths(agenda: Agenda) -> list[Line]:
    """Return what the talk opens with."""
    return [Line("strength", strength.id, strength=strength) for strength in agenda.strengths]


def topics(agenda: Agenda) -> list[Line]:
    """Return the topics, each with its questions and then its agreements after it."""
    return list(_topics(agenda))


def newest_agreement(agenda: Agenda, topic: str) -> str | None:
    """Return the key of what was agreed last on a topic; None without."""
    made = [line for line in _topics(agenda) if line.kind == "agreement"]
    keys = [line.key for line in made if line.topic is not None and line.topic.id == topic]
    return keys[-1] if keys else None


def parts(agenda: Agenda) -> list[Line]:
    """Return the parts of the talk."""
    return [Line("part", part.code, part=part) for part in agenda.parts]


def _topics(agenda: Agenda) -> Iterator[Line]:
    for number, topic in enumerate(agenda.topics, 1):
        yield Line("topic", topic.id, topic, number=number)
        for asked in topic.questions:
            yield Line("question", asked.id, topic, asked, number=number)
        for place, agreement in enumerate(topic.agreements, 1):
            yield Line("agreement", str(place), topic, agreement=agreement, number=place)
