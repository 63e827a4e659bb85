"""Rows that no line shows: which lines of print in a band between two rulings are rows.

Apart because it is a judgement on text: "Number of / companies" is one cell of two lines, while
"12.5 / 13.1" are two rows.
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assessor.reading.columns import Phrase, Row

FEWEST = 3
"""Lines from which words (not figures) side by side are taken for rows."""

DRAWN = 4
"""Bands up to which a table may have drawn only its head and its totals."""

PARALLEL = 0.6
"""Share of the lines that must fill several columns for them to be rows."""

FIGURES = 0.5
"""Share of phrases with figures from which lines are rows."""

MOSTLY = 0.75
"""Share of phrases with figures from which lines, each with a label, are rows in any table."""

FULL = 0.8
"""Share of its column that a wrapped line usually fills."""

TIGHT = 0.8
"""Times the usual distance below which a line belongs to the one above."""

WHITE = 1.4
"""Times the step between lines of a cell from which white space parts rows."""

Placed = dict[int, "Phrase"]


def grouped(rows: list[Row], columns: list[tuple[float, float]], bands: int) -> list[list[Row]]:
    """Return the lines of print of one band as rows of the table, each one or more lines.

    `bands` is the number of drawn bands in the table: one that has drawn its rows is trusted.
    """
    placed = [_placed(row, columns) for row in rows]
    are_rows = _are_rows(placed, columns, bands)
    if bands == 1 and not (are_rows and _are_figures(placed)):
        parted = _by_white(placed, rows)
        if parted:
            return parted
    if not are_rows:
        return [rows] if rows else []
    usual = _usual_step(rows)
    groups: list[list[Row]] = []
    for index, row in enumerate(rows):
        if groups and _continues(placed, rows, index, usual):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _by_white(placed: list[Placed], rows: list[Row]) -> list[list[Row]] | None:
    """Return the rows that white space parts more than their lines; None where it does not.

    The first line of a row holds something in more columns than the lines under it.
    """
    steps = [below[0].bottom - above[0].bottom for above, below in pairwise(rows)]
    line = min(steps, default=0.0)
    groups: list[list[int]] = [[0]]
    for index, step in enumerate(steps, 1):
        if step > WHITE * line:
            groups.append([index])
        else:
            groups[-1].append(index)
    is_led = all(
        len(placed[g[0]]) > 1 and all(len(placed[i]) <= len(placed[g[0]]) for i in g)
        for g in groups
    )
    if len(groups) <= FEWEST or len(groups) == len(rows) or not is_led:
        return None
    return [[rows[i] for i in group] for group in groups]


def _placed(row: Row, columns: list[tuple[float, float]]) -> Placed:
    found: Placed = {}
    for phrase in row:
        middle = (phrase.x0 + phrase.x1) / 2
        nearest = min(
            range(len(columns)), key=lambda i: abs(sum(columns[i]) / 2 - middle), default=0
        )
        inside = [i for i, (x0, x1) in enumerate(columns) if x0 <= middle <= x1]
        found[inside[0] if inside else nearest] = phrase
    return found


def _are_rows(placed: list[Placed], columns: list[tuple[float, float]], bands: int) -> bool:
    filled = [row for row in placed if len(row) > 1]
    if len(placed) < 2 or len(filled) < 2 or len(filled) < PARALLEL * len(placed) / 2:  # noqa: PLR2004  one line is one row
        return False
    values = [phrase for row in filled for column, phrase in row.items() if column > 0]
    figures = sum(is_figure(phrase) for phrase in values)
    if figures >= MOSTLY * len(values) and all(0 in row for row in placed):
        return True
    if figures >= FIGURES * len(values):
        return bands <= DRAWN or len(filled) > FEWEST
    labelled = sum(0 in row for row in placed)
    if (
        bands > DRAWN
        or labelled * 2 < len(placed)
        or len(filled) < FEWEST
        or len(filled) < PARALLEL * len(placed)
    ):
        return False
    widths = [
        (phrase.x1 - phrase.x0) / max(columns[column][1] - columns[column][0], 1)
        for row in filled
        for column, phrase in row.items()
    ]
    return median(widths) < FULL


def _are_figures(placed: list[Placed]) -> bool:
    """Return whether lines tell figures beside each other, so that white parts only sections."""
    values = [p for row in placed if len(row) > 1 for column, p in row.items() if column > 0]
    return sum(map(is_figure, values)) >= FIGURES * len(values)


def is_figure(phrase: Phrase) -> bool:
    """Return whether a phrase is a number, a dash, "n.a." or the like."""
    return all(
        any(c.isdigit() for c in word.text) or word.text.lower() in NO_FIGURE
        for word in phrase.words
    )


NO_FIGURE = frozenset(
    {"-", "–", "—", "n.a.", "na", "n/a", "nvt", "n.v.t.", "x", "*", ".", "..", "%", "€"}
)
"""What stands in a column of figures where there is none."""


def _usual_step(rows: list[Row]) -> float:
    steps = [below[0].bottom - above[0].bottom for above, below in zip(rows, rows[1:])]  # noqa: B905,RUF007  pairs
    return median(steps) if steps else 0.0


def _continues(placed: list[Placed], rows: list[Row], index: int, usual: float) -> bool:
    row, above = placed[index], placed[index - 1]
    step = rows[index][0].bottom - rows[index - 1][0].bottom
    if step < TIGHT * usual or _is_mid_sentence(row, above):
        return True
    if len(row) == 1 and 0 not in row:
        return not any(is_figure(phrase) for phrase in row.values())
    if 0 in row and len(row) == 1 and 0 in above:
        return _goes_on(row[0])
    return len(above) == 1 and 0 in above and 0 in row and _goes_on(row[0])


def _is_mid_sentence(row: Placed, above: Placed) -> bool:
    """Return whether a line goes on in several columns at once in small letters."""
    told = [p for p in row.values() if p.words[0].text[:1].isalpha()]
    is_low = len(told) > 1 and all(map(_goes_on, told))
    return is_low and 0 in row and 0 in above


def _goes_on(phrase: Phrase) -> bool:
    return phrase.words[0].text[:1].islower()
