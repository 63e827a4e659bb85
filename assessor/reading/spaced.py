"""Letter-spaced lines ("R I S I C O") as the words that they are.

Apart because the spaces in the file are real; only the distances tell letters from words.
"""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assessor.reading.strips import Word

LETTERS = 5
"""Letters in a row that stand alone before a line can be letter-spaced; initials are fewer."""

WORD_GAP = 1.6
"""Times the usual distance between letters from which a new word begins."""

_SPACED = re.compile(rf"(?:\b\w\s+){{{LETTERS},}}\w?")


def is_spaced(text: str) -> bool:
    """Return whether most of a line is single letters with spaces between them."""
    found = _SPACED.search(text)
    if not found:
        return False
    return 2 * len(found[0]) > len(text) and not any(map(str.isdigit, found[0]))


def respaced(words: list[Word]) -> str:
    """Return the line with spaces only where the distance is that between words."""
    gaps = [b.x0 - a.x1 for a, b in zip(words, words[1:])]  # noqa: B905,RUF007  neighbours
    usual = median(gaps)
    text = words[0].text
    for gap, word in zip(gaps, words[1:], strict=True):
        text += (" " if gap > WORD_GAP * usual else "") + word.text
    return text
