"""A Word file that has the same bytes on every machine and on every day."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import docx

from making.word_blocks import Writer
from making.word_look import add_running_lines, describe, dress_of, lay_out, prune, wear
from making.word_parts import Footnotes

if TYPE_CHECKING:
    from pathlib import Path

    from making.manuscript import Manuscript

_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_document(manuscript: Manuscript, path: Path) -> None:
    """Write the manuscript as a Word file.

    Args:
        manuscript: What is written.
        path: Where the file goes.
    """
    document, footnotes = docx.Document(), Footnotes()
    dress = dress_of(manuscript)
    prune(document)
    wear(document, manuscript, dress)
    describe(document, manuscript)
    lay_out(document.sections[0], landscape=False)
    add_running_lines(document.sections[0], manuscript, dress)
    Writer(document, manuscript, footnotes, dress).write()
    footnotes.attach(document)
    file = BytesIO()
    document.save(file)
    path.write_bytes(_timeless(file))


def _timeless(file: BytesIO) -> bytes:
    """Return the archive with one date for all parts, and stored, as compressors differ."""
    out = BytesIO()
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.create_system = 3
            target.writestr(part, source.read(name))
    return out.getvalue()
