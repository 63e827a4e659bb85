"""On which pages a quote stands word for word."""

from __future__ import annotations

import itertools
import re

_LINE_END_SIGNS = "\xad\ufffe\x02"
_LEAST_PART = 4
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
    parts = [folded(part) for part in quote.split(_ROW)]
    whole = "".join(parts)
    for stands in (_plainly, _around_notes, _in_order, _in_any_order):
        found = [number for number, text in enumerate(texts, 1) if stands(parts, text)]
        if found:
            return found
    return [
        number
        for number, (text, following) in enumerate(itertools.pairwise(texts), 1)
        if _runs_over(whole, text, following)
    ]


def _plainly(parts: list[str], text: str) -> bool:
    """Return whether a quote stands in a text as it is."""
    return "".join(parts) in text


def _around_notes(parts: list[str], text: str) -> bool:
    """Return whether a quote stands in a text but for the numbers of notes."""
    return _noted("".join(parts)).search(text) is not None


def _in_order(parts: list[str], text: str) -> bool:
    """Return whether all cells of a row stand in a text, one after another."""
    at = 0
    for part in parts:
        found = _noted(part).search(text, at)
        if found is None:
            return False
        at = found.end()
    return True


def _in_any_order(parts: list[str], text: str) -> bool:
    """Return whether all cells of a row stand in a text; a merged one may stand elsewhere."""
    return len(parts) > 1 and all(_noted(part).search(text) for part in parts)


def _noted(part: str) -> re.Pattern[str]:
    """Return what finds words between whose signs the number of a note may stand."""
    signs = (re.escape(sign) + ("" if sign.isdigit() else r"\d{0,2}") for sign in part)
    return re.compile("".join(signs))


def _runs_over(whole: str, text: str, following: str) -> bool:
    """Return whether a quote begins on one page and ends on the next."""
    for cut in range(len(whole) - _LEAST_PART, _LEAST_PART - 1, -1):
        if _noted(whole[:cut]).search(text):
            return _noted(whole[cut:]).search(following) is not None
    return False
