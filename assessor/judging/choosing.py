"""Chooses one of several readings of a sentence, or none, by a sum over signs that one can read.

What each sign is worth stands in told_weights.yaml, made by bench/fit_told.py; the words by which
signs are heard stand in particulars.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from assessor.matching.phrases import fold
from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a sentence: what it would say, and by which signs."""

    says: str | None
    signs: Mapping[str, float] = field(default_factory=dict)


@cache
def known() -> dict[str, Any]:
    """Return the content of particulars.yaml."""
    return cast("dict[str, Any]", rules("assessor.judging", "particulars"))


@cache
def forms(*path: str) -> frozenset[str]:
    """Return the folded words of a list of particulars.yaml, or of all lists under a key."""
    under = known()
    for key in path:
        under = under[key]
    lists = under.values() if isinstance(under, dict) else [under]
    return frozenset(fold(w) for some in lists for w in some)


def likeliest(readings: Sequence[Reading], part: str) -> str | None:
    """Return what the reading with the highest sum says, the first on a tie.

    Args:
        readings: at least one.
        part: of told_weights.yaml: `owner`, `deadline`, `kpi`, `status` or `risk`.
    """
    learned = cast("dict[str, float]", rules("assessor.judging", "told_weights")[part])
    return max(readings, key=lambda r: _worth(r.signs, learned)).says


def _worth(signs: Mapping[str, float], learned: Mapping[str, float]) -> float:
    return sum(learned.get(name, 0.0) * value for name, value in signs.items())
