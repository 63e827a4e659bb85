"""From single blocks of a manuscript to what ReportLab can set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from making.pdf_page import Heading
from making.pdf_tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from making.manuscript import Manuscript
    from making.pdf_styles import Styles

_EVERYWHERE = (0, 0), (-1, -1)


class Setter:
    """Sets the blocks of one manuscript in one look."""

    def __init__(self, manuscript: Manuscript, styles: Styles) -> None:
        self.manuscript, self.styles = manuscript, styles

    def block(self, block: dict[str, Any], room: float) -> Iterator[Flowable]:
        """Yield what one block becomes in a room of so many points wide."""
        if "section" in block:
            yield Heading(self._markup(block["section"]), self.styles["section"])
        elif "subsection" in block:
            yield Heading(self._markup(block["subsection"]), self.styles["subsection"])
        elif "box" in block:
            yield self.box(block, room)
        elif "text" in block:
            style = self.styles["kept" if block.get("keep") else "body"]
            yield Paragraph(self._markup(block["text"]), style)
        elif "caption" in block:
            yield Paragraph(self._markup(block["caption"]), self.styles["caption"])
        elif "table" in block:
            yield table(self.manuscript, self.styles, block, room)
        elif "quote" in block:
            yield from self._quote(block)
        elif "figures" in block:
            yield self._figures(block["figures"], room)
        elif "signature" in block:
            yield from self._signature(block["signature"])
        else:
            yield from self.items(block)

    def items(self, block: dict[str, Any], depth: int = 0) -> Iterator[Flowable]:
        """Yield the items of a numbered or bulleted list, and of the lists within it."""
        items = block.get("numbers") or block["bullets"]
        for number, item in enumerate(items, start=1):
            mark = _mark(number, depth, is_counted="numbers" in block)
            style = "item" if depth == 0 else "inner item"
            if depth == 0 and number == len(items):
                style = "last item"
            text = item["item"] if isinstance(item, dict) else item
            yield Paragraph(self._markup(text), self.styles[style], bulletText=mark)
            if isinstance(item, dict) and (item.get("bullets") or item.get("numbers")):
                yield from self.items(item, depth + 1)

    def box(self, block: dict[str, Any], room: float) -> Table:
        """Return a coloured box; it may go on over the page between two of its paragraphs."""
        texts = block.get("text", [])
        texts = [texts] if isinstance(texts, str) else texts
        rows = [Paragraph(self._markup(block["box"]), self.styles["box title"])]
        rows += [Paragraph(self._markup(text), self.styles["boxed"]) for text in texts]
        for number, item in enumerate(block.get("bullets") or block.get("numbers") or [], start=1):
            mark = _mark(number, 0, is_counted="numbers" in block)
            rows.append(Paragraph(self._markup(item), self.styles["boxed item"], bulletText=mark))
        look = [
            ("BACKGROUND", *_EVERYWHERE, self.styles.pale),
            ("LINEBEFORE", (0, 0), (0, -1), 3, self.styles.accent),
            ("LEFTPADDING", *_EVERYWHERE, 10),
            ("RIGHTPADDING", *_EVERYWHERE, 8),
            ("TOPPADDING", *_EVERYWHERE, 3),
            ("BOTTOMPADDING", *_EVERYWHERE, 3),
            ("NOSPLIT", (0, 0), (0, 1)),
            ("TOPPADDING", (0, 0), (-1, 0), 8),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 9),
        ]
        return Table([[row] for row in rows], [room], style=look, spaceBefore=6, spaceAfter=10)

    def _quote(self, block: dict[str, Any]) -> Iterator[Flowable]:
        """Yield a pull quote and who said it."""
        yield Spacer(0, 6)
        quote = Paragraph(self._markup(block["quote"]), self.styles["quote"])
        said = (
            [Paragraph(self._markup(block["by"]), self.styles["quoted"])] if "by" in block else []
        )
        look = [
            ("LINEABOVE", (0, 0), (-1, 0), 1.5, self.styles.accent),
            ("LINEBELOW", (0, -1), (-1, -1), 1.5, self.styles.accent),
            ("LEFTPADDING", *_EVERYWHERE, 6),
            ("TOPPADDING", *_EVERYWHERE, 6),
            ("BOTTOMPADDING", *_EVERYWHERE, 7),
        ]
        yield Table([[[quote, *said]]], style=look, spaceAfter=12)

    def _figures(self, figures: list[list[str]], room: float) -> Table:
        """Return big figures in a row, each with what it counts below it."""
        width = room / len(figures)
        big = self._fitting([figure for figure, _ in figures], width - 12)
        cells = [
            [
                Paragraph(self._markup(figure), big),
                Paragraph(self._markup(counted), self.styles["figured"]),
            ]
            for figure, counted in figures
        ]
        look = [
            ("VALIGN", *_EVERYWHERE, "TOP"),
            ("LEFTPADDING", *_EVERYWHERE, 0),
            ("LINEABOVE", *_EVERYWHERE, 0.6, self.styles.rule),
        ]
        return Table([cells], [width] * len(cells), style=look, spaceBefore=8, spaceAfter=12)

    def _fitting(self, figures: list[str], room: float) -> ParagraphStyle:
        """Return the style of big figures, smaller where the widest would not fit."""
        style = self.styles["figure"]
        widest = max(stringWidth(figure, style.fontName, style.fontSize) for figure in figures)
        size = style.fontSize * min(1, room / widest)
        return ParagraphStyle("figure", parent=style, fontSize=round(size, 1))

    def _signature(self, lines: list[str]) -> Iterator[Flowable]:
        """Yield the closing lines of a letter, with room to sign where a line is empty."""
        written = [
            Paragraph(self._markup(line), self.styles["letter"]) if line else Spacer(0, 26)
            for line in lines
        ]
        look = [("LEFTPADDING", *_EVERYWHERE, 0)]
        yield Table([[written]], style=look, spaceBefore=8)

    def _markup(self, text: str) -> str:
        """Return a text as ReportLab reads it."""
        return self.manuscript.markup(text)


def _mark(number: int, depth: int, *, is_counted: bool) -> str:
    """Return what stands before an item."""
    if is_counted:
        return f"{number}." if depth == 0 else f"{'abcdefghijklmnopqrstuvwxyz'[number - 1]}."
    return "\N{BULLET}" if depth == 0 else "\N{EN DASH}"
