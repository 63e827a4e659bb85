"""The look of one PDF: its paper, its colours and its paragraph styles, from look and layout."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

if TYPE_CHECKING:
    from making.looks import Layout, Look

GUTTER = 8 * mm
FAMILIES = {
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic"),
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "Courier": ("Courier", "Courier-Bold", "Courier-Oblique"),
    "Vera": ("Vera", "VeraBd", "VeraIt"),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """An upright or turned A4 page and where its text stands, in points."""

    width: float
    height: float
    margin: float

    @property
    def top(self) -> float:
        """Return where the text begins."""
        return self.height - 27 * mm

    @property
    def bottom(self) -> float:
        """Return where the text ends."""
        return 24 * mm

    @property
    def text_width(self) -> float:
        """Return the width of the text."""
        return self.width - 2 * self.margin

    @property
    def column_width(self) -> float:
        """Return the width of one of two columns."""
        return (self.text_width - GUTTER) / 2


class Styles:
    """Everything that a page of one document needs to know of its look."""

    def __init__(self, look: Look, layout: Layout) -> None:
        self.look, self.layout = look, layout
        width, height = A4
        self.upright = Paper(width, height, look.margin * mm)
        self.turned = Paper(height, width, look.margin * mm)
        self.main, self.accent, self.pale, self.rule, self.grey = (
            HexColor(getattr(look, name)) for name in ("main", "accent", "pale", "rule", "grey")
        )
        self.font, self.bold, self.italic = _family(look.heads)
        self._named = {
            style.name: style
            for group in (_running_text(self), _heads(self), _cells(self), _fronts(self))
            for style in group
        }

    def __getitem__(self, name: str) -> ParagraphStyle:
        """Return a paragraph style by its name."""
        return self._named[name]

    def paper(self, *, turned: bool) -> Paper:
        """Return the upright or the turned page."""
        return self.turned if turned else self.upright


@cache
def _family(name: str) -> tuple[str, str, str]:
    """Return the upright, bold and italic fonts of a family; Vera ships with ReportLab."""
    regular, bold, italic = FAMILIES[name]
    if name == "Vera":
        for font in (regular, bold, italic, "VeraBI"):
            pdfmetrics.registerFont(TTFont(font, f"{font}.ttf"))
        pdfmetrics.registerFontFamily("Vera", "Vera", "VeraBd", "VeraIt", "VeraBI")
    return regular, bold, italic


def _style(name: str, font: str, size: float, leading: float, **more: Any) -> ParagraphStyle:
    """Return a paragraph style, its sizes rounded to tenths of a point."""
    sizes = {"fontSize": round(size, 1), "leading": round(leading, 1)}
    return ParagraphStyle(name, fontName=font, **sizes, **more)


def _running_text(styles: Styles) -> list[ParagraphStyle]:
    """Return the styles of paragraphs, lists, boxes, quotes and notes."""
    look, factor = styles.look, styles.layout.text
    regular, _, italic = _family(look.text)
    size, leading = look.body[0] * factor, look.body[1] * factor
    alignment = TA_JUSTIFY if styles.layout.justified else TA_LEFT
    keeping = {"allowWidows": 0, "allowOrphans": 0}
    body = _style("body", regular, size, leading, alignment=alignment, spaceAfter=6, **keeping)
    item = ParagraphStyle(
        "item", parent=body, leftIndent=14, bulletIndent=2, spaceAfter=3, bulletFontName=regular
    )
    inner = ParagraphStyle("inner item", parent=item, leftIndent=28, bulletIndent=16)
    box = ParagraphStyle("box", parent=body, alignment=TA_LEFT, spaceAfter=0)
    boxed = _style("boxed", styles.font, size * 0.9, leading * 0.9, **keeping)
    return [
        body,
        item,
        inner,
        box,
        boxed,
        ParagraphStyle("kept", parent=body, keepWithNext=1),
        ParagraphStyle("last item", parent=item, spaceAfter=7),
        ParagraphStyle(
            "boxed item", parent=boxed, leftIndent=10, bulletIndent=0, bulletFontName=styles.font
        ),
        _style("box title", styles.bold, size * 1.02, leading * 1.02, textColor=styles.main),
        _style("quote", italic, size * 1.4, leading * 1.4, textColor=styles.main),
        _style("quoted", styles.font, size * 0.85, leading * 0.9, textColor=styles.grey),
        _style("figure", styles.bold, 26, 30, textColor=styles.accent),
        _style("figured", styles.font, size * 0.9, leading * 0.9, textColor=styles.grey),
        _style("note", regular, 8.5, 10.5, leftIndent=9, bulletIndent=0),
    ]


def _heads(styles: Styles) -> list[ParagraphStyle]:
    """Return the styles of headings and captions."""
    look, factor = styles.look, styles.layout.heads
    (chapter, chapter_leading), (section, section_leading) = look.chapter, look.section
    section_factor = max(factor, 0.92)
    head = _style(
        "chapter",
        styles.bold,
        chapter * factor,
        chapter_leading * factor,
        textColor=styles.main,
        spaceBefore=14,
        spaceAfter=9 if factor >= 1 else 6,
        keepWithNext=1,
    )
    below = _style(
        "section",
        styles.bold,
        section * section_factor,
        section_leading * section_factor,
        textColor=styles.main,
        spaceBefore=8,
        spaceAfter=3,
        keepWithNext=1,
    )
    return [
        head,
        below,
        _style(
            "subsection",
            styles.italic if look.heads == look.text else styles.bold,
            look.section[0] * 0.92,
            look.section[1] * 0.92,
            textColor=styles.grey,
            spaceBefore=5,
            spaceAfter=2,
            keepWithNext=1,
        ),
        _style(
            "caption",
            styles.italic,
            8.5,
            11,
            textColor=styles.grey,
            spaceBefore=6,
            spaceAfter=4,
            keepWithNext=1,
        ),
    ]


def _cells(styles: Styles) -> list[ParagraphStyle]:
    """Return the styles of a table's cells."""
    look = styles.look
    regular, bold, _ = _family(look.cells)
    cell = _style("cell", regular, look.cell, look.cell * 1.277, embeddedHyphenation=1)
    white = styles.look.table in {"ruled", "boxed_head"}
    head = ParagraphStyle(
        "head", parent=cell, fontName=bold, textColor="white" if white else styles.main
    )
    return [
        cell,
        head,
        ParagraphStyle("cell centred", parent=cell, alignment=TA_CENTER),
        ParagraphStyle("head centred", parent=head, alignment=TA_CENTER),
        ParagraphStyle("group", parent=cell, fontName=bold, textColor=styles.main),
    ]


