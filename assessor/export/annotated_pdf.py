"""The supplier's own PDF with every quote highlighted and noted upon; nothing else changes."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from datetime import UTC
from typing import TYPE_CHECKING

from assessor.errors import OriginalMissing
from assessor.export.colophon import TOOL
from assessor.export.content import Writer
from assessor.export.harmless import in_one_line, printable
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from assessor.export.report import Report
    from assessor.model import DocumentFacts, Evidence
    from assessor.reading.marking import Highlight

_LONGEST_NOTE = 4000
"""Characters; a viewer's window shows no more."""


def annotated(report: Report, language: str) -> dict[str, bytes]:
    """Return the marked PDF per document, by the document's file name.

    Raises:
        OriginalMissing: when there is no PDF, or a PDF is not, or not unchanged, where it was.
        ReadingError: when the file cannot be opened any more within the limits.
    """
    from assessor.reading.marked import highlighted

    documents = report.assessment.documents
    wanted = [(i, facts) for i, facts in enumerate(documents) if facts.format == "pdf"]
    if not wanted:
        raise OriginalMissing(say("export.no_pdf"), say("export.no_pdf_remedy"))
    originals = {facts.sha256: original_of(report, facts) for _, facts in wanted}
    return {
        facts.file: highlighted(originals[facts.sha256], _highlights(report, index, language))
        for index, facts in wanted
    }


def annotated_at(
    report: Report, document: int, language: str, page: int, quote: str | None = None
) -> bytes:
    """Return one marked PDF that opens at a page, with a quote in sight where it stands in boxes.

    Args:
        report: what it is about.
        document: its place among the documents; a PDF.
        language: "nl" or "en".
        page: 1-based.
        quote: as the evidence has it.

    Raises:
        OriginalMissing: when the PDF is not, or not unchanged, where it was.
        ReadingError: when the file cannot be opened any more within the limits.
    """
    from assessor.reading.marked import highlighted
    from assessor.reading.marking import Start

    path = original_of(report, report.assessment.documents[document])
    there = (
        evidence.boxes[0]
        for evidence, _ in quotes_with_subjects(report, document)
        if (evidence.page, evidence.quote) == (page, quote)
    )
    start = Start(page, next(there, None))
    return highlighted(path, _highlights(report, document, language), start)


def original_of(report: Report, facts: DocumentFacts) -> Path:
    """Return the supplier's own file.

    Raises:
        OriginalMissing: when it is not, or not unchanged, where it was.
    """
    path = report.originals.get(facts.sha256)
    if path is None or not path.is_file() or _hash(path) != facts.sha256:
        what = say("export.original_missing", file=facts.file)
        raise OriginalMissing(what, say("export.original_missing_remedy"))
    return path


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _highlights(report: Report, document: int, language: str) -> tuple[Highlight, ...]:
    """Return one highlight per quote, whatever the number of subjects that it counts for."""
    from assessor.reading.marking import Highlight

    notes = _Notes(report, language)
    return tuple(
        Highlight(
            page=evidence.page or 0,
            boxes=evidence.boxes,
            note=notes.on(evidence, codes),
            author=f"{TOOL} {report.assessment.generator_version}",
            moment=_moment(report.made_at),
        )
        for evidence, codes in quotes_with_subjects(report, document)
    )


def quotes_with_subjects(report: Report, document: int) -> list[tuple[Evidence, list[str]]]:
    """Return quotes that stand in boxes, each with the subjects it counts for, down the pages."""
    found: dict[object, tuple[Evidence, list[str]]] = {}
    for code, evidence in _counted(report):
        if evidence.document == document and evidence.page and evidence.boxes:
            _, codes = found.setdefault((evidence.page, evidence.quote), (evidence, []))
            if code not in codes:
                codes.append(code)
    return sorted(found.values(), key=lambda quote: _place(quote[0]))


def _place(evidence: Evidence) -> tuple[int, int, float]:
    """Return where a quote comes in reading order."""
    return evidence.page or 0, evidence.passage, evidence.boxes[0].top


def _counted(report: Report) -> Iterator[tuple[str, Evidence]]:
    assessment = report.assessment
    topics = (topic for theme in assessment.themes for topic in theme.topics)
    for judgement in (*assessment.measures, *topics):
        yield from ((judgement.code, evidence) for evidence in judgement.evidence)
    for finding in assessment.findings:
        yield from ((finding.subject, evidence) for evidence in finding.evidence)


class _Notes:
    """What the note beside a highlight says."""

    def __init__(self, report: Report, language: str) -> None:
        self._writer = Writer(report, language)
        self._findings = defaultdict(list)
        for finding in self._writer.content().findings:
            self._findings[finding.subject].append(finding)

    def on(self, evidence: Evidence, codes: list[str]) -> str:
        """Return, per subject, where it stands, what is asked and what a person made of it."""
        (quote,) = self._writer.quotes([evidence])
        lines: list[str] = []
        for code in codes:
            lines += self._subject(code, evidence)
        return printable("\n".join((*lines, *quote.reasons)))[:_LONGEST_NOTE]

    def _subject(self, code: str, evidence: Evidence) -> Iterator[str]:
        yield self._writer.about(code)
        for finding in self._findings[code]:
            if all(quote.text != in_one_line(evidence.quote) for quote in finding.quotes):
                continue
            yield finding.title
            yield from finding.questions[:1]
            if finding.person and finding.person.in_words:
                yield f"{finding.person.in_words} ({finding.person.who})"


def _moment(when: datetime) -> str:
    return when.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
