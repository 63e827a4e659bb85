"""Tries a checklist on documents: what each question would take as evidence, and what changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessor.judging import draw_up
from assessor.judging.evidence import weigh_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assessor.judging.evidence import Weighed
    from assessor.model import Submission, Words
    from assessor.pipeline import Engine

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that counts for a question, or might."""

    quote: str
    page: int | None
    terms: tuple[str, ...]
    """Words of the passage that meet terms of the question."""
    relevance: float
    """Chance from 0 to 1 that it is about the question."""
    level: int
    counts: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """What one question finds."""

    code: str
    name: Words
    level: int
    hits: tuple[Hit, ...]
    """Best first: what counts, by level, then what might, by relevance."""

    @property
    def best(self) -> tuple[Hit, ...]:
        """Return the few that an author needs to see."""
        return self.hits[:_SHOWN]


@dataclass(frozen=True, slots=True)
class Change:
    """What differs for one question between two checklists."""

    code: str
    name: Words
    before: int | None
    """Its level; None where the first checklist does not have the question."""
    after: int | None
    gained: tuple[Hit, ...]
    """What counts now and did not."""
    lost: tuple[Hit, ...]
    moved: tuple[tuple[Hit, Hit], ...]
    """What counts in both at another level: before, after."""


def try_out(engine: Engine, submission: Submission) -> dict[str, Tried]:
    """Return what each question of the engine's checklist finds, by code."""
    case = engine.case(submission)
    made = draw_up(case, engine.rules)
    topics = (topic for theme in made.themes for topic in theme.topics)
    levels = {j.code: j.level for j in (*made.measures, *topics)}
    hits = {
        code: [_hit(w, engine.rules.counts_from) for w in several]
        for code, several in weigh_all(case, engine.rules).items()
    }
    return {
        q.code: Tried(q.code, q.name.words, levels[q.code], _ordered(hits.get(q.code, ())))
        for q in engine.checklist.questions
    }


def changes(before: Mapping[str, Tried], after: Mapping[str, Tried]) -> Iterator[Change]:
    """Yield the questions for which the second checklist finds something else than the first."""
    for code in dict.fromkeys((*before, *after)):
        change = _change(code, before.get(code), after.get(code))
        if change.before != change.after or change.gained or change.lost or change.moved:
            yield change


def _change(code: str, before: Tried | None, after: Tried | None) -> Change:
    old, new = _counting(before), _counting(after)
    either = after or before
    assert either is not None
    return Change(
        code,
        either.name,
        before.level if before else None,
        after.level if after else None,
        tuple(hit for quote, hit in new.items() if quote not in old),
        tuple(hit for quote, hit in old.items() if quote not in new),
        tuple(
            (old[quote], hit)
            for quote, hit in new.items()
            if quote in old and old[quote].level != hit.level
        ),
    )


def _counting(tried: Tried | None) -> dict[tuple[str, int | None], Hit]:
    hits = tried.hits if tried else ()
    return {(hit.quote, hit.page): hit for hit in hits if hit.counts}


def _hit(weighed: Weighed, counts_from: float) -> Hit:
    candidate = weighed.candidate
    return Hit(
        quote=weighed.evidence.quote,
        page=weighed.evidence.page,
        terms=candidate.met.core + candidate.met.support,
        relevance=candidate.relevance,
        level=weighed.level,
        counts=candidate.relevance >= counts_from and weighed.level > 0,
    )


def _ordered(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda h: (not h.counts, -h.level * h.counts, -h.relevance)))
