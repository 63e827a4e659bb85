"""The bare text of a built document: pages of a PDF, the body and notes of a Word file."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from pathlib import Path

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARTS = ("word/document.xml", "word/footnotes.xml")


def pages_of(document: Path) -> list[str]:
    """Return the text of each page; a Word file, which has no pages, is a single one."""
    if document.suffix == ".docx":
        return [_text_of_word(document)]
    import pypdfium2

    with pypdfium2.PdfDocument(document) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def _text_of_word(document: Path) -> str:
    """Return the paragraphs of the body, of its cells and boxes, and of the notes."""
    with zipfile.ZipFile(document) as archive:
        roots = [
            etree.fromstring(archive.read(part)) for part in _PARTS if part in archive.namelist()
        ]
    return "\n".join(_own_text(paragraph) for root in roots for paragraph in root.iter(f"{_WORD}p"))


def _own_text(paragraph: etree._Element) -> str:
    """Return the words of a paragraph, without those of a box that hangs on it."""
    if next(paragraph.iterancestors(_FALLBACK), None) is not None:
        return ""
    own = (text for text in paragraph.iter(f"{_WORD}t") if _paragraph_of(text) is paragraph)
    return "".join(text.text or "" for text in own)


def _paragraph_of(text: etree._Element) -> etree._Element | None:
    """Return the nearest paragraph around a text."""
    return next(text.iterancestors(f"{_WORD}p"), None)
