"""A report as one web page that needs nothing else: coverage, findings, quotes on their pages."""

from __future__ import annotations

from functools import partial
from importlib import resources
from typing import TYPE_CHECKING

from assessor.export.colophon import TOOL
from assessor.export.content import content_of
from assessor.export.harmless import in_one_line
from assessor.export.leaves import leaves_of
from assessor.export.markdown_talk import question_head
from assessor.export.talk import talk_of
from assessor.export.wording import Wording, dots

if TYPE_CHECKING:
    from jinja2 import Environment

    from assessor.export.report import Report

_SECTIONS = (
    ("stand", "export.web.stand"), ("talk", "export.talk.title"),
    ("findings", "export.talk.findings"), ("risks", "export.register.risks"),
    ("actions", "export.register.actions"), ("evidence", "export.web.evidence"),
    ("pages", "export.web.pages"), ("limits", "export.limits"), ("about", "export.about"),
)  # fmt: skip
_TEMPLATES = "assessor.export.templates"


def to_html(report: Report, language: str) -> str:
    """Return the report as one HTML file; pictures of pages where the original still stands.

    Raises:
        LimitExceeded: when drawing the pages takes longer than the limits allow.
    """
    wording = Wording(report.assessment, report.briefing, language)
    leaves, undrawn = leaves_of(report, language)
    return (
        _environment()
        .from_string(_read("report.html.jinja"))
        .render(
            language=language,
            generator=f"{TOOL} {report.assessment.generator_version}",
            supplier=in_one_line(report.supplier),
            contract=in_one_line(report.contract),
            css=_styles(),
            sections=[(i, wording.told(key)) for i, key in _SECTIONS if i != "pages" or leaves],
            content=content_of(report, language),
            talk=talk_of(report, language),
            leaves=leaves,
            no_pictures=wording.told("export.web.no_pictures", files=undrawn) if undrawn else "",
            t=wording.told,
            dots=dots,
            head=partial(question_head, wording=wording),
        )
    )


def _environment() -> Environment:
    from jinja2 import Environment, StrictUndefined

    return Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _styles() -> object:
    """Return the styles, which are our own and need no escaping."""
    from markupsafe import Markup

    return Markup(_read("report.css"))  # noqa: S704  # a file of this package


def _read(name: str) -> str:
    return resources.files(_TEMPLATES).joinpath(name).read_text("utf-8")
