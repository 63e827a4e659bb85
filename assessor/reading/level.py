"""Levels a picture of a page that lay askew: tesseract passes over whole paragraphs that slope.

Columns of pixels are moved up or down, no more: letters of a page two degrees askew stay as they
are, and places on the levelled picture are easily found again on the page as it lies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from assessor.reading.drawing import Picture
    from assessor.reading.tesseract import PrintedWord

STEEPEST, STEP = 0.07, 0.0025
"""Slopes that are tried, in pixels per pixel: up to four degrees, an eighth of a degree apart."""

LEAST = 0.004
"""Slope below which tesseract does as well by itself: a quarter of a degree."""

CLEARER = 1.1
"""Times that the lines must stand out better than on the picture as it is."""

COARSE = 4
"""Pixels that count as one in looking for the slope."""

DARK = 0.75
"""Times the mean brightness below which a pixel is ink."""


class Levelled(NamedTuple):
    """A picture with level lines, and the slope that they had."""

    picture: Picture
    slope: float

    def as_it_lies(self, word: PrintedWord) -> PrintedWord:
        """Return a word of the levelled picture with its place on the picture as it was."""
        middle = self.picture.pixels_wide / 2
        drop = round(self.slope * ((word.x0 + word.x1) / 2 - middle))
        return word._replace(top=word.top + drop, bottom=word.bottom + drop)


def levelled(picture: Picture) -> Levelled:
    """Return the picture with its lines level; as it is where they are, or run downwards."""
    grey = np.frombuffer(picture.grey, np.uint8)
    grey = grey.reshape(picture.pixels_high, picture.pixels_wide)
    slope = _slope(grey)
    if abs(slope) < LEAST:
        return Levelled(picture, 0.0)
    middle = picture.pixels_wide / 2
    drops = np.round(slope * (np.arange(picture.pixels_wide) - middle)).astype(int)
    level = np.full_like(grey, int(grey.max()))
    for drop in np.unique(drops):
        inside = drops == drop
        if drop >= 0:
            level[: grey.shape[0] - drop, inside] = grey[drop:, inside]
        else:
            level[-drop:, inside] = grey[:drop, inside]
    return Levelled(picture._replace(grey=level.tobytes()), slope)


def _slope(grey: NDArray[np.uint8]) -> float:
    """Return the slope at which the rows of ink stand out best."""
    coarse = grey[::COARSE, ::COARSE]
    ys, xs = np.nonzero(coarse < DARK * coarse.mean())
    if not ys.size:
        return 0.0
    slopes = np.arange(-STEEPEST, STEEPEST + STEP, STEP)
    clear = [_clearness(ys - slope * xs) for slope in slopes]
    best = int(np.argmax(clear))
    return float(slopes[best]) if clear[best] > CLEARER * _clearness(ys.astype(float)) else 0.0


def _clearness(heights: NDArray[np.float64]) -> float:
    """Return how unevenly the ink is spread over rows."""
    rows = np.round(heights - heights.min()).astype(int)
    return float((np.bincount(rows).astype(float) ** 2).sum())
