"""Tells what a file is from its first bytes, whatever its name says, before anything opens it."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, Literal

from assessor.errors import (
    EmptyFile,
    EncryptedDocument,
    FileMissing,
    LimitExceeded,
    NotAFile,
    ReadingError,
    UnsupportedFormat,
)
from assessor.reading.limits import MIB
from assessor.texts import say

if TYPE_CHECKING:
    from pathlib import Path

    from assessor.reading.limits import Limits

Format = Literal["pdf", "docx"]

_PDF_WITHIN = 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = {
    "WordDocument": "doc",
    "PowerPoint Document": "ppt",
    "Workbook": "xls",
}
_BEGINNINGS = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"GIF8", "picture"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"\x1f\x8b", "archive"),
)


def recognise(path: Path, limits: Limits) -> Format:
    """Return how the file must be read.

    Raises:
        ReadingError: when there is no such file, it is empty, too large, locked, or neither
            PDF nor Word.
    """
    try:
        _check_size(path, limits)
        with path.open("rb") as file:
            head = file.read(8 * _PDF_WITHIN)
        if head.startswith(_OLE):
            raise _ole_refusal(path)
    except FileNotFoundError as error:
        raise FileMissing(say("reading.missing"), say("reading.missing_remedy")) from error
    except OSError as error:
        what = say("reading.not_opened", reason=error.strerror or error)
        raise ReadingError(what, say("reading.not_opened_remedy")) from error
    return _by_beginning(head)


def _check_size(path: Path, limits: Limits) -> None:
    facts = path.stat()
    if not stat.S_ISREG(facts.st_mode):
        raise NotAFile(say("reading.not_a_file"), say("reading.not_a_file_remedy"))
    if facts.st_size == 0:
        raise EmptyFile(say("reading.empty"), say("reading.empty_remedy"))
    if facts.st_size > limits.file_mib * MIB:
        what = say("reading.too_large", size=facts.st_size // MIB, limit=limits.file_mib)
        raise LimitExceeded(what, say("reading.too_large_remedy"))


def _by_beginning(head: bytes) -> Format:
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            raise unsupported(kind)
    raise unsupported(_kind_of_text(head))


def _kind_of_text(head: bytes) -> str:
    """Return "html", "text" or "unknown" for a file without a known signature."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:256].lower()
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start:
        return "html"
    return "unknown" if b"\x00" in head else "text"


def _ole_refusal(path: Path) -> ReadingError:
    """Return why a file of Office's old container is refused: locked, or an old format."""
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        return EncryptedDocument(say("reading.encrypted"), say("reading.encrypted_remedy"))
    for stream, kind in _OLE_STREAMS.items():
        if stream.encode("utf-16-le") in content:
            return unsupported(kind)
    return unsupported("unknown")


def unsupported(kind: str) -> UnsupportedFormat:
    """Return the refusal of a file of a kind that has a name in texts ("doc", "odt", …)."""
    what = say("reading.unsupported", kind=say(f"reading.kind.{kind}"))
    return UnsupportedFormat(what, say(f"reading.kind_remedy.{_REMEDIES.get(kind, 'other')}"))


_REMEDIES = {
    "doc": "save_as",
    "odt": "save_as",
    "rtf": "save_as",
    "html": "save_as",
    "text": "save_as",
    "ppt": "print",
    "pptx": "print",
    "odp": "print",
    "xls": "print",
    "xlsx": "print",
    "ods": "print",
    "picture": "print",
    "archive": "unpack",
    "zip": "unpack",
}
