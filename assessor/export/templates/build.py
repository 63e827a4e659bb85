"""Makes the Word templates that ship with the program, the same bytes every time.

Usage: python -m assessor.export.templates.build [FOLDER]
Their words come from texts/, their form from look.py; look at the result before it is committed.
"""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import docx

from assessor.export.templates.letter import write_letter
from assessor.export.templates.look import LOCALES, dress
from assessor.export.templates.note import write_note
from assessor.texts import LANGUAGES, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document

WRITERS: dict[str, Callable[[Document, str], None]] = {"note": write_note, "letter": write_letter}
_MADE = datetime(2026, 1, 1, tzinfo=UTC)
_STAMP = (2026, 1, 1, 0, 0, 0)


def template_bytes(kind: str, language: str) -> bytes:
    """Return a template as a Word file."""
    document = docx.Document()
    dress(document, language)
    WRITERS[kind](document, language)
    properties = document.core_properties
    properties.title = say(f"word.{kind}.title").told_in(language)
    properties.author = "isv-assessor"
    properties.language = LOCALES[language]
    properties.comments = ""
    properties.created = properties.modified = _MADE
    made = io.BytesIO()
    document.save(made)
    return _without_clock(made.getvalue())


def _without_clock(data: bytes) -> bytes:
    """Return the same package with fixed times."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return made.getvalue()


def main(folder: Path) -> None:
    """Write every template in every language."""
    for kind in WRITERS:
        for language in LANGUAGES:
            (folder / f"{kind}.{language}.docx").write_bytes(template_bytes(kind, language))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
