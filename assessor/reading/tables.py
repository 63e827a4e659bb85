"""Tables of a page: regions that prove to hold rows and columns become drafts with cells.

Apart because it alone joins lines, words and grid, and decides what is a table and what is not.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, Protocol

from assessor.model import Box, Cell
from assessor.reading.columns import rows_of_print
from assessor.reading.drafts import Draft
from assessor.reading.fitting import fitted
from assessor.reading.grid import Grid, Span
from assessor.reading.heads import header_rows
from assessor.reading.overhead import with_heads
from assessor.reading.regions import united
from assessor.reading.strips import Word
from assessor.reading.suppose import supposed_columns, supposed_rows, with_borders
from assessor.reading.underneath import with_last_row

if TYPE_CHECKING:
    from assessor.reading.columns import Phrase, Row
    from assessor.reading.regions import Region
    from assessor.reading.strips import Strip

FEWEST_CELLS = 4
"""Filled cells below which a region is a box or a frame."""

SIDE = 4.0
"""Points from the border within which an upright line is the border."""

DRAWN_ROWS = 4
"""Flat lines that only a table has; a frame, or rules around columns of prose, are fewer."""

CROSSED = 0.12
"""Share of phrases that may run across a drawn line; more are the labels of a chart."""

FILLED = 0.25
"""Share of the slots that must hold text; charts and forms hold less."""

PROSE_LINES, FULL = 3, 0.85
"""Lines that every part of a column of prose has, and how full they are but for the last."""

PROSE = 42
"""Characters per phrase above which two or three columns without a line are prose, not cells."""


class WordsOfPage(Protocol):
    """What is asked of a page to find its tables."""

    def words(self, start: int, end: int) -> list[Word]:
        """Return the words between two offsets of the page's text."""

    def strip_of(self, words: list[Word]) -> Strip:
        """Return neighbouring words as one strip."""


def tables_of(
    letters: WordsOfPage, strips: list[Strip], regions: list[Region]
) -> tuple[list[Draft], list[Strip]]:
    """Return the page's tables, and the strips that are in none."""
    tables: list[Draft] = []
    whole = united(regions, strips)
    for region in [part for one in whole for part in fitted(one, strips)]:
        inside = [strip for strip in strips if _touches(strip, region)]
        if len(inside) >= FEWEST_CELLS - 1:
            with_last_row(with_heads(region, strips), strips)
            inside = [strip for strip in strips if _touches(strip, region)]
        if not _may_hold_table(region, inside):
            continue
        words = {id(strip): words_of(letters, strip) for strip in inside}
        own = [w for found in words.values() for w in found if _lies_in(w, region)]
        table = _table(region, own, inside) if own else None
        if table:
            tables.append(table)
            strips = _without(letters, strips, words, {word.start for word in own})
    return tables, strips


def _may_hold_table(region: Region, inside: list[Strip]) -> bool:
    """Return whether anything inside stands side by side, by lines or by gaps."""
    if len(inside) < FEWEST_CELLS - 1:
        return False
    if _is_drawn(region):
        return True
    heights = Counter(round(strip.baseline / 2) for strip in inside)
    return sum(count > 1 for count in heights.values()) > 1


def words_of(letters: WordsOfPage, strip: Strip) -> list[Word]:
    """Return a strip's words, all as high as the strip."""
    if strip.turns:
        return letters.words(strip.start, strip.end)
    top, bottom = strip.top, strip.bottom
    return [
        Word(start, end, x0, top, x1, bottom, text)
        for start, end, x0, _, x1, _, text in letters.words(strip.start, strip.end)
    ]


def _touches(strip: Strip, region: Region) -> bool:
    return (
        strip.x0 < region.x1
        and strip.x1 > region.x0
        and region.top - 1 < (strip.top + strip.bottom) / 2 < region.bottom + 1
    )


def _lies_in(word: Word, region: Region) -> bool:
    return region.x0 - 1 <= (word.x0 + word.x1) / 2 <= region.x1 + 1


def _without(
    letters: WordsOfPage, strips: list[Strip], words: dict[int, list[Word]], taken: set[int]
) -> list[Strip]:
    """Return the strips without the words that a table has taken."""
    kept: list[Strip] = []
    for strip in strips:
        left = [word for word in words.get(id(strip), ()) if word.start not in taken]
        if id(strip) not in words:
            kept.append(strip)
        elif left:
            kept.append(letters.strip_of(left))
    return kept


