"""The words, patterns and weights by which passages are heard, as data."""

from __future__ import annotations

from typing import Any

from assessor.rules import rules


def data(name: str) -> Any:  # noqa: ANN401  # YAML holds anything
    """Return the content of a file of this folder, by its name without ".yaml"."""
    return rules(__name__, name)
