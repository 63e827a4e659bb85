"""What each draft is: heading, list item, caption, footnote, line of a contents page.

Apart because it judges by type size, weight and marks against the usual of the whole document,
after the lines have been gathered and the running matter is known.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from assessor.reading import marks
from assessor.reading.drafts import Draft
from assessor.reading.paragraphs import sizes_are_steady
from assessor.reading.raised import as_plain, opens_note

if TYPE_CHECKING:
    from assessor.reading.strips import Strip

LARGER = 1.12
"""Times the body size from which a short line is a heading."""

LARGER_GUESSED = 1.6
"""The same where a text recogniser guessed the sizes."""

SMALLER = 0.93
"""Times the body size up to which a line at the foot may be a footnote."""

HEADING_LINES = 3
HEADING_CHARACTERS = 160
"""A heading is short, also when it wraps."""

CAPITALS = 6
"""Letters from which a line all in capitals is a heading, not an abbreviation."""

FOOT = 0.5
"""Share of the page's height below which footnotes stand."""

CONTENTS_LINES = 4
"""Lines with a page number that make a contents page, without a heading that says so."""

RARE = 0.03
"""Share of the headings below which a type size is no level of its own, but a cover or a slogan."""

DEEPEST = 6
_ENDS_IN_NUMBER = re.compile(r"\D\s+\d{1,3}$")
_CONTENTS_TITLE = re.compile(
    r"(?:inhoud(?:sopgave)?|table of contents|contents|inhaltsverzeichnis|inhalt|sommaire)\W*$",
    re.IGNORECASE,
)


class Usual:
    """What is usual in a document: the size and weight of its text."""

    def __init__(self, strips: list[Strip]) -> None:
        sizes: Counter[float] = Counter()
        bold = 0
        for strip in strips:
            sizes[round(strip.size * 2) / 2] += len(strip.text)
            bold += len(strip.text) if strip.bold else 0
        self.size = sizes.most_common(1)[0][0] if sizes else 0.0
        self.is_bold = 2 * bold > sizes.total()
        self.larger = self.size * (LARGER if sizes_are_steady(strips) else LARGER_GUESSED)


def name_kinds(pages: list[tuple[float, list[Draft]]]) -> None:
    """Set kind and level of all paragraphs; `pages` holds (height in points, ordered drafts)."""
    usual = Usual([strip for _, drafts in pages for draft in drafts for strip in draft.strips])
    for height, drafts in pages:
        mark_contents(drafts)
        for draft in drafts:
            if draft.kind == "paragraph" and draft.strips and not draft.turns:
                _name(draft, usual, height)
        drafts[:] = [one for draft in drafts for one in parted_notes(draft)]
    set_heading_levels([d for _, drafts in pages for d in drafts if d.kind == "heading"])
    set_item_levels([d for _, drafts in pages for d in drafts])


def _name(draft: Draft, usual: Usual, height: float) -> None:
    text = draft.strips[0].text
    if marks.CAPTION.match(text) and len(draft.text) < 2 * HEADING_CHARACTERS:
        draft.kind = "caption"
    elif _is_footnote(draft, usual, height):
        draft.kind = "footnote"
    elif len(draft.strips) <= HEADING_LINES and _is_heading(draft, draft.text, usual):
        draft.kind = "heading"
    elif marks.opens_item(text):
        draft.kind = "list_item"


def _is_footnote(draft: Draft, usual: Usual, height: float) -> bool:
    return (
        draft.size <= usual.size * SMALLER
        and (draft.top > height * FOOT or opens_note(draft.strips[0].text))
        and bool(marks.NOTE_MARK.match(draft.strips[0].text))
    )


def parted_notes(draft: Draft) -> list[Draft]:
    """Return a draft of several footnotes as one draft each; any other as it is."""
    if draft.kind != "footnote":
        return [draft]
    notes: list[Draft] = []
    for strip in draft.strips:
        number = _note_number(strip.text)
        if not notes or (number and number == _note_number(notes[-1].strips[0].text) + 1):
            notes.append(Draft.of(strip))
            notes[-1].kind = "footnote"
        else:
            notes[-1].add(strip)
    return notes


def _note_number(text: str) -> int:
    found = marks.NOTE_MARK.match(text)
    digits = re.sub(r"\D", "", as_plain(found[0])) if found else ""
    return int(digits) if digits else 0


def _is_heading(draft: Draft, text: str, usual: Usual) -> bool:
    if len(text) > HEADING_CHARACTERS or marks.BULLET.match(text):
        return False
    letters = sum(character.isalpha() for character in text)
    if not letters:
        return False
    if draft.size >= usual.larger:
        return not text.endswith((".", ",", ";")) or len(text) < HEADING_CHARACTERS / 2
    if text.endswith((".", ",", ";", ":")) or draft.size < usual.size * SMALLER:
        return False
    if text.isupper() and letters >= CAPITALS and len(draft.strips) == 1:
        return True
    bold = all(strip.bold for strip in draft.strips) and not usual.is_bold
    return bold and text[0].upper() == text[0]


def set_heading_levels(headings: list[Draft]) -> None:
    """Set levels: by depth of numbering where there is one, else by rank of the type size."""
    sizes = Counter(round(draft.size) for draft in headings)
    needed = max(2, RARE * len(headings))
    ranked = sorted((size for size, count in sizes.items() if count >= needed), reverse=True)
    for draft in headings:
        numbered = marks.NUMBERED.match(draft.text)
        rank = 1 + sum(size > round(draft.size) for size in ranked)
        draft.level = min(numbered[1].count(".") + 1 if numbered else rank, DEEPEST)


def set_item_levels(drafts: list[Draft]) -> None:
    """Set the nesting of list items from how far they are set in within their list."""
    indents: list[float] = []
    for draft in drafts:
        if draft.kind != "list_item":
            indents = [] if draft.kind in {"heading", "paragraph"} else indents
            continue
        step = draft.size * 0.7
        while indents and indents[-1] > draft.x0 + step:
            indents.pop()
        if not indents or draft.x0 > indents[-1] + step:
            indents.append(draft.x0)
        draft.level = len(indents)


def mark_contents(drafts: list[Draft]) -> None:
    """Set the kind of contents lines: dot leaders, or page numbers under a contents heading."""
    titled = any(_CONTENTS_TITLE.match(draft.text.strip()) for draft in drafts)
    for draft in drafts:
        if draft.kind == "paragraph" and _is_contents_line(draft, titled=titled):
            draft.kind = "contents"
    if titled:
        for draft in drafts:
            if draft.kind == "paragraph" and _CONTENTS_TITLE.match(draft.text.strip()):
                draft.kind = "contents"


def _is_contents_line(draft: Draft, *, titled: bool) -> bool:
    texts = [strip.text for strip in draft.strips]
    leaders = sum(marks.has_leaders(text) for text in texts)
    if leaders * 2 >= len(texts):
        return True
    return titled and all(_ENDS_IN_NUMBER.search(text) for text in texts[-1:])
