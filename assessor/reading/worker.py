"""The child process that opens one file: whatever the file does to it, only the child suffers.

Called as `python -m assessor.reading.worker READER LIMITS PATH`; answers on standard output.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from assessor.errors import DamagedDocument, LimitExceeded, ReadingError
from assessor.model import Document
from assessor.reading.limits import MIB, Limits
from assessor.reading.transport import Read, Reply, encode, refusal
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessor.model import Block, Page, Words

    Parts = tuple[tuple[Page, ...], tuple[Block, ...], tuple[Words, ...]]


def main(arguments: list[str]) -> None:
    """Read the file that the arguments name and answer."""
    reader, limits_json, path = arguments
    limits = msgspec.json.decode(limits_json, type=Limits)
    answers = _keep_standard_output()
    _bound(limits.memory_mib)
    with answers:
        answers.write(_reply(reader, Path(path), limits))


def _keep_standard_output() -> BinaryIO:
    """Return standard output for the answer alone: what libraries print goes nowhere."""
    kept = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    return kept


def _bound(memory_mib: int) -> None:
    """Limit the address space and forbid core dumps, where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory_mib * MIB, memory_mib * MIB))


def _reply(reader: str, path: Path, limits: Limits) -> bytes:
    try:
        return encode(_answer(reader, path, limits))
    except MemoryError:
        what, remedy = say("reading.too_much_memory"), say("reading.too_much_memory_remedy")
        return encode(refusal(LimitExceeded(what, remedy)))


def _answer(reader: str, path: Path, limits: Limits) -> Reply:
    try:
        return Read(_document(reader, path, limits))
    except ReadingError as error:
        return refusal(error)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  # whatever a library makes of a broken file, it is broken
        return refusal(DamagedDocument(say("reading.damaged"), say("reading.damaged_remedy")))


def _document(reader: str, path: Path, limits: Limits) -> Document:
    data = path.read_bytes()
    pages, blocks, notes = _READERS[reader](data, limits)
    return Document(
        file=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        format="docx" if reader == "docx" else "pdf",
        pages=pages,
        blocks=blocks,
        languages=(),
        notes=notes,
    )


def _read_docx(data: bytes, limits: Limits) -> Parts:
    from assessor.reading.docx import read_docx

    reading = read_docx(data, limits)
    return (), reading.blocks, reading.notes


def _read_pdf(data: bytes, limits: Limits) -> Parts:
    from assessor.reading.pdf import read_pdf

    reading = read_pdf(data, limits)
    return tuple(reading.pages), tuple(reading.blocks), tuple(reading.notes)


def _read_second(data: bytes, limits: Limits) -> Parts:
    from assessor.reading.second import read_pdf

    reading = read_pdf(data, limits)
    return tuple(reading.pages), tuple(reading.blocks), tuple(reading.notes)


_READERS: dict[str, Callable[[bytes, Limits], Parts]] = {
    "docx": _read_docx,
    "pdf": _read_pdf,
    "second": _read_second,
}

if __name__ == "__main__":
    main(sys.argv[1:])
