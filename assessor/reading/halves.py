"""Makes whole characters of halves: pdfium gives rare characters (𠮟) as two surrogates each.

JSON cannot carry a half, and every offset behind a pair moves by one, so lines are moved along.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.model import Mark

if TYPE_CHECKING:
    from assessor.model import Block, Document, Page

_HALF = re.compile("[\ud800-\udfff]")


def with_whole_characters(document: Document) -> Document:
    """Return the document with pairs of halves joined and lone halves replaced by U+FFFD."""
    return replace(
        document,
        pages=tuple(map(_page, document.pages)),
        blocks=tuple(map(_block, document.blocks)),
    )


def _page(page: Page) -> Page:
    return replace(page, text=_whole(page.text)) if _HALF.search(page.text) else page


def _block(block: Block) -> Block:
    if not _HALF.search(block.text) and not any(_HALF.search(c.text) for c in block.cells):
        return block

    def moved(offset: int) -> int:
        return len(_whole(block.text[:offset]))

    lines = (replace(line, start=moved(line.start), end=moved(line.end)) for line in block.lines)
    cells = (replace(cell, text=_whole(cell.text)) for cell in block.cells)
    marks = (Mark(moved(start), moved(end)) for start, end in block.marks)
    return replace(
        block,
        text=_whole(block.text),
        lines=tuple(lines),
        cells=tuple(cells),
        marks=tuple(marks),
    )


def _whole(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
