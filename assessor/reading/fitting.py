"""Fits a region of lines to the text: cut where prose runs through it, widened to its labels.

Apart because lines alone mislead: those under the figures of two tables may stack up over the
prose between them, and stop short of the labels on the left; and the rules under a running head and
above a footer stack up with those of every table that is as wide as the text.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from assessor.reading.marks import CAPTION
from assessor.reading.regions import Region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.reading.rulings import Ruling
    from assessor.reading.strips import Strip

THROUGH = 8.0
"""Points on both sides of a region's border by which a strip must reach to run through it."""

PROSE = 45
"""Characters from which such a strip is prose, not a cell that sticks out."""

LABELLED = 0.6
"""Share of the rows with figures that must have a label on the left before they are taken in."""

RAGGED = 4.0
"""Em of white that most labels leave before the figures; a column of prose leaves a gutter."""

LEVEL = 2.0
"""Points by which baselines of a label and its figures may differ."""

FEWEST = 3
"""Rows of figures from which labels are looked for; lines of a paragraph."""

FEWEST_RULES = 3
"""Flat lines from which some may belong to the page and others to a table."""

TALL = 1.5
"""Times the tallest band with cells side by side; a taller one without is no row of the table."""

HIGH = 4.0
"""Times the usual band; in a higher one a line of words by itself is no cell."""

WIDE = 2.0
"""Times the usual band, from which a sentence that runs over columns is no merged cell."""

LONE = 20
"""Characters of such a line."""

CLOSE = 10.0
"""Points of white below a table's last line, or a row, from which text is no more of the table."""

EMPTY = 12.0
"""Points between two lines without text that part what belongs to the page from a table."""

FULL = 0.8
"""Share of the region's width that the lines of a paragraph fill."""


def fitted(region: Region, strips: list[Strip]) -> Iterator[Region]:
    """Yield the parts of a region that no prose runs through, each with its labels."""
    for part in _without_rules(region, strips):
        yield from _without_prose(part, strips)


def _without_rules(region: Region, strips: list[Strip]) -> list[Region]:
    """Return the stacks of lines in a region that stand between bands of prose and empty bands."""
    if len(region.flat) < FEWEST_RULES or any(
        _parts_columns(line, region, strips) for line in region.upright
    ):
        return [region]
    lines = sorted(region.flat)
    bands = [
        [s for s in strips if above.at < s.baseline < below.at and not s.turns]
        for above, below in pairwise(lines)
    ]
    heights = [below.at - above.at for above, below in pairwise(lines)]
    parted = [_is_parted(band) for band in bands]
    tallest = max((h for h, is_so in zip(heights, parted, strict=True) if is_so), default=0.0)
    usual = median(heights)
    starts = _starts_of(bands)
    is_row = [
        not (
            _is_told(band, region)
            or (height > HIGH * usual and _holds_lone(band))
            or (height > WIDE * usual and _runs_over(band, starts))
        )
        if is_so
        else (bool(band) and height < TALL * tallest) or height < EMPTY
        for band, height, is_so in zip(bands, heights, parted, strict=True)
    ]
    is_row = [so and not _holds_caption(b) for so, b in zip(is_row, bands, strict=True)]
    if all(is_row) or not any(parted):
        return [region]
    runs: list[list[Ruling]] = [[lines[0]]]
    for line, goes_on in zip(lines[1:], is_row, strict=True):
        if goes_on:
            runs[-1].append(line)
        else:
            runs.append([line])
    under = dict(zip(lines[:-1], bands, strict=True))
    return [
        Region(region.x0, run[0].at, region.x1, _end_of(run[-1], under, region), run, [])
        for run in runs
        if len(run) > 1 and run[-1].at - run[0].at > EMPTY
    ]


def _end_of(last: Ruling, under: dict[Ruling, list[Strip]], region: Region) -> float:
    """Return where a table ends: at its last line, or below the cells that stand close under it."""
    end = found = last.at
    full = FULL * (region.x1 - region.x0)
    band = sorted(under.get(last, ()), key=lambda s: s.baseline)
    for strip in band:
        if strip.top - end > CLOSE or strip.x1 - strip.x0 > full:
            break
        end = max(end, strip.bottom)
        if any(abs(s.baseline - strip.baseline) < LEVEL and s is not strip for s in band):
            found = end + 1
    return found


