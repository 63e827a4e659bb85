"""What a Word template can show: plain texts, numbers and lists; docs/exports.md names them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from assessor.export.content import Writer
from assessor.export.harmless import in_one_line
from assessor.export.markdown_talk import question_head
from assessor.export.talk import talk_of
from assessor.export.tongues import spoken
from assessor.export.wording import dots
from assessor.texts import say

if TYPE_CHECKING:
    from assessor.export.lines import Content, GroupLine, Person, Quote, SubjectLine
    from assessor.export.report import Report
    from assessor.export.talk import TopicLine
    from assessor.export.wording import Wording


def note_values(report: Report, language: str) -> dict[str, Any]:
    """Return all that the dialogue note can show."""
    writer = Writer(report, language)
    content, talk, wording = writer.content(), talk_of(report, language), writer.wording
    return _shared(report, content, wording) | {
        "minutes": talk.minutes,
        "parts": [asdict(part) for part in talk.parts],
        "strengths": [
            {
                "name": s.name,
                "standing": s.standing,
                "quote": _quote(s.quote, wording),
                "verify": s.verify,
            }
            for s in talk.strengths
        ],
        "topics": [_topic(topic, wording) for topic in talk.topics],
        "warnings": list(talk.warnings),
        "steps_name": wording.steps,
        "steps": [_group(group, wording) for group in content.steps],
        "themes": [_group(group, wording) for group in content.themes],
        "limits": list(content.limits),
        "no_verdict": wording.told("export.no_verdict"),
        "not_done": wording.told("export.not_done"),
        "levels_help": wording.told("export.levels_help"),
    }


def letter_values(report: Report, language: str) -> dict[str, Any]:
    """Return all that the letter can show: no level, no opinion and no note of the office."""
    writer = Writer(report, language)
    content, talk, wording = writer.content(), talk_of(report, language), writer.wording
    shared = _shared(report, content, wording)
    people = ", ".join(in_one_line(reviewer.who) for reviewer in report.reviewers)
    reviewed = people or wording.told("export.not_reviewed")
    *rows, _ = shared["colophon"]
    return shared | {
        "reviewed": reviewed,
        "colophon": [*rows, {"what": wording.told("export.colophon.reviewed"), "value": reviewed}],
        "strengths": [
            {"name": s.name, "quote": _quote(s.quote, wording)} for s in talk.strengths if s.quote
        ],
        "topics": [
            {
                "number": topic.number,
                "name": topic.name,
                "quotes": [_quote(quote, wording) for quote in topic.quotes],
                "absent": list(topic.absent),
                "questions": [q.text for q in topic.questions if q.kind != "follow_up"],
            }
            for topic in talk.topics
        ],
    }


def _shared(report: Report, content: Content, wording: Wording) -> dict[str, Any]:
    assessment = report.assessment
    colophon = [{"what": what, "value": value} for what, value in content.colophon]
    return {
        "supplier": in_one_line(report.supplier),
        "contract": in_one_line(report.contract),
        "unknown_supplier": say("word.unknown_supplier").told_in(wording.language),
        "subject": say("word.subject", checklist=report.briefing.checklist).told_in(
            wording.language
        ),
        "made_on": wording.date(report.made_at),
        "reviewed": colophon[-1]["value"],
        "documents": [
            {
                "file": in_one_line(facts.file),
                "kind": wording.document(facts),
                "sha256": facts.sha256,
            }
            for facts in assessment.documents
        ],
        "tool": f"isv-assessor {assessment.generator_version}",
        "checklist": wording.words(report.briefing.checklist),
        "checklist_version": assessment.checklist_version,
        "colophon": colophon,
        "unread": [
            {"what": finding.title, "why": finding.explanation, "ask": " ".join(finding.questions)}
            for finding in content.findings
            if finding.kind == "unread"
        ],
    }


def _topic(topic: TopicLine, wording: Wording) -> dict[str, Any]:
    return {
        "number": topic.number,
        "name": topic.name,
        "title": topic.title,
        "explanation": topic.explanation,
        "standing": topic.standing,
        "person": _person(topic.person),
        "quotes": [_quote(quote, wording) for quote in topic.quotes],
        "missing": list(topic.missing),
        "absent": list(topic.absent),
        "questions": [
            {"kind": asked.kind, "label": question_head(asked, wording), "text": asked.text}
            for asked in topic.questions
        ],
        "acceptable": topic.acceptable,
        "note": topic.note,
        "agreements": [asdict(agreement) for agreement in topic.agreements],
    }


def _quote(quote: Quote | None, wording: Wording) -> dict[str, Any] | None:
    if quote is None:
        return None
    text = spoken(quote.text, quote.language, wording.language)
    return {"text": text, "place": quote.place, "page": quote.page}


def _person(person: Person | None) -> dict[str, Any] | None:
    return asdict(person) | {"in_words": person.in_words} if person else None


def _group(group: GroupLine, wording: Wording) -> dict[str, Any]:
    code = f"{group.code} " if group.code[:1].isdigit() else ""
    return {
        "code": group.code,
        "name": f"{code}{group.name}",
        "standing": group.standing,
        "subjects": [_subject(subject, wording) for subject in group.subjects],
    }


def _subject(subject: SubjectLine, wording: Wording) -> dict[str, Any]:
    return {
        "code": subject.code,
        "label": subject.label,
        "level": subject.level,
        "dots": dots(subject.level),
        "standing": subject.standing,
        "person": _person(subject.person),
        "missing": list(subject.missing),
        "quotes": [_quote(quote, wording) for quote in subject.quotes],
    }
