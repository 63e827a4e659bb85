"""How much each sign weighs, out of cues/weights.yaml, where each weight has its reason."""

from __future__ import annotations

from dataclasses import dataclass

from assessor.matching.cues import data


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one way of matching, in log-odds, and the borders of relevance."""

    start: float
    word: float
    meaning: float
    core: float
    support: float
    heading: float
    context: float
    other_sense: float
    counts: float
    doubtful: float
    looked_at: float


def weights(*, with_meaning: bool) -> Weights:
    """Return the weights for heads with or without meaning."""
    stored = data("weights")
    return Weights(**stored["full" if with_meaning else "words_only"], **stored["thresholds"])
