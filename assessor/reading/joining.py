"""Joining the lines of print of a block into one text, with where each line stands.

Apart because the hyphen at a line's end needs thought: "milieu-" + "beleid" is one word, "CO2-" +
"uitstoot" keeps its hyphen, and "arbeids-" + "en" keeps hyphen and space. The document's own words
decide where they can.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from assessor.model import Box, Line, Mark
from assessor.reading.raised import MARK, TO_PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assessor.reading.strips import Strip

SOFT = "\ufffe\u00ad\x02"
"""How pdfium writes a hyphen that ends a line; the last one in older versions."""

HYPHENS = SOFT + "-\u2010"

COMPOUNDING = (("het", "een"), ("der", "und"))
"""Words that tell Dutch and German, where two known words side by side are likely one word."""

ELLIPSIS_WORDS = frozenset({"en", "of", "and", "or", "und", "oder", "et", "ou", "tot", "to"})
"""After "arbeids-" these begin a new word: "arbeids- en milieurisico's"."""

PLAIN = (
    str.maketrans(
        {
            "ﬀ": "ff",
            "ﬁ": "fi",
            "ﬂ": "fl",
            "ﬃ": "ffi",
            "ﬄ": "ffl",
            "ﬅ": "ft",
            "ﬆ": "st",
            "\u00a0": " ",
            "\t": " ",
            "\uf0b7": "•",
            "\uf0a7": "▪",
            "\uf0d8": "➢",
            "\uf0fc": "✓",
            "\u00ad": None,
            "\u200b": None,
            "\ufeff": None,
            "\ufffd": None,
        }
    )
    | TO_PLAIN
)
"""Ligatures, raised figures and signs of private fonts as the letters that they show."""

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_TORN = re.compile(r"[^\W_]+-\n[^\W_]+")
_LAST_WORD = re.compile(r"([^\W_]+(?:['’-][^\W_]+)*)$")
_FIRST_WORD = re.compile(r"([^\W_]+)")
_BROKEN = re.compile(r"[\ufffe\x02][ \t]*\n?|\u00ad[ \t]*\n")
_ODD = re.compile("[^ -~\n€\u2018-\u201d•–—\xc0-\xff]")
"""What is neither plain text nor a common letter or sign of Western Europe."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


class Vocabulary:
    """The words of a document, looked up only when a hyphen asks for them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts
        self._words: set[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            whole = (_TORN.sub(" ", text) for text in self._texts)
            self._words = {found.lower() for text in whole for found in _WORD.findall(text)}
        return word.lower() in self._words

    @property
    def makes_compounds(self) -> bool:
        """Return whether the language writes compounds as one word, as Dutch and German do."""
        return any(all(word in self for word in words) for words in COMPOUNDING)


def plain(text: str) -> str:
    """Return text with ligatures opened and control characters gone."""
    if not _ODD.search(text):
        return text
    return _CONTROL.sub("", text.translate(PLAIN))


def plain_page(text: str) -> str:
    """Return a page's text in the file's order, a hyphen and a line feed at each broken word."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return plain(_BROKEN.sub("-\n", text)) if _ODD.search(text) else text


class Joined(NamedTuple):
    """The text of strips in order, one Line per strip, and the marks of notes; offsets in it."""

    text: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]


def joined(strips: list[Strip], vocabulary: Vocabulary) -> Joined:
    """Return the strips as one text."""
    pieces: list[str] = []
    lines: list[Line] = []
    marks: list[Mark] = []
    length = 0
    for index, strip in enumerate(strips):
        following = strips[index + 1].text if index + 1 < len(strips) else ""
        piece = _ended(strip.text.rstrip(), following.lstrip(), vocabulary)
        pieces.append(piece)
        box = Box(
            round(strip.x0, 1), round(strip.top, 1), round(strip.x1, 1), round(strip.bottom, 1)
        )
        lines.append(Line(length, length + len(piece.rstrip()), strip.page, box))
        marks += _marks(strip.text, length)
        length += len(piece)
    return Joined("".join(pieces), tuple(lines), tuple(marks))


def _marks(text: str, start: int) -> Iterator[Mark]:
    for found in MARK.finditer(text):
        first = start + len(plain(text[: found.start()]))
        yield Mark(first, first + len(found[0]))


def joined_lines(lines: list[str], vocabulary: Vocabulary) -> str:
    """Return lines of print as one text."""
    ends = [*lines[1:], ""]
    return "".join(
        _ended(line.rstrip(), following.lstrip(), vocabulary)
        for line, following in zip(lines, ends, strict=True)
    )


def _ended(text: str, following: str, vocabulary: Vocabulary) -> str:
    """Return a line's text with what must stand between it and the next line."""
    if not following:
        return plain(text[:-1] + "-" if text[-1:] in SOFT else text)
    if text[-1:] not in HYPHENS:
        return plain(text) + " "
    if len(text) > 1 and text[-2].isalnum():
        return plain(text[:-1]) + _link(text, following, vocabulary)
    return plain(text) + " "


def _link(text: str, following: str, vocabulary: Vocabulary) -> str:
    """Return what takes the place of the hyphen at a line's end: nothing, "-" or "- "."""
    last, first = _LAST_WORD.search(plain(text[:-1])), _FIRST_WORD.match(plain(following))
    if not last or not first:
        return "-"
    left, right = last[1], first[1]
    if f"{left}-{right}" in vocabulary:
        return "-"
    if right.lower() in ELLIPSIS_WORDS and following[len(right) : len(right) + 1] in {" ", ""}:
        return "- "
    return "-" if keeps_hyphen(left, right, vocabulary) else ""


def keeps_hyphen(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Return whether a word parted at a line's end is written with a hyphen."""
    if not left[-1].isalpha() or right[0].isdigit():
        return True
    part = left.rpartition("-")[2]
    if right[0].isupper():
        return not (part.isupper() and right.isupper())
    if left + right in vocabulary:
        return False
    if len(part) > 1 and part.isupper():
        return True
    chained = part != left or not vocabulary.makes_compounds
    return chained and part in vocabulary and right in vocabulary
