"""Which findings come first in an hour of dialogue, by the points in priorities.yaml."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.checklist import Checklist
    from assessor.model import Finding, Risk

_LOWEST = 5


@cache
def _points() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("priorities.yaml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)  # safe
    return loaded


def ranked(
    checklist: Checklist, findings: Sequence[Finding], risks: Sequence[Risk]
) -> tuple[Finding, ...]:
    """Return the findings with their priorities, highest points first; ties keep their order."""
    weights = {code: s.weight for s in checklist.manifest.steps for code in s.measures}
    put_first = {risk.id for risk in risks if risk.prioritised}

    def worth(finding: Finding) -> float:
        points = _points()
        worth = float(points["base"].get(finding.kind, 0))
        worth += float(points["step_weight"]) * weights.get(finding.subject, 0)
        return worth + float(points["prioritised_risk"]) * (finding.subject in put_first)

    ordered = sorted(findings, key=worth, reverse=True)
    return tuple(replace(f, priority=_priority(f, i)) for i, f in enumerate(ordered))


def _priority(finding: Finding, place: int) -> int:
    if finding.kind == "strength":
        return _LOWEST
    first, next_ones = _points()["first"], _points()["second"]
    return 1 if place < first else min(2 + (place - first) // next_ones, _LOWEST)
