"""The child process that looks up by whom a file says it was made: only the child suffers.

Called as `python -m assessor.reading.authorworker LIMITS PATH`; answers a list of names on standard
output.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from assessor.reading.confinement import bound, keep_standard_output
from assessor.reading.formats import recognise
from assessor.reading.limits import Limits
from assessor.reading.transport import BROKEN_INSTALLATION

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS = {"docProps/app.xml": ("Company",), "docProps/core.xml": ("creator",)}
"""Parts of a Word file with the elements that name someone."""


def main(arguments: list[str]) -> None:
    """Answer who made the file that the arguments name."""
    limits_json, path = arguments
    limits = msgspec.json.decode(limits_json, type=Limits)
    answers = keep_standard_output()
    bound(limits.memory_mib)
    with answers:
        answers.write(msgspec.json.encode(_names(Path(path), limits)))


def _names(path: Path, limits: Limits) -> list[str]:
    try:
        kind = recognise(path, limits)
        found = _of_pdf(path) if kind == "pdf" else _of_word(path, limits)
        return list(found)
    except ImportError:
        sys.exit(BROKEN_INSTALLATION)
    except Exception:
        # Whatever a library makes of a broken file: it names nobody.
        if os.environ.get("ASSESSOR_DEBUG"):
            raise
        return []


def _of_pdf(path: Path) -> Iterator[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        yield document.get_metadata_value("Author")
    finally:
        document.close()


def _of_word(path: Path, limits: Limits) -> Iterator[str]:
    from assessor.reading.word.package import Package

    package = Package(path.read_bytes(), limits)
    for part, names in _PARTS.items():
        root = package.xml(part)
        for element in root if root is not None else ():
            if isinstance(element.tag, str) and element.tag.rpartition("}")[2] in names:
                yield element.text or ""


if __name__ == "__main__":
    main(sys.argv[1:])
