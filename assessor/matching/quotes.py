"""A quote is verbatim in its page or it is not shown.

The page's own text, as the file gives it, is the judge: white space, hyphens at line ends and
ligatures are folded, nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assessor.model import Block, Box, Document, Passage

_LIST_MARK = re.compile(r"\s*(?:[^\w\s\"'“‘«(\[€$£]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s+")
_DROPPED = re.compile(r"[\s\u00ad\ufffe\u200b\u2010\u2011\u0002-]+")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document, with where they stand."""

    text: str
    page: int | None
    boxes: tuple[Box, ...]


@lru_cache(maxsize=2048)
def squeeze(text: str) -> str:
    """Return the text without white space, hyphens and ligatures, to compare across line ends."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text))


def quote(passage: Passage, document: Document) -> Quote | None:
    """Return the passage's words as they stand on its page; None when they do not.

    Of a table row the longest cell that stands there is quoted: a row is not one text on paper.
    """
    block = document.blocks[passage.block]
    if passage.kind == "table":
        return _quote_row(passage, block, document)
    page, start, end = _on_one_page(passage, block)
    start += _mark(block.text[start:end])
    text = " ".join(block.text[start:end].split())
    boxes = tuple(
        line.box
        for line in block.lines
        if line.box and line.page == page and line.start < end and line.end > start
    )
    return Quote(text, page, boxes) if stands(text, page, document) else None


def _mark(text: str) -> int:
    """Return the length of a list's bullet or number: fonts draw it and Word counts it."""
    found = _LIST_MARK.match(text)
    return found.end() if found else 0


def _on_one_page(passage: Passage, block: Block) -> tuple[int | None, int, int]:
    """Return page, start and end of the passage's longest stretch on one page."""
    stretches: dict[int | None, list[int]] = {}
    for line in block.lines:
        start, end = max(line.start, passage.start), min(line.end, passage.end)
        if start < end:
            stretches.setdefault(line.page, []).extend((start, end))
    if not stretches:
        return passage.page, passage.start, passage.end
    if len(stretches) == 1:
        return next(iter(stretches)), passage.start, passage.end
    page, ends = max(stretches.items(), key=lambda item: max(item[1]) - min(item[1]))
    return page, min(ends), max(ends)


def _quote_row(passage: Passage, block: Block, document: Document) -> Quote | None:
    said = {" ".join(part.split()) for part in passage.text.split(" | ")}
    cells = [cell for cell in block.cells if " ".join(cell.text.split()) in said]
    for cell in sorted(cells, key=lambda c: -len(c.text)):
        text, page = " ".join(cell.text.split()), cell.page or passage.page
        if text and stands(text, page, document):
            return Quote(text, page, (cell.box,) if cell.box else ())
    return None


def stands(text: str, page: int | None, document: Document) -> bool:
    """Return whether these words stand on the page, or anywhere in a file without pages."""
    wanted = squeeze(text)
    if not wanted:
        return False
    if page is None:
        return any(wanted in squeeze(block.text) for block in document.blocks)
    return wanted in squeeze(document.pages[page - 1].text)
