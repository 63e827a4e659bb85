"""The text of one paragraph as a reader of the accepted document sees it, and what hangs on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assessor.reading.word.package import W
from assessor.reading.word.styles import to_int

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_V = "{urn:schemas-microsoft-com:vml}"

GONE = {f"{W}del", f"{W}moveFrom"}
"""What is no longer there once tracked changes are accepted."""
NEW = {f"{W}ins", f"{W}moveTo"}
"""What is there once tracked changes are accepted."""
_SILENT = GONE | {f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "instrText", "delText", "rt")}
_SPOKEN = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_PICTURES = {
    f"{_A}blip",
    f"{_V}imagedata",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
}
_DRAWN = {f"{W}drawing", f"{W}pict", f"{W}object"}
_OFF = {"0", "false", "off", "none"}
_EMPHASES = ("b", "u", "caps", "smallCaps")
_LARGE_HALF_POINTS = 26
_BLANKS = re.compile(r"[ \t\xa0]+")


@dataclass(slots=True)
class Paragraph:
    """What one paragraph holds."""

    pieces: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """("footnotes" or "endnotes", id) in order."""
    boxes: list[etree._Element] = field(default_factory=list)
    """Contents of the text boxes anchored here."""
    pictures: int = 0
    changed: bool = False
    hidden: bool = False
    plain: bool = False
    """Some of the text looks like running text."""

    @property
    def text(self) -> str:
        """Return the text; blanks folded, line breaks kept."""
        return _BLANKS.sub(" ", "".join(self.pieces)).strip()

    @property
    def stands_out(self) -> bool:
        """Tell whether all of the text is bold, underlined, in capitals or large."""
        return not self.plain and bool(self.text)


def read_paragraph(element: etree._Element) -> Paragraph:
    """Return what a `w:p` holds."""
    paragraph = Paragraph()
    _walk(element, paragraph)
    return paragraph


def chosen_branch(alternatives: etree._Element) -> etree._Element | None:
    """Return the one branch of an `mc:AlternateContent` to read: both say the same."""
    for name in ("Choice", "Fallback"):
        for branch in alternatives.iterfind(f"{MC}{name}"):
            if len(branch):
                return branch
    return None


def is_on(properties: etree._Element | None, name: str) -> bool:
    """Tell whether a yes-or-no property such as `w:b` is set."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return found is not None and found.get(f"{W}val", "true") not in _OFF


def _walk(parent: etree._Element, paragraph: Paragraph) -> None:
    for child in parent:
        if child.tag in _SILENT:
            paragraph.changed |= child.tag in GONE
        elif child.tag == f"{W}r":
            _read_run(child, paragraph)
        elif child.tag == f"{MC}AlternateContent":
            if (branch := chosen_branch(child)) is not None:
                _walk(branch, paragraph)
        elif child.tag == f"{_M}t":
            paragraph.pieces.append(child.text or "")
        else:
            paragraph.changed |= child.tag in NEW
            _walk(child, paragraph)


def _read_run(run: etree._Element, paragraph: Paragraph) -> None:
    properties = run.find(f"{W}rPr")
    if is_on(properties, "vanish"):
        paragraph.hidden = True
        return
    before = len(paragraph.pieces)
    for child in _run_children(run):
        _read_run_child(child, paragraph)
    if not _stands_out(properties) and "".join(paragraph.pieces[before:]).strip():
        paragraph.plain = True


def _stands_out(properties: etree._Element | None) -> bool:
    if any(is_on(properties, name) for name in _EMPHASES):
        return True
    size = properties.find(f"{W}sz") if properties is not None else None
    return size is not None and (to_int(size.get(f"{W}val")) or 0) >= _LARGE_HALF_POINTS


def _run_children(run: etree._Element) -> Iterator[etree._Element]:
    for child in run:
        if child.tag == f"{MC}AlternateContent":
            if (branch := chosen_branch(child)) is not None:
                yield from branch
        elif child.tag == f"{W}ruby":
            yield from child.iterfind(f"{W}rubyBase/{W}r/{W}t")
        else:
            yield child


def _read_run_child(child: etree._Element, paragraph: Paragraph) -> None:
    if child.tag == f"{W}t":
        paragraph.pieces.append(child.text or "")
    elif child.tag in _SPOKEN:
        paragraph.pieces.append(_SPOKEN[child.tag])
    elif child.tag == f"{W}br":
        paragraph.pieces.append("\n")
    elif child.tag in _NOTES:
        paragraph.notes.append((_NOTES[child.tag], child.get(f"{W}id", "")))
    elif child.tag in _DRAWN:
        _look_into(child, paragraph)


def _look_into(drawing: etree._Element, paragraph: Paragraph) -> None:
    """Keep the outermost text boxes of a drawing and count its pictures."""
    for child in drawing:
        if child.tag == f"{W}txbxContent":
            paragraph.boxes.append(child)
        elif child.tag == f"{MC}AlternateContent":
            if (branch := chosen_branch(child)) is not None:
                _look_into(branch, paragraph)
        else:
            paragraph.pictures += child.tag in _PICTURES
            _look_into(child, paragraph)
