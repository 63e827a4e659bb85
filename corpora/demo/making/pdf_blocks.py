"""From the manuscript's blocks to what ReportLab can set, from the cover to the last list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.lib.units import mm
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    FrameBreak,
    NextPageTemplate,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
)

from making import styles
from making.pdf_drawings import CoverBand, Leader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from making.manuscript import Manuscript
    from making.pdf_page import Seen


def story(manuscript: Manuscript, before: Seen) -> list[Flowable]:
    """Return the whole report in order, its contents page as the pass before saw it."""
    return [
        *_cover(manuscript),
        NextPageTemplate("plain"),
        PageBreak(),
        *_contents(manuscript, before),
        PageBreak(),
        *_body(manuscript),
    ]


def _cover(manuscript: Manuscript) -> Iterator[Flowable]:
    """Yield the cover: the band and the facts of the contract."""
    front = manuscript.front
    yield CoverBand(front["title"], front["subtitle"], front["author"])
    rows = [
        [Paragraph(name, styles.FACT_NAME), Paragraph(value, styles.FACT)]
        for name, value in front["facts"]
    ]
    look = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, -1), 0)]
    yield Table(rows, [35 * mm, styles.TEXT_WIDTH - 35 * mm], style=look)


def _contents(manuscript: Manuscript, before: Seen) -> Iterator[Flowable]:
    """Yield the contents page with dotted leaders, and the terms below it."""
    yield Paragraph("Inhoud", styles.CONTENTS_TITLE)
    for level, text, page in before.contents:
        yield Leader(text, page, styles.CONTENTS[level])
    yield Paragraph("Begrippen", styles.TERMS_TITLE)
    for term, meaning in manuscript.front["terms"]:
        yield Paragraph(f"<b>{term}</b>: {meaning}", styles.TERM)


def _body(manuscript: Manuscript) -> Iterator[Flowable]:
    """Yield the chapters; one that is set in columns has pages of its own."""
    number = 0
    in_columns = False
    for block in manuscript.blocks:
        if "chapter" not in block:
            yield from _block(manuscript, block)
            continue
        number += 1
        if block.get("columns") or in_columns:
            yield NextPageTemplate("opening" if block.get("columns") else "plain")
            yield PageBreak()
        in_columns = bool(block.get("columns"))
        yield CondPageBreak(60 * mm) if not in_columns else Spacer(0, 0)
        yield Paragraph(f"{number} {block['chapter']}", styles.CHAPTER)
        if in_columns:
            yield NextPageTemplate("columns")
            yield FrameBreak()


def _block(manuscript: Manuscript, block: dict[str, Any]) -> Iterator[Flowable]:
    """Yield what one block of the source becomes."""
    if "section" in block:
        yield Paragraph(manuscript.markup(block["section"]), styles.SECTION)
    elif "text" in block:
        style = styles.BODY_KEPT if block.get("keep") else styles.BODY
        yield Paragraph(manuscript.markup(block["text"]), style)
    elif "caption" in block:
        yield Paragraph(manuscript.markup(block["caption"]), styles.CAPTION)
    elif "table" in block:
        yield _table(manuscript, block)
    else:
        yield from _list(manuscript, block)


def _list(manuscript: Manuscript, block: dict[str, Any]) -> Iterator[Flowable]:
    """Yield the items of a numbered or bulleted list."""
    items = block.get("numbers") or block["bullets"]
    for number, item in enumerate(items, start=1):
        mark = f"{number}." if "numbers" in block else "\N{BULLET}"
        style = styles.ITEM if number < len(items) else styles.LAST_ITEM
        yield Paragraph(manuscript.markup(item), style, bulletText=mark)


def _table(manuscript: Manuscript, block: dict[str, Any]) -> Table:
    """Return a ruled table; its head is repeated where the page turns."""
    centred = block.get("centred", [])
    head = [
        Paragraph(text, styles.CELL_HEAD_CENTRED if column in centred else styles.CELL_HEAD)
        for column, text in enumerate(block["head"])
    ]
    rows = [
        [
            Paragraph(
                manuscript.markup(text), styles.CELL_CENTRED if column in centred else styles.CELL
            )
            for column, text in enumerate(row)
        ]
        for row in block["rows"]
    ]
    return Table(
        [head, *rows],
        [width * mm for width in block["widths"]],
        repeatRows=1,
        style=[*styles.TABLE, *_spans(block)],
        spaceAfter=8,
    )


def _spans(block: dict[str, Any]) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Yield the cells of the first column that reach down over the empty ones below."""
    if not block.get("merge_first"):
        return
    starts = [index for index, row in enumerate(block["rows"], start=1) if row[0]]
    for start, following in zip(starts, [*starts[1:], len(block["rows"]) + 1], strict=True):
        yield "SPAN", (0, start), (0, following - 1)
