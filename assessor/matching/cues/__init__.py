"""The words and patterns by which stance, facts and decoys are heard, as data."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def data(name: str) -> Any:  # noqa: ANN401  # YAML holds anything
    """Return the content of a file of this folder, by its name without ".yaml"."""
    source = resources.files(__package__).joinpath(f"{name}.yaml").read_text("utf-8")
    return yaml.load(source, Loader=yaml.CSafeLoader)  # it is the safe one
