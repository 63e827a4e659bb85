"""Keeps what was fitted between runs: plain arrays by content hash, never pickles.

A file that is damaged or from another time is simply made again.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import zipfile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import numpy as np

from assessor import locations

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

Arrays = dict[str, "NDArray[Any]"]
"""By name; each of its own type."""


def remembered(name: str, make: Callable[[], Arrays]) -> Arrays:
    """Return the arrays kept under a name that holds their content hash; make them if absent."""
    path = locations.cache() / f"{name}.npz"
    kept = _load(path)
    if kept is None:
        kept = make()
        _keep(path, kept)
    return kept


def mapped(name: str, make: Callable[[], NDArray[Any]]) -> NDArray[Any]:
    """Return one large array kept under such a name, of which only what is asked for is read."""
    path = locations.cache() / f"{name}.npy"
    with contextlib.suppress(OSError, ValueError, EOFError):
        kept: NDArray[Any] = np.load(path, mmap_mode="r", allow_pickle=False)
        return kept
    made = make()
    _write(path, lambda file: np.save(file, made))
    return made


def _load(path: Path) -> Arrays | None:
    if not path.is_file():
        return None
    try:
        with np.load(path, allow_pickle=False) as stored:
            return {key: stored[key] for key in stored.files}
    except (OSError, ValueError, zipfile.BadZipFile, EOFError):
        return None


def _keep(path: Path, arrays: Arrays) -> None:
    _write(path, lambda file: np.savez(file, **arrays))  # type: ignore[arg-type]  # its stub reads them as its options


def _write(path: Path, save: Callable[[IO[bytes]], None]) -> None:
    """Write beside and rename, so that no half file is ever read; a read-only cache is no harm."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            save(file)
        Path(beside).replace(path)
