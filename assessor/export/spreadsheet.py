"""A report as a spreadsheet: findings, risks, actions, coverage and agenda, a sheet each.

Text of a document is never a formula: cells are written as text, and what begins like a formula
carries the mark by which a spreadsheet keeps it text, also when someone edits the cell.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from assessor.export.content import content_of
from assessor.export.harmless import printable
from assessor.export.sheets import sheets_of
from assessor.export.talk import talk_of
from assessor.export.wording import Wording

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from assessor.export.report import Report
    from assessor.export.sheets import Sheet

_LONGEST = 32_000
"""Characters that a cell can hold, with a margin."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|", "%")
_BLUE = "#154273"
_LINE = "#CCD5E0"


def to_spreadsheet(report: Report, language: str) -> bytes:
    """Return the workbook as Excel's own format."""
    from xlsxwriter import Workbook

    wording = Wording(report.assessment, report.briefing, language)
    made = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(made, options) as book:
        book.set_properties(
            {"title": wording.told("export.title"), "created": report.made_at.replace(tzinfo=None)}
        )
        pen = _Pen(book)
        for sheet in sheets_of(content_of(report, language), talk_of(report, language), wording):
            pen.write(sheet)
    return made.getvalue()


class _Pen:
    """Writes sheets in one look."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        plain: dict[str, Any] = {"valign": "top", "border": 1, "border_color": _LINE}
        self._head = book.add_format(
            plain | {"bold": True, "font_color": "#FFFFFF", "bg_color": _BLUE, "text_wrap": True}
        )
        self._cell = book.add_format(plain | {"text_wrap": True})
        self._kept_text = book.add_format(plain | {"text_wrap": True, "quote_prefix": True})

    def write(self, sheet: Sheet) -> None:
        """Write one sheet: heads, rows, widths, and what makes it handy and printable."""
        page = self._book.add_worksheet(sheet.name[:31])
        for column, (head, width) in enumerate(zip(sheet.heads, sheet.widths, strict=True)):
            page.set_column(column, column, width)
            page.write_string(0, column, head, self._head)
        for number, row in enumerate(sheet.rows, 1):
            for column, value in enumerate(row):
                self._value(page, number, column, value)
        page.freeze_panes(1, 0)
        if sheet.rows:
            page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.set_footer("&L&A&R&P / &N")

    def _value(self, page: Worksheet, row: int, column: int, value: str | float | None) -> None:
        if value is None or value == "":
            page.write_blank(row, column, None, self._cell)
        elif isinstance(value, str):
            text = printable(value)[:_LONGEST]
            looks_like_formula = text.lstrip().startswith(_FORMULA)
            page.write_string(
                row, column, text, self._kept_text if looks_like_formula else self._cell
            )
        else:
            page.write_number(row, column, value, self._cell)
