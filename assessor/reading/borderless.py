"""Regions of a page where strips stand in rows and columns although no line is drawn.

Apart because here the text alone must prove that it is a table: two columns of prose, a letterhead
and the labels of a chart also have words side by side.
"""

from __future__ import annotations

from statistics import mean
from typing import TYPE_CHECKING

from assessor.reading.columns import Phrase, columns_of, phrase_of
from assessor.reading.regions import Region
from assessor.reading.strips import Word, lines_of

if TYPE_CHECKING:
    from assessor.reading.columns import Row
    from assessor.reading.drafts import Draft
    from assessor.reading.strips import Strip

FEWEST = 3
"""Rows with two or more strips that make a table of three columns or more."""

FEWEST_OF_TWO = 4
"""The same for a table of two columns, which chance makes more often."""

NEAR = 3.2
"""Em between the baselines of rows of one table."""

PROSE_LINES, PROSE_CHARACTERS = 4, 32
"""A paragraph of so many lines of so many characters is prose, and in no borderless table."""

FIGURE = 18
"""Characters of a figure with its unit; what stands left of one is a label, not prose."""

CELL_CHARACTERS = 34
"""Characters that a line in a cell has at most, on average, in tables without lines."""

LONG_CHARACTERS = 50
"""The same in a wide table: prose does not stand in so many columns."""

LABEL_CHARACTERS = 26
"""The same for the first of two columns: a term, a name, a label."""

ALIGNED = 0.7
"""Share of a column's phrases that must begin, end or be centred at the same place."""

EVEN = 0.4
"""Em by which they may differ and be at the same place."""

HELD = 0.5
"""Share of the rows in which a column must hold something."""

WIDE_HELD, WIDE = 0.2, 4
"""The same where there are so many columns: a cell may hold for the rows under it, or be of one
line beside others of four."""


def loose_regions(drafts: list[Draft]) -> list[Region]:
    """Return regions without rulings, and outside prose, whose strips stand in aligned columns."""
    every = lines_of([strip for draft in drafts for strip in draft.strips if not strip.turns])
    labels = {id(strip) for row in every if _has_figures(row[1:]) for strip in row}
    prose = {id(s) for draft in drafts if _is_prose(draft, labels) for s in draft.strips}
    rows = [kept for row in every if (kept := [s for s in row if id(s) not in prose])]
    return [_region(run) for run in _runs(rows) if _is_aligned(run)]


def _has_figures(strips: list[Strip]) -> bool:
    return any(len(s.text) < FIGURE and any(c.isdigit() for c in s.text) for s in strips)


def _is_prose(draft: Draft, labels: set[int]) -> bool:
    characters = sum(len(strip.text) for strip in draft.strips)
    beside = sum(id(strip) in labels for strip in draft.strips)
    return (
        len(draft.strips) >= PROSE_LINES
        and characters >= PROSE_CHARACTERS * len(draft.strips)
        and beside * 2 < len(draft.strips)
    )


def _runs(rows: list[list[Strip]]) -> list[list[list[Strip]]]:
    """Return runs of near rows that begin with a parted row and are mostly parted."""
    runs: list[list[list[Strip]]] = []
    run: list[list[Strip]] = []
    for row in rows:
        near = run and row[0].baseline - run[-1][0].baseline < NEAR * row[0].size
        if run and (not near or not (len(row) > 1 or _under(row[0], run))):
            runs.append(run)
            run = []
        if run or len(row) > 1:
            run.append(row)
    runs.append(run)
    return [_trimmed(run) for run in runs if sum(len(row) > 1 for row in run) >= FEWEST]


def _under(strip: Strip, run: list[list[Strip]]) -> bool:
    """Return whether a lone strip stands under a single strip of the last parted row."""
    parted = next(row for row in reversed(run) if len(row) > 1)
    beside = [s for s in parted if s.x0 < strip.x1 and s.x1 > strip.x0]
    return len(beside) == 1 and abs(strip.size - beside[0].size) < EVEN * strip.size


def _trimmed(run: list[list[Strip]]) -> list[list[Strip]]:
    """Return the run without lone strips of the first column at its end: they begin prose."""
    end = len(run)
    while end and len(run[end - 1]) == 1 and run[end - 1][0].x0 <= min(r[0].x0 for r in run) + 1:
        end -= 1
    return run[:end]


def _is_aligned(run: list[list[Strip]]) -> bool:
    rows = [[_phrase(strip) for strip in row] for row in run]
    parted = [row for row in rows if len(row) > 1]
    columns = columns_of(rows)
    if len(columns) < 2 or len(parted) < (FEWEST if len(columns) > 2 else FEWEST_OF_TWO):  # noqa: PLR2004  two columns
        return False
    size = run[0][0].size
    for index, (x0, x1) in enumerate(columns):
        inside = [p for row in parted for p in row if x0 <= (p.x0 + p.x1) / 2 <= x1]
        held = WIDE_HELD if len(columns) >= WIDE else HELD
        is_even = _even(inside, size) or (index == 0 and _numbered(inside, size))
        if len(inside) < held * len(parted) or not is_even:
            return False
        lengths = mean(len(p.words[0].text) for p in inside)
        most = LONG_CHARACTERS if len(columns) >= WIDE else CELL_CHARACTERS
        if len(columns) == 2 and index == 0:  # noqa: PLR2004  two columns
            most = LABEL_CHARACTERS
        if lengths > most and not (len(columns) == 2 and index == 1):  # noqa: PLR2004  two columns
            return False
    return True


def _phrase(strip: Strip) -> Phrase:
    word = Word(strip.start, strip.end, strip.x0, strip.top, strip.x1, strip.bottom, strip.text)
    return phrase_of([word])


def _even(phrases: Row, size: float) -> bool:
    """Return whether most phrases begin, end or are centred at the same place."""
    needed = ALIGNED * len(phrases)
    for places in (
        [p.x0 for p in phrases],
        [p.x1 for p in phrases],
        [(p.x0 + p.x1) / 2 for p in phrases],
    ):
        if any(sum(abs(a - b) < EVEN * size for b in places) >= needed for a in places):
            return True
    return False


def _numbered(phrases: Row, size: float) -> bool:
    """Return whether phrases begin at two places: their numbers, and their words."""
    numbers = [p for p in phrases if p.words[0].text[:1].isdigit()]
    told = [p for p in phrases if p not in numbers]
    return bool(numbers) and bool(told) and _even(numbers, size) and _even(told, size)


def _region(run: list[list[Strip]]) -> Region:
    strips = [strip for row in run for strip in row]
    return Region(
        min(s.x0 for s in strips) - 1,
        min(s.top for s in strips) - 1,
        max(s.x1 for s in strips) + 1,
        max(s.bottom for s in strips) + 1,
        [],
        [],
    )
