"""What the shipped Word templates are made of: paragraphs, tables that read well aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from assessor.export.templates.look import BLUE, LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

_WIDTH_CM = 16.2
_CELL_MARGIN = 108
"""Twentieths of a point by which Word lets a table stand out to the left."""


def head(document: Document, text: str, level: int, *, new_page: bool = False) -> Paragraph:
    """Add a heading; level 0 is the document's title."""
    made: Paragraph = document.add_heading(text, level)
    made.paragraph_format.page_break_before = new_page or None
    return made


def line(document: Document, text: str, style: str = "Normal", label: str = "") -> Paragraph:
    """Add a paragraph, with a label in bold before it."""
    made = document.add_paragraph(style=style)
    if label:
        made.add_run(f"{label} ").bold = True
    made.add_run(text)
    return made


def rule(document: Document, tag: str) -> None:
    """Add a paragraph that only steers the filling in, and leaves nothing behind."""
    document.add_paragraph(f"{{%p {tag} %}}")


def overview(
    document: Document,
    title: str,
    columns: Sequence[tuple[str, float, str]],
    *loops: str,
    empty_rows: int = 0,
) -> Table:
    """Add a table with a head row that repeats on every page.

    Args:
        document: to which it is added.
        title: what a screen reader says of the table.
        columns: head, share of the width, and what stands in each row.
        loops: "x in list", the outer first, for which rows are made; without them one row is.
        empty_rows: to write in.
    """
    table = _table(document, title, len(columns))
    for cell, (text, _, _) in zip(table.rows[0].cells, columns, strict=True):
        _fill(cell, text, "Cell head")
        _shade(cell, BLUE)
    _repeat(table.rows[0])
    for loop in loops:
        _fill(_row(table).cells[0], f"{{%tr for {loop} %}}", "Cell")
    for cell, (_, _, text) in zip(_row(table).cells, columns, strict=True):
        _fill(cell, text, "Cell")
    for _ in loops:
        _fill(_row(table).cells[0], "{%tr endfor %}", "Cell")
    for _ in range(empty_rows):
        row = _row(table)
        _room(row, 0.9)
        for cell in row.cells:
            _fill(cell, "", "Cell")
    _widths(table, [share for _, share, _ in columns])
    return table


def writing_room(document: Document, title: str, text: str, height_cm: float) -> Table:
    """Add a box to write in, with what was noted already; on the page of what comes after it."""
    table = overview(document, title, [(title, 1, text)])
    _room(table.rows[1], height_cm)
    _keep(table)
    return table


def facts(
    document: Document,
    title: str,
    rows: Sequence[tuple[str, str]],
    loop: str = "",
    room_cm: float = 0,
) -> Table:
    """Add a table of two columns without a head row: the first column names the second."""
    table = _table(document, title, 2)
    whole: Any = table._tbl  # noqa: SLF001  # python-docx has no way to remove a row
    whole.remove(table.rows[0]._tr)  # noqa: SLF001  # as above
    if loop:
        _fill(_row(table).cells[0], f"{{%tr for {loop} %}}", "Cell")
    for name, value in rows:
        row = _row(table)
        if room_cm:
            _room(row, room_cm)
        left, right = row.cells
        _fill(left, name, "Cell", bold=True)
        _fill(right, value, "Cell")
    if loop:
        _fill(_row(table).cells[0], "{%tr endfor %}", "Cell")
    _widths(table, [0.2, 0.8])
    if loop:
        _keep(table)
    _look(table, first_row="0", first_column="1")
    return table


def foot(document: Document, text: str) -> None:
    """Write the foot of every page: a text, then the page's number."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles["Foot"]
    paragraph.add_run(f"{text}  ·  ")
    for kind, content in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()._r  # noqa: SLF001  # python-docx knows no fields
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run.append(mark)
        else:
            field = OxmlElement("w:instrText")
            field.set(qn("xml:space"), "preserve")
            field.text = content
            run.append(field)


def _table(document: Document, title: str, columns: int) -> Table:
    table: Table = document.add_table(rows=1, cols=columns)
    table.autofit = False
    properties: Any = table._tbl.tblPr  # noqa: SLF001  # python-docx knows no captions
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), str(_CELL_MARGIN))
    indent.set(qn("w:type"), "dxa")
    properties.append(indent)
    properties.append(borders)
    layout = properties.find(qn("w:tblLayout"))
    properties.remove(layout)
    properties.append(layout)
    _look(table, first_row="1", first_column="0")
    for tag in ("w:tblCaption", "w:tblDescription"):
        told = OxmlElement(tag)
        told.set(qn("w:val"), title)
        properties.append(told)
    return table


def _look(table: Table, first_row: str, first_column: str) -> None:
    """Say which row and column are heads, for who hears the table."""
    properties: Any = table._tbl.tblPr  # noqa: SLF001  # as above
    look = properties.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
    else:
        properties.remove(look)
    look.attrib.clear()
    for name, value in (
        ("firstRow", first_row), ("lastRow", "0"), ("firstColumn", first_column),
        ("lastColumn", "0"), ("noHBand", "1"), ("noVBand", "1"),
    ):  # fmt: skip
        look.set(qn(f"w:{name}"), value)
    caption = properties.find(qn("w:tblCaption"))
    if caption is None:
        properties.append(look)
    else:
        caption.addprevious(look)


def _fill(cell: _Cell, text: str, style: str, *, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    run = paragraph.add_run(text)
    run.bold = True if bold else None


def _shade(cell: _Cell, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    properties: Any = cell._tc.get_or_add_tcPr()  # noqa: SLF001  # as above
    properties.append(shade)


def _repeat(row: _Row) -> None:
    properties: Any = row._tr.get_or_add_trPr()  # noqa: SLF001  # as above
    for tag in ("w:cantSplit", "w:tblHeader"):
        properties.append(OxmlElement(tag))


def _row(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx left it untyped
    return row


def _keep(table: Table) -> None:
    """Let no page end in the table, nor right behind it."""
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _room(row: _Row, height_cm: float) -> None:
    row.height = Cm(height_cm)
    row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST


def _widths(table: Table, shares: Sequence[float]) -> None:
    whole = sum(shares)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Cm(_WIDTH_CM * share / whole)
    for row in table.rows:
        for cell, share in zip(row.cells, shares, strict=True):
            cell.width = Cm(_WIDTH_CM * share / whole)
