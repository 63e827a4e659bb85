"""A table of the source as ReportLab sets it: widths that fit, merged cells, and five styles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph, Table

from making.grid import grid
from making.manuscript import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from making.grid import Cell, Grid
    from making.manuscript import Manuscript
    from making.pdf_styles import Styles

_PADDING = 4
_Command = tuple[Any, ...]


def table(manuscript: Manuscript, styles: Styles, block: dict[str, Any], room: float) -> Table:
    """Return a table no wider than the room in points; its head is repeated on each page."""
    cells = grid(block)
    look = _sized(styles, block)
    style = block.get("style", styles.look.table)
    if "total" in block:
        total = dict(block, rows=[*block["rows"], [f"*{block['total']}*"]])
        cells = grid(total)
    widths = _widths(manuscript, cells, block, room, look)
    rows = [
        [
            ""
            if cell is None
            else _paragraph(manuscript, cell, look, _kind(cells, row, column, block))
            for column, cell in enumerate(line)
        ]
        for row, line in enumerate(cells.rows)
    ]
    return Table(
        rows,
        widths,
        repeatRows=cells.head,
        hAlign="LEFT",
        style=[
            *_lines(styles, style, cells),
            *_spans(cells),
            *_groups(styles, cells),
            ("NOSPLIT", (0, 0), (0, min(cells.head + 1, len(rows) - 1))),
            ("NOSPLIT", (0, max(0, len(rows) - 2)), (0, len(rows) - 1)),
        ],
        spaceAfter=8,
    )


def _sized(styles: Styles, block: dict[str, Any]) -> dict[str, ParagraphStyle]:
    """Return the cell styles, in the size and the colour of head that the block asks for."""
    size = block.get("size", styles["cell"].fontSize)
    white = block.get("style", styles.look.table) in {"ruled", "boxed_head"}
    looks = {}
    for name in ("cell", "head", "cell centred", "head centred", "group"):
        look = ParagraphStyle(name, parent=styles[name])
        if "size" in block:
            look.fontSize, look.leading = size, round(size * 1.277, 1)
        if name.startswith("head"):
            look.textColor = "white" if white else styles.main
        looks[name] = look
    return looks


def _kind(cells: Grid, row: int, column: int, block: dict[str, Any]) -> str:
    """Return the name of the style for a place in the table."""
    centred = " centred" if column in block.get("centred", []) else ""
    return f"head{centred}" if row < cells.head else f"cell{centred}"


def _paragraph(
    manuscript: Manuscript, cell: Cell, look: dict[str, ParagraphStyle], kind: str
) -> Paragraph:
    """Return the words of a cell."""
    is_total = cell.is_group and cell.text.startswith("*")
    if cell.is_group:
        kind = "cell" if is_total else "group"
    return Paragraph(manuscript.markup(cell.text), look[kind])


def _widths(
    manuscript: Manuscript,
    cells: Grid,
    block: dict[str, Any],
    room: float,
    look: dict[str, ParagraphStyle],
) -> list[float]:
    """Return the widths of the columns in points: as asked, but wide enough for each word."""
    asked = [width * mm for width in block.get("widths", [])] or _guessed(cells, room)
    if len(asked) != cells.columns:
        raise ValueError(f"{len(asked)} widths for {cells.columns} columns in {block['table']!r}")
    if sum(asked) > room:
        asked = [width * room / sum(asked) for width in asked]
    least = [_least(manuscript, cells, column, look) for column in range(cells.columns)]
    short = sum(max(0, need - width) for need, width in zip(least, asked, strict=True))
    if short == 0:
        return asked
    spare = [max(0, width - need) for need, width in zip(least, asked, strict=True)]
    if sum(spare) < short:
        grown = [max(pair) for pair in zip(least, asked, strict=True)]
        return [width * min(1, room / sum(grown)) for width in grown]
    return [
        max(need, width - extra * short / sum(spare))
        for need, width, extra in zip(least, asked, spare, strict=True)
    ]


def _guessed(cells: Grid, room: float) -> list[float]:
    """Return widths after the amount of words in each column."""
    weights = []
    for column in range(cells.columns):
        lengths = [len(row[column].text) for row in cells.rows if _is_single(row[column])]
        weights.append(max(6.0, (sum(lengths) / max(1, len(lengths))) ** 0.75 + 3))
    return [weight * room / sum(weights) for weight in weights]


def _is_single(cell: Cell | None) -> bool:
    """Return whether a cell stands in one column."""
    return cell is not None and cell.across == 1


def _least(
    manuscript: Manuscript, cells: Grid, column: int, look: dict[str, ParagraphStyle]
) -> float:
    """Return the width of the widest part of a word in a column, with its padding."""
    widest = 0.0
    for row, line in enumerate(cells.rows):
        cell = line[column]
        if cell is None or not _is_single(cell):
            continue
        style = look["head" if row < cells.head else "cell"]
        text = manuscript.hyphenated(cell.text.replace("*", ""))
        for part in text.replace(SOFT_HYPHEN, "- ").replace("-", "- ").replace("/", "/ ").split():
            widest = max(widest, stringWidth(part, style.fontName, style.fontSize))
    return widest + 2 * _PADDING


def _spans(cells: Grid) -> Iterator[_Command]:
    """Yield the cells that reach over more than one place."""
    for row, line in enumerate(cells.rows):
        for column, cell in enumerate(line):
            if cell and (cell.across > 1 or cell.down > 1):
                yield "SPAN", (column, row), (column + cell.across - 1, row + cell.down - 1)


def _groups(styles: Styles, cells: Grid) -> Iterator[_Command]:
    """Yield the ground of rows that head others."""
    for row, line in enumerate(cells.rows):
        if line[0] and line[0].is_group:
            yield "BACKGROUND", (0, row), (-1, row), styles.pale


def _lines(styles: Styles, style: str, cells: Grid) -> list[_Command]:
    """Return the lines, grounds and paddings of a table style."""
    last = max(0, cells.head - 1)
    everywhere = (0, 0), (-1, -1)
    paddings = [
        ("VALIGN", *everywhere, "MIDDLE" if style == "ruled" else "TOP"),
        ("TOPPADDING", *everywhere, 2.6),
        ("BOTTOMPADDING", *everywhere, 3.4),
        ("LEFTPADDING", *everywhere, _PADDING),
        ("RIGHTPADDING", *everywhere, _PADDING),
    ]
    head = [("BACKGROUND", (0, 0), (-1, last), styles.main)] if cells.head else []
    under = [("LINEBELOW", (0, last), (-1, last), 1, styles.main)] if cells.head else []
    if style == "ruled":
        grid_lines = ("GRID", *everywhere, 0.5, styles.rule)
        return [*head, grid_lines, ("BOX", *everywhere, 0.8, styles.main), *paddings]
    if style == "boxed_head":
        return [*head, ("LINEBELOW", *everywhere, 0.4, styles.rule), *paddings]
    if style == "horizontal":
        rows = ("LINEBELOW", (0, cells.head), (-1, -1), 0.4, styles.rule)
        above = ("LINEABOVE", (0, 0), (-1, 0), 1, styles.main)
        return [rows, above, *under, *paddings]
    if style == "shaded":
        grounds = ("ROWBACKGROUNDS", (0, cells.head), (-1, -1), [styles.pale, None])
        return [grounds, *under, *paddings]
    if style == "borderless":
        return paddings
    raise ValueError(f"no table style is called {style!r}")
