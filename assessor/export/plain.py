"""An assessment as text for a terminal of 80 columns: where they stand first, then the findings."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from assessor.export.harmless import printable
from assessor.export.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.dossiers.briefing import Briefing
    from assessor.model import Assessment, Finding, Judgement

WIDTH = 80
_NAME = 44
"""Columns for the name of a measure; the level needs the rest."""


def to_text(assessment: Assessment, briefing: Briefing, language: str) -> str:
    """Return the assessment as lines of at most 80 columns; ends in a newline."""
    wording = Wording(assessment, briefing, language)
    parts = [
        _head(assessment, briefing, wording),
        _steps(assessment, briefing, wording),
        _themes(assessment, wording) if assessment.themes else [],
        _findings(assessment, wording),
        _limits(assessment, wording),
    ]
    told = ("\n".join(lines) for lines in parts)
    return "\n\n".join(filter(None, told)) + "\n"


def _head(assessment: Assessment, briefing: Briefing, wording: Wording) -> Iterator[str]:
    yield wording.told("export.title")
    yield "=" * WIDTH
    for facts in assessment.documents:
        yield from _wrapped(f"{printable(facts.file)}: {wording.document(facts)}", 2)
    name = briefing.checklist.told_in(wording.language)
    version = assessment.checklist_version
    if assessment.category:
        category = wording.category(assessment.category)
        yield from _wrapped(wording.told("export.of_category", category=category), 2)
    yield from _wrapped(wording.told("export.checklist", name=name, version=version), 2)
    yield from _wrapped(wording.told("export.no_verdict"), 2)


def _steps(assessment: Assessment, briefing: Briefing, wording: Wording) -> Iterator[str]:
    yield _title(wording.steps)
    judged = {m.code: m for m in assessment.measures}
    for step in briefing.steps:
        if step.code != step.subjects[0]:
            yield f"{step.code}  {step.name.told_in(wording.language)}"
        for code in step.subjects:
            yield _row(judged[code], wording)


def _themes(assessment: Assessment, wording: Wording) -> Iterator[str]:
    yield _title(wording.told("export.themes"))
    for theme in assessment.themes:
        yield _aligned(wording.name(theme.judgement.code), _level(theme.judgement, wording), 0)
        found = [t for t in theme.topics if t.level]
        for topic in sorted(found, key=lambda t: -t.level):
            yield _aligned(wording.name(topic.code), wording.level(topic.level), 4)
        silent = [wording.name(t.code).lower() for t in theme.topics if not t.level]
        if silent:
            names = ", ".join(silent)
            yield from _wrapped(wording.told("export.silent", names=names), 4)


def _row(judgement: Judgement, wording: Wording) -> str:
    name = wording.name(judgement.code)
    if judgement.code not in name:
        name = f"{judgement.code:<3} {name}"
    return _aligned(name, _level(judgement, wording), 4)


def _level(judgement: Judgement, wording: Wording) -> str:
    if judgement.level == 0 and not judgement.expected:
        return wording.told("export.not_expected")
    return wording.level(judgement.level)


def _findings(assessment: Assessment, wording: Wording) -> Iterator[str]:
    yield _title(wording.told("export.findings", count=len(assessment.findings)))
    for number, finding in enumerate(assessment.findings, 1):
        yield from _finding(number, finding, wording)


def _finding(number: int, finding: Finding, wording: Wording) -> Iterator[str]:
    priority = wording.told("export.priority", priority=finding.priority)
    title = printable(finding.title.told_in(wording.language))
    yield from _wrapped(f"{number}. {title} [{priority}]", 0, hanging=len(f"{number}. "))
    yield from _wrapped(finding.explanation.told_in(wording.language), 3)
    for evidence in finding.evidence[:2]:
        quote = f"“{printable(evidence.quote)}” ({printable(wording.place(evidence))})"
        yield from _wrapped(quote, 6)
    if finding.questions:
        question = finding.questions[0].told_in(wording.language)
        yield from _wrapped(wording.told("export.ask", question=question), 3)
    yield ""


def _limits(assessment: Assessment, wording: Wording) -> Iterator[str]:
    yield _title(wording.told("export.limits"))
    for limit in assessment.limits:
        yield from _wrapped(f"- {printable(limit.told_in(wording.language))}", 0, hanging=2)


def _title(text: str) -> str:
    return f"{text}\n{'-' * len(text)}"


def _aligned(name: str, value: str, indent: int) -> str:
    room = _NAME - indent
    shown = name if len(name) <= room else name[: room - 1] + "…"
    return f"{' ' * indent}{shown:<{room}}  {value}"


def _wrapped(text: str, indent: int, hanging: int = 0) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hanging),
        break_on_hyphens=False,
    )
