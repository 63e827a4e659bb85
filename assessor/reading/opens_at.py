"""A PDF that opens at a page of one's choice, whatever program shows it; its bytes stay in front.

Only what every program reads is used: the catalogue of the file, written anew behind its last byte
with an `OpenAction` (PDF 1.7, ISO 32000-1, 7.5.6 and 12.3.2). Runs only in the child process of
markworker.py.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

_WHITE_OR_MARK = frozenset(b"\x00\t\n\f\r ()<>[]{}/%#")
_VISIBLE = range(0x21, 0x7F)


@dataclass(frozen=True, slots=True)
class _File:
    """What of a PDF must be said again to change one thing of it."""

    catalogue: dict[str, Any]
    trailer: dict[str, Any]
    root: int
    page: int
    """Number of the page's object."""
    start: int
    """Of the newest table of cross-references, in bytes."""
    tables: tuple[Any, ...]
    """Of cross-references, the newest first."""

    def generation(self, number: int) -> int:
        """Return the generation of an object; nearly always 0."""
        for table in self.tables:
            if number in table.get_objids():
                return int(table.get_pos(number)[2])
        return 0

    def written(self, value: object) -> bytes:
        """Return a value as it stands in a PDF."""
        from pdfminer.pdftypes import PDFObjRef
        from pdfminer.psparser import PSLiteral

        if isinstance(value, PDFObjRef):
            return f"{value.objid} {self.generation(value.objid)} R".encode()
        if isinstance(value, dict):
            pairs = (_name(name) + b" " + self.written(told) for name, told in value.items())
            return b"<<" + b" ".join(pairs) + b">>"
        if isinstance(value, list):
            return b"[" + b" ".join(map(self.written, value)) + b"]"
        return _name(value.name) if isinstance(value, PSLiteral) else _simple(value)


def opening_at(data: bytes, page: int, top: float | None = None) -> bytes:
    """Return the PDF so that it opens at a page; unchanged where that cannot be said in it.

    Args:
        data: the PDF.
        page: 1-based.
        top: what comes at the top edge of the window, in the page's own points from below; None
            for the whole page.
    """
    file = _opened(data, page)
    if file is None:
        return data
    view = f"/FitH {top:.0f}" if top is not None else "/Fit"
    reference = f"{file.page} {file.generation(file.page)} R"
    told = {name: value for name, value in file.catalogue.items() if name != "OpenAction"}
    catalogue = file.written(told)[:-2] + f" /OpenAction [{reference} {view}]>>".encode()
    return _appended(data, file, catalogue)


def _opened(data: bytes, page: int) -> _File | None:
    """Return the file; None where it is locked, broken or has no such page."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser
    from pdfminer.psexceptions import PSException

    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)), fallback=False)
        if document.encryption is not None:
            return None
        numbers: list[Any] = [made.pageid for made in PDFPage.create_pages(document)]
        trailer = next(t for x in document.xrefs if "Root" in (t := x.get_trailer()))
        root = trailer["Root"].objid
        catalogue = document.getobj(root)
        if not isinstance(catalogue, dict):
            return None
        start = int(data.rpartition(b"startxref")[2].split()[0])
        return _File(catalogue, trailer, root, numbers[page - 1], start, tuple(document.xrefs))
    except (PSException, LookupError, StopIteration, ValueError, TypeError, AttributeError):
        return None  # what cannot be understood is shown from its first page


def _appended(data: bytes, file: _File, catalogue: bytes) -> bytes:
    """Return the file with another catalogue behind its last byte."""
    generation = file.generation(file.root)
    head = f"\n{file.root} {generation} obj\n".encode()
    at = len(data) + 1
    body = data + head + catalogue + b"\nendobj\n"
    kept = {k: v for k, v in file.trailer.items() if k in {"Root", "Info", "ID"}}
    size = int(file.trailer["Size"])
    if data[file.start :].lstrip().startswith(b"xref"):
        trailer = file.written(kept | {"Size": size, "Prev": file.start})
        entry = f"xref\n{file.root} 1\n{at:010d} {generation:05d} n \ntrailer\n".encode()
        return body + entry + trailer + f"\nstartxref\n{len(body)}\n%%EOF\n".encode()
    rows = b"".join(
        b"\x01" + place.to_bytes(8, "big") + number.to_bytes(2, "big")
        for place, number in ((at, generation), (len(body), 0))
    )
    index = [file.root, 1, size, 1]
    table = file.written(
        kept | {"Size": size + 1, "Prev": file.start, "W": [1, 8, 2], "Index": index,
                "Length": len(rows)}
    )  # fmt: skip
    head = f"{size} 0 obj\n".encode() + table[:-2] + b" /Type /XRef>>\nstream\n"
    end = f"\nendstream\nendobj\nstartxref\n{len(body)}\n%%EOF\n".encode()
    return body + head + rows + end


def _simple(value: object) -> bytes:
    """Return a text, a number, true, false or nothing as it stands in a PDF."""
    if isinstance(value, bytes | str):
        raw = value if isinstance(value, bytes) else value.encode("latin-1")
        return b"<" + raw.hex().encode() + b">"
    if isinstance(value, bool):
        return b"true" if value else b"false"
    if isinstance(value, int | float):
        return str(value).encode() if isinstance(value, int) else f"{value:f}".encode()
    return b"null"


def _name(name: str | bytes) -> bytes:
    """Return a name as it stands in a PDF."""
    raw = name if isinstance(name, bytes) else name.encode()
    return b"/" + b"".join(
        bytes([sign])
        if sign in _VISIBLE and sign not in _WHITE_OR_MARK
        else f"#{sign:02X}".encode()
        for sign in raw
    )
