"""What an agenda is: parts with minutes, strengths to open with, topics with their questions.

Nothing here chooses or counts; all of it is plain and frozen, so that it can be kept as JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assessor.model import Evidence, Words  # noqa: TC001  # msgspec reads them at run time

AskedKind = Literal["open", "verify", "follow_up", "own"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to put to the supplier."""

    id: str
    """Stable within its topic."""
    kind: AskedKind
    words: Words
    cue: Words | None = None
    """Of a follow-up: the way of evading after which it is asked."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What both sides agree to."""

    what: str
    who: str = ""
    by: str = ""
    """ISO 8601 date, or empty."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing to talk about."""

    id: str
    """Of the finding behind it; "own-1" and on for one that a person added."""
    kind: str
    """Of the finding; "own" for one that a person added."""
    subject: str
    name: Words
    """Neutral, fit for the supplier to read."""
    title: Words
    """As the contract manager reads it."""
    explanation: Words
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[Words, ...] = ()
    """Advice to the contract manager on what the text does not give."""
    absent: tuple[Words, ...] = ()
    """Names of what was not found, fit for the supplier to read."""
    questions: tuple[Asked, ...] = ()
    acceptable: Words | None = None
    """What an acceptable answer looks like; for the contract manager alone."""
    note: str = ""
    agreements: tuple[Agreement, ...] = ()


@dataclass(frozen=True, slots=True)
class Strength:
    """Something good to open with."""

    id: str
    """Of the finding behind it."""
    subject: str
    name: Words
    level: int
    evidence: tuple[Evidence, ...]
    verify: Words | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the talk."""

    code: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """A talk, prepared."""

    parts: tuple[Part, ...]
    strengths: tuple[Strength, ...]
    topics: tuple[Topic, ...]
    """In the order in which they are talked about."""

    @property
    def minutes(self) -> int:
        """Return how long the talk takes."""
        return sum(part.minutes for part in self.parts)

    @property
    def minutes_for_a_topic(self) -> int:
        """Return the minutes that each topic gets; 0 without topics."""
        of_topics = sum(part.minutes for part in self.parts if part.code == "topics")
        return of_topics // len(self.topics) if self.topics else 0
