"""What stands before the first chapter of a PDF: cover, contents, title block or letterhead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    NextPageTemplate,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
)

from making.pdf_drawings import Cover, Leader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from making.manuscript import Manuscript
    from making.pdf_page import Seen
    from making.pdf_styles import Styles

_TOP_LEFT = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, -1), 0)]


def front(manuscript: Manuscript, styles: Styles, before: Seen, first: str) -> Iterator[Flowable]:
    """Yield everything before the body, whose first page is of the kind `first`."""
    has_cover = styles.layout.cover != "none"
    if has_cover:
        yield from _cover(manuscript, styles)
        yield NextPageTemplate("plain" if styles.layout.contents else first)
        yield PageBreak()
    elif manuscript.front.get("layout") == "letter":
        yield from _letterhead(manuscript, styles)
    else:
        yield from _title_block(manuscript, styles)
    if styles.layout.contents:
        yield from _contents(manuscript, styles, before)
        yield NextPageTemplate(first)
        yield PageBreak()


def _cover(manuscript: Manuscript, styles: Styles) -> Iterator[Flowable]:
    """Yield the cover: its drawing and the facts of the contract."""
    facts = manuscript.front
    words = facts["title"], facts.get("subtitle", ""), facts["author"]
    yield Cover(styles.layout.cover, words, styles)
    yield from _facts(manuscript, styles)


def _facts(manuscript: Manuscript, styles: Styles) -> Iterator[Flowable]:
    """Yield the facts of the contract."""
    facts = manuscript.front.get("facts")
    if not facts:
        return
    cover = styles.layout.cover
    white = " white" if cover == "full" else ""
    rows = [
        [
            Paragraph(name, styles[f"fact name{white}"]),
            Paragraph(str(value), styles[f"fact{white}"]),
        ]
        for name, value in facts
    ]
    width = styles.upright.text_width - (30 * mm if cover in {"side", "frame"} else 0)
    yield Table(rows, [35 * mm, width - 35 * mm], hAlign="LEFT", style=_TOP_LEFT)


def _contents(manuscript: Manuscript, styles: Styles, before: Seen) -> Iterator[Flowable]:
    """Yield the contents page with dotted leaders, and the terms below it."""
    yield Paragraph(manuscript.words["contents"], styles["contents"])
    for level, text, page in before.contents:
        yield Leader(text, page, styles[f"contents {level + 1}"])
    yield from _terms(manuscript, styles)


def _terms(manuscript: Manuscript, styles: Styles) -> Iterator[Flowable]:
    """Yield the terms and their meanings."""
    terms = manuscript.front.get("terms")
    if not terms:
        return
    yield Paragraph(manuscript.words["terms"], styles["terms title"])
    for term, meaning in terms:
        yield Paragraph(f"<b>{term}</b>: {meaning}", styles["term"])


def _title_block(manuscript: Manuscript, styles: Styles) -> Iterator[Flowable]:
    """Yield the title above the text, for documents without a cover."""
    facts = manuscript.front
    yield Paragraph(facts["title"], styles["plain title"])
    if "subtitle" in facts:
        yield Paragraph(facts["subtitle"], styles["plain subtitle"])
    yield from _facts(manuscript, styles)
    if not styles.layout.contents:
        yield from _terms(manuscript, styles)
    yield HRFlowable(width="100%", thickness=0.8, color=styles.rule, spaceBefore=6, spaceAfter=8)


def _letterhead(manuscript: Manuscript, styles: Styles) -> Iterator[Flowable]:
    """Yield sender, addressee, date and subject."""
    facts, words, letter = manuscript.front, manuscript.words, styles["letter"]
    sender = [Paragraph(f"<b>{facts['author']}</b>", styles["box title"])]
    sender += [Paragraph(line, styles["quoted"]) for line in facts.get("sender", [])]
    width = styles.upright.text_width
    yield Table([["", sender]], [width - 62 * mm, 62 * mm], style=_TOP_LEFT)
    yield Spacer(0, 10 * mm)
    for line in facts.get("to", []):
        yield Paragraph(line, letter)
    yield Spacer(0, 9 * mm)
    dated = f"{facts['place']}, " if "place" in facts else ""
    yield Paragraph(f"{dated}{manuscript.spelled_date()}", letter)
    if "reference" in facts:
        yield Paragraph(f"{words['reference']}: {facts['reference']}", letter)
    subject = facts.get("subject", facts["title"])
    yield Paragraph(f"{words['subject']}: <b>{subject}</b>", letter)
    yield Spacer(0, 8 * mm)
    yield from _facts(manuscript, styles)
