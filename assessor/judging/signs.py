"""What a passage shows on a question, beside its surroundings and its rivals in the document.

Signs as numbers by name: the learned chance that an assessor would quote it (telling) sees nothing
else. Each sign is one that a reader could point at.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import log1p
from typing import TYPE_CHECKING, get_args

import numpy as np

from assessor.judging.odds import log_odds
from assessor.model import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assessor.judging.evidence import Weighed
    from assessor.model import Passage

_RIVALS = 3
"""A passage is set against the third best of its question: the best may be alone in its kind."""
_SILENT = -5.0
"""Log-odds of a passage that is no candidate."""
_NO_MEANING = -3.0
_STANCES = ("done", "planned", "vague", "denied")
_ASPECT_LEVELS = (2, 3, 4)
_KINDS: tuple[str, ...] = get_args(FactKind)
_LONG = 60
"""Words from which a passage is only long."""
_REACH = 2
"""Passages before and after it that count as near."""


def signs(
    weighed: Mapping[str, Sequence[Weighed]], passages: Sequence[Passage]
) -> dict[str, list[dict[str, float]]]:
    """Return the signs of every weighed passage by name, in the same order, by question.

    Args:
        weighed: of all measures, or of all topics: they are each other's rivals.
        passages: of the submission.
    """
    seen = _see(weighed, passages)
    whole = {
        "document_about": float(np.mean(list(seen.about.values()) or [0.0])),
        "document_length": float(np.log(len(passages) + 1)),
    }
    return {
        code: [
            _by_itself(w) | compared | whole
            for w, compared in zip(several, _among_rivals(several, seen), strict=True)
        ]
        for code, several in weighed.items()
    }


def odds_of(w: Weighed) -> float:
    """Return the log-odds that a passage is about its question."""
    return log_odds(w.candidate.relevance)


@dataclass(slots=True)
class _Document:
    """What all passages show together."""

    passages: Sequence[Passage]
    about: dict[int, float] = field(default_factory=dict)
    """Per passage, log-odds that it states anything that is asked."""
    by_section: dict[tuple[int, tuple[str, ...]], float] = field(default_factory=dict)
    rivals: dict[int, list[float]] = field(default_factory=dict)
    """Per passage, its odds on every question, highest first."""
    strongest: dict[int, float] = field(default_factory=dict)
    """Per passage, its highest odds over meaning."""

    def near(self, place: int) -> float:
        reach = range(place - _REACH, place + _REACH + 1)
        return _mean([self.about[i] for i in reach if i in self.about])

    def section(self, place: int) -> float:
        return self.by_section[_section(self.passages[place])]

    def is_beside(self, place: int, other: int) -> bool:
        """Return whether two passages stand in one paragraph, list item or table."""
        if not 0 <= other < len(self.passages):
            return False
        one, two = self.passages[place], self.passages[other]
        return (one.document, one.block) == (two.document, two.block)


def _section(passage: Passage) -> tuple[int, tuple[str, ...]]:
    return passage.document, passage.headings


def _see(weighed: Mapping[str, Sequence[Weighed]], passages: Sequence[Passage]) -> _Document:
    seen = _Document(passages)
    sections: dict[tuple[int, tuple[str, ...]], list[float]] = {}
    for w in (w for several in weighed.values() for w in several):
        place = w.candidate.passage
        if place not in seen.about:
            seen.about[place] = sum(w.candidate.about)
            sections.setdefault(_section(w.passage), []).append(seen.about[place])
        seen.rivals.setdefault(place, []).append(odds_of(w))
        seen.strongest[place] = max(seen.strongest.get(place, _NO_MEANING), _meaning(w))
    for odds in seen.rivals.values():
        odds.sort(reverse=True)
    seen.by_section = {section: float(np.mean(of)) for section, of in sections.items()}
    return seen


def _among_rivals(several: Sequence[Weighed], seen: _Document) -> Iterator[dict[str, float]]:
    """Yield how each passage compares to others on its question and to its other questions."""
    odds = {w.candidate.passage: odds_of(w) for w in several}
    ranked = sorted(odds.values(), reverse=True)
    ranks = {mine: rank for rank, mine in reversed([*enumerate(ranked)])}
    third = ranked[min(_RIVALS, len(ranked)) - 1]
    by_meaning = sorted(map(_meaning, several), reverse=True)
    third_meaning = by_meaning[min(_RIVALS, len(by_meaning)) - 1]
    for w in several:
        place = w.candidate.passage
        mine, others = odds[place], seen.rivals[place]
        before, after = odds.get(place - 1, _SILENT), odds.get(place + 1, _SILENT)
        yield {
            "rank": log1p(ranks[mine]),
            "above_rivals": mine - third,
            "meaning_above_rivals": _meaning(w) - third_meaning,
            "below_other_questions": mine - others[0],
            "meaning_below_other_questions": _meaning(w) - seen.strongest[place],
            "rank_among_questions": float(sum(o > mine for o in others)),
            "other_questions": float(sum(o > -1 for o in others)),
            "before": before,
            "after": after,
            "near": _mean(
                [odds.get(i, _SILENT) for i in range(place - _REACH, place + _REACH + 1)]
            ),
            "begins": float(not seen.is_beside(place, place - 1)),
            "place": place / len(seen.passages),
            "about_near": seen.near(place),
            "about_section": seen.section(place),
        }


def _by_itself(w: Weighed) -> dict[str, float]:
    """Return what a passage shows by itself."""
    c, passage, met, known = w.candidate, w.passage, w.candidate.met, w.candidate.facts
    kinds, levels = known.kinds, w.aspect_levels
    row = {
        "relevance": odds_of(w),
        "word": c.word_odds,
        "meaning": _meaning(w),
        "context": c.context,
        "about_word": c.about[0],
        "about_meaning": c.about[1],
        "core": float(min(len(met.core), 3)),
        "support": float(min(len(met.support), 3)),
        "in_context": float(met.in_context),
        "other_sense": float(met.is_other_sense),
        "grade": w.grade,
        "level": float(w.level),
        "table": float(passage.kind == "table"),
        "item": float(passage.kind == "list_item"),
        "heading": float(passage.kind == "heading"),
        "words": float(min(len(passage.text.split()), _LONG)),
        "facts": float(len(kinds)),
        "tied": float(known.is_tied),
        "change": float(known.shows_change),
        "searched": float(c.heard.is_searched),
    }
    row |= {f"heard_{s}": float(c.heard.stance == s) for s in _STANCES}
    row |= {f"aspect_{level}": float(level in levels) for level in _ASPECT_LEVELS}
    row |= {f"fact_{kind}": float(kind in kinds) for kind in _KINDS}
    return row


def _meaning(w: Weighed) -> float:
    odds = w.candidate.meaning_odds
    return _NO_MEANING if odds is None else odds


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
