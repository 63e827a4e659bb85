"""How the shipped Word templates look: one quiet letter, one blue, styles for every part.

All form sits in styles, so that who replaces a template changes a style and not a hundred words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle

FONT = "Verdana"
BLUE = "154273"
INK = "1A1A1A"
GREY = "535353"
LINE = "B9C6D6"
PALE = "EEF3F8"
LOCALES = {"nl": "nl-NL", "en": "en-GB"}

_HEADINGS = (("Title", 22, 0, 4), ("Heading 1", 14, 20, 6), ("Heading 2", 11.5, 16, 4),
             ("Heading 3", 9.5, 10, 2))  # fmt: skip
"""Style, points, points before, points after."""


def dress(document: Document, language: str) -> None:
    """Give a new document its page, its styles and its language."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    _speak(document, LOCALES[language])
    _normal(document)
    for name, size, before, after in _HEADINGS:
        _heading(_style(document, name), size, before, after)
    _quote(_added(document, "Quotation"))
    _small(_added(document, "Source"))
    _letter(_added(document, "Foot"), 8, GREY)
    _lead(_added(document, "Lead"))
    _answer(_added(document, "Good answer"))
    _cell(_added(document, "Cell"), INK, bold=False)
    _cell(_added(document, "Cell head"), "FFFFFF", bold=True)
    for name in ("List Bullet", "List Number"):
        _style(document, name).paragraph_format.space_after = Pt(3)


def _style(document: Document, name: str) -> ParagraphStyle:
    return cast("ParagraphStyle", document.styles[name])


def _added(document: Document, name: str) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    return cast("ParagraphStyle", style)


def _speak(document: Document, locale: str) -> None:
    """Set the language of every text that names none."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)
        language.set(qn("w:eastAsia"), locale)


def _normal(document: Document) -> None:
    style = _style(document, "Normal")
    _letter(style, 9.5, INK)
    style.paragraph_format.space_after = Pt(6)
    style.paragraph_format.line_spacing = 1.3


def _letter(style: ParagraphStyle, size: float, colour: str) -> None:
    style.font.name = FONT
    style.font.size = Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for part in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{part}"), None)
    for part in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{part}"), FONT)


def _heading(style: ParagraphStyle, size: float, before: float, after: float) -> None:
    _letter(style, size, BLUE)
    style.font.bold = True
    style.font.italic = False
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.keep_with_next = True
    form.line_spacing = 1.15
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)


def _quote(style: ParagraphStyle) -> None:
    form = style.paragraph_format
    form.left_indent = Cm(0.4)
    form.space_before, form.space_after = Pt(4), Pt(0)
    form.keep_with_next = True
    _border(style, "left", 18, "0F6CB4", 8)


def _small(style: ParagraphStyle) -> None:
    _letter(style, 8, GREY)
    style.paragraph_format.left_indent = Cm(0.4)
    style.paragraph_format.space_after = Pt(6)
    _border(style, "left", 18, "0F6CB4", 8)


def _lead(style: ParagraphStyle) -> None:
    """A line that introduces what comes below it, and stays with it."""
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(8), Pt(2)
    form.keep_with_next = True
    style.font.bold = True


def _answer(style: ParagraphStyle) -> None:
    form = style.paragraph_format
    form.left_indent = form.right_indent = Cm(0.2)
    form.space_before, form.space_after = Pt(6), Pt(8)
    shade = _made("w:shd", val="clear", color="auto", fill=PALE)
    style.element.get_or_add_pPr().insert_element_before(
        shade, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def _cell(style: ParagraphStyle, colour: str, *, bold: bool) -> None:
    _letter(style, 8.5, colour)
    style.font.bold = bold
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(2), Pt(2)
    form.line_spacing = 1.15


def _border(style: ParagraphStyle, side: str, size: int, colour: str, space: int) -> None:
    borders = OxmlElement("w:pBdr")
    borders.append(_made(f"w:{side}", val="single", sz=size, space=space, color=colour))
    style.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def _made(tag: str, **values: object) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(f"w:{name}"), str(value))
    return cast("BaseOxmlElement", element)
