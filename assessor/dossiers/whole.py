"""Files that are there whole or not at all, whatever happens while they are written."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def beside(place: Path) -> Iterator[Path]:
    """Yield an empty file that is put in its place, safely on disk, when the block ends well.

    Raises:
        OSError: when it cannot be written; then nothing is at the place that was not there before.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    made = place.with_name(f".{uuid4().hex}.part")
    made.touch(exist_ok=False)
    try:
        yield made
        _settle(made)
        made.replace(place)
        if os.name == "posix":
            _settle(place.parent)
    except BaseException:
        with suppress(OSError):
            made.unlink()
        raise


@contextmanager
def whole(place: Path) -> Iterator[IO[bytes]]:
    """Yield a file, open for writing and reading, that comes to its place as `beside` says."""
    with beside(place) as made, made.open("w+b") as file:
        yield file


def _settle(path: Path) -> None:
    """Let a file or folder reach the disk."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
