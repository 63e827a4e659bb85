"""How much a passage means what assessors quoted on the same question in other submissions.

One head over meaning per question, and one for any question of its kind, learned by
bench/fit_judging.py; they stand in readers.json. The checklist's own heads were taught by sentences
that someone wrote to show what counts; these by what readers chose out of whole documents.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import msgspec
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from assessor.judging.evidence import Weighed

    Floats = NDArray[np.float32]

ANY = "any"
"""Name of the head that knows of no question."""
SCALE = 4.0
"""Embeddings have length 1 over 512 numbers; this puts them on the scale of the fit."""
_SILENT = -8.0
"""Log-odds of a passage that is no candidate."""
_RIVALS = 3


@dataclass(frozen=True)
class Readers:
    """What readers quoted, as heads over meaning."""

    codes: tuple[str, ...]
    """The questions, and `ANY` at the end."""
    weights: Floats
    """Codes × 512."""
    start: Floats

    def odds(self, vectors: Floats) -> Floats:
        """Return texts × codes: log-odds that a reader would quote each on each question."""
        return np.asarray(vectors * SCALE @ self.weights.T + self.start, dtype=np.float32)

    def chance(self, code: str, vector: Floats) -> float | None:
        """Return the chance that a reader would quote a text; None on a question not known."""
        if code not in self.codes:
            return None
        odds = self.odds(vector[np.newaxis])[0, self.codes.index(code)]
        return float(1 / (1 + np.exp(-odds)))


@cache
def learned(*, of_measures: bool) -> Readers:
    """Return what readers quoted on measures, or on topics."""
    kept = resources.files("assessor.judging").joinpath("readers.json").read_bytes()
    return unpacked(msgspec.json.decode(kept)["measures" if of_measures else "topics"])


def unpacked(kept: Mapping[str, Sequence[float]]) -> Readers:
    """Return the heads out of what is kept per code: where it starts, then 512 weights."""
    rows = np.array(list(kept.values()), dtype=np.float32)
    return Readers(tuple(kept), rows[:, 1:], rows[:, 0])


def read_by(
    readers: Readers, weighed: Mapping[str, Sequence[Weighed]]
) -> dict[str, list[dict[str, float]]]:
    """Return what readers' choices say of every weighed passage, as signs by name, by question.

    Args:
        readers: who know all of these questions.
        weighed: of all measures, or of all topics, with embeddings: they are each other's rivals.
    """
    places, odds = _odds(readers, [w for several in weighed.values() for w in several])
    column = {code: place for place, code in enumerate(readers.codes)}
    rows = {code: [places[w.candidate.passage] for w in of] for code, of in weighed.items()}
    asked = np.full_like(odds, _SILENT)
    for code, of_code in rows.items():
        asked[of_code, column[code]] = odds[of_code, column[code]]
    most = asked.max(axis=1, initial=_SILENT)
    found: dict[str, list[dict[str, float]]] = {}
    for code, of_code in rows.items():
        mine = asked[:, column[code]]
        ranked = np.sort(mine[of_code])[::-1]
        third = ranked[min(_RIVALS, len(ranked)) - 1] if of_code else _SILENT
        near = {place: float(mine[row]) for place, row in places.items()}
        found[code] = [
            {
                "readers": float(mine[row]),
                "readers_any": float(odds[row, column[ANY]]),
                "readers_rank": float(np.sum(ranked > mine[row])),
                "readers_above_rivals": float(mine[row] - third),
                "readers_below_other_questions": float(mine[row] - most[row]),
                "readers_before": near.get(w.candidate.passage - 1, _SILENT),
                "readers_after": near.get(w.candidate.passage + 1, _SILENT),
            }
            for w, row in zip(weighed[code], of_code, strict=True)
        ]
    return found


def _odds(readers: Readers, weighed: Sequence[Weighed]) -> tuple[dict[int, int], Floats]:
    """Return the row of each passage, and passages × codes: what readers' choices say of it."""
    vectors = {w.candidate.passage: w.candidate.vector for w in weighed}
    places = {place: row for row, place in enumerate(vectors)}
    if not places:
        return places, np.zeros((0, len(readers.codes)), dtype=np.float32)
    return places, readers.odds(np.stack([v for v in vectors.values() if v is not None]))
