"""Which sheets the spreadsheet has, with their heads and rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.export.lines import Content, GroupLine, Person, Quote, SubjectLine
    from assessor.export.talk import Talk
    from assessor.export.wording import Wording

Value = str | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; widths in characters."""

    name: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Value, ...], ...]


def sheets_of(content: Content, talk: Talk, wording: Wording) -> Iterator[Sheet]:
    """Yield the sheets, what is read first at the front."""
    yield _findings(content, wording)
    yield _risks(content, wording)
    yield _actions(content, wording)
    yield _coverage(content, wording)
    if content.matrix:
        yield _matrix(content, wording)
    yield _agenda(talk, wording)
    yield _log(content, wording)
    yield _about(content, wording)


def _findings(content: Content, wording: Wording) -> Sheet:
    t = wording.told
    columns = (
        (t("export.number"), 9), (t("export.priority_column"), 10), (t("export.kind_column"), 18),
        (t("export.finding"), 36), (t("export.explanation"), 50), (t("export.quote"), 50),
        (t("export.place"), 28), (t("export.questions"), 50), (t("export.opinion_column"), 20),
        (t("export.level_person"), 14), (t("export.who"), 18), (t("export.talk.note"), 36),
    )  # fmt: skip
    rows = tuple(
        (
            finding.number,
            finding.priority,
            t(f"export.kind.{finding.kind}"),
            finding.title,
            finding.explanation,
            "\n".join(quote.text for quote in finding.quotes),
            "\n".join(quote.place for quote in finding.quotes),
            "\n".join(finding.questions),
            *_person(finding.person),
        )
        for finding in content.findings
    )
    return _sheet(t("export.talk.findings"), columns, rows)


def _person(person: Person | None) -> tuple[Value, ...]:
    if person is None:
        return (None, None, None, None)
    return (person.opinion, person.level, f"{person.who}, {person.when}", person.note)


def _risks(content: Content, wording: Wording) -> Sheet:
    t = wording.told
    columns = (
        (t("export.register.risk"), 44), (t("export.register.topic"), 24),
        (t("export.register.countries"), 22), (t("export.register.tier"), 9),
        (t("export.register.prioritised"), 10), (t("export.register.answered_by"), 44),
        (t("export.quote"), 50), (t("export.place"), 28),
    )  # fmt: skip
    rows = tuple(
        (
            risk.label,
            risk.topic,
            risk.countries,
            int(risk.tier) if risk.tier else None,
            risk.prioritised,
            "\n".join(risk.actions) or t("export.register.no_action"),
            *_quote(risk.quote),
        )
        for risk in content.risks
    )
    return _sheet(t("export.register.risks"), columns, rows)


def _actions(content: Content, wording: Wording) -> Sheet:
    t = wording.told
    columns = (
        (t("export.register.action"), 50), (t("export.register.risk"), 36),
        (t("export.register.owner"), 24), (t("export.register.deadline"), 16),
        (t("export.register.kpi"), 28), (t("export.register.status"), 12),
        (t("export.quote"), 50), (t("export.place"), 28),
    )  # fmt: skip
    rows = tuple(
        (
            action.label,
            action.risk or t("export.register.no_risk"),
            action.owner,
            action.deadline,
            action.kpi,
            action.status,
            *_quote(action.quote),
        )
        for action in content.actions
    )
    return _sheet(t("export.register.actions"), columns, rows)


def _quote(quote: Quote | None) -> tuple[Value, Value]:
    return (quote.text, quote.place) if quote else (None, None)


def _coverage(content: Content, wording: Wording) -> Sheet:
    t = wording.told
    columns = (
        (t("export.step"), 28), (t("export.code"), 12), (t("export.subject"), 34),
        (t("export.level"), 9), (t("export.machine"), 24), (t("export.level_person"), 14),
        (t("export.who"), 22), (t("export.expected"), 10), (t("export.passages"), 10),
        (t("export.is_missing"), 60),
    )  # fmt: skip
    rows = tuple(
        _covered(group, subject, wording)
        for group in (*content.steps, *content.themes)
        for subject in group.subjects
    )
    return _sheet(t("export.talk.coverage"), columns, rows)


def _covered(group: GroupLine, subject: SubjectLine, wording: Wording) -> tuple[Value, ...]:
    person = subject.person
    return (
        group.name,
        subject.code,
        wording.name(subject.code),
        subject.level,
        subject.level_word,
        person.level if person else None,
        f"{person.who}, {person.when}" if person else None,
        wording.told("export.yes" if subject.expected else "export.no"),
        len(subject.quotes),
        "\n".join(subject.missing),
    )


def _matrix(content: Content, wording: Wording) -> Sheet:
    columns = (
        (wording.told("export.theme"), 24),
        *((step, 18) for step in content.matrix_steps),
    )
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (line.name, *line.counts) for line in content.matrix
    )
    return _sheet(wording.told("export.talk.matrix"), columns, rows)


def _agenda(talk: Talk, wording: Wording) -> Sheet:
    t = wording.told
    columns = (
        (t("export.subject"), 34), (t("export.talk.questions"), 60), (t("export.talk.note"), 34),
        (t("export.talk.what"), 40), (t("export.talk.who"), 20), (t("export.talk.by"), 18),
    )  # fmt: skip
    rows = tuple(
        (
            topic.title,
            "\n".join(asked.text for asked in topic.questions if asked.kind != "follow_up"),
            topic.note,
            "\n".join(agreement.what for agreement in topic.agreements),
            "\n".join(agreement.who for agreement in topic.agreements),
            "\n".join(agreement.by for agreement in topic.agreements),
        )
        for topic in talk.topics
    )
    return _sheet(t("export.talk.title"), columns, rows)


def _log(content: Content, wording: Wording) -> Sheet:
    t = wording.told
    columns = (
        (t("export.when"), 20), (t("export.who"), 22), (t("export.what"), 18),
        (t("export.finding"), 44), (t("export.level"), 20), (t("export.why"), 50),
    )  # fmt: skip
    rows = tuple(
        (line.when, line.who, line.what, line.about, line.level, line.why) for line in content.log
    )
    return _sheet(t("export.log"), columns, rows)


def _about(content: Content, wording: Wording) -> Sheet:
    t = wording.told
    rows = (
        *content.colophon,
        *((t("export.limits"), limit) for limit in content.limits),
        ("", t("export.no_verdict")),
        ("", t("export.not_done")),
    )
    return _sheet(t("export.about"), ((t("export.what"), 22), (t("export.explanation"), 100)), rows)


def _sheet(
    name: str, columns: tuple[tuple[str, int], ...], rows: tuple[tuple[Value, ...], ...]
) -> Sheet:
    heads, widths = zip(*columns, strict=True)
    return Sheet(name, heads, widths, rows)
