"""Reads the rules and word lists that stand as YAML beside the code, each file once.

Separate because matching and judging keep theirs in the same form; what they mean is theirs.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def rules(package: str, name: str) -> Any:  # noqa: ANN401  # YAML holds anything
    """Return the content of a package's YAML file, by its name without ".yaml"."""
    source = resources.files(package).joinpath(f"{name}.yaml").read_text("utf-8")
    return yaml.load(source, Loader=yaml.CSafeLoader)  # the safe loader, in C
