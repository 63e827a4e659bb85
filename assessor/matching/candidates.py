"""What matching hands to judging: a passage that may count, with every sign of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assessor.matching.specifics import Facts
    from assessor.matching.stance import Heard
    from assessor.matching.terms import TermsMet


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may count for a question."""

    passage: int
    """Index among the submission's passages."""
    code: str
    relevance: float
    """Chance from 0 to 1 that it is about the question."""
    met: TermsMet
    facts: Facts
    heard: Heard
    nearest: int | None
    """Index of the closest lesson of this question by meaning, where that is known."""
    word_odds: float
    """Log-odds of the head over word use."""
    meaning_odds: float | None
    about: tuple[float, float] = (0.0, 0.0)
    """Log-odds, over word use and over meaning, that it states anything that is asked."""
    context: float = 0.0
    """What headings and neighbours add to the log-odds."""
    vector: NDArray[np.float32] | None = field(default=None, compare=False, repr=False)
    """The passage's embedding, 512 numbers, where meaning takes part."""
