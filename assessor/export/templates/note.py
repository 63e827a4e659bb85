"""The template of the dialogue note: to take along, to write in, and to file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.export.templates.pieces import facts, foot, head, line, overview, rule, writing_room
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document

    _Told = Callable[[str], str]


def write_note(document: Document, language: str) -> None:
    """Write the note into a dressed document."""

    def told(key: str) -> str:
        return say(f"word.note.{key}", minutes="{{ minutes }}").told_in(language)

    head(document, told("title"), 0)
    line(
        document, "{{ supplier or unknown_supplier }}{% if contract %} · {{ contract }}{% endif %}"
    )
    facts(
        document,
        told("facts"),
        [
            (told("talk_on"), told("fill_in")),
            (told("present"), told("fill_in")),
            (told("made_on"), "{{ made_on }}"),
            (told("reviewed"), "{{ reviewed }}"),
        ],
        room_cm=0.75,
    )
    line(document, "{{ no_verdict }} {{ not_done }}").paragraph_format.space_before = 114300
    _unread(document, told)
    _agenda(document, told)
    _strengths(document, told)
    _topics(document, told)
    _annex(document, told)
    foot(document, f"{told('title')} · {{{{ supplier or unknown_supplier }}}}")


def _unread(document: Document, told: _Told) -> None:
    """Write what to ask for before the talk: what could not be read cannot be talked about."""
    rule(document, "if unread")
    head(document, told("beforehand"), 1)
    rule(document, "for u in unread")
    line(document, "{{ u.why }} {{ u.ask }}", "List Bullet", label="{{ u.what }}.")
    rule(document, "endfor")
    rule(document, "endif")


def _agenda(document: Document, told: _Told) -> None:
    head(document, told("agenda"), 1)
    overview(
        document,
        told("agenda_table"),
        [
            (told("part"), 0.27, "{{ p.name }}"),
            (told("minutes"), 0.12, "{{ p.minutes }}"),
            (told("aim"), 0.61, "{{ p.aim }}"),
        ],
        "p in parts",
    )


def _strengths(document: Document, told: _Told) -> None:
    head(document, told("strengths"), 1)
    rule(document, "if not strengths")
    line(document, told("no_strengths"))
    rule(document, "endif")
    rule(document, "for s in strengths")
    line(
        document, "({{ s.standing }})", label="{{ s.name }}"
    ).paragraph_format.keep_with_next = True
    rule(document, "if s.quote")
    line(document, "“{{ s.quote.text }}”", "Quotation")
    line(document, "{{ s.quote.place }}", "Source")
    rule(document, "endif")
    rule(document, "endfor")


def _topics(document: Document, told: _Told) -> None:
    head(document, told("topics"), 1, new_page=True)
    rule(document, "if not topics")
    line(document, told("no_topics"))
    rule(document, "endif")
    rule(document, "for w in warnings")
    line(document, "{{ w }}", "Good answer")
    rule(document, "endfor")
    rule(document, "for t in topics")
    rule(document, "if loop.first")
    head(document, "{{ t.number }}. {{ t.title }}", 2)
    rule(document, "else")
    head(document, "{{ t.number }}. {{ t.title }}", 2, new_page=True)
    rule(document, "endif")
    line(document, "{{ t.explanation }}")
    rule(document, "if t.person")
    line(document, "{{ t.person.in_words }} ({{ t.person.who }}, {{ t.person.when }})",
         label=told("person"))  # fmt: skip
    rule(document, "endif")
    rule(document, "if t.person and t.person.note")
    line(document, "{{ t.person.note }}", label=told("person_note"))
    rule(document, "endif")
    _read(document, told)
    _questions(document, told)
    writing_room(document, told("notes"), "{{ t.note }}", 3.2)
    between = line(document, "").paragraph_format
    between.space_after, between.keep_with_next = 0, True
    overview(
        document,
        told("agreements"),
        [
            (told("what"), 0.56, "{{ a.what }}"),
            (told("who"), 0.22, "{{ a.who }}"),
            (told("by"), 0.22, "{{ a.by }}"),
        ],
        "a in t.agreements",
        empty_rows=2,
    )
    rule(document, "endfor")


def _read(document: Document, told: _Told) -> None:
    """Write what was read and what was not found."""
    rule(document, "if t.quotes")
    head(document, told("read"), 3)
    rule(document, "for q in t.quotes[:2]")
    line(document, "“{{ q.text }}”", "Quotation")
    line(document, "{{ q.place }}", "Source")
    rule(document, "endfor")
    rule(document, "endif")
    rule(document, "if t.missing")
    head(document, told("missing"), 3)
    rule(document, "for m in t.missing")
    line(document, "{{ m }}", "List Bullet")
    rule(document, "endfor")
    rule(document, "endif")


def _questions(document: Document, told: _Told) -> None:
    head(document, told("questions"), 3)
    rule(document, "for q in t.questions")
    line(document, "{{ q.text }}", "List Bullet", label="{{ q.label }}:")
    rule(document, "endfor")
    rule(document, "if t.acceptable")
    line(document, "{{ t.acceptable }}", "Good answer", label=told("acceptable"))
    rule(document, "endif")


def _annex(document: Document, told: _Told) -> None:
    head(document, told("annex"), 1, new_page=True)
    line(document, "{{ levels_help }}")
    _levels(document, told, "steps", "{{ steps_name }}", told("step"))
    rule(document, "if themes")
    _levels(document, told, "themes", told("themes"), told("theme"))
    rule(document, "endif")
    head(document, told("limits"), 2)
    rule(document, "for l in limits")
    line(document, "{{ l }}", "List Bullet")
    rule(document, "endfor")
    head(document, told("about"), 2)
    facts(document, told("about"), [("{{ c.what }}", "{{ c.value }}")], loop="c in colophon")


def _levels(document: Document, told: _Told, groups: str, title: str, column: str) -> None:
    head(document, title, 2)
    overview(
        document,
        title,
        [
            (column, 0.22, "{{ g.name }}"),
            (told("subject"), 0.28, "{{ s.label }}"),
            (told("level"), 0.33, "{{ s.dots }} {{ s.standing }}"),
            (told("judged"), 0.17, "{% if s.person %}{{ s.person.in_words }}{% endif %}"),
        ],
        f"g in {groups}",
        "s in g.subjects",
    )
