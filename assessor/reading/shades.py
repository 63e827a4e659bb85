"""Coloured areas as parts of tables: their edges part cells where no line does.

Apart because a colour alone is weak evidence: its edges help a table that lines have shown, and
make one of their own only where there is no line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.reading.rulings import merged

if TYPE_CHECKING:
    from assessor.reading.regions import Region
    from assessor.reading.rulings import Ruling

NEAR = 4.0
"""Points within which an edge counts as touching the region."""

TALLEST = 60.0
"""Points by which a coloured head may stand out above or below the lines."""


def with_edges(region: Region, flat: list[Ruling], upright: list[Ruling]) -> set[Ruling]:
    """Grow the region over the coloured areas at its lines, and return the edges it took in."""
    beside = [
        edge
        for edge in upright
        if region.x0 - NEAR < edge.at < region.x1 + NEAR
        and edge.start < region.bottom + NEAR
        and edge.end > region.top - NEAR
        and edge.start > region.top - TALLEST
        and edge.end < region.bottom + TALLEST
    ]
    region.top = min([region.top, *(edge.start for edge in beside)])
    region.bottom = max([region.bottom, *(edge.end for edge in beside)])
    across = [
        edge
        for edge in flat
        if region.top - NEAR < edge.at < region.bottom + NEAR
        and edge.start > region.x0 - NEAR
        and edge.end < region.x1 + NEAR
    ]
    region.upright = merged(region.upright + beside)
    region.flat = merged(region.flat + across)
    return {*beside, *across}
