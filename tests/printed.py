"""Pages printed for tests of layout: columns, tables, running heads, with their truth known."""

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
BODY = ("Helvetica", 10)
BOLD = ("Helvetica-Bold", 10)
TITLE = ("Helvetica-Bold", 16)


class Printed:
    """A PDF in the making; places are points from the top left, as the reader gives them."""

    def __init__(self, size=A4):
        self._buffer = BytesIO()
        self._height = size[1]
        self.canvas = Canvas(self._buffer, pagesize=size)

    def text(self, x, top, text, font=BODY):
        self.canvas.setFont(*font)
        self.canvas.drawString(x, self._height - top, text)
        return self

    def lines(self, x, top, lines, font=BODY, leading=12):
        for number, line in enumerate(lines):
            self.text(x, top + number * leading, line, font)
        return self

    def rule(self, x0, y0, x1, y1):
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, self._height - y0, x1, self._height - y1)
        return self

    def table(self, xs, ys, rows, *, upright=True, flat=True, font=BODY):
        """Print rows of words between lines at xs and ys, drawn or not."""
        for x in xs if upright else ():
            self.rule(x, ys[0], x, ys[-1])
        for y in ys if flat else ():
            self.rule(xs[0], y, xs[-1], y)
        for top, row in zip(ys, rows, strict=False):
            for x, word in zip(xs, row, strict=False):
                if word:
                    self.text(x + 3, top + 12, word, font)
        return self

    def page(self):
        self.canvas.showPage()
        return self

    def bytes(self):
        self.canvas.save()
        return self._buffer.getvalue()
