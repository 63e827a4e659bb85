"""With what, from what, when and by whom an export was made: the same rows in every form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.export.harmless import in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.export.report import Report
    from assessor.export.wording import Wording

TOOL = "isv-assessor"


def colophon_of(report: Report, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Return (what, value) rows, in the order in which they are shown."""
    return tuple(_rows(report, wording))


def _rows(report: Report, wording: Wording) -> Iterator[tuple[str, str]]:
    assessment = report.assessment
    if report.supplier:
        yield wording.told("export.colophon.supplier"), in_one_line(report.supplier)
    if report.contract:
        yield wording.told("export.colophon.contract"), in_one_line(report.contract)
    if assessment.category:
        category = wording.category(assessment.category)
        yield wording.told("export.colophon.category"), category
    for facts in assessment.documents:
        told = f"{in_one_line(facts.file)} ({wording.document(facts)})"
        yield wording.told("export.colophon.document"), told
        yield "SHA-256", facts.sha256
    name = wording.words(report.briefing.checklist)
    version = assessment.checklist_version
    checklist = wording.told("export.colophon.version", name=name, version=version)
    yield wording.told("export.colophon.checklist"), checklist
    yield wording.told("export.colophon.tool"), f"{TOOL} {assessment.generator_version}"
    yield wording.told("export.colophon.made"), wording.date(report.made_at)
    yield wording.told("export.colophon.reviewed"), reviewed(report, wording)


def reviewed(report: Report, wording: Wording) -> str:
    """Return who judged how many of the findings, or that nobody did yet."""
    if not report.reviewers:
        return wording.told("export.not_reviewed")
    people = "; ".join(
        wording.told(
            "export.reviewer",
            who=in_one_line(reviewer.who),
            count=wording.number(reviewer.findings),
            date=wording.date(reviewer.last),
        )
        for reviewer in report.reviewers
    )
    judged = wording.told(
        "export.judged",
        judged=wording.number(report.judged),
        total=wording.number(len(report.assessment.findings)),
    )
    return f"{people}. {judged}"
