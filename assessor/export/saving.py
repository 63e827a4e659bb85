"""Writes exports so that nothing is lost: whole or not at all, and over nothing without a word.

Someone may have written a talk's notes into the note of last week, and the supplier's own file is
never written over at all.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.errors import NotWritten
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def save(
    files: Mapping[str, bytes],
    output: Path,
    *,
    overwrite: bool = False,
    originals: Iterable[Path] = (),
) -> tuple[Path, ...]:
    """Return where the files now stand: one at `output`, several by their names in that folder.

    Raises:
        NotWritten: when something stands there already, or it cannot be written.
    """
    places = _places(files, output)
    for place in places:
        _check(place, overwrite=overwrite, originals=originals)
    for place, data in zip(places, files.values(), strict=True):
        _write(place, data)
    return places


def refuse_taken(output: Path, *, overwrite: bool) -> None:
    """Refuse a place where a file stands, before any work is done for it.

    Raises:
        NotWritten: when it does, and it may not be replaced.
    """
    if output.is_file() and not overwrite:
        raise NotWritten(say("export.exists", path=output), say("export.exists_remedy"))


def _places(files: Mapping[str, bytes], output: Path) -> tuple[Path, ...]:
    if len(files) == 1:
        return (output,)
    if output.exists() and not output.is_dir():
        raise NotWritten(say("export.needs_folder", path=output), say("export.needs_folder_remedy"))
    return tuple(output / Path(name).name for name in files)


def _check(place: Path, *, overwrite: bool, originals: Iterable[Path]) -> None:
    if any(place.exists() and original.exists() and place.samefile(original)
           for original in originals):  # fmt: skip
        raise NotWritten(say("export.is_original", path=place), say("export.is_original_remedy"))
    if place.is_dir():
        raise NotWritten(say("export.is_folder", path=place), say("export.is_folder_remedy"))
    refuse_taken(place, overwrite=overwrite)


def _write(place: Path, data: bytes) -> None:
    """Write beside the place first, then put it there in one move."""
    beside = ""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(0o666 & ~_umask())
        Path(beside).replace(place)
    except OSError as error:
        with suppress(OSError):
            Path(beside).unlink()
        reason = error.strerror or str(error)
        raise NotWritten(
            say("export.not_written", path=place, reason=reason),
            say("export.not_written_remedy"),
        ) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
