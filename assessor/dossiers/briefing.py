"""What the screens need to say of a checklist, small enough to keep beside an assessment.

Separate because reading a checklist costs YAML and pydantic, which a screen that must paint within
a second cannot pay; and because a saved assessment must be shown with the words of its own day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from assessor.model import Words  # noqa: TC001  # msgspec reads it at run time

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assessor.checklist import Checklist, Question


class FollowUp(msgspec.Struct, frozen=True):
    """What to ask when an answer evades."""

    cue: Words
    """The way of evading, in a few words."""
    ask: Words


class Part(msgspec.Struct, frozen=True):
    """One thing that a complete answer contains."""

    name: Words
    missing: Words
    """Advice to the contract manager when it is not there."""


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
    follow_ups: tuple[FollowUp, ...] = ()
    parts: tuple[Part, ...] = ()


class Group(msgspec.Struct, frozen=True):
    """A step with its measures, or a theme with its topics."""

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
    document_types: dict[str, Words] = {}
    """Names by code."""
    steps_name: Words | None = None
    """What the steps are together, where they are not those of the OECD."""
    regimes: dict[str, Words] = {}
    """What to know of each set of conditions, by id, the earliest first."""

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return steps and themes together, steps first."""
        return self.steps + self.themes


def brief(checklist: Checklist) -> Briefing:
    """Return the briefing of a checklist."""
    manifest = checklist.manifest
    evasions = {evasion.id: evasion.name.words for evasion in checklist.evasions}
    return Briefing(
        checklist=manifest.name.words,
        version=manifest.version,
        steps=tuple(Group(s.code, s.name.words, s.measures) for s in manifest.steps),
        themes=tuple(
            Group(t.code, t.name.words, tuple(f"{t.code}.{topic}" for topic in t.topics))
            for t in manifest.themes
        ),
        subjects={q.code: _subject(q, evasions) for q in checklist.questions},
        document_types={t.code: t.name.words for t in manifest.document_types},
        steps_name=manifest.steps_name.words if manifest.steps_name else None,
        regimes={regime.id: regime.note.words for regime in checklist.regimes},
    )


def _subject(question: Question, evasions: Mapping[str, Words]) -> Subject:
    return Subject(
        code=question.code,
        name=question.name.words,
        question=question.question.words,
        why=question.why.words,
        levels=tuple(level.words for level in question.levels.in_order),
        open=question.dialogue.open.words,
        verify=question.dialogue.verify.words,
        acceptable=question.dialogue.acceptable.words,
        follow_ups=tuple(
            FollowUp(evasions[follow_up.cue], follow_up.ask.words)
            for follow_up in question.dialogue.follow_ups
            if follow_up.cue in evasions
        ),
        parts=tuple(Part(aspect.name.words, aspect.missing.words) for aspect in question.aspects),
    )
