"""How telling a passage is on its question: the chance that an assessor would quote it.

Learned from documents that people assessed (bench/fit_judging.py), over the signs of signs.py and
readers.py; the trees stand in telling.json.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, cast

import msgspec

from assessor.judging import readers
from assessor.judging.signs import signs
from assessor.judging.trees import Trees, unpacked

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from assessor.judging.evidence import Weighed
    from assessor.model import Passage

Mode = Literal["read", "full", "words_only"]
"""With embeddings on a question that readers know, on another question, and without embeddings."""


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
    told: dict[str, list[Weighed]] = {}
    every = [w for several in weighed.values() for w in several]
    odds = readers.odds_of(readers.learned(), every, passages) if with_meaning else {}
    for of_measures in (True, False):
        some = {code: w for code, w in weighed.items() if (code in measures) == of_measures}
        seen = signs(some, passages)
        read = readers.compared(odds, some)
        rows = {code: merged(of, read.get(code)) for code, of in seen.items()}
        beside: Mode = "full" if with_meaning else "words_only"
        for mode in ("read", beside):
            codes = [code for code in rows if (code in read) == (mode == "read")]
            if codes:
                trees = learned(of_measures=of_measures, mode=mode)
                told |= ordered(trees, {c: some[c] for c in codes}, rows)
    return told


def by_passage(told: Mapping[str, Sequence[Weighed]]) -> dict[str, dict[int, float]]:
    """Return by code of the question how telling each passage is."""
    return {code: {w.candidate.passage: w.telling for w in of} for code, of in told.items()}


def strongest(told: Mapping[str, Sequence[Weighed]]) -> dict[int, float]:
    """Return by passage how telling it is on the question where it tells most."""
    most: dict[int, float] = {}
    for w in (w for several in told.values() for w in several):
        place = w.candidate.passage
        most[place] = max(most.get(place, 0.0), w.telling)
    return most


def merged(
    rows: Sequence[Mapping[str, float]], read: Sequence[Mapping[str, float]] | None
) -> list[dict[str, float]]:
    """Return rows of signs with those of the readers, where there are any."""
    if read is None:
        return [dict(row) for row in rows]
    return [{**row, **more} for row, more in zip(rows, read, strict=True)]


def ordered(
    trees: Trees,
    weighed: Mapping[str, Sequence[Weighed]],
    rows: Mapping[str, Sequence[Mapping[str, float]]],
) -> dict[str, list[Weighed]]:
    """Return the weighed passages by question, most telling first by these trees.

    Args:
        trees: asked once for all, since each asking takes as long for one row as for hundreds.
        weighed: by code of the question.
        rows: signs of the same, by code.
    """
    chances = iter(trees.chances([row for code in weighed for row in rows[code]]))
    told: dict[str, list[Weighed]] = {}
    for code, several in weighed.items():
        each = [replace(w, telling=float(next(chances))) for w in several]
        told[code] = sorted(each, key=lambda w: (-w.telling, w.candidate.passage))
    return told


@cache
def _kept() -> dict[Mode, dict[str, Any]]:
    kept = resources.files("assessor.judging").joinpath("telling.json").read_bytes()
    return cast("dict[Mode, dict[str, Any]]", msgspec.json.decode(kept))


@cache
def learned(*, of_measures: bool, mode: Mode) -> Trees:
    """Return the fitted trees for measures or topics."""
    return unpacked(_kept()[mode]["measures" if of_measures else "topics"])
