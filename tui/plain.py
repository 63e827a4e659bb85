"""The only door from document text to the screen: Content, never markup, no cursor moved.

A supplier's PDF may hold `[/b]`, escape codes or marks that turn the reading direction; each of
those could end the program, hide text or show it in another order than it is.
"""

from __future__ import annotations

import re
import unicodedata

from textual.content import Content

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])")
_KEPT = {"\n", "\t"}


def clean(text: str) -> str:
    """Return the text without escape codes, control characters and direction marks."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_safe, _ESCAPES.sub("", text)))


def plain(text: str, style: str = "") -> Content:
    """Return text as Content in which nothing is read as markup.

    Args:
        text: from a document, or from anyone.
        style: for the whole of it.
    """
    return Content.styled(clean(text), style) if style else Content(clean(text))


def _safe(character: str) -> str:
    """Return the character, or nothing when it is a control or a mark without width."""
    if character in _KEPT or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}:
        return character
    return ""
