"""The agenda as Markdown, in the order of the talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.export.markdown_parts import escaped, person_said, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.export.talk import AskedLine, Talk, TopicLine
    from assessor.export.wording import Wording


def talk_lines(talk: Talk, wording: Wording) -> Iterator[str]:
    """Yield the agenda's lines."""
    yield f"## {wording.told('export.talk.title')}\n"
    yield f"### {wording.told('export.talk.agenda', minutes=talk.minutes)}\n"
    for number, part in enumerate(talk.parts, 1):
        yield f"{number}. {part.name} ({part.minutes}). {part.aim}"
    yield ""
    yield from (f"{escaped(warning)}\n" for warning in talk.warnings)
    yield f"### {wording.told('export.talk.strengths')}\n"
    for strength in talk.strengths:
        yield f"{escaped(strength.name)}: {strength.standing}\n"
        yield from quoted([strength.quote] if strength.quote else [], with_reasons=False)
    yield f"### {wording.told('export.talk.topics')}\n"
    if not talk.topics:
        yield f"{wording.told('export.talk.no_topics')}\n"
    for topic in talk.topics:
        yield from _topic(topic, wording)


def _topic(topic: TopicLine, wording: Wording) -> Iterator[str]:
    yield f"#### {topic.number}. {escaped(topic.title)}\n"
    yield f"{escaped(topic.explanation)}\n"
    yield from person_said(topic.person, wording)
    yield from quoted(topic.quotes, with_reasons=False)
    for asked in topic.questions:
        yield f"- {question_head(asked, wording)}: {escaped(asked.text)}"
    if topic.acceptable:
        yield f"- {wording.told('export.talk.acceptable')}: {escaped(topic.acceptable)}"
    if topic.note:
        yield f"- {wording.told('export.talk.note')}: {escaped(topic.note)}"
    for agreement in topic.agreements:
        told = "; ".join(filter(None, (agreement.what, agreement.who, agreement.by)))
        yield f"- {wording.told('export.talk.agreements')}: {escaped(told)}"
    yield ""


def question_head(asked: AskedLine, wording: Wording) -> str:
    """Return what goes before a question: when to ask it."""
    if asked.kind == "follow_up" and asked.cue:
        return wording.told("export.talk.follow_up_cue", cue=asked.cue)
    return wording.told(f"export.talk.{asked.kind}")
