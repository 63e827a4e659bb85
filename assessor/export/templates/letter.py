"""The template of the letter to the supplier: their own words, no levels, no blame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.export.templates.pieces import facts, foot, head, line, rule
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document

    _Told = Callable[[str], str]


def write_letter(document: Document, language: str) -> None:
    """Write the letter into a dressed document."""

    def told(key: str) -> str:
        return say(f"word.letter.{key}", these=these).told_in(language)

    one, many = (
        say(f"word.letter.{key}").told_in(language) for key in ("this_document", "these_documents")
    )
    these = f"{{% if documents|length == 1 %}}{one}{{% else %}}{many}{{% endif %}}"

    line(document, told("sender"))
    line(document, "{{ supplier or unknown_supplier }}").paragraph_format.space_before = 228600
    line(document, told("address"))
    facts(
        document,
        told("facts"),
        [
            (told("date"), "{{ made_on }}"),
            (told("concerns"), "{{ subject }}"),
        ],
    )
    head(document, told("title"), 0).paragraph_format.space_before = 228600
    line(document, told("salutation"))
    line(document, told("thanks"))
    rule(document, "for d in documents")
    line(document, "{{ d.file }} ({{ d.kind }})", "List Bullet")
    rule(document, "endfor")
    line(document, told("purpose"))
    _strengths(document, told)
    _topics(document, told)
    _reading(document, told)
    foot(document, "{{ subject }}")


def _strengths(document: Document, told: _Told) -> None:
    rule(document, "if strengths")
    head(document, told("strengths"), 1)
    line(document, told("strengths_intro"))
    rule(document, "for s in strengths")
    line(document, "{{ s.name }}", "Lead")
    line(document, "“{{ s.quote.text }}”", "Quotation")
    line(document, "{{ s.quote.place }}", "Source")
    rule(document, "endfor")
    rule(document, "endif")


def _topics(document: Document, told: _Told) -> None:
    rule(document, "if topics")
    head(document, told("topics"), 1)
    line(document, told("topics_intro"))
    rule(document, "for t in topics")
    head(document, "{{ t.number }}. {{ t.name }}", 2)
    rule(document, "if t.quotes")
    line(document, told("you_write"), "Lead")
    rule(document, "for q in t.quotes[:2]")
    line(document, "“{{ q.text }}”", "Quotation")
    line(document, "{{ q.place }}", "Source")
    rule(document, "endfor")
    rule(document, "endif")
    rule(document, "if t.absent")
    line(document, told("absent"), "Lead")
    rule(document, "for a in t.absent")
    line(document, "{{ a }}", "List Bullet")
    rule(document, "endfor")
    rule(document, "endif")
    rule(document, "if t.questions")
    line(document, told("questions"), "Lead")
    rule(document, "for q in t.questions")
    line(document, "{{ q }}", "List Bullet")
    rule(document, "endfor")
    rule(document, "endif")
    rule(document, "endfor")
    rule(document, "endif")


def _reading(document: Document, told: _Told) -> None:
    rule(document, "if unread")
    head(document, told("unread"), 1)
    rule(document, "for u in unread")
    line(document, "{{ u.why }} {{ u.ask }}", "List Bullet", label="{{ u.what }}.")
    rule(document, "endfor")
    rule(document, "endif")
    head(document, told("how"), 1)
    line(document, told("how_text"))
    line(document, told("reply"))
    line(document, told("closing"))
    line(document, told("signature"))
    head(document, told("about"), 2)
    facts(document, told("about"), [("{{ c.what }}", "{{ c.value }}")], loop="c in colophon")
