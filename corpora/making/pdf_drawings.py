"""What ReportLab has no ready block for: covers, and a line of the contents page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from making.pdf_styles import solid

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas

    from making.pdf_styles import Styles


class Cover(Flowable):
    """The coloured part of a cover, with title, subtitle and firm on it."""

    def __init__(self, kind: str, words: tuple[str, str, str], styles: Styles) -> None:
        super().__init__()
        self._kind, self._styles = kind, styles
        self._title, self._subtitle, self._author = words

    def draw(self) -> None:
        """Fill the page from its edges, whatever frame this stands in."""
        self.canv.saveState()
        self.canv.resetTransforms()
        _COVERS[self._kind](self, self.canv)
        self.canv.restoreState()

    def band(self, canvas: Canvas) -> None:
        """Fill the upper part of the page."""
        styles, paper = self._styles, self._styles.upright
        bottom = 150 * mm
        canvas.setFillColor(styles.main)
        canvas.rect(0, bottom, paper.width, paper.height - bottom, stroke=0, fill=1)
        canvas.setFillColor(styles.accent)
        canvas.rect(0, bottom, paper.width, 2.5 * mm, stroke=0, fill=1)
        canvas.setFillColor("white")
        canvas.setFont(styles.bold, 13)
        canvas.drawString(paper.margin, paper.height - 32 * mm, self._author)
        self._set_words((paper.margin, bottom + 62 * mm), paper.text_width, "white")

    def side(self, canvas: Canvas) -> None:
        """Fill a strip along the left edge and set the words beside it."""
        styles, paper = self._styles, self._styles.upright
        strip = 48 * mm
        canvas.setFillColor(styles.main)
        canvas.rect(0, 0, strip, paper.height, stroke=0, fill=1)
        canvas.setFillColor(styles.accent)
        for step in range(5):
            y = paper.height - (60 + 14 * step) * mm
            canvas.rect(
                strip - (6 + 7 * step) * mm, y, (6 + 7 * step) * mm, 5 * mm, stroke=0, fill=1
            )
        canvas.setFillColor(styles.grey)
        canvas.setFont(styles.bold, 12)
        canvas.drawString(strip + 14 * mm, paper.height - 32 * mm, self._author)
        room = paper.width - strip - 14 * mm - 20 * mm
        self._set_words((strip + 14 * mm, paper.height - 70 * mm), room, styles.main)

    def frame(self, canvas: Canvas) -> None:
        """Draw a double frame with the words in it."""
        styles, paper = self._styles, self._styles.upright
        canvas.setStrokeColor(styles.main)
        for inset, line in ((16 * mm, 1.4), (18 * mm, 0.4)):
            canvas.setLineWidth(line)
            canvas.rect(
                inset, inset + 6 * mm, paper.width - 2 * inset, paper.height - 2 * inset - 6 * mm
            )
        canvas.setFillColor(styles.grey)
        canvas.setFont(styles.bold, 13)
        canvas.drawString(paper.margin + 8 * mm, paper.height - 42 * mm, self._author)
        x, room = paper.margin + 8 * mm, paper.text_width - 16 * mm
        self._set_words((x, paper.height - 85 * mm), room, styles.main)

    def full(self, canvas: Canvas) -> None:
        """Fill the whole page with colour and circles, as brochures do."""
        styles, paper = self._styles, self._styles.upright
        canvas.setFillColor(styles.main)
        canvas.rect(0, 0, paper.width, paper.height, stroke=0, fill=1)
        circles = (
            (160, 235, 80, 0.75),
            (190, 170, 52, 0.55),
            (40, 40, 70, 0.85),
            (125, 95, 30, 0.6),
        )
        for x, y, radius, share in circles:
            canvas.setFillColor(solid(styles.main, share))
            canvas.circle(x * mm, y * mm, radius * mm, stroke=0, fill=1)
        canvas.setFillColor(styles.accent)
        canvas.circle(172 * mm, 163 * mm, 17 * mm, stroke=0, fill=1)
        canvas.setFillColor("white")
        canvas.setFont(styles.bold, 14)
        canvas.drawString(paper.margin, paper.height - 30 * mm, self._author)
        room = paper.text_width - 10 * mm
        self._set_words((paper.margin, paper.height - 80 * mm), room, "white")

    def _set_words(self, at: tuple[float, float], room: float, colour: object) -> None:
        """Set title and subtitle from a point downwards."""
        x, y = at
        for name, text in (("title", self._title), ("subtitle", self._subtitle)):
            style = ParagraphStyle(name, parent=self._styles[name], textColor=colour)
            paragraph = Paragraph(text, style)
            _, height = paragraph.wrap(room, self._styles.upright.height)
            y -= height
            paragraph.drawOn(self.canv, x, y)
            y -= 5 * mm


_COVERS: dict[str, Callable[[Cover, Canvas], None]] = {
    "band": Cover.band,
    "side": Cover.side,
    "frame": Cover.frame,
    "full": Cover.full,
}


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


class Bar(Flowable):
    """A coloured bar over the whole width, above a chapter of a brochure."""

    def __init__(self, colour: object, share: float = 0.16) -> None:
        super().__init__()
        self._colour, self._share = colour, share

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the room the bar takes, in points."""
        self.width = width
        return width, 12

    def getSpaceBefore(self) -> int:  # noqa: N802 (ReportLab's name)
        """Return the room above the bar, in points."""
        return 8

    def getKeepWithNext(self) -> int:  # noqa: N802 (ReportLab's name)
        """Return that it stays with the heading below it."""
        return 1

    def draw(self) -> None:
        """Draw the bar."""
        self.canv.setFillColor(self._colour)
        self.canv.rect(0, 4, self.width * self._share, 4, stroke=0, fill=1)
