"""Sets prose in lines of a given width: long words broken, lines justified, notes marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from born.prose import printed
from reportlab.pdfbase.pdfmetrics import stringWidth

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class Font(NamedTuple):
    name: str = "Helvetica"
    size: float = 9.5

    @property
    def leading(self):
        return self.size * 1.26


BODY = Font()
BOLD = Font("Helvetica-Bold", 9.5)
TITLE = Font("Helvetica-Bold", 20)
HEAD = Font("Helvetica-Bold", 12)
NOTE = Font(size=7.5)
SMALL = Font(size=7.5)


def wrapped(text: str, width: float, font: Font) -> list[str]:
    """Return the lines; one that ends inside a word ends in a hyphen."""
    lines, line = [], ""
    for word in text.split():
        rest = word
        while stringWidth(f"{line} {printed(rest)}".strip(), *font) > width:
            head, rest = _broken(line, rest, width, font)
            lines.append(head or line)
            line = ""
        line = f"{line} {printed(rest)}".strip()
    return [*lines, line] if line else lines


def _broken(line: str, word: str, width: float, font: Font) -> tuple[str, str]:
    """Return the line with as much of the word as fits and the rest; nothing when none does."""
    parts = word.split("|")
    for count in range(len(parts) - 1, 0, -1):
        head = f"{line} {''.join(parts[:count])}-".strip()
        if len("".join(parts[:count])) > 2 and stringWidth(head, *font) <= width:
            return head, "|".join(parts[count:])
    return "", word


def drawn(canvas: Canvas, x: float, y: float, lines: list[str], width: float, font: Font) -> float:
    """Draw lines from `y` (of PDF) down, justified; return where the next thing may begin."""
    for number, line in enumerate(lines):
        text = canvas.beginText(x, y)
        text.setFont(*font)
        gaps = line.count(" ")
        spare = width - stringWidth(line, *font)
        justified = gaps and number < len(lines) - 1 and spare < 0.2 * width
        text.setWordSpace(spare / gaps if justified else 0)
        text.textOut(line)
        canvas.drawText(text)
        y -= font.leading
    return y


def marked(canvas: Canvas, x: float, y: float, number: int, font: Font) -> None:
    """Draw the raised number of a note at `x` on the line at `y`."""
    canvas.setFont(font.name, 0.6 * font.size)
    canvas.drawString(x, y + 0.36 * font.size, str(number))
