"""Walks the content of a Word file in order and turns paragraphs and tables into blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assessor.errors import LimitExceeded
from assessor.model import Block
from assessor.reading.word.numbers import Numbers
from assessor.reading.word.package import W
from assessor.reading.word.runs import GONE, MC, NEW, chosen_branch, read_paragraph
from assessor.reading.word.styles import PLAIN, Role, Styles, outline_level, to_int
from assessor.reading.word.tables import cells_of, read_grid
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from assessor.model import BlockKind, Cell, Words
    from assessor.reading.limits import Limits
    from assessor.reading.word.runs import Paragraph
    from assessor.reading.word.tables import Grid

_CONTENTS_GALLERY = "table of contents"
_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}
_BULLET = re.compile(r"^[•·▪◦‣●○■□➢✓\u2013\u2014*-]\s+")
_CAPTION = re.compile(
    r"^(Figuur|Figure|Tabel|Table|Grafiek|Afbeelding|Chart) \d+[.:]? ", re.IGNORECASE
)
_LONGEST_CAPTION = 200
_ENDS_LIKE_PROSE = (".", ";", ",", ":")
_LONGEST_BOLD_HEADING = 90
_LOWEST_HEADING = 6
_TYPED_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s")
_FOLD = re.compile(r"\s+")


class Flow:
    """The blocks of one document, growing as its parts are read."""

    def __init__(self, parts: Mapping[str, etree._Element | None], limits: Limits) -> None:
        self.blocks: list[Block] = []
        self.pictures = 0
        self._limits = limits
        self._styles = Styles(parts["styles"])
        self._numbers = Numbers(parts["numbering"])
        self._footnotes = {kind: _by_id(parts[kind]) for kind in ("footnotes", "endnotes")}
        self._told: dict[str, bool] = {}
        self._heading_level = 0
        self._carried = ""

    def notes(self) -> Iterator[Words]:
        """Yield what the reader should know was not, or not as it stands, read."""
        for name in ("changes", "hidden", "embedded"):
            if self._told.get(name):
                yield say(f"reading.note.{name}")
        if self.pictures:
            yield say("reading.note.pictures", count=self.pictures)

    def read(self, parent: etree._Element, kind: BlockKind | None = None, depth: int = 0) -> None:
        """Read a body, cell, note or text box; `kind` overrules what its paragraphs say.

        Raises:
            LimitExceeded: when it is too deep or too long.
        """
        if depth > self._limits.nesting:
            raise LimitExceeded(say("reading.too_deep"), say("reading.too_deep_remedy"))
        for child in parent:
            if child.tag == f"{W}p":
                self._read_paragraph(child, kind, depth)
            elif child.tag == f"{W}tbl":
                self._read_table(child, kind, depth)
            elif child.tag == f"{W}sdt":
                self.read(child, "contents" if _is_contents(child) else kind, depth)
            elif child.tag == f"{MC}AlternateContent":
                if (branch := chosen_branch(child)) is not None:
                    self.read(branch, kind, depth)
            elif child.tag in NEW or child.tag in {f"{W}sdtContent", f"{W}customXml"}:
                self._note("changes", happened=child.tag in NEW)
                self.read(child, kind, depth)
            else:
                self._note("changes", happened=child.tag in GONE)
                self._note("embedded", happened=child.tag == f"{W}altChunk")

    def read_margin(self, part: etree._Element, kind: BlockKind) -> None:
        """Read a running header or footer; a text that is already there is left out."""
        before = len(self.blocks)
        pictures = self.pictures
        self.read(part, kind)
        self.pictures = pictures
        known = {block.text for block in self.blocks[:before] if block.kind == kind}
        self.blocks[before:] = [b for b in self.blocks[before:] if b.text not in known]

    def _note(self, name: str, *, happened: bool) -> None:
        self._told[name] = self._told.get(name, False) or happened

    def _add(self, block: Block) -> None:
        if len(self.blocks) >= self._limits.blocks:
            raise LimitExceeded(say("reading.too_much_text"), say("reading.too_much_text_remedy"))
        self.blocks.append(block)

    # --- paragraphs ---

    def _read_paragraph(self, element: etree._Element, kind: BlockKind | None, depth: int) -> None:
        paragraph = read_paragraph(element)
        text = self._carried + paragraph.text
        self._carried = ""
        self._look_at(paragraph)
        properties = element.find(f"{W}pPr")
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._carried = text and f"{text} "
            self._note("changes", happened=True)
        elif text:
            self._add(self._block(text, properties, paragraph, kind))
        for box in paragraph.boxes:
            self.read(box, kind, depth + 1)
        self._read_notes(paragraph, depth)

    def _look_at(self, paragraph: Paragraph) -> None:
        self.pictures += paragraph.pictures
        self._note("changes", happened=paragraph.changed)
        self._note("hidden", happened=paragraph.hidden)

    def _block(
        self,
        text: str,
        properties: etree._Element | None,
        paragraph: Paragraph,
        kind: BlockKind | None,
    ) -> Block:
        role = self._role(properties)
        label, list_level = self._label(properties, role)
        if kind is not None:
            return Block(kind, f"{label}{text}")
        if role.kind == "heading":
            self._heading_level = role.level or 1
            return Block("heading", f"{label}{text}", level=role.level)
        if list_level is not None and role.kind in {"paragraph", "list_item"}:
            if label and _looks_like_heading(text, paragraph):
                return Block("heading", f"{label}{text}", level=list_level + 1)
            return Block("list_item", f"{label}{text}", level=list_level + 1)
        if role.kind == "paragraph":
            return self._plain_block(text, paragraph)
        return Block(role.kind, text, level=role.level)

    def _plain_block(self, text: str, paragraph: Paragraph) -> Block:
        """Return an unstyled paragraph as what it looks like: typed bullet, bold heading, prose."""
        if bullet := _BULLET.match(text):
            return Block("list_item", text[bullet.end() :], level=1)
        if _CAPTION.match(text) and len(text) <= _LONGEST_CAPTION:
            return Block("caption", text)
        if _looks_like_heading(text, paragraph):
            return Block("heading", text, level=self._level_of_unstyled(text))
        return Block("paragraph", text)

    def _level_of_unstyled(self, text: str) -> int:
        """Return the level that a typed number ("3.1") gives, else one below the last heading."""
        number = _TYPED_NUMBER.match(text)
        level = number[0].strip(". ").count(".") + 1 if number else self._heading_level + 1
        return min(level, _LOWEST_HEADING)

    def _role(self, properties: etree._Element | None) -> Role:
        if properties is None:
            return PLAIN
        style = properties.find(f"{W}pStyle")
        role = self._styles.role(style.get(f"{W}val") if style is not None else None)
        level = outline_level(properties)
        if level is not None and role.kind == "paragraph":
            return Role("heading", level, role.number_list, role.number_level)
        return role

    def _label(self, properties: etree._Element | None, role: Role) -> tuple[str, int | None]:
        """Return the printed number with a blank behind it, and the level in the list if any."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        number_list, level = role.number_list, role.number_level
        if own is not None:
            number_list = _attribute(own, "numId") or number_list
            level = to_int(_attribute(own, "ilvl")) if own.find(f"{W}ilvl") is not None else level
        if number_list is None or number_list not in self._numbers:
            return "", None
        if level is None:
            style = _attribute(properties, "pStyle")
            level = self._numbers.level_of(number_list, style)
        label = self._numbers.next_label(number_list, level)
        return f"{label} " if label else "", level

    def _read_notes(self, paragraph: Paragraph, depth: int) -> None:
        """Read the footnotes that the paragraph refers to, each where it is first mentioned."""
        for kind, name in paragraph.notes:
            note = self._footnotes[kind].pop(name, None)
            if note is not None and note.get(f"{W}type") not in _SEPARATORS:
                self.read(note, "footnote", depth + 1)

    # --- tables ---

    def _read_table(self, table: etree._Element, kind: BlockKind | None, depth: int) -> None:
        grid = read_grid(table, self._limits.span)
        if kind is not None or grid.widest <= 1:
            for draft in grid.drafts:
                self.read(draft.element, kind, depth + 1)
            return
        cells = cells_of(grid, self._cell_text)
        rows = _filled_rows(cells)
        if rows:
            self._add(Block("table", "\n".join(rows), cells=cells))
        self._read_what_cells_hold(grid, depth)

    def _cell_text(self, cell: etree._Element) -> tuple[str, bool]:
        texts, bold = [], True
        for element in _paragraphs(cell):
            paragraph = read_paragraph(element)
            self._look_at(paragraph)
            properties = element.find(f"{W}pPr")
            label, _ = self._label(properties, self._role(properties))
            if text := _FOLD.sub(" ", paragraph.text):
                texts.append(f"{label}{text}")
                bold &= paragraph.stands_out
        return " ".join(texts), bold and bool(texts)

    def _read_what_cells_hold(self, grid: Grid, depth: int) -> None:
        """Read nested tables, text boxes and notes after the table that holds them."""
        for draft in grid.drafts:
            for element in _paragraphs(draft.element):
                paragraph = read_paragraph(element)
                for box in paragraph.boxes:
                    self.read(box, None, depth + 1)
                self._read_notes(paragraph, depth)
            for nested in draft.element.iterfind(f"{W}tbl"):
                self._read_table_below(nested, depth + 1)

    def _read_table_below(self, table: etree._Element, depth: int) -> None:
        if depth > self._limits.nesting:
            raise LimitExceeded(say("reading.too_deep"), say("reading.too_deep_remedy"))
        self._read_table(table, None, depth)


