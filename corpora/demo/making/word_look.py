"""The look of the Word file: page, styles, running lines and what the file says of itself."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from making.word_parts import add_field, rule

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.styles.style import BaseStyle, ParagraphStyle

    from making.manuscript import Manuscript

FONT = "Arial"
GREEN = "1F4E4A"
LINE = "9FB5B1"
MARGIN = Mm(25)
SHORT, LONG = Mm(210), Mm(297)
_SIZES = {
    "Normal": (10, 6),
    "Title": (19, 4),
    "Subtitle": (11, 12),
    "Heading 1": (15, 6),
    "Heading 2": (11, 3),
    "Caption": (8.5, 4),
    "List Number": (10, 4),
    "footnote text": (8, 2),
    "Header": (8, 0),
    "Footer": (8, 0),
}
"""Size and space after, in points."""
_GREEN_ONES = {"Title", "Subtitle", "Heading 1", "Heading 2"}

_UNUSED_PARTS = ("/thumbnail", "/stylesWithEffects", "/customXml")


def dress(document: Document) -> None:
    """Set fonts, sizes, colours, language and hyphenation."""
    document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    for name, (size, after) in _SIZES.items():
        _dress_style(document.styles[name], size, after)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(18)
    document.styles["Heading 2"].paragraph_format.space_before = Pt(10)
    document.styles["Caption"].paragraph_format.keep_with_next = True
    document.styles["Normal"].paragraph_format.line_spacing = 1.15
    for name in ("Header", "Footer"):
        document.styles[name].paragraph_format.tab_stops.clear_all()
    tab_stop = document.settings.element.find(qn("w:defaultTabStop"))
    tab_stop.addnext(OxmlElement("w:autoHyphenation"))
    _soften(document.styles["Table Grid"])
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")


def describe(document: Document, manuscript: Manuscript) -> None:
    """Write into the file what it is, with the day of issue as its only date."""
    front, properties = manuscript.front, document.core_properties
    day = datetime.combine(manuscript.day, time(9), UTC).replace(tzinfo=None)
    properties.title = f"{front['title']} ({front['mark']})"
    properties.author = properties.last_modified_by = front["author"]
    properties.subject = properties.comments = front["mark"]
    properties.keywords = "fictief, voorbeeld"
    properties.language = "nl-NL"
    properties.created = properties.modified = day
    properties.revision = 1


def prune(document: Document) -> None:
    """Leave out what python-docx's template brings and this file has no use for."""
    for rels in (document.part.package.rels, document.part.rels):
        unused = [key for key, rel in rels.items() if rel.reltype.endswith(_UNUSED_PARTS)]
        for key in unused:
            rels.pop(key)
    for style in list(document.styles):
        is_table = style.type is WD_STYLE_TYPE.TABLE
        if is_table and style.name not in {"Normal Table", "Table Grid"}:
            style.delete()


def turn(document: Document, *, landscape: bool) -> Section:
    """Return a new section that starts on a new page, upright or on its side."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    lay_out(section, landscape=landscape)
    return section


def lay_out(section: Section, *, landscape: bool) -> None:
    """Set the size and the margins of the section's pages."""
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG, SHORT) if landscape else (SHORT, LONG)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    section.header_distance = section.footer_distance = Mm(12)


def add_running_lines(section: Section, manuscript: Manuscript) -> None:
    """Set the head with its page number, and the mark that all is invented."""
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    width = section.page_width - 2 * MARGIN
    head = section.header.paragraphs[0]
    head.paragraph_format.tab_stops.clear_all()
    head.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    head.add_run(f"{manuscript.front['running']}\tPagina ")
    add_field(head, "PAGE")
    head.add_run(" van ")
    add_field(head, "NUMPAGES")
    rule(head, "bottom", LINE)
    foot = section.footer.paragraphs[0]
    foot.add_run(manuscript.front["mark"])
    rule(foot, "top", LINE)


def _dress_style(style: ParagraphStyle, size: float, after: float) -> None:
    """Set one style's font, size, colour and the space after it, in points."""
    style.font.name = FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    style.font.size = Pt(size)
    style.font.italic = style.name == "Caption"
    style.font.bold = style.name in {"Title", "Heading 1", "Heading 2"}
    is_green = style.name in _GREEN_ONES
    style.font.color.rgb = RGBColor.from_string(GREEN if is_green else "222222")
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    style.paragraph_format.space_after = Pt(after)
    for contextual in style.element.get_or_add_pPr().findall(qn("w:contextualSpacing")):
        style.element.pPr.remove(contextual)


def _soften(grid: BaseStyle) -> None:
    """Give a table style thin lines in the colour of the rules."""
    for line in grid.element.find(f".//{qn('w:tblBorders')}"):
        line.set(qn("w:color"), LINE)
