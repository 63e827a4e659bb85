"""How telling a passage is on its question: the chance that an assessor would quote it.

Learned from documents that people assessed (bench/fit_judging.py), over the signs of signs.py; the
trees stand in telling.json.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from assessor.judging.signs import signs
from assessor.judging.trees import Trees, unpacked

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from assessor.judging.evidence import Weighed
    from assessor.model import Passage


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
    for of_measures in (True, False):
        some = {code: w for code, w in weighed.items() if (code in measures) == of_measures}
        trees = learned(of_measures=of_measures, with_meaning=with_meaning)
        told |= tell_by(trees, some, passages)
    return told


def tell_by(
    trees: Trees, weighed: Mapping[str, Sequence[Weighed]], passages: Sequence[Passage]
) -> dict[str, list[Weighed]]:
    """Return the weighed passages of one kind of question, most telling first by these trees."""
    seen = signs(weighed, passages)
    chances = iter(trees.chances([row for rows in seen.values() for row in rows]))
    told: dict[str, list[Weighed]] = {}
    for code in seen:
        each = [replace(w, telling=float(next(chances))) for w in weighed[code]]
        told[code] = sorted(each, key=lambda w: (-w.telling, w.candidate.passage))
    return told


@cache
def learned(*, of_measures: bool, with_meaning: bool) -> Trees:
    """Return the fitted trees for measures or topics, with or without embeddings."""
    kept = resources.files("assessor.judging").joinpath("telling.json").read_bytes()
    by_mode = msgspec.json.decode(kept)["full" if with_meaning else "words_only"]
    return unpacked(by_mode["measures" if of_measures else "topics"])
