"""From the strips of all pages to blocks in reading order.

Apart because it alone knows the order of the steps; each step has a file of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assessor.model import Block
from assessor.reading.joining import Vocabulary, joined
from assessor.reading.order import in_reading_order
from assessor.reading.overpages import joined_tables
from assessor.reading.paragraphs import mended
from assessor.reading.raised import opens_note, without_mark
from assessor.reading.running import mark_running
from assessor.reading.structure import name_kinds
from assessor.reading.tabletext import table_block

if TYPE_CHECKING:
    from assessor.reading.drafts import Draft

OPEN_END = (".", "!", "?", ":", ";", "”", '"', ")")
"""A paragraph that ends so is complete, and is not joined with one on the next page."""

AMOUNT = re.compile(r"\d{1,3}(?:[.,]\d{3})+ [a-z]")
"""A large number before a word: no enumerator and no number of a heading looks so."""

LARGER = 1.05
"""Times the type size of a note from which a text below it is no note."""

FULL = 0.8
"""Share of the column that a last line fills when its sentence goes on elsewhere."""


def ordered(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts of one page in reading order, notes at the foot and sideways text last."""
    upright = [draft for draft in drafts if not draft.turns]
    notes = _notes_at_foot(upright)
    text = [draft for draft in upright if draft not in notes]
    sideways = [draft for draft in drafts if draft.turns]
    return mended(in_reading_order(text)) + mended(in_reading_order(notes)) + sideways


def _notes_at_foot(drafts: list[Draft]) -> list[Draft]:
    """Return notes with a raised number below which no text in larger type stands.

    A page number or a running foot in larger type is one line, and does not count.
    """
    marked = [draft for draft in drafts if draft.strips and opens_note(draft.strips[0].text)]
    return [
        note
        for note in marked
        if not any(
            other.top > note.top and len(other.strips) > 1 and other.size > note.size * LARGER
            for other in drafts
        )
    ]


def blocks_of(pages: list[tuple[float, list[Draft]]], vocabulary: Vocabulary) -> tuple[Block, ...]:
    """Return the blocks of a document; `pages` holds (height in points, drafts) per page."""
    mark_running(pages)
    name_kinds(pages)
    in_order = [draft for _, drafts in pages for draft in sorted(drafts, key=_part)]
    drafts = joined_tables(continued(in_order))
    return tuple(_block(draft, vocabulary) for draft in drafts)


def _part(draft: Draft) -> int:
    """Return 0 for running headers, 1 for the page's text, 2 for running footers."""
    return {"header": 0, "footer": 2}.get(draft.kind, 1)


def continued(drafts: list[Draft]) -> list[Draft]:
    """Return drafts with paragraphs joined that go on in the next column or on the next page."""
    kept: list[Draft] = []
    waiting: Draft | None = None
    for draft in drafts:
        if waiting and draft.kind == "paragraph" and _goes_on(waiting, draft):
            waiting.strips.extend(draft.strips)
            waiting = waiting if _is_open(waiting) else None
            continue
        kept.append(draft)
        if draft.kind in {"paragraph", "list_item"}:
            waiting = draft if _is_open(draft) else None
        elif draft.kind == "heading":
            waiting = None
    return kept


def _is_open(draft: Draft) -> bool:
    return bool(draft.strips) and not without_mark(draft.strips[-1].text).endswith(OPEN_END)


def _goes_on(first: Draft, second: Draft) -> bool:
    last, following = first.strips[-1], second.strips[0]
    return (
        following.page - last.page in {0, 1}
        and abs(following.size - last.size) < 0.1 * last.size
        and _goes_on_with(following.text)
        and last.x1 - last.x0 > FULL * (first.x1 - first.x0)
    )


def _goes_on_with(text: str) -> bool:
    """Return whether text may be the rest of a sentence: a small letter, or an amount."""
    return text[0].islower() or bool(AMOUNT.match(text))


def _block(draft: Draft, vocabulary: Vocabulary) -> Block:
    if draft.kind == "table":
        return table_block(draft, vocabulary)
    text, lines, marks = joined(draft.strips, vocabulary)
    return Block(draft.kind, text, draft.page, draft.level, lines=lines, marks=marks)
