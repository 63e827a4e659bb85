"""Boxes, figures and contents in a Word file, some of which python-docx has no call for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from making.word_parts import add_complex_field, set_borders, shade

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from making.word_look import Dress

    Say = Callable[[Paragraph, str], Paragraph]

_SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_EMU = 36000
_TEXT_BOX = """
<w:r {spaces}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="45720" distB="45720" distL="114300" distR="114300" simplePos="0"
 relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">
<wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:wrapSquare wrapText="bothSides"/>
<wp:docPr id="{number}" name="Text Box {number}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
<a:solidFill><a:srgbClr val="{ground}"/></a:solidFill>
<a:ln w="9525"><a:solidFill><a:srgbClr val="{line}"/></a:solidFill></a:ln></wps:spPr>
<wps:txbx><w:txbxContent/></wps:txbx>
<wps:bodyPr wrap="square"><a:spAutoFit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic>
</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>
<v:rect style="position:absolute;width:{points}pt;height:{tall}pt;mso-wrap-style:square"
 fillcolor="#{ground}"><v:textbox><w:txbxContent/></v:textbox></v:rect>
</w:pict></mc:Fallback></mc:AlternateContent></w:r>
"""
_BOX_WIDTH = 58
_SIGNS_PER_LINE, _LINE = 34, 4.6
"""Signs on a line of a text box at 9 points, and the height of that line in millimetres."""


class BoxWriter:
    """Writes boxes and figures into one Word file."""

    def __init__(self, document: Document, dress: Dress, say: Say) -> None:
        self._document, self._dress, self._say = document, dress, say
        self._count = 0

    def add_cover(self, title: str, subtitle: str, author: str) -> None:
        """Add a coloured table of one cell with firm, title and subtitle in white."""
        table = self._document.add_table(1, 1, style="Table Grid")
        set_borders(table, "borderless", self._dress.main)
        cell = table.rows[0].cells[0]
        shade(cell, self._dress.main)
        for text, size, before in ((author, 11, 30), (title, 26, 90), (subtitle, 13, 6)):
            paragraph = cell.add_paragraph()
            self._write(paragraph, text, size, "FFFFFF")
            paragraph.paragraph_format.space_before = Pt(before)
        cell.add_paragraph().paragraph_format.space_after = Pt(60)
        self._document.add_paragraph()

    def add_box(self, title: str, texts: list[str]) -> None:
        """Add a shaded table of one cell."""
        table = self._document.add_table(1, 1, style="Table Grid")
        set_borders(table, "box", self._dress.main)
        cell = table.rows[0].cells[0]
        shade(cell, self._dress.pale)
        self._write(cell.paragraphs[0], f"**{title}**", 10, self._dress.main)
        for text in texts:
            self._write(cell.add_paragraph(), text, 9.5, "222222")
        self._document.add_paragraph().paragraph_format.space_after = Pt(0)

    def add_text_box(self, paragraph: Paragraph, title: str, texts: list[str]) -> None:
        """Hang a text box on a paragraph, at the right margin: as Word writes it, twice over."""
        self._count += 1
        written = [(f"**{title}**", self._dress.main), *((text, "222222") for text in texts)]
        lines = sum(len(text) // _SIGNS_PER_LINE + 1 for text, _ in written)
        tall = (lines + 1) * _LINE + 2 * len(written)
        run = parse_xml(
            _TEXT_BOX.format(
                spaces=_SPACES,
                number=self._count,
                width=_BOX_WIDTH * _EMU,
                height=round(tall * _EMU),
                points=round(_BOX_WIDTH * 72 / 25.4),
                tall=round(tall * 72 / 25.4),
                ground=self._dress.pale,
                line=self._dress.main,
            )
        )
        for content in run.iter(qn("w:txbxContent")):
            for text, colour in written:
                inside = self._document.add_paragraph()
                self._write(inside, text, 9, colour)
                content.append(inside._p)  # noqa: SLF001 (moved out of the running text)
        paragraph._p.append(run)  # noqa: SLF001 (python-docx offers no public way)

    def add_figures(self, figures: list[list[str]]) -> None:
        """Add big figures in a row, each with what it counts below it."""
        table = self._document.add_table(1, len(figures), style="Table Grid")
        set_borders(table, "borderless", self._dress.line)
        for cell, (figure, counted) in zip(table.rows[0].cells, figures, strict=True):
            self._write(cell.paragraphs[0], f"**{figure}**", 22, self._dress.main)
            self._write(cell.add_paragraph(), counted, 9, "222222")
        self._document.add_paragraph().paragraph_format.space_after = Pt(0)

    def add_contents(self, title: str, headings: list[tuple[int, str]]) -> None:
        """Add a contents field with the headings as Word last saw them, without page numbers."""
        self._write(self._document.add_paragraph(), f"**{title}**", 13, self._dress.main)
        lines = []
        for level, text in headings:
            line = self._document.add_paragraph(text)
            line.paragraph_format.left_indent = Pt(12 * level)
            line.paragraph_format.space_after = Pt(2)
            lines.append(line)
        if lines:
            add_complex_field(lines[0], lines[-1], r'TOC \o "1-2" \h')
        self._document.add_page_break()

    def _write(self, paragraph: Paragraph, text: str, size: float, colour: str) -> None:
        """Write a text into a paragraph, in points and a colour."""
        self._say(paragraph, text)
        paragraph.paragraph_format.space_after = Pt(3)
        for run in paragraph.runs:
            run.font.size = Pt(size)
            run.font.color.rgb = RGBColor.from_string(colour)
