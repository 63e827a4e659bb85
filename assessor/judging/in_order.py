"""A submission as rows of numbers in reading order: what the readers of readers.py see of it.

A sentence seldom says its own subject: "the foreman was moved" is about harassment because of what
stands before it. So passages are kept in order, those that state nothing among them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from assessor.judging.odds import log_odds
from assessor.matching.encoder import SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from assessor.matching.candidates import Candidate
    from assessor.model import Passage

    Floats = NDArray[np.float32]

VIEWS = 3
"""What is said of each question: by word use, by meaning, and by all signs together."""
_STANCES = ("done", "planned", "vague", "denied")
_KINDS = ("paragraph", "list_item", "table", "heading", "footnote")
TRAITS = (
    "about_word",
    "about_meaning",
    *_STANCES,
    "facts",
    "terms",
    *_KINDS,
    "length",
    "place",
    "dutch",
    "begins_block",
    "begins_section",
)
_SILENT = (-7.0, -7.0, -5.0)
"""Log-odds, per view, on a question for which a passage is no candidate."""
_LONG, _LENGTH_SCALE = 400, 200.0
"""Characters from which a passage is only long, and what makes the length a small number."""


@dataclass(frozen=True, slots=True)
class InOrder:
    """All passages of a submission, those that state nothing with zeros."""

    vectors: Floats
    """Passages × 512: embeddings."""
    odds: Floats
    """Passages × 3 × codes: log-odds by word use, by meaning and by all signs."""
    traits: Floats
    """Passages × traits, in the order of `TRAITS`."""


def in_order(
    candidates: Iterable[Candidate], passages: Sequence[Passage], codes: Sequence[str]
) -> InOrder:
    """Return the rows of a submission.

    Args:
        candidates: that took part in meaning; those on other questions are left out.
        passages: of the submission.
        codes: the questions, in the order of the columns.
    """
    column = {code: place for place, code in enumerate(codes)}
    vectors = np.zeros((len(passages), SIZE), dtype=np.float32)
    silent = np.array(_SILENT, dtype=np.float32)[np.newaxis, :, np.newaxis]
    odds = np.tile(silent, (len(passages), 1, len(codes)))
    traits = np.zeros((len(passages), len(TRAITS)), dtype=np.float32)
    terms = TRAITS.index("terms")
    for c in candidates:
        if c.code not in column or c.vector is None or c.meaning_odds is None:
            continue
        vectors[c.passage] = c.vector
        odds[c.passage, :, column[c.code]] = c.word_odds, c.meaning_odds, log_odds(c.relevance)
        most = max(float(traits[c.passage, terms]), len(c.met.core))
        traits[c.passage, : terms + 1] = (*_heard(c), most)
    for place, passage in enumerate(passages):
        traits[place, terms + 1 :] = _shape(passages, place, passage)
    return InOrder(vectors, odds, traits)


def _heard(c: Candidate) -> tuple[float, ...]:
    """Return what a passage says by itself: the traits before the terms that it meets."""
    return (*c.about, *(float(c.heard.stance == s) for s in _STANCES), float(len(c.facts.kinds)))


def _shape(passages: Sequence[Passage], place: int, passage: Passage) -> tuple[float, ...]:
    """Return how and where a passage stands: the traits after the terms that it meets."""
    before = passages[place - 1] if place else None
    return (
        *(float(passage.kind == kind) for kind in _KINDS),
        min(len(passage.text), _LONG) / _LENGTH_SCALE,
        place / len(passages),
        float(passage.language == "nl"),
        float(before is None or _block(before) != _block(passage)),
        float(before is None or _section(before) != _section(passage)),
    )


def _block(passage: Passage) -> tuple[int, int]:
    return passage.document, passage.block


def _section(passage: Passage) -> tuple[int, tuple[str, ...]]:
    return passage.document, passage.headings