def _looks_like_heading(text: str, paragraph: Paragraph) -> bool:
    short = len(text) <= _LONGEST_BOLD_HEADING and "\n" not in text
    return paragraph.stands_out and short and not text.endswith(_ENDS_LIKE_PROSE)


def _paragraphs(cell: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs of a cell, also in content controls, without those of nested tables."""
    for child in cell:
        if child.tag == f"{W}p":
            yield child
        elif child.tag in NEW or child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml"}:
            yield from _paragraphs(child)


def _filled_rows(cells: tuple[Cell, ...]) -> list[str]:
    """Return one line per row; empty when no cell holds text."""
    if not any(cell.text for cell in cells):
        return []
    rows: list[list[str]] = [[] for _ in range(max(cell.row for cell in cells) + 1)]
    for cell in cells:
        rows[cell.row].append(cell.text)
    return [" | ".join(row) for row in rows]


def _by_id(part: etree._Element | None) -> dict[str, etree._Element]:
    return {note.get(f"{W}id", ""): note for note in part} if part is not None else {}


def _is_contents(control: etree._Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val", "").casefold() == _CONTENTS_GALLERY


def _attribute(parent: etree._Element | None, name: str) -> str | None:
    found = parent.find(f"{W}{name}") if parent is not None else None
    return None if found is None else found.get(f"{W}val")
