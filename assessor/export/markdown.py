"""A report as Markdown: everything that screens show in one linear text, also for screen readers.

Levels are said in words, tables have few columns, and nothing depends on colour or place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.export.content import content_of
from assessor.export.markdown_parts import escaped, person_said, quoted
from assessor.export.markdown_talk import talk_lines
from assessor.export.talk import talk_of
from assessor.export.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assessor.export.lines import Content, FindingLine, GroupLine, LogLine, SubjectLine
    from assessor.export.report import Report


def to_markdown(report: Report, language: str) -> str:
    """Return the report as Markdown; text of documents is escaped."""
    wording = Wording(report.assessment, report.briefing, language)
    content = content_of(report, language)
    parts = (
        _head(content, wording),
        _levels(content, wording),
        _matrix(content, wording),
        talk_lines(talk_of(report, language), wording),
        _findings(content, wording),
        _risks(content, wording),
        _actions(content, wording),
        _details(content, wording),
        _list("export.limits", content.limits, wording),
        _log(content.log, wording),
    )
    return "\n".join(line for lines in parts for line in lines)


def _head(content: Content, wording: Wording) -> Iterator[str]:
    yield f"# {wording.told('export.title')}\n"
    for what, value in content.colophon:
        yield f"- {what}: {escaped(value)}"
    yield f"\n{wording.told('export.no_verdict')} {wording.told('export.not_done')}\n"
    yield f"{wording.told('export.levels_help')}\n"


def _levels(content: Content, wording: Wording) -> Iterator[str]:
    parts = ((wording.steps, content.steps), (wording.told("export.themes"), content.themes))
    for title, groups in (part for part in parts if part[1]):
        yield f"## {title}\n"
        for group in groups:
            yield from _group(group, wording)


def _group(group: GroupLine, wording: Wording) -> Iterator[str]:
    code = f"{group.code} " if group.code[:1].isdigit() else ""
    yield f"### {code}{escaped(group.name)}: {group.standing}\n"
    judged = any(subject.person for subject in group.subjects)
    heads = [wording.told("export.subject"), wording.told("export.level")]
    yield _row([*heads, wording.told("export.person")] if judged else heads)
    yield "|---" * (2 + judged) + "|"
    for subject in group.subjects:
        said = subject.person.in_words if subject.person else ""
        cells = [subject.label, subject.standing]
        yield _row([*cells, said] if judged else cells)
    yield ""


def _matrix(content: Content, wording: Wording) -> Iterator[str]:
    """Yield theme by step as sentences: a grid of figures is hard to hear."""
    if not content.matrix:
        return
    yield f"## {wording.told('export.theme_by_step')}\n"
    yield f"{wording.told('export.theme_by_step_help')}\n"
    for line in content.matrix:
        pairs = zip(content.matrix_steps, line.counts, strict=True)
        met = "; ".join(f"{step}: {count}" for step, count in pairs if count)
        yield f"- {escaped(line.name)}. {escaped(met) or wording.told('export.none')}"
    yield ""


def _findings(content: Content, wording: Wording) -> Iterator[str]:
    yield f"## {wording.told('export.findings', count=len(content.findings))}\n"
    for finding in content.findings:
        yield from _finding(finding, wording)


def _finding(finding: FindingLine, wording: Wording) -> Iterator[str]:
    priority = wording.told("export.priority", priority=finding.priority)
    yield f"### {finding.number}. {escaped(finding.title)} ({priority})\n"
    yield f"{escaped(finding.explanation)}\n"
    yield from person_said(finding.person, wording)
    yield from quoted(finding.quotes)
    for question in finding.questions:
        yield f"- {escaped(wording.told('export.ask', question=question))}"
    yield ""


def _risks(content: Content, wording: Wording) -> Iterator[str]:
    told = wording.told
    yield f"## {told('export.register.risks')}\n"
    if not content.risks:
        yield f"{told('export.register.no_risks')}\n"
    for risk in content.risks:
        yield f"### {escaped(risk.label)}\n"
        yield from _facts(
            (
                (told("export.register.topic"), risk.topic),
                (told("export.register.countries"), risk.countries),
                (told("export.register.tier"), risk.tier),
                (told("export.register.prioritised"), risk.prioritised),
                (
                    told("export.register.answered_by"),
                    "; ".join(risk.actions) or told("export.register.no_action"),
                ),
            )
        )
        yield from quoted([risk.quote] if risk.quote else [], with_reasons=False)


def _actions(content: Content, wording: Wording) -> Iterator[str]:
    told = wording.told
    yield f"## {told('export.register.actions')}\n"
    if not content.actions:
        yield f"{told('export.register.no_actions')}\n"
    for action in content.actions:
        yield f"### {escaped(action.label)}\n"
        yield from _facts(
            (
                (told("export.register.risk"), action.risk or told("export.register.no_risk")),
                (told("export.register.owner"), action.owner),
                (told("export.register.deadline"), action.deadline),
                (told("export.register.kpi"), action.kpi),
                (told("export.register.status"), action.status),
            )
        )
        yield from quoted([action.quote] if action.quote else [], with_reasons=False)


def _facts(facts: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield from (f"- {name}: {escaped(value)}" for name, value in facts if value)
    yield ""


def _details(content: Content, wording: Wording) -> Iterator[str]:
    yield f"## {wording.told('export.evidence')}\n"
    for group in (*content.steps, *content.themes):
        for subject in group.subjects:
            yield from _subject(subject, wording)


def _subject(subject: SubjectLine, wording: Wording) -> Iterator[str]:
    yield f"### {escaped(subject.label)}: {subject.standing}\n"
    yield f"{escaped(subject.question)}\n"
    yield from person_said(subject.person, wording)
    if not subject.quotes:
        yield f"{wording.told('export.nothing_found')}\n"
    yield from quoted(subject.quotes)
    for advice in subject.missing:
        yield f"- {escaped(wording.told('export.missing', advice=advice))}"
    for ground in subject.grounds:
        yield f"- {escaped(wording.told('export.ground', ground=ground))}"
    yield ""


def _list(title: str, lines: Sequence[str], wording: Wording) -> Iterator[str]:
    yield f"## {wording.told(title)}\n"
    yield from (f"- {escaped(line)}" for line in lines)
    yield ""


def _log(log: Sequence[LogLine], wording: Wording) -> Iterator[str]:
    yield f"## {wording.told('export.log')}\n"
    if not log:
        yield f"{wording.told('export.not_reviewed')}\n"
    for line in log:
        told = "; ".join(filter(None, (line.what, line.about, line.level, line.why)))
        yield f"- {escaped(line.when)}, {escaped(line.who)}: {escaped(told)}"
    yield ""


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(escaped, cells)) + " |"
