"""Pages with one table each whose every cell is known: ruled, borderless, over pages, rotated."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from born.prose import SENTENCES, printed
from born.typeset import BODY, BOLD, SMALL, drawn, wrapped
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH, HEIGHT = A4
LEFT = 60
HEADS = ["Risico", "Land", "Maatregel", "Termijn"]
COLUMNS = [0, 120, 205, 390, 460]
ROWS = [
    ["Kinderarbeid", "India", "Bezoek aan de spinnerij", "mei 2026"],
    ["Te laag loon", "Bangladesh", "Loonplan met drie fabrieken", "juli 2027"],
    ["Onveilig werk", "Vietnam", "Nooduitgangen vrijgemaakt", "gereed"],
    ["Vuil afvalwater", "India", "Zuivering bij de looierij", "2028"],
    ["Dwangarbeid", "China", "Herkomst van katoen nagegaan", "loopt"],
    ["Ontslag vakbondslid", "Türkiye", "Gesprek met de vakbond", "maart 2026"],
]


class Cell(NamedTuple):
    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1


class Sheet:
    """A PDF with prose above and below a table; `cells` is what must be read."""

    def __init__(self, *, turned: bool = False) -> None:
        self.buffer = BytesIO()
        self.size = (HEIGHT, WIDTH) if turned else A4
        self.canvas = Canvas(self.buffer, pagesize=self.size)
        self.turned = turned
        self.cells: list[Cell] = []
        self.y = self.size[1] - 80
        self._prose()

    def bytes(self) -> bytes:
        self._prose()
        self._end_page()
        self.canvas.save()
        return self.buffer.getvalue()

    def row(self, texts: Iterable[str], *, ruled: bool, font=BODY, columns=COLUMNS) -> None:
        """Print a row of cells of one line each."""
        number = max((cell.row for cell in self.cells), default=-1) + 1
        for column, text in enumerate(texts):
            if text:
                drawn(self.canvas, LEFT + columns[column] + 4, self.y - 11, [text], 999, font)
                self.cells.append(Cell(number, column, text))
        if ruled:
            self._grid(columns, 16)
        self.y -= 16

    def repeat(self, texts: list[str], *, ruled: bool) -> None:
        """Begin a new page with the heads again, which are the same cells."""
        self._end_page()
        self.y = self.size[1] - 80
        known = len(self.cells)
        self.row(texts, ruled=ruled, font=BOLD)
        del self.cells[known:]

    def spanned(self) -> None:
        """Print two rows of heads: a cell over two rows, one over two columns."""
        x = [LEFT + column for column in COLUMNS]
        y = self.y
        for text, column, drop in (("Risico", 0, 19), ("Land", 1, 19), ("Aanpak", 2, 11)):
            drawn(self.canvas, x[column] + 4, y - drop, [text], 999, BOLD)
        drawn(self.canvas, x[2] + 4, y - 27, ["Maatregel"], 999, BOLD)
        drawn(self.canvas, x[3] + 4, y - 27, ["Termijn"], 999, BOLD)
        self.canvas.setLineWidth(0.5)
        for line in (
            (x[0], y, x[4], y),
            (x[0], y - 32, x[4], y - 32),
            (x[2], y - 16, x[4], y - 16),
        ):
            self.canvas.line(*line)
        for column, drop in ((0, 0), (1, 0), (2, 0), (3, 16), (4, 0)):
            self.canvas.line(x[column], y - drop, x[column], y - 32)
        self.cells += [
            Cell(0, 0, "Risico", row_span=2),
            Cell(0, 1, "Land", row_span=2),
            Cell(0, 2, "Aanpak", column_span=2),
            Cell(1, 2, "Maatregel"),
            Cell(1, 3, "Termijn"),
        ]
        self.y -= 32

    def _grid(self, columns, height: float) -> None:
        self.canvas.setLineWidth(0.5)
        right = LEFT + columns[-1]
        for y in (self.y, self.y - height):
            self.canvas.line(LEFT, y, right, y)
        for column in columns:
            self.canvas.line(LEFT + column, self.y, LEFT + column, self.y - height)

    def _prose(self) -> None:
        text = " ".join(SENTENCES[:5])
        lines = wrapped(text, 470, BODY)
        self.y = drawn(self.canvas, LEFT, self.y - 20, lines, 470, BODY) - 20

    def _end_page(self) -> None:
        self.canvas.setFont(*SMALL)
        self.canvas.drawString(LEFT, 30, "Matrix van risico's en maatregelen")
        if self.turned:
            self.canvas.setPageRotation(90)
        self.canvas.showPage()


def _filled(sheet: Sheet, *, ruled: bool, heads: bool = True, rows=ROWS) -> Sheet:
    if heads:
        sheet.row(HEADS, ruled=ruled, font=BOLD)
    for row in rows:
        sheet.row(row, ruled=ruled)
    return sheet


def _over_pages() -> Sheet:
    sheet = Sheet()
    sheet.y = 200
    _filled(sheet, ruled=True)
    sheet.repeat(HEADS, ruled=True)
    return _filled(sheet, ruled=True, heads=False, rows=ROWS[::-1])


def _with_spans() -> Sheet:
    sheet = Sheet()
    sheet.spanned()
    return _filled(sheet, ruled=True, heads=False)


SHEETS = {
    "ruled": lambda: _filled(Sheet(), ruled=True),
    "borderless": lambda: _filled(Sheet(), ruled=False),
    "spans": _with_spans,
    "over_pages": _over_pages,
    "turned": lambda: _filled(Sheet(turned=True), ruled=True),
}

PROSE = printed(" ".join(SENTENCES[:5]))
