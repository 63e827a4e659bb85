"""On which pages a quote stands word for word."""

from __future__ import annotations

import itertools
import re

_LINE_END_SIGNS = "\xad\ufffe\x02"
_LEAST_PART = 8
"""Signs of a quote that must at least stand on each side of a page break."""
_ROW = " | "


def folded(text: str) -> str:
    """Return the text without white space and hyphens, which line ends change."""
    return re.sub(rf"[\s\-{_LINE_END_SIGNS}]", "", text)


def pages_with(quote: str, pages: list[str]) -> list[int]:
    """Return the numbers of the pages on which a quote stands, from 1.

    Args:
        quote: Words of the document; the cells of a table row are joined by " | ".
        pages: The bare text of each page.
    """
    texts = [folded(page) for page in pages]
    whole = folded(quote.replace(_ROW, ""))
    for stands in (_plainly, _as_cells if _ROW in quote else _around_notes):
        found = [number for number, text in enumerate(texts, 1) if stands(quote, whole, text)]
        if found:
            return found
    return [
        number
        for number, (text, following) in enumerate(itertools.pairwise(texts), 1)
        if _runs_over(whole, text, following)
    ]


def _plainly(_quote: str, whole: str, text: str) -> bool:
    """Return whether a quote stands in a text as it is."""
    return whole in text


def _as_cells(quote: str, _whole: str, text: str) -> bool:
    """Return whether all cells of a row stand in a text, one after another."""
    at = 0
    for cell in (folded(part) for part in quote.split(_ROW)):
        at = text.find(cell, at)
        if at < 0:
            return _are_all_in(quote, text)
        at += len(cell)
    return True


def _are_all_in(quote: str, text: str) -> bool:
    """Return whether all cells stand somewhere, as a merged one may stand before or after."""
    return all(folded(cell) in text for cell in quote.split(_ROW))


def _around_notes(_quote: str, whole: str, text: str) -> bool:
    """Return whether a quote stands in a text but for the numbers of notes."""
    pattern = "".join(re.escape(sign) + ("" if sign.isdigit() else r"\d{0,2}") for sign in whole)
    return re.search(pattern, text) is not None


def _runs_over(whole: str, text: str, following: str) -> bool:
    """Return whether a quote begins on one page and ends on the next."""
    for cut in range(len(whole) - _LEAST_PART, _LEAST_PART - 1, -1):
        if whole[:cut] in text:
            return whole[cut:] in following
    return False
