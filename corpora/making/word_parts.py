"""What python-docx has no call for: footnotes, page fields, fresh numbering, table dressing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS = """
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0">
<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
"""
_FOOTNOTE = """
<w:footnote {namespaces} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="footnotetext"/></w:pPr>
<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r></w:p></w:footnote>
"""


class Footnotes:
    """The footnotes of one Word file, gathered while its text is written."""

    def __init__(self) -> None:
        self._root = parse_xml(f"<w:footnotes {nsdecls('w')}>{_SEPARATORS}</w:footnotes>")

    def call(self, run: Run, number: int) -> None:
        """Set the mark of a footnote in a run."""
        run.font.superscript = True
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        run._r.append(reference)  # noqa: SLF001 (python-docx offers no public way)

    def add(self, number: int, pieces: list[tuple[str, bool]]) -> None:
        """Add a footnote.

        Args:
            number: Its number, from 1.
            pieces: Its text in stretches: (text, whether in italics).
        """
        note = parse_xml(_FOOTNOTE.format(namespaces=nsdecls("w"), number=number))
        for text, is_italic in [(" ", False), *pieces]:
            run = etree.SubElement(note.find(qn("w:p")), qn("w:r"))
            if is_italic:
                etree.SubElement(etree.SubElement(run, qn("w:rPr")), qn("w:i"))
            words = etree.SubElement(run, qn("w:t"))
            words.text = text
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        self._root.append(note)

    def attach(self, document: Document) -> None:
        """Put the gathered footnotes into the file."""
        blob = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        package = document.part.package
        part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES_TYPE, blob, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field, such as PAGE, that Word fills in."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 (python-docx offers no public way)


def add_complex_field(first: Paragraph, last: Paragraph, instruction: str) -> None:
    """Put a field around paragraphs: its instruction before the first, its end in the last."""
    signs = ["begin", instruction, "separate"]
    for place, sign in enumerate(signs):
        first._p.insert(_after_properties(first) + place, _field_run(sign))  # noqa: SLF001
    last._p.append(_field_run("end"))  # noqa: SLF001 (python-docx offers no public way)


def _after_properties(paragraph: Paragraph) -> int:
    """Return where the runs of a paragraph begin."""
    return int(paragraph._p.pPr is not None)  # noqa: SLF001 (as above)


def _field_run(sign: str) -> BaseOxmlElement:
    """Return a run with one part of a field."""
    run = OxmlElement("w:r")
    if sign in {"begin", "separate", "end"}:
        part = OxmlElement("w:fldChar")
        part.set(qn("w:fldCharType"), sign)
    else:
        part = OxmlElement("w:instrText")
        part.text = sign
    run.append(part)
    return run


def fresh_numbering(document: Document, style: str) -> int:
    """Return the id of a numbering that counts as the style does, starting at 1."""
    numbering = document.part.numbering_part.element
    used = document.styles[style].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(used).abstractNumId.val
    number = numbering.add_num(abstract)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def number_with(paragraph: Paragraph, numbering: int) -> None:
    """Count a paragraph in a numbering."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 (as above)
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def shade(cell: _Cell, colour: str) -> None:
    """Fill a cell with a colour, as six hexadecimal digits."""
    fill = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>'
    cell._tc.get_or_add_tcPr().append(parse_xml(fill))  # noqa: SLF001 (as above)


_SIDES = {
    "horizontal": {"top": 8, "bottom": 8, "insideH": 4},
    "shaded": {"bottom": 4},
    "boxed_head": {"bottom": 4, "insideH": 4},
    "borderless": {},
    "box": {"left": 24},
}
"""Which lines a style of table has, and how thick they are in eighths of a point."""


def set_borders(table: Table, style: str, colour: str) -> None:
    """Give a table the lines of a style.

    Raises:
        ValueError: No style has this name.
    """
    if style not in _SIDES:
        raise ValueError(f"no table style is called {style!r}")
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        size = _SIDES[style].get(side, 0)
        line.set(qn("w:val"), "single" if size else "nil")
        if size:
            line.set(qn("w:sz"), str(size))
            line.set(qn("w:color"), colour)
        borders.append(line)
    properties = table._tbl.tblPr  # noqa: SLF001 (as above)
    properties.insert_element_before(
        borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption"
    )


def keep_row_whole(row: _Row, *, repeat: bool) -> None:
    """Keep a row on one page; a head is repeated on every page."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 (as above)
    properties.append(OxmlElement("w:cantSplit"))
    if repeat:
        properties.append(OxmlElement("w:tblHeader"))


def rule(paragraph: Paragraph, side: str, colour: str) -> None:
    """Draw a line along one side of a paragraph: "top" or "bottom"."""
    border = (
        f"<w:pBdr {nsdecls('w')}>"
        f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="{colour}"/></w:pBdr>'
    )
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 (as above)
    properties.insert_element_before(
        parse_xml(border), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
