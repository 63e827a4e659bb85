"""What the screens need to say of a checklist, small enough to keep beside an assessment.

Separate because reading a checklist costs YAML and pydantic, which a screen that must paint within
a second cannot pay; and because a saved assessment must be shown with the words of its own day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from assessor.model import Words  # noqa: TC001  # msgspec reads it at run time

if TYPE_CHECKING:
    from assessor.checklist import Checklist, Question


class Subject(msgspec.Struct, frozen=True):
    """One measure or topic: its names and what may be asked about it."""

    code: str
    name: Words
    question: Words
    why: Words
    levels: tuple[Words, ...]
    """What levels 1 to 4 look like, in that order."""
    open: Words
    verify: Words
    acceptable: Words
    """For the contract manager, not to be asked."""


class Group(msgspec.Struct, frozen=True):
    """An OECD step with its measures, or a theme with its topics."""

    code: str
    name: Words
    subjects: tuple[str, ...]
    """Codes, in order; of topics with their theme before the dot."""


class Briefing(msgspec.Struct, frozen=True):
    """A checklist as the screens know it."""

    checklist: Words
    version: str
    steps: tuple[Group, ...]
    themes: tuple[Group, ...]
    subjects: dict[str, Subject]
    """By code: measures, then topics."""

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return steps and themes together, steps first."""
        return self.steps + self.themes


def brief(checklist: Checklist) -> Briefing:
    """Return the briefing of a checklist."""
    manifest = checklist.manifest
    return Briefing(
        checklist=manifest.name.words,
        version=manifest.version,
        steps=tuple(Group(s.code, s.name.words, s.measures) for s in manifest.steps),
        themes=tuple(
            Group(t.code, t.name.words, tuple(f"{t.code}.{topic}" for topic in t.topics))
            for t in manifest.themes
        ),
        subjects={q.code: _subject(q) for q in checklist.questions},
    )


def _subject(question: Question) -> Subject:
    return Subject(
        code=question.code,
        name=question.name.words,
        question=question.question.words,
        why=question.why.words,
        levels=tuple(level.words for level in question.levels.in_order),
        open=question.dialogue.open.words,
        verify=question.dialogue.verify.words,
        acceptable=question.dialogue.acceptable.words,
    )
