"""The dialogue note and the letter to the supplier as Word files, from templates one can replace.

A template is a Word file with names between {{ and }}; docs/exports.md lists the names. Templates
run in a sandbox, get plain texts and lists only, and all their mistakes are told at once.
"""

from __future__ import annotations

import io
import zipfile
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

from assessor.errors import TemplateWrong
from assessor.export.filling import fill
from assessor.export.harmless import in_one_line
from assessor.export.tongues import LOCALES
from assessor.export.word_values import letter_values, note_values
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from assessor.export.report import Report

Kind = Literal["note", "letter"]
_VALUES: dict[str, Callable[[Report, str], dict[str, Any]]] = {
    "note": note_values,
    "letter": letter_values,
}


def to_word(kind: Kind, report: Report, language: str, template: Path | None = None) -> bytes:
    """Return the note or the letter as a Word file.

    Args:
        kind: which of the two.
        report: what it is about.
        language: "nl" or "en".
        template: a person's own template instead of the one that ships.

    Raises:
        TemplateWrong: when the template cannot be opened or has mistakes.
    """
    source = shipped(kind, language) if template is None else _given(template)
    name = template.name if template else f"{kind}.{language}.docx"
    document = fill(source, _VALUES[kind](report, language), name)
    properties = document.core_properties
    title = say(f"word.{kind}.title").told_in(language)
    supplier = in_one_line(report.supplier)
    properties.title = f"{title} · {supplier}"[:250] if supplier else title
    properties.author = f"isv-assessor {report.assessment.generator_version}"
    properties.language = LOCALES[language]
    properties.created = properties.modified = report.made_at
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def shipped(kind: Kind, language: str) -> bytes:
    """Return the template that ships with the program."""
    return (
        resources.files("assessor.export.templates")
        .joinpath(f"{kind}.{language}.docx")
        .read_bytes()
    )


def _given(template: Path) -> bytes:
    try:
        data = template.read_bytes()
    except OSError as error:
        raise TemplateWrong(
            say("word.template_missing", file=template), say("word.template_missing_remedy")
        ) from error
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise not_word(template.name)
    return data


def not_word(name: str) -> TemplateWrong:
    """Return the refusal of a template that is no Word file."""
    return TemplateWrong(
        say("word.template_no_word", file=name), say("word.template_no_word_remedy")
    )
