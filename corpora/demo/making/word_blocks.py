"""From the manuscript's blocks to paragraphs, lists and tables in a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.shared import Mm, Pt, RGBColor

from making.word_look import GREEN, add_running_lines, turn
from making.word_parts import fresh_numbering, keep_row_whole, number_with, shade

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

    from making.manuscript import Manuscript
    from making.word_parts import Footnotes


class Writer:
    """Writes one manuscript into one Word file, block after block."""

    def __init__(self, document: Document, manuscript: Manuscript, footnotes: Footnotes) -> None:
        self._document = document
        self._manuscript = manuscript
        self._footnotes = footnotes
        self._chapter = 0

    def write(self) -> None:
        """Write the title, the facts and every block."""
        front = self._manuscript.front
        self._document.add_paragraph(front["title"], style="Title")
        self._document.add_paragraph(front["subtitle"], style="Subtitle")
        self._add_facts(front["facts"])
        for block in self._manuscript.blocks:
            self._add(block)
        for number in self._manuscript.numbers.values():
            pieces = self._manuscript.pieces(self._manuscript.note(number))
            self._footnotes.add(number, [(piece.text, piece.italic) for piece in pieces])

    def _add(self, block: dict[str, Any]) -> None:
        """Add one block of the source."""
        if "chapter" in block:
            self._open_chapter(block)
        elif "section" in block:
            self._document.add_heading(block["section"], level=2)
        elif "text" in block:
            paragraph = self._say(self._document.add_paragraph(), block["text"])
            paragraph.paragraph_format.keep_with_next = bool(block.get("keep"))
        elif "caption" in block:
            self._document.add_paragraph(block["caption"], style="Caption")
        elif "table" in block:
            self._add_table(block)
        else:
            self._add_list(block["numbers"])

    def _open_chapter(self, block: dict[str, Any]) -> None:
        """Add a numbered heading, on a page turned over where the source asks for it."""
        self._chapter += 1
        if block.get("landscape") or block.get("portrait"):
            section = turn(self._document, landscape=bool(block.get("landscape")))
            add_running_lines(section, self._manuscript)
        self._document.add_heading(f"{self._chapter} {block['chapter']}", level=1)

    def _say(self, paragraph: Paragraph, text: str) -> Paragraph:
        """Return the paragraph with the text added, in its styles and with its notes."""
        for piece in self._manuscript.pieces(text):
            run = paragraph.add_run(piece.text)
            if piece.note:
                self._footnotes.call(run, piece.note)
            run.bold, run.italic = piece.bold or None, piece.italic or None
        return paragraph

    def _add_list(self, items: list[str]) -> None:
        """Add a list that counts from 1."""
        numbering = fresh_numbering(self._document, "List Number")
        for item in items:
            paragraph = self._document.add_paragraph(style="List Number")
            number_with(self._say(paragraph, item), numbering)

    def _add_facts(self, facts: list[list[str]]) -> None:
        """Add the facts of the contract as a table without lines."""
        table = self._document.add_table(rows=0, cols=2)
        for name, value in facts:
            cells = table.add_row().cells
            self._fill(cells[0], f"**{name}**", 9)
            self._fill(cells[1], value, 9)
        _set_widths(table, [32, 128])

    def _add_table(self, block: dict[str, Any]) -> None:
        """Add a ruled table with its head, its merged cells and a closing row."""
        table = self._document.add_table(rows=1, cols=len(block["head"]), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        for cell, text in zip(table.rows[0].cells, block["head"], strict=True):
            shade(cell, GREEN)
            self._fill(cell, f"**{text}**", 8.5, "FFFFFF")
        for row in block["rows"]:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                self._fill(cell, text, 8.5)
        if "merge" in block:
            _merge_down(table, block["merge"])
        if "total" in block:
            cells = table.add_row().cells
            self._fill(cells[0].merge(cells[-1]), f"*{block['total']}*", 8.5)
        _set_widths(table, block["widths"])
        for index, row in enumerate(table.rows):
            keep_row_whole(row, repeat=index == 0)
        self._document.add_paragraph().paragraph_format.space_after = Pt(0)

    def _fill(self, cell: _Cell, text: str, size: float, colour: str = "222222") -> None:
        """Write a text into a cell, in points and a colour."""
        paragraph = self._say(cell.paragraphs[0], text)
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.line_spacing = 1
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        for run in paragraph.runs:
            run.font.size = Pt(size)
            run.font.color.rgb = RGBColor.from_string(colour)


def _merge_down(table: Table, column: int) -> None:
    """Merge each empty cell of a column with the filled one above it."""
    above = table.rows[0].cells[column]
    for row in table.rows[1:]:
        cell = row.cells[column]
        if cell.text:
            above = cell
            continue
        cell._tc.remove(cell.paragraphs[0]._p)  # noqa: SLF001 (or the merge keeps an empty line)
        cell.add_paragraph()
        above = above.merge(cell)


def _set_widths(table: Table, widths: list[int]) -> None:
    """Set the widths of the columns, in millimetres."""
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row._tr.tc_lst, widths, strict=False):  # noqa: SLF001 (as above)
            cell.width = Mm(width)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
