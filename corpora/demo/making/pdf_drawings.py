"""What ReportLab has no ready block for: the band of the cover and a line of the contents page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from making import styles

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle


class CoverBand(Flowable):
    """The coloured upper part of the cover, with the title in it."""

    def __init__(self, title: str, subtitle: str, author: str) -> None:
        super().__init__()
        self._title = Paragraph(title, styles.TITLE)
        self._subtitle = Paragraph(subtitle, styles.SUBTITLE)
        self._author = author

    def draw(self) -> None:
        """Fill the upper part of the page and set title, subtitle and firm on it."""
        canvas = self.canv
        canvas.saveState()
        canvas.resetTransforms()
        bottom = 150 * mm
        canvas.setFillColor(styles.GREEN)
        canvas.rect(0, bottom, styles.PAGE_WIDTH, styles.PAGE_HEIGHT - bottom, stroke=0, fill=1)
        canvas.setFillColor(styles.AMBER)
        canvas.rect(0, bottom, styles.PAGE_WIDTH, 2.5 * mm, stroke=0, fill=1)
        canvas.setFillColor("white")
        canvas.setFont("Helvetica-Bold", 13)
        canvas.drawString(styles.MARGIN, styles.PAGE_HEIGHT - 32 * mm, self._author)
        y = bottom + 62 * mm
        for paragraph in (self._title, self._subtitle):
            _, height = paragraph.wrap(styles.TEXT_WIDTH, styles.PAGE_HEIGHT)
            y -= height
            paragraph.drawOn(canvas, styles.MARGIN, y)
            y -= 5 * mm
        canvas.restoreState()


class Leader(Flowable):
    """A line of the contents page: heading, dots, page number."""

    def __init__(self, text: str, page: int, style: ParagraphStyle) -> None:
        super().__init__()
        self._text, self._page, self._style = text, str(page), style
        self._gap = 5 if style.leftIndent == 0 else 0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the room the line takes, in points."""
        self.width = width
        return width, self._style.leading + self._gap

    def draw(self) -> None:
        """Set the heading, as many dots as fit, and the page number."""
        style, canvas = self._style, self.canv
        canvas.setFont(style.fontName, style.fontSize)
        canvas.drawString(style.leftIndent, 3, self._text)
        canvas.drawRightString(self.width, 3, self._page)
        start = style.leftIndent + canvas.stringWidth(self._text) + 4
        dot = canvas.stringWidth(". ")
        count = int((self.width - 16 - start) / dot)
        canvas.drawRightString(self.width - 16, 3, ". " * count)
