"""What the finding screen says about one finding, in the reader's language.

Separate from the screen, which is about keys and judging; this is only about words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui import look
from tui.plain import plain
from tui.saying import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assessor.model import Evidence, Finding, Words
    from tui.state import Walk

_HEAD = "bold $text-accent"


class FindingText:
    """The words around the evidence of one finding."""

    def __init__(self, walk: Walk, finding: Finding, language: str) -> None:
        self._walk = walk
        self._finding = finding
        self._language = language
        self._judgement = walk.judgement(finding.subject)
        self._subject = walk.prepared.briefing.subjects.get(finding.subject)

    def evidence(self) -> tuple[Evidence, ...]:
        """Return the finding's own evidence, or else that of its subject."""
        if self._finding.evidence or self._judgement is None:
            return self._finding.evidence
        return self._judgement.evidence

    def title(self) -> Content:
        """Return place, kind and priority; the title if it says more; subject and level; why."""
        kind = look.kind_name(self._finding.kind).told_in(self._language)
        first = self._told("screen.finding.kind", kind=kind, priority=self._finding.priority)
        if place := self._walk.place_of(self._finding, self._language):
            number = self._told("screen.finding.place", place=place[0], total=place[1])
            first = f"{number} · {first}"
        title = self._finding.title.told_in(self._language)
        says_more = not title.endswith(f": {self._name()}")
        return Content("\n").join(
            [
                plain(first, "$text-accent"),
                *([plain(title, "bold")] if says_more else []),
                self._level("$muted" if says_more else "bold"),
                plain(self._finding.explanation.told_in(self._language)),
            ]
        )

    def advice(self) -> Content:
        """Return what to ask, what is missing, why this level, what to hope for, why it matters."""
        missing = self._judgement.missing if self._judgement else ()
        grounds = self._judgement.grounds if self._judgement else ()
        sections: list[tuple[str, Iterable[Words]]] = [
            ("questions", self._finding.questions),
            ("missing", missing),
            ("grounds", grounds),
        ]
        if self._subject is not None:
            sections += [("acceptable", [self._subject.acceptable]), ("why", [self._subject.why])]
        parts = [self._section(head, list(lines)) for head, lines in sections]
        return Content("\n\n").join(part for part in parts if part)

    def ladder(self) -> Content:
        """Return what each level looks like on this subject, the machine's marked."""
        if self._subject is None or self._judgement is None:
            return Content("")
        lines = [plain(self._told("screen.finding.ladder"), _HEAD)]
        for level in range(look.HIGHEST, -1, -1):
            is_here = level == self._judgement.level
            told = f"{'▶' if is_here else ' '} {look.level_told(level, self._language)}"
            lines.append(plain(told, "bold" if is_here else ""))
            if level:
                text = self._subject.levels[level - 1].told_in(self._language)
                lines.append(plain(text, "" if is_here else "$muted"))
        return Content("\n").join(lines)

    def opinion(self) -> Content:
        """Return what the reader made of it so far."""
        standing = self._walk.standing(self._finding)
        name = look.opinion_name(standing.opinion).told_in(self._language)
        colour = look.opinion_colour(standing.opinion)
        line = plain(self._told("screen.finding.opinion"))
        line += plain(f"{look.opinion_symbol(standing.opinion)} {name}", f"bold {colour}")
        if standing.level is not None:
            line += plain(f" → {look.level_told(standing.level, self._language)}")
        if standing.note:
            line += plain(f" · {self._told('screen.finding.note', note=standing.note)}")
        return line

    def _name(self) -> str:
        name = self._walk.subject_name(self._finding.subject)
        return name.told_in(self._language) if name else self._finding.subject

    def _level(self, style: str) -> Content:
        about = self._name()
        if look.is_measure(self._finding.subject):
            about = f"{self._finding.subject} {about}"
        if self._judgement is None:
            return plain(about, style)
        level = look.level_told(self._judgement.level, self._language)
        sure = look.certainty(self._judgement.confidence).told_in(self._language)
        return plain(f"{about}: ", style) + plain(f"{level} ({sure})")

    def _section(self, head: str, lines: list[Words]) -> Content:
        if not lines:
            return Content("")
        told = [plain(f"• {line.told_in(self._language)}") for line in lines]
        return Content("\n").join([plain(self._told(f"screen.finding.{head}"), _HEAD), *told])

    def _told(self, key: str, **values: object) -> str:
        return say(key, **values).told_in(self._language)
