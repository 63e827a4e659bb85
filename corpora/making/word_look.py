"""The look of a Word file: page, styles, running lines and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass
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
    from docx.text.paragraph import Paragraph

    from making.manuscript import Manuscript

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
"""Size and space after, in points, of the styles that every file has."""
_MORE_SIZES = {
    "subsection": {"Heading 3": (10, 2)},
    "bullets": {"List Bullet": (10, 3), "List Bullet 2": (10, 3), "List Number 2": (10, 3)},
    "numbers": {"List Bullet 2": (10, 3), "List Number 2": (10, 3)},
    "quote": {"Intense Quote": (13, 8)},
}
"""The same for the styles that a kind of block or a list within a list brings along."""
_PLAIN_FACTOR = 1.1
_MAIN_ONES = {"Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Intense Quote"}
_BOLD_ONES = {"Title", "Heading 1", "Heading 2", "Heading 3"}
_ITALIC_ONES = {"Caption", "Intense Quote"}

_UNUSED_PARTS = ("/thumbnail", "/stylesWithEffects", "/customXml")


@dataclass(frozen=True, slots=True)
class Dress:
    """Fonts and colours of one Word file; colours as six hexadecimal digits."""

    text: str
    heads: str
    main: str
    pale: str
    line: str
    table: str
    is_plain: bool


def dress_of(manuscript: Manuscript) -> Dress:
    """Return the fonts and colours of a manuscript's look; a plain file has no colours."""
    look, is_plain = manuscript.look, manuscript.front.get("layout") == "plain"
    main, pale, line = (colour.lstrip("#").upper() for colour in (look.main, look.pale, look.rule))
    if is_plain:
        return Dress(*look.word, "222222", "EEEEEE", "777777", "ruled", is_plain)
    return Dress(*look.word, main, pale, line, look.table, is_plain)


def wear(document: Document, manuscript: Manuscript, dress: Dress) -> None:
    """Set fonts, sizes, colours, language and hyphenation."""
    document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    factor = _PLAIN_FACTOR if dress.is_plain else 1
    for name, (size, after) in _sizes(manuscript).items():
        _dress_style(document.styles[name], round(size * factor * 2) / 2, after, dress)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(18)
    document.styles["Heading 2"].paragraph_format.space_before = Pt(10)
    document.styles["Caption"].paragraph_format.keep_with_next = True
    document.styles["Normal"].paragraph_format.line_spacing = 1.15
    for name in ("Header", "Footer"):
        document.styles[name].paragraph_format.tab_stops.clear_all()
    tab_stop = document.settings.element.find(qn("w:defaultTabStop"))
    tab_stop.addnext(OxmlElement("w:autoHyphenation"))
    _colour_lines(document.styles["Table Grid"], dress)
    if "look" in manuscript.front:
        _colour_rules(document, dress)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), manuscript.words["locale"])


def describe(document: Document, manuscript: Manuscript) -> None:
    """Write into the file what it is, with the day of issue as its only date."""
    front, properties = manuscript.front, document.core_properties
    day = datetime.combine(manuscript.day, time(9), UTC).replace(tzinfo=None)
    properties.title = f"{front['title']} ({front['mark']})"
    properties.author = properties.last_modified_by = front["author"]
    properties.subject = properties.comments = front["mark"]
    properties.keywords = manuscript.words["keywords"]
    properties.language = manuscript.words["locale"]
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


def add_running_lines(section: Section, manuscript: Manuscript, dress: Dress) -> None:
    """Set the head with its page number, and the mark that all is invented."""
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    width = section.page_width - 2 * MARGIN
    head = section.header.paragraphs[0]
    head.paragraph_format.tab_stops.clear_all()
    head.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    _add_head(head, manuscript)
    foot = section.footer.paragraphs[0]
    foot.add_run(manuscript.front["mark"])
    if not dress.is_plain:
        rule(head, "bottom", dress.line)
        rule(foot, "top", dress.line)


def _add_head(head: Paragraph, manuscript: Manuscript) -> None:
    """Write the running head and the two numbers of the page line, which Word fills in."""
    page = manuscript.words["page"]
    before, rest = page.split("{page}")
    between = rest.removesuffix("{pages}")
    head.add_run(f"{manuscript.front.get('running', '')}\t{before}")
    add_field(head, "PAGE")
    head.add_run(between)
    add_field(head, "NUMPAGES")


def _sizes(manuscript: Manuscript) -> dict[str, tuple[float, float]]:
    """Return size and space after of the styles that this manuscript uses."""
    sizes: dict[str, tuple[float, float]] = dict(_SIZES)
    for kind, more in _MORE_SIZES.items():
        nested = kind == "numbers"
        for block in manuscript.blocks:
            items = block.get(kind, [])
            if kind in block and (not nested or any(isinstance(item, dict) for item in items)):
                sizes |= more
    return sizes


def _dress_style(style: ParagraphStyle, size: float, after: float, dress: Dress) -> None:
    """Set one style's font, size, colour and the space after it, in points."""
    is_main = style.name in _MAIN_ONES
    style.font.name = dress.heads if is_main else dress.text
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    style.font.size = Pt(size)
    style.font.italic = style.name in _ITALIC_ONES
    style.font.bold = style.name in _BOLD_ONES
    style.font.color.rgb = RGBColor.from_string(dress.main if is_main else "222222")
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    style.paragraph_format.space_after = Pt(after)
    for contextual in style.element.get_or_add_pPr().findall(qn("w:contextualSpacing")):
        style.element.pPr.remove(contextual)


def _colour_lines(grid: BaseStyle, dress: Dress) -> None:
    """Give a table style thin lines in the colour of the rules."""
    for line in grid.element.find(f".//{qn('w:tblBorders')}"):
        line.set(qn("w:color"), dress.line)


def _colour_rules(document: Document, dress: Dress) -> None:
    """Give the rules that python-docx's template draws in blue the colour of the headings."""
    for rule_ in document.styles.element.iter(qn("w:bottom")):
        if rule_.get(qn("w:themeColor")):
            rule_.set(qn("w:color"), dress.main)
            del rule_.attrib[qn("w:themeColor")]
