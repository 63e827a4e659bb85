"""Which sentences count as naming a risk or an action, and which only name one again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.matching.phrases import words
from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TELLING = 4
"""Letters; shorter words tell nothing apart."""


def chosen(chances: Mapping[int, float], kind: str, *, beside_table: bool) -> list[int]:
    """Return the sentences that count as naming a risk or an action, in order of place.

    Args:
        chances: per sentence.
        kind: what was learned, by `Prose.known_as`.
        beside_table: whether the supplier lists them in a table; then prose must be surer.
    """
    bounds = rules("assessor.judging", "prose")["chosen"][kind]
    likeliest = max(chances.values(), default=0.0)
    least = max(bounds["least"], bounds["share"] * likeliest)
    if beside_table:
        least = bounds["beside_table"]
    return [i for i, chance in sorted(chances.items()) if chance >= least]


def is_said_already(said: str, labels: Iterable[str]) -> bool:
    """Return whether one of the labels shares most of its words, or of these, with the other."""
    share = rules("assessor.judging", "prose")["chosen"]["beside"]
    here = _telling(said)
    return any(
        len(here & there) >= share * min(len(here), len(there))
        for there in map(_telling, labels)
        if here and there
    )


def _telling(said: str) -> set[str]:
    return {w.form for w in words(said) if len(w.form) >= _TELLING}