def _fronts(styles: Styles) -> list[ParagraphStyle]:
    """Return the styles of the cover, the title block and the contents page."""
    font, bold = styles.font, styles.bold
    fact = _style("fact", font, 10, 14)
    body, chapter, section = styles_of(styles)
    return [
        fact,
        _style("title", bold, 30, 36, textColor="white"),
        _style("subtitle", font, 14, 19, textColor="white"),
        _style("plain title", bold, 22, 27, textColor=styles.main, spaceAfter=4),
        _style("plain subtitle", font, 12, 16, textColor=styles.grey, spaceAfter=10),
        _style("letter", body.fontName, body.fontSize, body.leading),
        ParagraphStyle("fact name", parent=fact, textColor=styles.grey),
        ParagraphStyle("fact white", parent=fact, textColor="white"),
        ParagraphStyle("fact name white", parent=fact, textColor="white"),
        ParagraphStyle("contents", parent=chapter),
        ParagraphStyle("terms title", parent=section, spaceBefore=30, spaceAfter=6),
        ParagraphStyle(
            "term", parent=body, fontSize=10, leading=13, spaceAfter=4, alignment=TA_LEFT
        ),
        _style("contents 1", bold, 10.5, 15),
        _style("contents 2", font, 9.5, 13, leftIndent=16),
    ]


def styles_of(styles: Styles) -> tuple[ParagraphStyle, ParagraphStyle, ParagraphStyle]:
    """Return the body, chapter and section styles that the front styles build on."""
    heads = {style.name: style for style in _heads(styles)}
    texts = {style.name: style for style in _running_text(styles)}
    return texts["body"], heads["chapter"], heads["section"]


def solid(colour: Color, share: float) -> Color:
    """Return a colour mixed with white; 1 is the colour itself."""
    return Color(*(1 - (1 - part) * share for part in (colour.red, colour.green, colour.blue)))
