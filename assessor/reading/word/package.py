"""Opens the zip of a Word file part by part, within limits, before anything else looks inside."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from assessor.errors import DamagedDocument, EncryptedDocument, LimitExceeded
from assessor.reading.formats import unsupported
from assessor.reading.limits import MIB
from assessor.texts import say

if TYPE_CHECKING:
    from assessor.errors import ReadingError
    from assessor.reading.limits import Limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
}
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
_ENCRYPTED = 0x1
_DOCTYPE = b"<!DOCTYPE"
_BEYOND_REASON = {"Excessive depth": "too_deep", "too long": "too_much_text"}
"""What the parser says of depths and sizes that no honest document has, and what we say."""
_OTHER_KINDS = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
}


class Relation(NamedTuple):
    """Where a relationship of a part leads; `kind` is the last word of its type."""

    kind: str
    target: str


class Package:
    """The parts of one Word file; nothing is unpacked beyond the limits."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Check the zip.

        Raises:
            ReadingError: when it is damaged, locked, a bomb, or holds no Word document.
        """
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise _damaged() from error
        entries = self._zip.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        if len(entries) > limits.zip_entries or unpacked > limits.zip_uncompressed_mib * MIB:
            raise _bomb()
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise EncryptedDocument(say("reading.encrypted"), say("reading.encrypted_remedy"))
        self._names = {entry.filename.lstrip("/").lower(): entry.filename for entry in entries}
        self.main = self._find_main()

    def xml(self, part: str) -> etree._Element | None:
        """Return the root of a part, None when there is no such part.

        Raises:
            ReadingError: when the part is damaged, too large or declares a DOCTYPE.
        """
        content = self._content(part)
        return None if content is None else _parse(content)

    def relations(self, part: str) -> dict[str, Relation]:
        """Return where a part's relationships lead, by id; those without a target are left out."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for relation in root if root is not None else ():
            kind = relation.get("Type", "").rpartition("/")[2]
            target = relation.get("Target")
            if target and relation.get("TargetMode") != "External":
                found[relation.get("Id", "")] = Relation(kind, _resolved(folder, target))
        return found

    def _content(self, part: str) -> bytes | None:
        name = self._names.get(part.lstrip("/").lower())
        if name is None:
            return None
        most = self._limits.document_xml_mib * MIB
        try:
            with self._zip.open(name) as file:
                content = file.read(most + 1)
        except _BROKEN as error:
            raise _damaged() from error
        if len(content) > most:
            raise _bomb()
        return content

    def _find_main(self) -> str:
        """Return the name of the main document part, wherever the package says it is."""
        named = [r.target for r in self.relations("").values() if r.kind == "officeDocument"]
        for part in [*named, "word/document.xml"]:
            if part.lower() in self._names:
                return self._checked_main(part)
        raise self._refusal()

    def _checked_main(self, part: str) -> str:
        if part.startswith(("ppt/", "xl/")):
            raise self._refusal()
        return part

    def _refusal(self) -> ReadingError:
        """Return why a zip without a Word document is refused."""
        if "mimetype" in self._names:
            kind = (self._content("mimetype") or b"").decode("ascii", "replace").strip()
            return unsupported(_OTHER_KINDS.get(kind, "zip"))
        for folder, kind in (("ppt/", "pptx"), ("xl/", "xlsx")):
            if any(name.startswith(folder) for name in self._names):
                return unsupported(kind)
        return _damaged() if "[content_types].xml" in self._names else unsupported("zip")


def _resolved(folder: str, target: str) -> str:
    """Return a relationship's target as a path from the package's root."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _parse(content: bytes) -> etree._Element:
    """Return the root of XML that may not declare anything, strict namespaces made usual ones."""
    if _DOCTYPE in content:
        raise _doctype()
    for strict, usual in _STRICT.items():
        content = content.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _complaint(str(error)) from error
    if root.getroottree().docinfo.doctype:
        raise _doctype()
    return root


def _complaint(message: str) -> ReadingError:
    """Return what the parser's message means for the user."""
    for words, key in _BEYOND_REASON.items():
        if words in message:
            return LimitExceeded(say(f"reading.{key}"), say(f"reading.{key}_remedy"))
    return _damaged()


def _doctype() -> DamagedDocument:
    return DamagedDocument(say("reading.doctype"), say("reading.doctype_remedy"))


def _damaged() -> DamagedDocument:
    return DamagedDocument(say("reading.damaged"), say("reading.damaged_remedy"))


def _bomb() -> LimitExceeded:
    return LimitExceeded(say("reading.bomb"), say("reading.bomb_remedy"))