def _table(region: Region, words: list[Word], strips: list[Strip]) -> Draft | None:
    size = median(strip.size for strip in strips)
    rows = rows_of_print(words, size)
    if _runs_across(rows, region):
        return None
    drawn = _is_drawn(region)
    region = with_borders(region)
    columns = supposed_columns(region, rows)
    flat = supposed_rows(region, rows, columns)
    grid = Grid(region.flat + flat, region.upright + columns)
    filled = _filled(grid, rows)
    spans = _without_empty(sorted(filled))
    if not _is_table(spans, rows, drawn=drawn) or _is_prose(region, filled):
        return None
    return _draft(region, grid, filled, spans, strips)


def _is_drawn(region: Region) -> bool:
    """Return whether lines part columns, or rows so often that prose is out of the question."""
    parted = any(region.x0 + SIDE < line.at < region.x1 - SIDE for line in region.upright)
    return parted or len(region.flat) >= DRAWN_ROWS


def _runs_across(rows: list[Row], region: Region) -> bool:
    every = [phrase for row in rows for phrase in row]
    across = sum(
        any(
            phrase.x0 + 2 < line.at < phrase.x1 - 2
            and line.start < (phrase.top + phrase.bottom) / 2 < line.end
            and _through_word(phrase, line.at)
            for line in region.upright
        )
        for phrase in every
    )
    return across > max(1, CROSSED * len(every))


def _through_word(phrase: Phrase, x: float) -> bool:
    return any(word.x0 + 1 < x < word.x1 - 1 for word in phrase.words)


def _filled(grid: Grid, rows: list[Row]) -> dict[Span, list[list[Word]]]:
    """Return the words of each cell, line by line."""
    found: dict[Span, list[list[Word]]] = {}
    for row in rows:
        in_row: dict[Span, list[Word]] = {}
        for phrase in row:
            for word in phrase.words:
                cell = grid.cell_at((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2)
                in_row.setdefault(cell, []).append(word)
        for cell, words in in_row.items():
            found.setdefault(cell, []).append(words)
    return found


def _without_empty(spans: list[Span]) -> dict[Span, Span]:
    """Return each cell's place when rows and columns that hold nothing of their own are gone."""
    rows = sorted({s.row for s in spans if s.row == s.last_row} or {s.row for s in spans})
    columns = sorted(
        {s.column for s in spans if s.column == s.last_column} or {s.column for s in spans}
    )
    placed: dict[Span, Span] = {}
    for span in spans:
        inner_rows = [i for i, r in enumerate(rows) if span.row <= r <= span.last_row]
        inner_columns = [i for i, c in enumerate(columns) if span.column <= c <= span.last_column]
        if inner_rows and inner_columns:
            placed[span] = Span(inner_rows[0], inner_rows[-1], inner_columns[0], inner_columns[-1])
    return placed


def _is_table(spans: dict[Span, Span], rows: list[Row], *, drawn: bool) -> bool:
    if len(spans) < FEWEST_CELLS:
        return False
    height = max(span.last_row for span in spans.values()) + 1
    width = max(span.last_column for span in spans.values()) + 1
    if height < 2 or width < 2 or len(spans) < FILLED * height * width:  # noqa: PLR2004  rows and columns
        return False
    if len({span.row for span in spans.values()}) == len(spans):
        return False
    every = [phrase for row in rows for phrase in row]
    return drawn or width > 3 or _length(every) / len(every) < PROSE  # noqa: PLR2004  prose has few columns


def _is_prose(region: Region, filled: dict[Span, list[list[Word]]]) -> bool:
    """Return whether rules part columns of prose: no cell is short, and the lines are full."""
    if any(region.x0 + SIDE < line.at < region.x1 - SIDE for line in region.upright):
        return False
    if any(len(lines) < PROSE_LINES for lines in filled.values()):
        return False
    widths = [[line[-1].x1 - line[0].x0 for line in lines] for lines in filled.values()]
    full = sum(sum(cell[:-1]) / (max(cell) * (len(cell) - 1)) for cell in widths)
    return full > FULL * len(widths)


def _length(phrases: list[Phrase]) -> int:
    return sum(len(word.text) + 1 for phrase in phrases for word in phrase.words)


def _draft(
    region: Region,
    grid: Grid,
    filled: dict[Span, list[list[Word]]],
    spans: dict[Span, Span],
    strips: list[Strip],
) -> Draft:
    page = strips[0].page
    cells = [
        Cell(
            place.row,
            place.column,
            "\n".join(" ".join(word.text for word in line) for line in filled[span]),
            place.last_row - place.row + 1,
            place.last_column - place.column + 1,
            page,
            Box(*(round(side, 1) for side in grid.box(span))),
        )
        for span, place in sorted(spans.items(), key=lambda item: (item[1].row, item[1].column))
    ]
    heads = header_rows(cells)
    cells = [replace(cell, is_header=cell.row < heads) for cell in cells]
    return Draft(
        page, [], region.x0, region.top, region.x1, region.bottom, kind="table", cells=cells
    )