def _parts_columns(line: Ruling, region: Region, strips: list[Strip]) -> bool:
    """Return whether print stands on both sides of an upright line: it is no side of a table."""
    if not region.x0 + THROUGH < line.at < region.x1 - THROUGH:
        return False
    beside = [s for s in strips if line.start < s.baseline < line.end and not s.turns]
    return any(region.x0 < s.x1 < line.at + LEVEL for s in beside) and any(
        line.at - LEVEL < s.x0 < region.x1 for s in beside
    )


def _is_parted(band: list[Strip]) -> bool:
    """Return whether some print in a band stands side by side."""
    return any(
        abs(one.baseline - other.baseline) < LEVEL and one.x1 < other.x0
        for one in band
        for other in band
    )


def _holds_lone(band: list[Strip]) -> bool:
    """Return whether a line of words stands by itself, with white above it, in a high band."""
    return any(
        len(strip.text) > LONE
        and not any(
            s is not strip and s.bottom > strip.top - CLOSE / 2 and s.top < strip.bottom
            for s in band
        )
        for strip in band
    )


def _is_told(band: list[Strip], region: Region) -> bool:
    """Return whether lines as wide as the region follow each other in a band: a paragraph."""
    full = FULL * (region.x1 - region.x0)
    return sum(s.x1 - s.x0 > full and len(s.text) > PROSE for s in band) >= FEWEST


def _starts_of(bands: list[list[Strip]]) -> list[float]:
    """Return where columns begin: at what stands beside other print in several bands."""
    counted = Counter(
        round(strip.x0 / LEVEL)
        for band in bands
        for strip in band
        if any(abs(s.baseline - strip.baseline) < LEVEL and s is not strip for s in band)
    )
    return [place * LEVEL for place, times in counted.items() if times > 1]


def _runs_over(band: list[Strip], starts: list[float]) -> bool:
    """Return whether a sentence in a band runs over where several columns begin."""
    return any(
        len(s.text) > PROSE and sum(s.x0 + LEVEL < x < s.x1 - LEVEL for x in starts) > 1
        for s in band
    )


def _holds_caption(band: list[Strip]) -> bool:
    """Return whether the caption of a next table stands in a band, by itself on its line."""
    return any(
        CAPTION.match(one.text)
        and not any(s is not one and abs(s.baseline - one.baseline) < LEVEL for s in band)
        for one in band
    )


def _without_prose(region: Region, strips: list[Strip]) -> Iterator[Region]:
    crossing = sorted(strip.baseline for strip in strips if _runs_through(strip, region))
    if not crossing:
        yield _with_labels(region, strips)
        return
    for top, bottom in zip([region.top, *crossing], [*crossing, region.bottom], strict=True):
        flat = [line for line in region.flat if top < line.at < bottom]
        if len(flat) > 1:
            part = Region(region.x0, flat[0].at, region.x1, flat[-1].at, flat, [])
            part.upright = [
                line._replace(start=max(line.start, part.top), end=min(line.end, part.bottom))
                for line in region.upright
                if line.start < part.bottom and line.end > part.top
            ]
            yield _with_labels(part, strips)


def _runs_through(strip: Strip, region: Region) -> bool:
    inside = region.top < strip.baseline < region.bottom
    if strip.turns or len(strip.text) < PROSE or not inside:
        return False
    sides = (region.x0, region.x1)
    return any(strip.x0 < side - THROUGH and strip.x1 > side + THROUGH for side in sides)


def _with_labels(region: Region, strips: list[Strip]) -> Region:
    """Return the region widened to the labels that stand left of its figures."""
    inside = [s for s in strips if region.top < s.baseline < region.bottom and s.x0 < region.x1]
    figures = [s for s in inside if s.x0 > region.x0 - 1]
    if len(figures) < FEWEST or not all(_is_figure(strip.text) for strip in figures):
        return region
    heights = {round(strip.baseline / LEVEL) for strip in figures}
    labels = [s for s in inside if s.x1 < region.x0 + 1]
    labelled = [s for s in labels if _near(round(s.baseline / LEVEL), heights)]
    if len(labelled) < LABELLED * len(heights) or len(figures) < 2 * len(heights):
        return region
    white = median(region.x0 - strip.x1 for strip in labelled)
    if white > RAGGED * labelled[0].size:
        region.x0 = min(strip.x0 for strip in labelled) - 1
    return region


def _near(height: int, heights: set[int]) -> bool:
    return not heights.isdisjoint((height - 1, height, height + 1))


def _is_figure(text: str) -> bool:
    return sum(c.isalpha() for c in text) <= 3  # noqa: PLR2004  "EUR"
