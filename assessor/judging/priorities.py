"""Which findings come first in an hour of dialogue, by the points in priorities.yaml."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any, cast

from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.checklist import Checklist
    from assessor.model import Finding, Risk

_LOWEST = 5


def _points() -> dict[str, Any]:
    return cast("dict[str, Any]", rules("assessor.judging", "priorities"))


def ranked(
    checklist: Checklist, findings: Sequence[Finding], risks: Sequence[Risk]
) -> tuple[Finding, ...]:
    """Return the findings with their priorities, highest points first; ties keep their order."""
    weights = {code: s.weight for s in checklist.manifest.steps for code in s.measures}
    put_first = {risk.id for risk in risks if risk.prioritised}

    points = _points()
    earlier: Counter[str] = Counter()

    def worth(finding: Finding) -> float:
        worth = float(points["base"].get(finding.kind, 0))
        worth += float(points["cause"].get(finding.cause, 0))
        worth += float(points["step_weight"]) * weights.get(finding.subject, 0)
        worth -= float(points["each_next"].get(finding.kind, 0)) * earlier[finding.kind]
        earlier[finding.kind] += 1
        return worth + float(points["prioritised_risk"]) * (finding.subject in put_first)

    ordered = sorted(findings, key=worth, reverse=True)
    places = accumulate(f.kind != "strength" for f in ordered)
    return tuple(
        replace(f, priority=_LOWEST if f.kind == "strength" else _priority(place - 1))
        for f, place in zip(ordered, places, strict=True)
    )


def _priority(place: int) -> int:
    first, next_ones = _points()["first"], _points()["second"]
    return 1 if place < first else min(2 + (place - first) // next_ones, _LOWEST)
