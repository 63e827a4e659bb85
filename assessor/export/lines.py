"""What Markdown, HTML, Word and spreadsheet all show: a report as plain lines of one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assessor.model import Box


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the supplier, with where they stand."""

    text: str
    language: str
    place: str
    page: int | None
    document: int
    boxes: tuple[Box, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """What a person made of it."""

    opinion: str
    """Empty where there is only a note."""
    level: int | None
    level_word: str
    note: str
    who: str
    when: str

    @property
    def in_words(self) -> str:
        """Return the opinion with the level given instead, if any."""
        given = f"{self.level} {self.level_word}" if self.level is not None else ""
        return ": ".join(filter(None, (self.opinion, given)))


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """A measure or topic: where it stands."""

    code: str
    label: str
    """The name, of measures with its code before it."""
    question: str
    why: str
    level: int
    level_word: str
    standing: str
    expected: bool
    person: Person | None
    quotes: tuple[Quote, ...]
    missing: tuple[str, ...]
    grounds: tuple[str, ...]
    """Why the level is what it is."""


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A step or theme with what is under it."""

    code: str
    name: str
    level: int
    level_word: str
    standing: str
    subjects: tuple[SubjectLine, ...]


@dataclass(frozen=True, slots=True)
class FindingLine:
    """Something worth bringing to the dialogue."""

    number: int
    id: str
    kind: str
    subject: str
    title: str
    explanation: str
    priority: int
    quotes: tuple[Quote, ...]
    questions: tuple[str, ...]
    person: Person | None


@dataclass(frozen=True, slots=True)
class RiskLine:
    """A risk with the actions that answer it."""

    id: str
    label: str
    topic: str
    countries: str
    tier: str
    prioritised: str
    actions: tuple[str, ...]
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action with the risk that it answers."""

    id: str
    label: str
    risk: str
    owner: str
    deadline: str
    kpi: str
    status: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """A theme: on how many passages it meets each step."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LogLine:
    """One thing that a person did."""

    when: str
    who: str
    what: str
    about: str
    level: str
    why: str


@dataclass(frozen=True, slots=True)
class Content:
    """All of a report."""

    colophon: tuple[tuple[str, str], ...]
    steps: tuple[GroupLine, ...]
    themes: tuple[GroupLine, ...]
    matrix_steps: tuple[str, ...]
    matrix: tuple[MatrixLine, ...]
    findings: tuple[FindingLine, ...]
    risks: tuple[RiskLine, ...]
    actions: tuple[ActionLine, ...]
    limits: tuple[str, ...]
    log: tuple[LogLine, ...]
