"""An assessment as Markdown: the whole of it in one linear text, also for screen readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assessor.export.plain import printable
from assessor.export.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.checklist import Checklist
    from assessor.model import Assessment, Evidence, Finding, Judgement

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~])")


def to_markdown(assessment: Assessment, checklist: Checklist, language: str) -> str:
    """Return the assessment as Markdown; text of documents is escaped."""
    wording = Wording(assessment, checklist, language)
    parts = (
        _head(assessment, checklist, wording),
        _levels(assessment, wording),
        _findings(assessment, wording),
        _details(assessment, wording),
        _limits(assessment, wording),
    )
    return "\n".join(line for lines in parts for line in lines)


def _head(assessment: Assessment, checklist: Checklist, wording: Wording) -> Iterator[str]:
    yield f"# {wording.told('export.title')}\n"
    for facts in assessment.documents:
        yield f"- {escaped(facts.file)}: {wording.document(facts)} (SHA-256 `{facts.sha256}`)"
    name = checklist.manifest.name.words.told_in(wording.language)
    version = assessment.checklist_version
    yield f"- {wording.told('export.checklist', name=name, version=version)}"
    yield f"- isv-assessor {assessment.generator_version}\n"
    yield f"{wording.told('export.no_verdict')}\n"


def _levels(assessment: Assessment, wording: Wording) -> Iterator[str]:
    for title, judged in (
        ("export.steps", assessment.measures),
        ("export.themes", tuple(t.judgement for t in assessment.themes)),
    ):
        yield f"## {wording.told(title)}\n"
        yield f"| {wording.told('export.subject')} | {wording.told('export.level')} |\n|---|---|"
        for judgement in judged:
            yield f"| {_subject(judgement.code, wording)} | {_level(judgement, wording)} |"
        yield ""


def _subject(code: str, wording: Wording) -> str:
    return f"{code} {wording.name(code)}" if code[0].isdigit() else wording.name(code)


def _level(judgement: Judgement, wording: Wording) -> str:
    if judgement.level == 0 and not judgement.expected:
        return wording.told("export.not_expected")
    return wording.level(judgement.level)


def _findings(assessment: Assessment, wording: Wording) -> Iterator[str]:
    yield f"## {wording.told('export.findings', count=len(assessment.findings))}\n"
    for number, finding in enumerate(assessment.findings, 1):
        yield from _finding(number, finding, wording)


def _finding(number: int, finding: Finding, wording: Wording) -> Iterator[str]:
    priority = wording.told("export.priority", priority=finding.priority)
    yield f"### {number}. {escaped(finding.title.told_in(wording.language))} ({priority})\n"
    yield f"{escaped(finding.explanation.told_in(wording.language))}\n"
    yield from _quotes(finding.evidence, wording)
    for question in finding.questions:
        yield f"- {wording.told('export.ask', question=question.told_in(wording.language))}"
    yield ""


def _details(assessment: Assessment, wording: Wording) -> Iterator[str]:
    yield f"## {wording.told('export.evidence')}\n"
    topics = tuple(t for theme in assessment.themes for t in theme.topics)
    for judgement in (*assessment.measures, *topics):
        if judgement.level == 0 and not judgement.missing:
            continue
        yield f"### {_subject(judgement.code, wording)}: {_level(judgement, wording)}\n"
        yield from _quotes(judgement.evidence, wording)
        for advice in judgement.missing:
            told = advice.told_in(wording.language)
            yield f"- {wording.told('export.missing', advice=told)}"
        yield ""


def _quotes(evidence: tuple[Evidence, ...], wording: Wording) -> Iterator[str]:
    for e in evidence:
        yield f"> {escaped(e.quote)}\n>\n> — {escaped(wording.place(e))}\n"
        for reason in e.reasons:
            yield f"- {escaped(reason.told_in(wording.language))}"
        yield ""


def _limits(assessment: Assessment, wording: Wording) -> Iterator[str]:
    yield f"## {wording.told('export.limits')}\n"
    for limit in assessment.limits:
        yield f"- {escaped(limit.told_in(wording.language))}"
    yield ""


def escaped(text: str) -> str:
    """Return text of a document that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(printable(text).split()))
