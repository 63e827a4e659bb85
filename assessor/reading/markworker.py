"""The child process that draws and marks one PDF: whatever the file does, only the child suffers.

Called as `python -m assessor.reading.markworker LIMITS PATH` with a `Work` on standard input;
answers on standard output.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec

from assessor.reading.confinement import bound, keep_standard_output
from assessor.reading.limits import Limits
from assessor.reading.marking import Highlight, Start, highlighted, pictures
from assessor.reading.transport import BROKEN_INSTALLATION


class Work(msgspec.Struct, frozen=True):
    """What to do with the file: draw these pages, or else lay these highlights."""

    pages: tuple[int, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    start: Start | None = None
    """Where the highlighted copy opens."""


class Made(msgspec.Struct, frozen=True):
    """What came of it."""

    pictures: dict[int, bytes] = {}
    pdf: bytes = b""


def main(arguments: list[str]) -> None:
    """Do the work that standard input asks for."""
    limits_json, path = arguments
    limits = msgspec.json.decode(limits_json, type=Limits)
    work = msgspec.json.decode(sys.stdin.buffer.read(), type=Work)
    answers = keep_standard_output()
    bound(limits.memory_mib)
    with answers:
        answers.write(msgspec.json.encode(_made(work, Path(path))))


def _made(work: Work, path: Path) -> Made:
    try:
        data = path.read_bytes()
        if work.highlights or work.start:
            return Made(pdf=highlighted(data, work.highlights, work.start))
        return Made(pictures=pictures(data, work.pages))
    except ImportError:
        sys.exit(BROKEN_INSTALLATION)
    except Exception:
        # Whatever the library makes of a broken file: the file is broken.
        if os.environ.get("ASSESSOR_DEBUG"):
            raise
        return Made()


if __name__ == "__main__":
    main(sys.argv[1:])
