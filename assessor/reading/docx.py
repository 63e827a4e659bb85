"""Reads a Word file: its body in order, with tables, notes, text boxes, headers and footers.

The XML is walked by hand. A ready-made object model expands claimed spans, asks for styles
paragraph by paragraph and gives up on dangling relationships; odd files make it hang.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assessor.errors import DamagedDocument, LimitExceeded, NoPages, ReadingError
from assessor.reading.word.flow import Flow
from assessor.reading.word.package import Package, W
from assessor.texts import say

if TYPE_CHECKING:
    from lxml import etree

    from assessor.model import Block, BlockKind, Words
    from assessor.reading.limits import Limits


class WordReading(NamedTuple):
    """What a Word file holds."""

    blocks: tuple[Block, ...]
    notes: tuple[Words, ...]


def read_docx(data: bytes, limits: Limits) -> WordReading:
    """Return the blocks of a Word file in reading order, tracked changes accepted.

    Raises:
        ReadingError: when it is damaged, locked, hostile, or holds no text.
    """
    package = Package(data, limits)
    root = package.xml(package.main)
    body = root.find(f"{W}body") if root is not None else None
    if root is None or body is None:
        raise DamagedDocument(say("reading.damaged"), say("reading.damaged_remedy"))
    document = _Document(package, limits)
    document.read_margins(root, "header")
    document.flow.read(body)
    document.read_margins(root, "footer")
    return document.result()


class _Document:
    """One Word file while it is being read."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self._package = package
        self._limits = limits
        self._notes: list[Words] = []
        self._relations = package.relations(package.main)
        parts = {
            kind: self._part(kind) for kind in ("styles", "numbering", "footnotes", "endnotes")
        }
        self.flow = Flow(parts, limits)

    def read_margins(self, root: etree._Element, kind: BlockKind) -> None:
        """Read the running headers or footers that any section names, each text once."""
        targets = [r.target for r in self._relations.values() if r.kind == kind]
        used = {r.get(f"{W}type") for r in root.iter(f"{W}{kind}Reference")}
        for target in dict.fromkeys(targets if used else ()):
            part = self._optional(target)
            if part is not None:
                self.flow.read_margin(part, kind)

    def result(self) -> WordReading:
        """Return what was read.

        Raises:
            NoPages: when there is no text at all.
        """
        if not any(block.kind not in {"header", "footer"} for block in self.flow.blocks):
            key = "only_pictures" if self.flow.pictures else "nothing"
            raise NoPages(say(f"reading.{key}"), say(f"reading.{key}_remedy"))
        if (comments := self._part("comments")) is not None and len(comments):
            self._notes.append(say("reading.note.comments", count=len(comments)))
        return WordReading(tuple(self.flow.blocks), (*self.flow.notes(), *self._notes))

    def _part(self, kind: str) -> etree._Element | None:
        relation = next((r for r in self._relations.values() if r.kind == kind), None)
        return self._optional(relation.target) if relation else None

    def _optional(self, target: str) -> etree._Element | None:
        """Return a part that the document can do without; its damage costs that part only."""
        try:
            return self._package.xml(target)
        except LimitExceeded:
            raise
        except ReadingError:
            self._notes.append(say("reading.note.damaged_part", part=target))
            return None
