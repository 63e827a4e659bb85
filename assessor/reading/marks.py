"""Marks: how list items, numbered headings, captions and footnotes announce themselves.

Apart because gathering paragraphs and naming their kinds must agree on what a mark is.
"""

from __future__ import annotations

import re

from assessor.reading.raised import RAISED

BULLETS = "•●∙·▪■□◦○◼◾◆◇‣\u2043➢➤►▶✓✔❖*–—-\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf06e\uf076\uf02d\uf0e0"
"""Signs that open a list item; the private ones are Symbol and Wingdings as Word writes them."""

_ENUMERATOR = r"(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})[.)]|\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)"
_LABEL = r"\[[\w+.-]{1,9}\]"
BULLET = re.compile(rf"[{re.escape(BULLETS)}]\s+\S|o\s+[A-Z]")
ENUMERATED = re.compile(rf"(?:{_ENUMERATOR}|{_LABEL})\s+\S")
MARK_ALONE = re.compile(
    rf"(?:{_LABEL}|[{re.escape(BULLETS)}]|o|{_ENUMERATOR}|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?)$"
)
NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\D")
CAPTION = re.compile(
    r"(?:figuur|fig\.|tabel|grafiek|figure|table|chart|exhibit|abbildung|tabelle|tableau)"
    r"\s*[\dA-Z][\d.\-]*\s*[:.|–—-]?",
    re.IGNORECASE,
)
LEADERS = re.compile(r"(?:(?:\.\s?){4,}|…+|_{4,})\s*\d{1,4}\s*$")
"""Dots that lead to a page number, on a contents page."""

NOTE_MARK = re.compile(
    rf"(?:\(?\d{{1,3}}\)?|[{RAISED}]{{1,3}}|[*†‡§]{{1,3}})\.?\s*(?=[^\d{RAISED}])"
)


def has_leaders(text: str) -> bool:
    """Return whether a line ends in dots that lead to a page number."""
    return text[-1:].isdigit() and bool(LEADERS.search(text))


def opens_item(text: str) -> bool:
    """Return whether a line begins with a bullet or an enumerator."""
    return bool(BULLET.match(text) or ENUMERATED.match(text))
