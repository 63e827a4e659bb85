"""How telling a passage is on its question: the chance that an assessor would quote it.

A sum over readable signs of the passage, its surroundings and its rivals in the document; the
weights stand in telling.yaml, made by bench/fit_judging.py from documents that people assessed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from assessor.judging.evidence import Weighed
    from assessor.model import Passage

_RIVALS = 3
"""A passage is set against the third best of its question: the best may be alone in its kind."""
_NO_MEANING = -3.0
_STANCES = ("done", "planned", "vague")
_MOST_FACTS = 6


def signs(
    weighed: Mapping[str, Sequence[Weighed]], passages: Sequence[Passage]
) -> dict[str, list[dict[str, float]]]:
    """Return the signs of every weighed passage by name, in the same order, by question."""
    strongest: dict[int, float] = {}
    for w in _all(weighed):
        place = w.candidate.passage
        strongest[place] = max(strongest.get(place, _NO_MEANING), _meaning(w))
    return {
        code: [_signs_of(w, passages[w.candidate.passage], strongest, rival) for w in several]
        for code, several in weighed.items()
        for rival in [_rival(several)]
    }


def tell(
    weighed: Mapping[str, Sequence[Weighed]],
    passages: Sequence[Passage],
    measures: Container[str],
    *,
    with_meaning: bool,
) -> dict[str, list[Weighed]]:
    """Return the weighed passages with how telling each is, most telling first.

    Args:
        weighed: by code of the question.
        passages: of the submission.
        measures: which codes are measures; the others are topics.
        with_meaning: whether embeddings took part.
    """
    by_kind = rules("assessor.judging", "telling")["full" if with_meaning else "words_only"]
    seen = signs(weighed, passages)
    told: dict[str, list[Weighed]] = {}
    for code, several in weighed.items():
        learned = by_kind["measures" if code in measures else "topics"]
        chances = (_chance(row, learned) for row in seen[code])
        each = [replace(w, telling=c) for w, c in zip(several, chances, strict=True)]
        told[code] = sorted(each, key=lambda w: (-w.telling, w.candidate.passage))
    return told


def _all(weighed: Mapping[str, Sequence[Weighed]]) -> Iterable[Weighed]:
    return (w for several in weighed.values() for w in several)


def _meaning(w: Weighed) -> float:
    odds = w.candidate.meaning_odds
    return _NO_MEANING if odds is None else odds


def _rival(several: Sequence[Weighed]) -> float:
    ranked = sorted(map(_meaning, several), reverse=True)
    return ranked[min(_RIVALS, len(ranked)) - 1] if ranked else _NO_MEANING


def _signs_of(
    w: Weighed, passage: Passage, strongest: Mapping[int, float], rival: float
) -> dict[str, float]:
    """Return the signs of one passage on one question."""
    c, met, known = w.candidate, w.candidate.met, w.candidate.facts
    row = {
        "relevance": float(np.log(c.relevance / (1 - c.relevance + 1e-6) + 1e-6)),
        "word": c.word_odds,
        "meaning": _meaning(w),
        "context": c.context,
        "core": min(len(met.core), 2) ** 0.5,
        "support": min(len(met.support), 2) ** 0.5,
        "in_context": float(met.in_context),
        "other_sense": float(met.is_other_sense),
        "grade": w.grade,
        "table": float(passage.kind == "table"),
        "item": float(passage.kind == "list_item"),
        "facts": min(len(known.kinds), _MOST_FACTS),
        "tied": float(known.is_tied),
        "change": float(known.shows_change),
        "searched": float(c.heard.is_searched),
        "above_rivals": _meaning(w) - rival,
        "below_other_questions": _meaning(w) - strongest[c.passage],
    }
    row |= {f"heard_{s}": float(c.heard.stance == s) for s in _STANCES}
    row |= {f"aspect_{level}": float(level in w.aspect_levels) for level in (2, 3, 4)}
    row |= {f"fact_{k}": float(k in known.kinds) for k in ("date", "party", "verification")}
    return row


def _chance(row: Mapping[str, float], learned: Mapping[str, Any]) -> float:
    odds = learned["start"] + sum(learned["weights"][name] * value for name, value in row.items())
    return float(1 / (1 + np.exp(-odds)))
