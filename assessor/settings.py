"""What a user may set, apart so that every part of the program reads the same few values.

Order of precedence: the command line, then the environment (`ASSESSOR_LANGUAGE`,
`ASSESSOR_DATABASE`), then the file `settings.toml` in the user's configuration folder, then the
defaults below.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from assessor import locations
from assessor.errors import SettingsError
from assessor.texts import LANGUAGES, say

if TYPE_CHECKING:
    from pathlib import Path

    from assessor.model import Words

FILE = "settings.toml"
_DATABASES = ("sqlite:///", "postgresql://", "postgresql+psycopg://")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings, with their defaults."""

    language: str = "nl"
    """In which the program speaks: "nl" or "en"."""
    ocr_seconds: int | None = None
    """Wall time for recognising scanned pages of one file; None leaves it to the limits."""
    database: str | None = None
    """URL of the database of dossiers; None is the file in the user's data folder."""


def load(environment: dict[str, str] | None = None) -> Settings:
    """Return the settings of this user.

    Raises:
        SettingsError: when a setting does not exist or has a value that cannot be.
    """
    chosen = os.environ if environment is None else environment
    path = locations.config() / FILE
    values = _checked(_from_file(path), str(path))
    if database := chosen.get("ASSESSOR_DATABASE"):
        values |= _checked({"database": database}, "ASSESSOR_DATABASE")
    if language := chosen.get("ASSESSOR_LANGUAGE"):
        values |= _checked({"language": language.casefold()}, "ASSESSOR_LANGUAGE")
    return Settings(**values)


def _from_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        what = say("settings.unreadable", file=path, reason=error)
        raise SettingsError(what, say("settings.unreadable_remedy")) from error


def _checked(values: dict[str, Any], source: str) -> dict[str, Any]:
    known = [field.name for field in fields(Settings)]
    for name, value in values.items():
        if name not in known:
            nearest = get_close_matches(name, known, n=1, cutoff=0.0)[0]
            what = say("settings.unknown", name=name, source=source)
            raise SettingsError(what, say("settings.unknown_remedy", nearest=nearest))
        if remedy := _remedy(name, value):
            shown = str(value).partition("://")[0] if name == "database" else value
            what = say("settings.impossible", name=name, value=shown, source=source)
            raise SettingsError(what, remedy)
    return values


def _remedy(name: str, value: object) -> Words | None:
    """Return what would be a possible value, or None when this one is."""
    if name == "language":
        return None if value in LANGUAGES else say("settings.language_remedy")
    if name == "database":
        is_address = isinstance(value, str) and value.startswith(_DATABASES)
        return None if is_address else say("settings.database_remedy")
    is_count = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return None if is_count else say("settings.seconds_remedy")
