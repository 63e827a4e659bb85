"""A brochure in two columns whose every block is known: heads, notes, lists, running matter."""

from __future__ import annotations

from io import BytesIO
from random import Random
from typing import NamedTuple

from born.prose import HEADINGS, NOTES, paragraph, printed
from born.typeset import BODY, HEAD, NOTE, SMALL, TITLE, drawn, marked, wrapped
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, GUTTER = 54, 22
COLUMN = (WIDTH - 2 * LEFT - GUTTER) / 2
TOP, FOOT = HEIGHT - 84, 108
NAME = "Ketenverslag 2025"


class Truth(NamedTuple):
    """A block as it must be read."""

    page: int
    kind: str
    text: str


class Brochure:
    """Fills column after column, and notes what it prints."""

    def __init__(self, pages: int, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311  the same pages each time
        self.buffer = BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4)
        self.truth: list[Truth] = []
        self.notes = 0
        for number in range(1, pages + 1):
            self._page(number, pages)
        self.canvas.save()

    @property
    def bytes(self) -> bytes:
        return self.buffer.getvalue()

    def _page(self, number: int, pages: int) -> None:
        self.number = number
        self._margins(number, pages)
        top = TOP
        if number == 1:
            self._say("heading", NAME)
            top = drawn(self.canvas, LEFT, TOP, [NAME], WIDTH, TITLE) - 12
        waiting: list[str] = []
        for column in range(2):
            x, y = LEFT + column * (COLUMN + GUTTER), top
            heading = HEADINGS[(2 * number + column) % len(HEADINGS)]
            self._say("heading", heading)
            y = drawn(self.canvas, x, y, [heading], COLUMN, HEAD) - 3
            while y > FOOT + 150:
                y = self._some(x, y, waiting, full=len(waiting) >= 3)
        self._notes(waiting)
        self.canvas.showPage()

    def _some(self, x: float, y: float, waiting: list[str], *, full: bool) -> float:
        """Print a paragraph, with a note at its end, or a list; return where the next begins."""
        drawing = self.random.random()
        if drawing < 0.2:
            for _ in range(3):
                y = self._item(x, y)
            return y - 5
        text = paragraph(self.random)
        lines = wrapped(text, COLUMN, BODY)
        after = drawn(self.canvas, x, y, lines, COLUMN, BODY)
        end = ""
        if drawing > 0.6 and not full:
            self.notes += 1
            end = str(self.notes)
            waiting.append(NOTES[self.notes % len(NOTES)])
            edge = x + stringWidth(lines[-1], *BODY)
            marked(self.canvas, edge, after + BODY.leading, self.notes, BODY)
        self._say("paragraph", printed(text) + end)
        return after - 7

    def _item(self, x: float, y: float) -> float:
        text = self.random.choice(HEADINGS).lower() + " en wat daaruit volgt"
        self.canvas.setFont(*BODY)
        self.canvas.drawString(x, y, "•")
        self._say("list_item", f"• {text}")
        return drawn(self.canvas, x + 10, y, wrapped(text, COLUMN - 10, BODY), COLUMN, BODY)

    def _notes(self, waiting: list[str]) -> None:
        y = FOOT - 14
        if waiting:
            self.canvas.setLineWidth(0.4)
            self.canvas.line(LEFT, FOOT, LEFT + 100, FOOT)
        for number, text in enumerate(waiting, self.notes - len(waiting) + 1):
            marked(self.canvas, LEFT, y, number, NOTE)
            edge = stringWidth(str(number), NOTE.name, 0.6 * NOTE.size)
            y = drawn(self.canvas, LEFT + edge + 2, y, [text], WIDTH, NOTE) - 1
            self._say("footnote", f"{number} {text}")

    def _margins(self, number: int, pages: int) -> None:
        """Print the running matter: the name left on even pages, the part right on odd ones."""
        self.canvas.setFont(*SMALL)
        if number % 2:
            self.canvas.drawRightString(WIDTH - LEFT, HEIGHT - 40, "Risicoanalyse en maatregelen")
        else:
            self.canvas.drawString(LEFT, HEIGHT - 40, NAME)
        self.canvas.drawCentredString(WIDTH / 2, 30, f"Pagina {number} van {pages}")

    def _say(self, kind: str, text: str) -> None:
        self.truth.append(Truth(self.number, kind, text))
