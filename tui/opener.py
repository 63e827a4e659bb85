"""Hands a file to the program that the computer has for it; never to one in this terminal."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PROGRAMS = {"darwin": "open", "linux": "xdg-open"}


def can_open() -> bool:
    """Return whether there is a screen with windows, and a program that opens files in one."""
    if sys.platform == "win32":
        return True
    program = _PROGRAMS.get(sys.platform, _PROGRAMS["linux"])
    has_windows = sys.platform == "darwin" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    return has_windows and shutil.which(program) is not None


def open_file(path: Path) -> bool:
    """Return whether a program was asked to show the file."""
    if not can_open():
        return False
    try:
        if sys.platform == "win32":
            os.startfile(path)  # noqa: S606  # our own file, by the program that the user chose
            return True
        program = _PROGRAMS.get(sys.platform, _PROGRAMS["linux"])
        subprocess.Popen(  # noqa: S603  # the platform's own opener, with our own file
            [program, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True
