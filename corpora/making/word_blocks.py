"""From the manuscript's blocks to paragraphs, lists and tables in a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.shared import Mm, Pt

from making.word_boxes import BoxWriter
from making.word_look import LONG, MARGIN, SHORT, add_running_lines, turn
from making.word_parts import fresh_numbering, number_with
from making.word_tables import TableWriter, set_widths

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from making.manuscript import Manuscript
    from making.word_look import Dress
    from making.word_parts import Footnotes


class Writer:
    """Writes one manuscript into one Word file, block after block."""

    def __init__(
        self, document: Document, manuscript: Manuscript, footnotes: Footnotes, dress: Dress
    ) -> None:
        self._document, self._manuscript = document, manuscript
        self._footnotes, self._dress = footnotes, dress
        self._tables = TableWriter(document, dress, self._say)
        self._boxes = BoxWriter(document, dress, self._say)
        self._chapter = 0
        self._is_turned = False
        self._waiting: dict[str, Any] | None = None
        """A text box that hangs on the paragraph to come."""

    def write(self) -> None:
        """Write the title, the facts and every block."""
        self._add_title()
        front = self._manuscript.front
        if front.get("contents"):
            self._boxes.add_contents(self._manuscript.words["contents"], self._headings())
        for block in self._manuscript.blocks:
            self._add(block)
        for number in self._manuscript.numbers.values():
            pieces = self._manuscript.pieces(self._manuscript.note(number))
            self._footnotes.add(number, [(piece.text, piece.italic) for piece in pieces])

    def _add_title(self) -> None:
        """Add the title and the facts, on a cover where the source asks for one."""
        front = self._manuscript.front
        has_cover = front.get("cover", "none") != "none"
        if has_cover:
            self._boxes.add_cover(front["title"], front.get("subtitle", ""), front["author"])
        else:
            self._document.add_paragraph(front["title"], style="Title")
            if "subtitle" in front:
                self._document.add_paragraph(front["subtitle"], style="Subtitle")
        self._add_facts(front.get("facts", []))
        if has_cover:
            self._document.add_page_break()

    def _add(self, block: dict[str, Any]) -> None:
        """Add one block of the source."""
        if "chapter" in block:
            self._open_chapter(block)
        elif "section" in block:
            if block.get("landscape") or block.get("portrait"):
                self._turn(landscape=bool(block.get("landscape")))
            self._document.add_heading(block["section"], level=2)
        elif "subsection" in block:
            self._document.add_heading(block["subsection"], level=3)
        elif "box" in block:
            self._add_box(block)
        elif "text" in block:
            self._add_text(block)
        elif "caption" in block:
            self._add_caption(block["caption"])
        elif "table" in block:
            self._tables.add(block, self._room)
        else:
            self._add_rest(block)

    def _add_rest(self, block: dict[str, Any]) -> None:
        """Add a list, a quote, figures, closing lines or a break."""
        if "quote" in block:
            said = f" ({block['by']})" if "by" in block else ""
            paragraph = self._document.add_paragraph(style="Intense Quote")
            self._say(paragraph, f"{block['quote']}{said}")
        elif "figures" in block:
            self._boxes.add_figures(block["figures"])
        elif "signature" in block:
            for line in block["signature"]:
                self._document.add_paragraph(line).paragraph_format.space_after = Pt(0)
        elif "break" in block:
            self._document.add_page_break()
        else:
            self._add_list(block)

    def _add_caption(self, text: str) -> None:
        """Add the line above a table."""
        if len(list(self._manuscript.pieces(text))) == 1:
            self._document.add_paragraph(text, style="Caption")
        else:
            self._say(self._document.add_paragraph(style="Caption"), text)

    def _add_text(self, block: dict[str, Any]) -> None:
        """Add a paragraph, and the text box that waits for it."""
        paragraph = self._document.add_paragraph()
        if self._waiting:
            box, self._waiting = self._waiting, None
            self._boxes.add_text_box(paragraph, box["box"], _texts(box))
        self._say(paragraph, block["text"])
        paragraph.paragraph_format.keep_with_next = bool(block.get("keep"))

    def _add_box(self, block: dict[str, Any]) -> None:
        """Add a box in the text, or keep it for the paragraph that it stands beside."""
        if block.get("side"):
            self._waiting = block
        else:
            self._boxes.add_box(block["box"], _texts(block))

    def _open_chapter(self, block: dict[str, Any]) -> None:
        """Add a heading, on a page turned over where the source asks for it."""
        asks = block.get("landscape") or block.get("portrait")
        if asks or self._is_turned:
            self._turn(landscape=bool(block.get("landscape")))
        elif block.get("new_page"):
            self._document.add_page_break()
        self._document.add_heading(self._counted(block), level=1)

    def _counted(self, block: dict[str, Any]) -> str:
        """Return a chapter's heading with its number, where the document counts."""
        if block.get("unnumbered") or not self._is_counted:
            return str(block["chapter"])
        self._chapter += 1
        return f"{self._chapter} {block['chapter']}"

    @property
    def _is_counted(self) -> bool:
        """Return whether chapters have numbers."""
        return self._manuscript.layout.numbered

    def _headings(self) -> list[tuple[int, str]]:
        """Return the headings for the contents: (level from 0, text)."""
        headings = []
        for block in self._manuscript.blocks:
            if "chapter" in block:
                headings.append((0, self._counted(block)))
            elif "section" in block:
                headings.append((1, block["section"]))
        self._chapter = 0
        return headings

    def _turn(self, *, landscape: bool) -> None:
        """Go on on new pages, upright or on their side."""
        section = turn(self._document, landscape=landscape)
        self._is_turned = landscape
        add_running_lines(section, self._manuscript, self._dress)

    @property
    def _room(self) -> float:
        """Return the width of the text in millimetres."""
        return float(Mm((LONG if self._is_turned else SHORT) - 2 * MARGIN) / Mm(1))

    def _say(self, paragraph: Paragraph, text: str) -> Paragraph:
        """Return the paragraph with the text added, in its styles and with its notes."""
        for piece in self._manuscript.pieces(text):
            run = paragraph.add_run(piece.text)
            if piece.note:
                self._footnotes.call(run, piece.note)
            run.bold, run.italic = piece.bold or None, piece.italic or None
            if piece.low:
                run.font.subscript = True
        return paragraph

    def _add_list(self, block: dict[str, Any], depth: int = 0) -> None:
        """Add a list with bullets, or one that counts from 1, and the lists within it."""
        is_counted = "numbers" in block
        style = "List Number" if is_counted else "List Bullet"
        style = f"{style} 2" if depth else style
        numbering = fresh_numbering(self._document, style) if is_counted else 0
        for item in block["numbers" if is_counted else "bullets"]:
            text = item["item"] if isinstance(item, dict) else item
            paragraph = self._say(self._document.add_paragraph(style=style), text)
            if is_counted:
                number_with(paragraph, numbering)
            if isinstance(item, dict) and (item.get("bullets") or item.get("numbers")):
                self._add_list(item, depth + 1)

    def _add_facts(self, facts: list[list[str]]) -> None:
        """Add the facts of the contract as a table without lines."""
        if not facts:
            return
        table = self._document.add_table(rows=0, cols=2)
        for name, value in facts:
            cells = table.add_row().cells
            self._tables.write(cells[0], f"**{name}**", 9)
            self._tables.write(cells[1], str(value), 9)
        set_widths(table, [32, 128])


def _texts(box: dict[str, Any]) -> list[str]:
    """Return the paragraphs of a box, its list as paragraphs with a mark."""
    text = box.get("text", [])
    texts = [text] if isinstance(text, str) else list(text)
    texts += [f"\N{BULLET} {item}" for item in box.get("bullets", [])]
    return texts + [f"{number}. {item}" for number, item in enumerate(box.get("numbers", []), 1)]
