"""Chances as log-odds, where they can be added and compared at both ends."""

from __future__ import annotations

from math import log

_LEAST = 1e-6
"""Keeps a chance of 0 or 1 at a finite number."""


def log_odds(chance: float) -> float:
    """Return the log-odds of a chance from 0 to 1, between -14 and 14."""
    return log(chance / (1 - chance + _LEAST) + _LEAST)
