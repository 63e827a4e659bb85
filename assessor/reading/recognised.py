"""The words of a recognised page, with the answers that a PDF page's letters give.

Apart so that tables are found in scans by the same judgement as in print.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from assessor.reading.strips import Strip, Word

if TYPE_CHECKING:
    from assessor.model import Box

TYPE_SIZE = 0.75
"""Em that a word is high on average: few have both ascenders and descenders."""


class RecognisedWords:
    """The words of one level page, in the order in which they were recognised."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.text = ""
        self._words: list[Word] = []

    def add_line(self, line: list[tuple[str, Box]]) -> Strip:
        """Take in the words of a stretch of one line; return it as a strip."""
        words: list[Word] = []
        for text, box in line:
            words.append(Word(len(self.text), len(self.text) + len(text), *box, text))
            self.text += f"{text} "
        self.text = f"{self.text[:-1]}\n"
        self._words += words
        return self.strip_of(words)

    def words(self, start: int, end: int) -> list[Word]:
        """Return the words between two offsets of the page's text."""
        return [word for word in self._words if start <= word.start and word.end <= end]

    def strip_of(self, words: list[Word]) -> Strip:
        """Return neighbouring words as one strip."""
        bottom = max(word.bottom for word in words)
        return Strip(
            start=words[0].start,
            end=words[-1].end,
            text=" ".join(word.text for word in words),
            x0=min(word.x0 for word in words),
            top=min(word.top for word in words),
            x1=max(word.x1 for word in words),
            bottom=bottom,
            baseline=bottom,
            size=median(word.bottom - word.top for word in words) / TYPE_SIZE,
            bold=False,
            page=self.page,
        )
