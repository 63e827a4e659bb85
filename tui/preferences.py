"""What a reader chose on screen, remembered for the next time: language, colours, own name.

Separate from the dossiers because it is needed before the first paint, when no database is open.
"""

from __future__ import annotations

import contextlib
import getpass
from typing import TYPE_CHECKING

import msgspec

from assessor import locations
from tui.themes import DARK

if TYPE_CHECKING:
    from pathlib import Path

FILE = "screen.json"


class Preferences(msgspec.Struct, frozen=True):
    """The choices; what is None follows the program's settings or the system."""

    language: str | None = None
    theme: str = DARK.name
    who: str | None = None
    folder: str | None = None
    """In which exports were written last."""
    keys: dict[str, str] = {}
    """By the id of an action, as Textual names them; those that are not the program's own."""

    @property
    def reader(self) -> str:
        """Return the name that judgements carry: the chosen one, or the login name."""
        return self.who or login()


def login() -> str:
    """Return the login name of the system, or a dash where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "-"


def load() -> Preferences:
    """Return what was remembered; the defaults where there is nothing readable."""
    try:
        return msgspec.json.decode(_file().read_bytes(), type=Preferences)
    except (OSError, msgspec.DecodeError):
        return Preferences()


def save(preferences: Preferences) -> None:
    """Remember the choices; a folder that cannot be written costs only the memory of them."""
    file = _file()
    draft = file.with_suffix(".new")
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(msgspec.json.encode(preferences))
        draft.replace(file)


def _file() -> Path:
    return locations.data() / FILE
