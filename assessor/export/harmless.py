"""Text of a document that can do no harm in any form: no control marks, no half characters."""

from __future__ import annotations

import re
import unicodedata

_LEFT_OUT = {"Cc", "Cf", "Cs"}
"""Control marks, format marks (direction of writing among them) and halves of characters."""
_NO_CHARACTER = re.compile("[\ufdd0-\ufdef]|[\ufffe\uffff]")
"""Code points that XML and JSON readers refuse."""
_SPACES = re.compile(r"[ \t\r\f\v\x1c-\x1f\x85]+")


def printable(text: str) -> str:
    """Return the text without what could steer a terminal, a reader or a page; line ends stay."""
    spaced = _SPACES.sub(" ", text)
    kept = (c for c in spaced if c == "\n" or unicodedata.category(c) not in _LEFT_OUT)
    return _NO_CHARACTER.sub("", "".join(kept))


def in_one_line(text: str) -> str:
    """Return the text printable and without line ends."""
    return " ".join(printable(text).split())
