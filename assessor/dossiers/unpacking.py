"""Reads a dossier that comes from elsewhere, and trusts nothing of it.

No name in the zip ever becomes a path. All of it is checked before anything is kept: names, kinds,
sizes before and while unpacking, hashes, and the form of every part.
"""

from __future__ import annotations

import hashlib
import stat
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, TypeVar
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812  # it is a class

import msgspec

from assessor.dossiers import package
from assessor.dossiers.prepared import unpacked
from assessor.errors import DossierError, NewerDossier, PackageRefused
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK = 1 << 20
_MOST_MEMBERS = 5_000
_MOST_BYTES = 2 << 30
"""Of all members together, unpacked."""
_MOST_JSON = 256 << 20
"""Bytes of one part that is JSON."""
_MOST_SWELL = 200
"""Times that a member of more than a chunk may grow; text grows twenty times at most."""
_ENCRYPTED = 0x1

_Form = TypeVar("_Form")


class Package:
    """A zip of which everything was checked."""

    def __init__(self, archive: ZipFile, dossier: package.PackedDossier) -> None:
        self.dossier = dossier
        self._archive = archive
        self._names = set(archive.namelist())

    def payload(self, sha256: str) -> bytes:
        """Return what an assessment says."""
        return self._archive.read(package.payload_member(sha256))

    def holds(self, sha256: str) -> bool:
        """Return whether the supplier's file with this content came along."""
        return package.original_member(sha256) in self._names

    def copy(self, sha256: str, goal: IO[bytes]) -> None:
        """Write the supplier's file with this content."""
        with self._archive.open(package.original_member(sha256)) as member:
            while chunk := member.read(_CHUNK):
                goal.write(chunk)


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """Yield the dossier in a zip, after all of it was checked.

    Raises:
        NewerDossier: when a newer version of the program made it.
        PackageRefused: when it is not such a zip, is damaged, or was tampered with.
    """
    with _doorway(path), ZipFile(path) as archive:
        _check_members(archive.infolist(), path)
        manifest = _form(archive.read(package.MANIFEST), package.Manifest, path)
        _check_manifest(manifest, archive, path)
        for member in manifest.members:
            _check_content(archive, member, path)
        dossier = _form(archive.read(package.DOSSIER), package.PackedDossier, path)
        _check_dossier(dossier, archive, path)
        yield Package(archive, dossier)


@contextmanager
def _doorway(path: Path) -> Iterator[None]:
    """Let what goes wrong with the zip out as ours."""
    try:
        yield
    except OSError as error:
        raise _refused("unreadable", path, reason=error.strerror or error) from error
    except (BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError) as error:
        raise _refused("damaged", path) from error


def _check_members(members: list[ZipInfo], path: Path) -> None:
    """Refuse by what the zip says of its members, before anything is unpacked."""
    names = [member.filename for member in members]
    for member in members:
        if not package.MEMBER.fullmatch(member.filename):
            raise _refused("strange_member", path, member=repr(member.filename[:80]))
        kind = stat.S_IFMT(member.external_attr >> 16)
        if kind not in {0, stat.S_IFREG} or member.flag_bits & _ENCRYPTED:
            raise _refused("strange_member", path, member=repr(member.filename[:80]))
        swell = member.file_size / max(member.compress_size, 1)
        if member.file_size > _CHUNK and swell > _MOST_SWELL:
            raise _refused("bomb", path)
        if member.filename.endswith(".json") and member.file_size > _MOST_JSON:
            raise _refused("bomb", path)
    if len(members) > _MOST_MEMBERS or sum(m.file_size for m in members) > _MOST_BYTES:
        raise _refused("bomb", path)
    if len(set(names)) < len(names):
        raise _refused("twice", path)
    for needed in (package.MANIFEST, package.DOSSIER):
        if needed not in names:
            raise _refused("no_dossier", path)


def _check_manifest(manifest: package.Manifest, archive: ZipFile, path: Path) -> None:
    if manifest.schema != package.SCHEMA:
        raise _refused("no_dossier", path)
    if manifest.version > package.VERSION:
        raise NewerDossier(
            say("dossiers.package.newer", file=path), say("dossiers.package.newer_remedy")
        )
    listed = sorted([package.MANIFEST, *(member.name for member in manifest.members)])
    if listed != sorted(archive.namelist()):
        raise _refused("changed", path)


def _check_content(archive: ZipFile, member: package.Member, path: Path) -> None:
    """Refuse a member that is not what the manifest and its own name say."""
    whole, size = hashlib.sha256(), 0
    with archive.open(member.name) as source:
        while chunk := source.read(_CHUNK):
            size += len(chunk)
            if size > member.size:
                raise _refused("changed", path)
            whole.update(chunk)
    digest = whole.hexdigest()
    if (size, digest) != (member.size, member.sha256):
        raise _refused("changed", path)
    if member.name != package.DOSSIER and digest not in member.name:
        raise _refused("changed", path)


def _check_dossier(dossier: package.PackedDossier, archive: ZipFile, path: Path) -> None:
    """Refuse a dossier of which the parts do not fit together."""
    names = set(archive.namelist())
    for submission in dossier.submissions:
        for events in (submission.reviews, submission.changes):
            known = {event.uid for event in events}
            if len(known) < len(events) or {e.target for e in events} - known - {None}:
                raise _refused("changed", path)
        for assessment in submission.assessments:
            member = package.payload_member(assessment.payload)
            if member not in names:
                raise _refused("changed", path)
            try:
                unpacked(archive.read(member))
            except DossierError as error:
                raise _refused("assessment", path) from error


def _form(data: bytes, kind: type[_Form], path: Path) -> _Form:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise _refused("no_dossier", path) from error


def _refused(sentence: str, path: Path, **values: object) -> PackageRefused:
    return PackageRefused(
        say(f"dossiers.package.{sentence}", file=path, **values), say("dossiers.package.remedy")
    )
