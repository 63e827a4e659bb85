"""How likely readers would quote a passage on a question, read where it stands in its document.

A small network, learned by bench/fit_judging.py from what readers quoted out of whole submissions
and what they passed over; its numbers stand in readers.npz. The checklist's own heads were taught
by sentences that someone wrote to show what counts, one by one; this reads on, as readers do: it
sees two passages before and two after, and the submission as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np

from assessor.judging.in_order import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from assessor.judging.evidence import Weighed
    from assessor.judging.in_order import InOrder
    from assessor.matching.candidates import Candidate
    from assessor.model import Passage

    Floats = NDArray[np.float32]

VECTOR_SCALE, ODDS_SCALE = 4.0, 1 / 3
"""Embeddings have length 1 over 512 numbers, log-odds reach ten: these put both on one scale."""
REACH = 2
"""Passages seen before and after each."""
_SMALLEST = 1e-5
_SILENT = -8.0
"""Log-odds of a passage that is no candidate."""
_RIVALS = 3


@dataclass(frozen=True)
class Readers:
    """What readers quoted, as a network that reads a submission in order."""

    codes: tuple[str, ...]
    """The questions that they know."""
    weights: Mapping[str, Floats]
    """By the name of the layer."""

    def odds(self, rows: InOrder) -> Floats:
        """Return passages × codes: log-odds that a reader would quote each on each question."""
        if not len(rows.vectors):
            return np.zeros((0, len(self.codes)), dtype=np.float32)
        w = self.weights
        vectors, odds = rows.vectors * VECTOR_SCALE, rows.odds * ODDS_SCALE
        flat = odds.reshape(len(odds), -1)
        seen = vectors @ w["vector"] + flat @ w["odds"] + rows.traits @ w["traits"] + w["seen"]
        seen = _lit(_normal(seen) * w["normal"] + w["normal_start"])
        around = _lit(_windows(seen) @ w["beside"] + w["beside_start"])
        around += _lit(seen.mean(axis=0) @ w["whole"] + w["whole_start"])
        said = (odds * w["own"]).sum(axis=1) + vectors @ w["direct"] + w["start"]
        return np.asarray(said + seen @ w["by_itself"] + around @ w["in_place"], dtype=np.float32)


def _lit(values: Floats) -> Floats:
    return np.maximum(values, 0)


def _normal(values: Floats) -> Floats:
    """Return rows with mean 0 and variance 1."""
    away = values - values.mean(axis=1, keepdims=True)
    return np.asarray(away / np.sqrt((away**2).mean(axis=1, keepdims=True) + _SMALLEST))


def _windows(rows: Floats) -> Floats:
    """Return each row with those before and after it, one behind the other; zeros past the ends."""
    wide = np.pad(rows, ((REACH, REACH), (0, 0)))
    return np.concatenate([wide[k : k + len(rows)] for k in range(2 * REACH + 1)], axis=1)


@cache
def learned() -> Readers:
    """Return what is shipped."""
    with resources.files("assessor.judging").joinpath("readers.npz").open("rb") as file:
        kept = np.load(file, allow_pickle=False)
        weights = {name: kept[name].astype(np.float32) for name in kept.files if name != "codes"}
        return Readers(tuple(map(str, kept["codes"])), weights)


def chances(candidates: Sequence[Candidate], passage: Passage) -> dict[str, float]:
    """Return the chance that a reader would quote a passage that stands alone, by question."""
    known = learned()
    (odds,) = known.odds(in_order(candidates, [passage], known.codes))
    return dict(zip(known.codes, map(float, 1 / (1 + np.exp(-odds))), strict=True))


def odds_of(
    readers: Readers, weighed: Iterable[Weighed], passages: Sequence[Passage]
) -> dict[str, Floats]:
    """Return by code one number per passage: log-odds that a reader would quote it."""
    rows = in_order((w.candidate for w in weighed), passages, readers.codes)
    return dict(zip(readers.codes, readers.odds(rows).T, strict=True))


def compared(
    odds: Mapping[str, Floats], weighed: Mapping[str, Sequence[Weighed]]
) -> dict[str, list[dict[str, float]]]:
    """Return what readers' choices say of every weighed passage, as signs by name, by question.

    Args:
        odds: by code, one number per passage of the submission.
        weighed: of all measures, or of all topics: they are each other's rivals.
    """
    codes = [code for code in weighed if code in odds]
    asked = {code: _asked(odds[code], weighed[code]) for code in codes}
    if not codes:
        return {}
    most: Floats = np.max([*asked.values()], axis=0)
    anything: Floats = np.max([odds[code] for code in codes], axis=0)
    return {
        code: _signs(asked[code], most, anything, [w.candidate.passage for w in weighed[code]])
        for code in codes
    }


def _asked(odds: Floats, several: Sequence[Weighed]) -> Floats:
    """Return the odds of candidates; all others are silent."""
    places = [w.candidate.passage for w in several]
    asked = np.full_like(odds, _SILENT)
    asked[places] = odds[places]
    return asked


def _signs(
    mine: Floats, most: Floats, anything: Floats, places: Sequence[int]
) -> list[dict[str, float]]:
    """Return the signs of passages on one question.

    Args:
        mine: log-odds per passage of the submission on this question.
        most: the same on the question that it suits best, of those it is a candidate for.
        anything: the same, candidate or not.
        places: of the passages asked for.
    """
    if not places:
        return []
    ranked = np.sort(mine[places])[::-1]
    third = ranked[min(_RIVALS, len(ranked)) - 1]
    beside = np.pad(mine, 1, constant_values=_SILENT)
    return [
        {
            "readers": float(mine[at]),
            "readers_any": float(anything[at]),
            "readers_rank": float(np.sum(ranked > mine[at])),
            "readers_above_rivals": float(mine[at] - third),
            "readers_below_other_questions": float(mine[at] - most[at]),
            "readers_before": float(beside[at]),
            "readers_after": float(beside[at + 2]),
        }
        for at in places
    ]
