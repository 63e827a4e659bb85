"""Columns that no line shows: found by the white space that rows of text leave between them.

Apart because ruled and borderless tables need it alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from assessor.reading.strips import Word

CELL_GAP = 0.75
"""Em of white between words from which they may stand in different cells."""

SPANNING = 0.25
"""Share of the rows that must stand in two columns under a phrase before it counts as spanning."""

SAME_LINE = 0.5
"""Em by which baselines on one row of print may differ (superscripts, cells set a little lower)."""


class Phrase(NamedTuple):
    """Words of one line without a gap between them, and their box in points."""

    x0: float
    top: float
    x1: float
    bottom: float
    words: tuple[Word, ...]


Row = list[Phrase]


def rows_of_print(words: list[Word], size: float) -> list[Row]:
    """Return the words as rows of phrases, from top to bottom and from left to right."""
    rows: list[list[Word]] = []
    total = 0.0
    for word in sorted(words, key=lambda w: w.top + w.bottom):
        twice_middle = word.top + word.bottom
        if rows and twice_middle - total / len(rows[-1]) < 2 * SAME_LINE * size:
            rows[-1].append(word)
            total += twice_middle
        else:
            rows.append([word])
            total = twice_middle
    return [phrases(row, size) for row in rows]


def phrases(words: list[Word], size: float) -> Row:
    """Return the words of one row as phrases."""
    found: Row = []
    stretch: list[Word] = []
    for word in sorted(words, key=lambda w: w.x0):
        if stretch and word.x0 - stretch[-1].x1 > CELL_GAP * size:
            found.append(phrase_of(stretch))
            stretch = []
        stretch.append(word)
    if stretch:
        found.append(phrase_of(stretch))
    return found


def phrase_of(words: list[Word]) -> Phrase:
    """Return words as one phrase."""
    return Phrase(
        min(word.x0 for word in words),
        min(word.top for word in words),
        max(word.x1 for word in words),
        max(word.bottom for word in words),
        tuple(words),
    )


def columns_of(rows: list[Row]) -> list[tuple[float, float]]:
    """Return (x0, x1) of the columns that the rows' phrases stand in, from left to right."""
    columns: list[tuple[float, float]] = []
    for phrase in sorted(_within_one(rows)):
        if columns and phrase[0] <= columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], phrase[1])
        else:
            columns.append(phrase)
    return columns


def _within_one(rows: list[Row]) -> list[tuple[float, float]]:
    """Return the sides of all phrases that stand in one column, not over several."""
    parted = [row for row in rows if len(row) > 1]
    allowed = max(1, SPANNING * len(parted))
    return [
        (phrase.x0, phrase.x1)
        for row in rows
        for phrase in row
        if _spans_few(parted, phrase, allowed)
    ]


def _spans_few(rows: list[Row], phrase: Phrase, allowed: float) -> bool:
    """Return whether a phrase stands over two others in at most so many rows."""
    left, right = phrase.x0, phrase.x1
    for row in rows:
        covered = 0
        for other in row:
            if other.x0 < right and other.x1 > left:
                covered += 1
                if covered > 1:
                    allowed -= 1
                    break
        if allowed < 0:
            return False
    return True
