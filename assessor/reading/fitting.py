"""Fits a region of lines to the text: cut where prose runs through it, widened to its labels.

Apart because lines alone mislead: those under the figures of two tables may stack up over the
prose between them, and stop short of the labels on the left.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from assessor.reading.regions import Region

if TYPE_CHECKING:
    from collections.abc import Iterator

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
"""Rows of figures from which labels are looked for."""


def fitted(region: Region, strips: list[Strip]) -> Iterator[Region]:
    """Yield the parts of a region that no prose runs through, each with its labels."""
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
