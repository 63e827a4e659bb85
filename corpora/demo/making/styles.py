"""The look of the printed analysis: colours, measures and paragraph styles, in one place."""

from __future__ import annotations

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 25 * mm
TOP = PAGE_HEIGHT - 27 * mm
BOTTOM = 24 * mm
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
GUTTER = 8 * mm

GREEN = HexColor("#1f4e4a")
AMBER = HexColor("#c98a1b")
PALE = HexColor("#eaf1ef")
RULE = HexColor("#9fb5b1")
GREY = HexColor("#55605e")

BODY = ParagraphStyle(
    "body",
    fontName="Times-Roman",
    fontSize=10.5,
    leading=14.2,
    alignment=TA_JUSTIFY,
    spaceAfter=6,
    allowWidows=0,
    allowOrphans=0,
)
BODY_KEPT = ParagraphStyle("kept", parent=BODY, keepWithNext=1)
ITEM = ParagraphStyle(
    "item", parent=BODY, leftIndent=14, bulletIndent=2, spaceAfter=3, bulletFontName="Times-Roman"
)
LAST_ITEM = ParagraphStyle("last item", parent=ITEM, spaceAfter=7)
CHAPTER = ParagraphStyle(
    "chapter",
    fontName="Helvetica-Bold",
    fontSize=17,
    leading=21,
    textColor=GREEN,
    spaceBefore=14,
    spaceAfter=9,
    keepWithNext=1,
)
SECTION = ParagraphStyle(
    "section",
    fontName="Helvetica-Bold",
    fontSize=11,
    leading=14,
    textColor=GREEN,
    spaceBefore=8,
    spaceAfter=3,
    keepWithNext=1,
)
CAPTION = ParagraphStyle(
    "caption",
    fontName="Helvetica-Oblique",
    fontSize=8.5,
    leading=11,
    textColor=GREY,
    spaceBefore=6,
    spaceAfter=4,
    keepWithNext=1,
)
CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=8.3, leading=10.6)
CELL_CENTRED = ParagraphStyle("cell centred", parent=CELL, alignment=TA_CENTER)
CELL_HEAD = ParagraphStyle("head", parent=CELL, fontName="Helvetica-Bold", textColor="white")
CELL_HEAD_CENTRED = ParagraphStyle("head centred", parent=CELL_HEAD, alignment=TA_CENTER)
NOTE = ParagraphStyle(
    "note", fontName="Times-Roman", fontSize=8.5, leading=10.5, leftIndent=9, bulletIndent=0
)
TITLE = ParagraphStyle(
    "title", fontName="Helvetica-Bold", fontSize=30, leading=36, textColor="white"
)
SUBTITLE = ParagraphStyle(
    "subtitle", fontName="Helvetica", fontSize=14, leading=19, textColor="white"
)
FACT = ParagraphStyle("fact", fontName="Helvetica", fontSize=10, leading=14)
FACT_NAME = ParagraphStyle("fact name", parent=FACT, textColor=GREY)
CONTENTS_TITLE = ParagraphStyle("contents", parent=CHAPTER)
TERMS_TITLE = ParagraphStyle("terms title", parent=SECTION, spaceBefore=30, spaceAfter=6)
TERM = ParagraphStyle("term", parent=BODY, fontSize=10, leading=13, spaceAfter=4, alignment=TA_LEFT)
CONTENTS = (
    ParagraphStyle("contents 1", fontName="Helvetica-Bold", fontSize=10.5, leading=15),
    ParagraphStyle("contents 2", fontName="Helvetica", fontSize=9.5, leading=13, leftIndent=16),
)
TABLE = (
    ("BACKGROUND", (0, 0), (-1, 0), GREEN),
    ("GRID", (0, 0), (-1, -1), 0.5, RULE),
    ("BOX", (0, 0), (-1, -1), 0.8, GREEN),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("TOPPADDING", (0, 0), (-1, -1), 2.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3.4),
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
)
