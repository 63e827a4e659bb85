"""What every part of the Markdown shares: text that is shown as it is, quotes, people's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assessor.export.harmless import in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assessor.export.lines import Person, Quote
    from assessor.export.wording import Wording

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~])")


def escaped(text: str) -> str:
    """Return text of a document that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", in_one_line(text))


def quoted(quotes: Sequence[Quote], *, with_reasons: bool = True) -> Iterator[str]:
    """Yield quotes with their places."""
    for quote in quotes:
        yield f"> {escaped(quote.text)}\n>\n> — {escaped(quote.place)}\n"
        if with_reasons and quote.reasons:
            yield from (f"- {escaped(reason)}" for reason in quote.reasons)
            yield ""


def person_said(person: Person | None, wording: Wording) -> Iterator[str]:
    """Yield what a person made of it, if anything."""
    if person is None:
        return
    said = person.in_words or wording.told("export.has_note")
    told = wording.told("export.person_says", person=said, who=person.who, date=person.when)
    yield f"{wording.told('export.person')}: {escaped(told)}\n"
    if person.note:
        note = wording.told("export.note", who=person.who, note=person.note)
        yield f"{escaped(note)}\n"
