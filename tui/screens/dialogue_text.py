"""What the dialogue screen says of each row, in the reader's language.

Separate from the screen, which is about changing the agenda; this is only about words.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from babel.dates import format_date
from textual.content import Content

from tui import look
from tui.counting import counted
from tui.plain import plain
from tui.saying import say
from tui.widgets.evidence_card import source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assessor.dialogue.agenda import Agenda, Agreement, Asked, Strength, Topic
    from assessor.model import Evidence, Words
    from tui.agenda_rows import Line
    from tui.state import Walk

_HEAD = "bold $text-accent"
_ASKED = 15
_QUOTES = 3
"""Of a topic, shown below the agenda; the others are in the document."""


class DialogueText:
    """The words around one agenda."""

    def __init__(self, walk: Walk, language: str) -> None:
        self._walk = walk
        self._language = language

    def summary(self, agenda: Agenda) -> Content:
        """Return how long the talk takes, and for how much."""
        topics = counted("screen.dialogue.topic_count", len(agenda.topics))
        told = self._told(
            "screen.dialogue.summary",
            minutes=agenda.minutes,
            topics=topics,
            each=agenda.minutes_for_a_topic,
        )
        return plain(told)

    def warnings(self, warnings: Iterable[Words]) -> Content:
        """Return the program's advice, a line each."""
        lines = [plain(f"! {w.told_in(self._language)}", "bold $text-warning") for w in warnings]
        return Content("\n").join(lines)

    def line(self, line: Line, width: int) -> Content:
        """Return a row."""
        if line.strength is not None:
            told = plain("  + ", "$text-success") + plain(self._words(line.strength.name))
        elif line.question is not None:
            told = self._question(line.question)
        elif line.agreement is not None:
            head = self._told("screen.agreement.head")
            told = plain("     ") + plain(head, "$text-success").truncate(_ASKED, pad=True)
            told += plain(self._agreed(line.agreement))
        elif line.topic is not None:
            told = self._topic(line.number, line.topic)
        else:
            told = self._part(line)
        return told.truncate(width, ellipsis=True)

    def detail(self, line: Line) -> Content:
        """Return all that is known of a row."""
        if line.strength is not None:
            return self._strength_detail(line.strength)
        if line.part is not None:
            return plain(self._told(f"dialogue.aim.{line.id}"))
        assert line.topic is not None
        if line.agreement is not None:
            return plain(self._agreed(line.agreement), "bold")
        if line.question is None:
            return self._topic_detail(line.topic)
        parts = [plain(self._words(line.question.words), "bold")]
        if line.question.cue is not None:
            cue = self._told("screen.dialogue.cue", cue=self._words(line.question.cue))
            parts.append(plain(cue, "$muted"))
        return Content("\n").join([*parts, *self._hope(line.topic)])

    def _topic(self, number: int, topic: Topic) -> Content:
        if topic.kind == "own":
            kind = self._told("screen.dialogue.own")
        else:
            kind = self._told(f"screen.kind.{topic.kind}")
        name = self._words(topic.name)
        code = f"{topic.subject} " if look.is_measure(topic.subject) else ""
        note = plain(" ✎", "$text-accent") if topic.note else Content("")
        return plain(f"{number:>2} {code}{name}", "bold") + plain(f" · {kind}", "$muted") + note

    def _question(self, asked: Asked) -> Content:
        kind = self._told(f"screen.dialogue.asked.{asked.kind}")
        return (
            plain("     ")
            + plain(kind, "$muted").truncate(_ASKED, pad=True)
            + plain(self._words(asked.words))
        )

    def _agreed(self, agreement: Agreement) -> str:
        """Return what was agreed, with who and when where those are known."""
        try:
            day = format_date(date.fromisoformat(agreement.by), "d MMM y", locale=self._language)
        except ValueError:
            day = agreement.by
        by = self._told("screen.agreement.by", day=day) if day else ""
        return " · ".join(filter(None, (agreement.what, agreement.who, by)))

    def _part(self, line: Line) -> Content:
        assert line.part is not None
        minutes = self._told("screen.dialogue.minutes", minutes=f"{line.part.minutes:>3}")
        return plain(f"  {minutes}  ", "$text-accent") + plain(
            self._told(f"dialogue.part.{line.part.code}")
        )

    def _strength_detail(self, strength: Strength) -> Content:
        parts = [plain(self._words(strength.name), "bold"), *self._quotes(strength.evidence)]
        if strength.verify is not None:
            parts.append(plain(self._words(strength.verify)))
        return Content("\n").join(parts)

    def _topic_detail(self, topic: Topic) -> Content:
        parts = [plain(self._words(topic.title), "bold")]
        if told := self._words(topic.explanation):
            parts.append(plain(told))
        if topic.note:
            parts.append(plain(self._told("screen.finding.note", note=topic.note), "$text-accent"))
        parts += self._quotes(topic.evidence)
        if topic.missing:
            parts.append(plain(self._told("screen.finding.missing"), _HEAD))
            parts += [plain(f"• {self._words(advice)}") for advice in topic.missing]
        return Content("\n").join([*parts, *self._hope(topic)])

    def _hope(self, topic: Topic) -> Iterator[Content]:
        if topic.acceptable is not None:
            yield plain(self._told("screen.finding.acceptable"), _HEAD)
            yield plain(self._words(topic.acceptable))

    def _quotes(self, evidence: Iterable[Evidence]) -> list[Content]:
        files = self._walk.prepared.assessment.documents
        return [
            plain(f"“{e.quote}”")
            + plain(f" {source(e, files[e.document].file, self._language)}", "$text-accent")
            for e in tuple(evidence)[:_QUOTES]
        ]

    def _words(self, words: Words) -> str:
        return words.told_in(self._language)

    def _told(self, key: str, **values: object) -> str:
        return say(key, **values).told_in(self._language)
