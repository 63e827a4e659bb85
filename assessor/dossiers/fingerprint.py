"""By what a saved assessment is recognised as still the right one.

Separate because it must be cheap: it decides, before anything heavy is loaded, whether the worker
is needed at all.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessor import locations
from assessor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileMark:
    """One file of a submission, as it was given."""

    name: str
    path: str
    """Absolute, where it stood when it was last opened."""
    sha256: str


@dataclass(frozen=True, slots=True)
class Key:
    """The same key means the same assessment."""

    files: tuple[FileMark, ...]
    category: str | None
    checklist: str
    """Hash over every file of the checklist."""
    program: str
    """Version of the program."""
    contract_date: date | None = None
    """When the contract was signed, where that was told."""

    @property
    def submission(self) -> str:
        """Return the hash of the files' contents, whatever their names and order."""
        return submission_of(mark.sha256 for mark in self.files)


def submission_of(hashes: Iterable[str]) -> str:
    """Return the hash of a submission by the SHA-256 of each of its files."""
    return _hash_of(sorted(sha256.encode() for sha256 in hashes))


def key_for(paths: Iterable[Path], category: str | None, contract_date: date | None = None) -> Key:
    """Return the key of an assessment made now; files that are not there are left out."""
    return Key(
        files=tuple(_mark(path) for path in paths if path.is_file()),
        category=category,
        checklist=checklist_hash(),
        program=__version__,
        contract_date=contract_date,
    )


def _mark(path: Path) -> FileMark:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return FileMark(path.name, str(path.resolve()), digest)


def checklist_hash() -> str:
    """Return the hash over every file of the checklist that judges now."""
    folder = locations.default_checklist()
    files = sorted(folder.rglob("*.yaml"))
    names = (file.relative_to(folder).as_posix().encode() for file in files)
    return _hash_of([*names, *(file.read_bytes() for file in files)])


def _hash_of(parts: Iterable[bytes]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()
