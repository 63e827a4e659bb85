"""The named looks and layouts, read from their tables."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Look:
    """Fonts, sizes in points, colours and habits of one document."""

    text: str
    heads: str
    cells: str
    body: tuple[float, float]
    chapter: tuple[float, float]
    section: tuple[float, float]
    cell: float
    margin: float
    main: str
    accent: str
    pale: str
    rule: str
    grey: str
    running: str
    cover: str
    table: str
    word: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """What a layout does where the front matter says nothing; sizes are factors."""

    cover: str
    contents: bool
    numbered: bool
    justified: bool
    columns: int
    text: float
    heads: float


def look(name: str) -> Look:
    """Return a look by its name.

    Raises:
        KeyError: No look has this name.
    """
    return Look(**_table("looks.toml")[name])


def layout(name: str) -> Layout:
    """Return a layout by its name.

    Raises:
        KeyError: No layout has this name.
    """
    return Layout(**_table("layouts.toml")[name])


@cache
def words(language: str) -> dict[str, Any]:
    """Return the maker's own words in a language, `nl` or `en`."""
    found: dict[str, Any] = _table("words.toml")[language]
    return found


@cache
def _table(name: str) -> dict[str, Any]:
    """Return what one table of this folder holds."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))
