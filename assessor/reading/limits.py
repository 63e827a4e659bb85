"""What reading one file may cost; apart from the readers so that all of them obey the same figures.

The figures and the reason for each stand in limits.toml.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one file; sizes in MiB, times in seconds of wall time."""

    pages: int
    characters_per_page: int
    paths_per_page: int
    page_side_points: int
    memory_mib: int
    seconds: int
    ocr_seconds: int
    file_mib: int
    zip_entries: int
    zip_uncompressed_mib: int
    document_xml_mib: int
    span: int
    nesting: int
    blocks: int
    characters: int
    passages: int


@cache
def default_limits() -> Limits:
    """Return the limits that ship with the program."""
    text = resources.files(__package__).joinpath("limits.toml").read_text("utf-8")
    return Limits(**tomllib.loads(text))


def limits_of_user() -> Limits:
    """Return the limits with what the user's settings change."""
    from assessor import settings

    chosen = settings.load().ocr_seconds
    limits = default_limits()
    return limits if chosen is None else replace(limits, ocr_seconds=chosen)
