"""What a screen looks like, as text that a person can read in a diff: words first, colours below.

Set ASSESSOR_RENEW to keep what the screens look like now instead of comparing; set ASSESSOR_SHOW to
a folder to get a picture (SVG) of every screen there.
"""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path

FOLDER = Path(__file__).parent / "tui" / "looks"
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_MARKS = ("bold", "dim", "italic", "underline", "reverse")
_LONGEST = 40
"""Lines of a difference that are told."""


def look_of(app, name):
    """Return the words of a screen, then a letter per cell for its style, then the styles."""
    letters, words, styles = {}, [], []
    for strip in app.screen._compositor.render_strips():
        words.append("".join(segment.text for segment in strip).rstrip())
        row = "".join(
            letters.setdefault(_style(segment), _LETTERS[len(letters)]) * segment.cell_length
            for segment in strip
        )
        styles.append(row.rstrip(row[-1]) + row[-1] if row else "")
    meanings = [f"{letter} {style}" for style, letter in letters.items()]
    return "\n".join((f"=== {name}", *words, "---", *styles, "---", *meanings, ""))


def _style(segment):
    style = segment.style
    marks = [name for name in _MARKS if getattr(style, name)]
    return " ".join((_colour(style.color), "on", _colour(style.bgcolor), *marks))


def _colour(colour):
    return colour.triplet.hex if colour and colour.triplet else str(colour and colour.name)


class Looks:
    """The screens of one walk, compared with those that were kept."""

    def __init__(self, name):
        self._name = name
        self._seen = []

    def see(self, app, screen):
        """Add what stands on the screen now."""
        self._seen.append(look_of(app, screen))
        if folder := os.environ.get("ASSESSOR_SHOW"):
            picture = Path(folder) / f"{screen} {self._name}.svg"
            picture.write_text(app.export_screenshot(), "utf-8")

    def compare(self):
        """Fail with what is otherwise; or keep what was seen."""
        kept, seen = FOLDER / f"{self._name}.txt", "\n".join(self._seen)
        if os.environ.get("ASSESSOR_RENEW"):
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(seen, "utf-8")
        before = kept.read_text("utf-8")
        if before != seen:
            lines = list(unified_diff(before.splitlines(), seen.splitlines(), n=1, lineterm=""))
            told = "\n".join(lines[:_LONGEST])
            raise AssertionError(f"{self._name} looks otherwise ({len(lines)} lines):\n{told}")
