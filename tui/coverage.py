"""Where do they stand: the rows of the overview, counted from the machine's judgements.

Without Textual. Nothing is judged here: a step shows its best measure, as a theme shows its best
topic, and beside it how many were found and on how many passages that rests.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assessor.dossiers.briefing import Group
    from assessor.model import Judgement, Words
    from tui.state import Walk


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """One measure or topic."""

    code: str
    name: Words
    level: int
    expected: bool
    passages: int


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One step or theme."""

    code: str
    name: Words
    level: int
    """The highest of its subjects."""
    subjects: tuple[SubjectRow, ...]
    passages: int
    """Different passages under all its subjects."""
    still_open: int
    """Findings without a judgement."""

    @property
    def found(self) -> int:
        """Return of how many subjects something was found."""
        return sum(subject.level > 0 for subject in self.subjects)

    @property
    def expected(self) -> bool:
        """Return whether this kind of document should say something about it."""
        return any(subject.expected for subject in self.subjects)


def steps(walk: Walk) -> tuple[GroupRow, ...]:
    """Return a row per step, with its measures."""
    return tuple(_row(walk, group) for group in walk.prepared.briefing.steps)


def themes(walk: Walk) -> tuple[GroupRow, ...]:
    """Return a row per theme, with its topics."""
    return tuple(_row(walk, group) for group in walk.prepared.briefing.themes)


def _row(walk: Walk, group: Group) -> GroupRow:
    judged = [found for code in group.subjects if (found := walk.judgement(code)) is not None]
    own = walk.judgement(group.code)
    level = own.level if own else max((judgement.level for judgement in judged), default=0)
    return GroupRow(
        code=group.code,
        name=group.name,
        level=level,
        subjects=tuple(_subject(walk, judgement) for judgement in judged),
        passages=_passages(judged),
        still_open=walk.open_by_group()[group.code],
    )


def _subject(walk: Walk, judgement: Judgement) -> SubjectRow:
    return SubjectRow(
        code=judgement.code,
        name=walk.prepared.briefing.subjects[judgement.code].name,
        level=judgement.level,
        expected=judgement.expected,
        passages=_passages([judgement]),
    )


def _passages(judgements: Iterable[Judgement]) -> int:
    return len(
        {
            (evidence.document, evidence.page, evidence.quote)
            for judgement in judgements
            for evidence in judgement.evidence
        }
    )
