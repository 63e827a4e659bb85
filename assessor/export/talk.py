"""The agenda in the words of one language: what the note, the letter and the overviews show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assessor.dialogue.advice import warnings
from assessor.export.content import Writer
from assessor.export.harmless import in_one_line, printable
from assessor.model import Words

if TYPE_CHECKING:
    from assessor.dialogue.agenda import Agreement, Asked, Strength, Topic
    from assessor.export.lines import Person, Quote
    from assessor.export.report import Report


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part of the talk."""

    name: str
    minutes: int
    aim: str


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One question."""

    kind: str
    text: str
    cue: str


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One agreement; all three may be empty."""

    what: str
    who: str
    by: str


@dataclass(frozen=True, slots=True)
class TopicLine:
    """One topic."""

    number: int
    name: str
    title: str
    explanation: str
    standing: str
    """The machine's level, where the topic is a measure or topic of the checklist."""
    person: Person | None
    quotes: tuple[Quote, ...]
    missing: tuple[str, ...]
    absent: tuple[str, ...]
    questions: tuple[AskedLine, ...]
    acceptable: str
    note: str
    agreements: tuple[AgreementLine, ...]


@dataclass(frozen=True, slots=True)
class StrengthLine:
    """Something good to open with."""

    name: str
    standing: str
    quote: Quote | None
    verify: str


@dataclass(frozen=True, slots=True)
class Talk:
    """All of an agenda."""

    minutes: int
    parts: tuple[PartLine, ...]
    strengths: tuple[StrengthLine, ...]
    topics: tuple[TopicLine, ...]
    warnings: tuple[str, ...]


def talk_of(report: Report, language: str) -> Talk:
    """Return the report's agenda in the words of one language."""
    writer = Writer(report, language)
    told = writer.wording.told
    return Talk(
        minutes=report.agenda.minutes,
        parts=tuple(
            PartLine(told(f"dialogue.part.{p.code}"), p.minutes, told(f"dialogue.aim.{p.code}"))
            for p in report.agenda.parts
            if p.minutes
        ),
        strengths=tuple(_strength(strength, writer) for strength in report.agenda.strengths),
        topics=tuple(
            _topic(number, topic, writer) for number, topic in enumerate(report.agenda.topics, 1)
        ),
        warnings=tuple(writer.wording.words(told) for told in warnings(report.agenda)),
    )


def _strength(strength: Strength, writer: Writer) -> StrengthLine:
    word = writer.wording.level_word(strength.level)
    return StrengthLine(
        name=writer.wording.words(strength.name),
        standing=f"{strength.level} {word}",
        quote=next(iter(writer.quotes(strength.evidence[:1])), None),
        verify=writer.wording.words(strength.verify) if strength.verify else "",
    )


def _topic(number: int, topic: Topic, writer: Writer) -> TopicLine:
    words = writer.wording.words
    return TopicLine(
        number=number,
        name=words(topic.name),
        title=words(topic.title),
        explanation=words(topic.explanation),
        standing=writer.standing_of(topic.subject),
        person=writer.person(writer.report.history.standing(topic.id)),
        quotes=writer.quotes(topic.evidence),
        missing=tuple(map(words, topic.missing)),
        absent=tuple(map(words, topic.absent)),
        questions=tuple(_asked(asked, writer) for asked in topic.questions),
        acceptable=words(topic.acceptable) if topic.acceptable else "",
        note=printable(topic.note),
        agreements=tuple(_agreement(agreement, writer) for agreement in topic.agreements),
    )


def _asked(asked: Asked, writer: Writer) -> AskedLine:
    words = writer.wording.words
    return AskedLine(asked.kind, words(asked.words), _lowered(words(asked.cue or Words("", ""))))


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _agreement(agreement: Agreement, writer: Writer) -> AgreementLine:
    what, who = in_one_line(agreement.what), in_one_line(agreement.who)
    return AgreementLine(what, who, _day(agreement.by, writer))


def _day(by: str, writer: Writer) -> str:
    """Return a date in words; what is no date, as a person wrote it."""
    try:
        return writer.wording.date(date.fromisoformat(by))
    except ValueError:
        return in_one_line(by)
