"""Where checklists, demo files and the user's data live, from a source tree or a wheel alike."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(folder: str) -> Path:
    """Return the folder from the wheel's data, or from the source tree beside the package."""
    packed = _PACKAGE / "_data" / folder
    return packed if packed.is_dir() else _PACKAGE.parent / folder


def checklists() -> Path:
    """Return the folder that holds one folder per checklist."""
    return _shipped("checklists")


def default_checklist() -> Path:
    """Return the folder of the checklist by which is judged when none is named."""
    return checklists() / "isv"


def checklist(named: Path | None) -> Path:
    """Return the folder of a checklist: as named, or shipped under that name; `isv` for None."""
    if named is None:
        return default_checklist()
    shipped = checklists() / named
    is_there = (named / "checklist.yaml").is_file()
    return shipped if not is_there and (shipped / "checklist.yaml").is_file() else named


def categories() -> Path:
    """Return the folder with the category profiles and the list of goods."""
    return checklists() / "categories"


def demo() -> Path:
    """Return the folder with the fictional demo submission."""
    return _shipped("corpora/demo")


def training() -> Path:
    """Return the folder with the labelled passages that teach the matching."""
    return _shipped("corpora/training")


def data() -> Path:
    """Return the user's data folder (not made here); `ASSESSOR_DATA` overrides it."""
    if chosen := os.environ.get("ASSESSOR_DATA"):
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("isv-assessor", appauthor=False)


def cache() -> Path:
    """Return the folder for what can be computed again; `ASSESSOR_CACHE` overrides it."""
    if chosen := os.environ.get("ASSESSOR_CACHE"):
        return Path(chosen).expanduser()
    from platformdirs import user_cache_path

    return user_cache_path("isv-assessor", appauthor=False)


def config() -> Path:
    """Return the folder with the user's settings; `ASSESSOR_CONFIG` overrides it."""
    if chosen := os.environ.get("ASSESSOR_CONFIG"):
        return Path(chosen).expanduser()
    from platformdirs import user_config_path

    return user_config_path("isv-assessor", appauthor=False)
