"""All forms in which a report can be written, by name: shared by the command line and the screens.

A form gives files, by name; most give one. The names are those of the documents for marked PDFs,
and empty for a form that gives a single file, which goes by the name that the user chose.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from assessor.export.report import Report

    Write = Callable[[Report, str, Path | None], Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class Form:
    """One form."""

    name: str
    suffix: str
    write: Write
    takes_template: bool = False


def _note(report: Report, language: str, template: Path | None) -> dict[str, bytes]:
    from assessor.export.word import to_word

    return {"": to_word("note", report, language, template)}


def _letter(report: Report, language: str, template: Path | None) -> dict[str, bytes]:
    from assessor.export.word import to_word

    return {"": to_word("letter", report, language, template)}


def _html(report: Report, language: str, _template: Path | None) -> dict[str, bytes]:
    from assessor.export.html import to_html

    return {"": to_html(report, language).encode("utf-8", "replace")}


def _pdf(report: Report, language: str, _template: Path | None) -> dict[str, bytes]:
    from assessor.export.annotated_pdf import annotated

    made = annotated(report, language)
    return {"": next(iter(made.values()))} if len(made) == 1 else made


def _spreadsheet(report: Report, language: str, _template: Path | None) -> dict[str, bytes]:
    from assessor.export.spreadsheet import to_spreadsheet

    return {"": to_spreadsheet(report, language)}


def _markdown(report: Report, language: str, _template: Path | None) -> dict[str, bytes]:
    from assessor.export.markdown import to_markdown

    return {"": to_markdown(report, language).encode("utf-8", "replace")}


def _json(report: Report, language: str, _template: Path | None) -> dict[str, bytes]:
    from assessor.export.data import to_data

    return {"": to_data(report, language).encode("utf-8", "replace")}


FORMS: tuple[Form, ...] = (
    Form("note", ".docx", _note, takes_template=True),
    Form("letter", ".docx", _letter, takes_template=True),
    Form("html", ".html", _html),
    Form("pdf", ".pdf", _pdf),
    Form("xlsx", ".xlsx", _spreadsheet),
    Form("markdown", ".md", _markdown),
    Form("json", ".json", _json),
)
"""In the order in which they are offered."""
