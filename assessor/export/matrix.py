"""Where themes meet steps: on how many passages a theme is spoken of beside a step.

A document may name child labour and describe how risks are tracked, and never track child labour;
that shows here and nowhere else. Counted on the passages that the judgements rest on: the same
passage, or the one directly before or after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assessor.dossiers.briefing import Briefing
    from assessor.model import Assessment, Judgement

_BESIDE = 1
"""Passages apart."""


def matrix_of(
    assessment: Assessment, briefing: Briefing
) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[int, ...]], ...]]:
    """Return the codes of the steps, and per theme its code with a count for each step."""
    steps = {
        step.code: _near(_passages(m for m in assessment.measures if m.code in step.subjects))
        for step in briefing.steps
    }
    rows = []
    for theme in assessment.themes:
        spoken = _passages(theme.topics)
        counts = tuple(len(spoken & near) for near in steps.values())
        rows.append((theme.judgement.code, counts))
    return tuple(steps), tuple(rows)


def _passages(judgements: Iterable[Judgement]) -> set[int]:
    return {e.passage for j in judgements for e in j.evidence if e.passage >= 0}


def _near(passages: set[int]) -> set[int]:
    return {p + shift for p in passages for shift in range(-_BESIDE, _BESIDE + 1)}
