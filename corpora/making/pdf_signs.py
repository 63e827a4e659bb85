"""Which signs the fonts of a PDF can set; another one would come out as a black block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics

from making.blocks import Misprint

if TYPE_CHECKING:
    from making.looks import Look
    from making.manuscript import Manuscript

_STANDARD = ("cp1252", "symbolencoding", "zapfdingbatsencoding")


def check_signs(manuscript: Manuscript) -> None:
    """Raise where the text has a sign that its look's fonts lack.

    Raises:
        Misprint: There is such a sign.
    """
    texts = repr((manuscript.blocks, manuscript.notes, manuscript.front))
    missing = sorted(sign for sign in set(texts) if not _has(manuscript.look, sign))
    if missing:
        raise Misprint(f"no font of this look has {' '.join(missing)}")


def _has(look: Look, sign: str) -> bool:
    """Return whether all fonts of a look have a sign."""
    if {look.text, look.heads, look.cells} == {"Vera"}:
        return sign == "\xad" or ord(sign) in pdfmetrics.getFont("Vera").face.charToGlyph
    return any(_encodes(sign, encoding) for encoding in _STANDARD)


def _encodes(sign: str, encoding: str) -> bool:
    """Return whether an encoding has a sign."""
    try:
        sign.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
