"""The child process that opens one file: whatever the file does to it, only the child suffers.

Called as `python -m assessor.reading.worker READER LIMITS PATH [PAGE...]`; answers on standard
output. The pages are those to recognise, for the reader of scans.
"""

from __future__ import annotations

import hashlib
import os
import sys
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

import msgspec

from assessor.errors import DamagedDocument, LimitExceeded, ReadingError
from assessor.model import Document
from assessor.reading.confinement import bound, keep_standard_output
from assessor.reading.halves import with_whole_characters
from assessor.reading.limits import Limits
from assessor.reading.transport import BROKEN_INSTALLATION, AtPage, Read, Reply, encode, refusal
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessor.model import Block, Page, Words

    Parts = tuple[tuple[Page, ...], tuple[Block, ...], tuple[Words, ...]]


class _Task(NamedTuple):
    """What the parent asks for."""

    reader: str
    path: Path
    limits: Limits
    numbers: tuple[int, ...]
    tell: Callable[[int, int], None]
    """Hears how many pages are done, of how many."""


def main(arguments: list[str]) -> None:
    """Read the file that the arguments name and answer."""
    reader, limits_json, path, *numbers = arguments
    limits = msgspec.json.decode(limits_json, type=Limits)
    answers = keep_standard_output()
    tell = partial(_tell, answers)
    task = _Task(reader, Path(path), limits, tuple(map(int, numbers)), tell)
    bound(limits.memory_mib)
    with answers:
        answers.write(_reply(task))


def _tell(answers: IO[bytes], done: int, total: int) -> None:
    answers.write(encode(AtPage(done, total)))
    answers.flush()


def _reply(task: _Task) -> bytes:
    try:
        return encode(_answer(task))
    except MemoryError:
        what, remedy = say("reading.too_much_memory"), say("reading.too_much_memory_remedy")
        return encode(refusal(LimitExceeded(what, remedy)))


def _answer(task: _Task) -> Reply:
    try:
        return Read(with_whole_characters(_document(task)))
    except ReadingError as error:
        return refusal(error)
    except MemoryError:
        raise
    except ImportError:
        sys.exit(BROKEN_INSTALLATION)
    except Exception:
        # Whatever a library makes of a broken file: the file is broken.
        if os.environ.get("ASSESSOR_DEBUG"):
            raise
        return refusal(DamagedDocument(say("reading.damaged"), say("reading.damaged_remedy")))


def _document(task: _Task) -> Document:
    data = task.path.read_bytes()
    pages, blocks, notes = _READERS[task.reader](data, task)
    _check_size(blocks, task.limits)
    return Document(
        file=os.fsencode(task.path.name).decode("utf-8", "replace"),
        sha256=hashlib.sha256(data).hexdigest(),
        format="docx" if task.reader == "docx" else "pdf",
        pages=pages,
        blocks=blocks,
        languages=(),
        notes=notes,
    )


def _check_size(blocks: tuple[Block, ...], limits: Limits) -> None:
    """Refuse what could be read and would take too long to judge.

    Raises:
        LimitExceeded: when there are too many blocks and rows, or characters.
    """
    rows = sum(1 + block.text.count("\n") for block in blocks)
    if rows > limits.blocks or sum(len(block.text) for block in blocks) > limits.characters:
        raise LimitExceeded(say("reading.too_much_text"), say("reading.too_much_text_remedy"))


def _read_docx(data: bytes, task: _Task) -> Parts:
    from assessor.reading.docx import read_docx

    reading = read_docx(data, task.limits)
    return (), reading.blocks, reading.notes


def _read_pdf(data: bytes, task: _Task) -> Parts:
    from assessor.reading.pdf import read_pdf

    reading = read_pdf(data, task.limits, task.tell)
    return reading.pages, reading.blocks, reading.notes


def _read_second(data: bytes, task: _Task) -> Parts:
    from assessor.reading.second import read_pdf

    reading = read_pdf(data, task.limits)
    return reading.pages, reading.blocks, reading.notes


def _read_scans(data: bytes, task: _Task) -> Parts:
    from assessor.reading.ocr import read_scans

    reading = read_scans(data, task.numbers, task.limits, task.tell)
    return reading.pages, reading.blocks, reading.notes


_READERS: dict[str, Callable[[bytes, _Task], Parts]] = {
    "docx": _read_docx,
    "pdf": _read_pdf,
    "second": _read_second,
    "scans": _read_scans,
}

if __name__ == "__main__":
    main(sys.argv[1:])
