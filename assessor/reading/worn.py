"""Whether a page's text is worn: an old recognition full of mistakes, or letters of a wrong font.

Apart because such text is still worth having: it stays unless the page can be recognised anew and
the new text is better.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

import pypdfium2.raw as pdfium

INVISIBLE = 3
"""PDF's way of drawing text that is not seen: the layer that recognition puts over a scan."""

ODD = 0.01
"""Share of odd words from which an invisible layer is worn; good ones that we met have 0.003."""

ENOUGH = 40
"""Words below which nothing can be told."""

MOST_COMMON = 0.01
"""Share of common words up to which a page may be in a wrong font; prose has 0.3, tables 0.05."""

BEGINNING, PROSE = 400, 0.1
"""Characters at the beginning, and the share of common words in them that needs no second look."""

MUTE = 0.15
"""Share of words without a vowel from which it is; abbreviations in tables reach 0.1."""

_ODD = re.compile(
    r"[^\W\d_]*[a-zß-ÿ][A-ZÀ-Þ][^\W\d_]*"  # WoldB
    r"|[a-z]+\d[a-z\d]*"  # a3
    r"|[.,'’•·*~^|_\\]+"  # specks
    r"|[b-hj-np-tv-zB-HJ-NP-TV-Z]"
)
_LATIN = re.compile(r"[A-Za-z]{3,}")
_VOWEL = re.compile(r"[aeiouyAEIOUY]")


def is_invisible(text_page: pdfium.FPDF_TEXTPAGE, count: int) -> bool:
    """Return whether the page's `count` characters lie unseen over a picture, by three of them."""
    for index in (count // 7, count // 2, count - 1 - count // 7):
        drawn = pdfium.FPDFText_GetTextObject(text_page, index)
        if drawn and pdfium.FPDFTextObj_GetTextRenderMode(drawn) != INVISIBLE:
            return False
    return count > 0


def is_worn(text: str, *, invisible: bool) -> bool:
    """Return whether the text of a page has so many mistakes that the page is best read anew."""
    if invisible and _odd(text) >= ODD:
        return True
    if common(text[:BEGINNING]) > PROSE:
        return False
    words = _LATIN.findall(text)
    if len(words) < ENOUGH or common(text) > MOST_COMMON:
        return False
    return sum(not _VOWEL.search(word) for word in words) > MUTE * len(words)


def is_better(new: str, old: str) -> bool:
    """Return whether text that was recognised anew is better than what it would replace."""
    if common(new) <= MOST_COMMON or common(old) <= MOST_COMMON:
        return common(new) > common(old)
    return _odd(new) <= _odd(old) and len(new) > len(old) / 2


def common(text: str) -> float:
    """Return the share of the words that are common ones, in any of the languages we know."""
    words = text.lower().split()
    return sum(map(_common_words().__contains__, words)) / max(len(words), 1)


def _odd(text: str) -> float:
    words = text.split()
    if len(words) < ENOUGH:
        return 0.0
    return sum(bool(_ODD.fullmatch(word)) for word in words) / len(words)


@cache
def _common_words() -> frozenset[str]:
    text = resources.files(__package__).joinpath("common_words.toml").read_text("utf-8")
    return frozenset(word for words in tomllib.loads(text).values() for word in words)
