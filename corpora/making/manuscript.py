"""The words of one document as its source has them: read, marked up, numbered, not laid out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from making import looks
from making.blocks import checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

SOFT_HYPHEN = "\N{SOFT HYPHEN}"

_PIECE = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>.+?)\*|\[\^(?P<note>\w+)\]|~(?P<low>\w+)~")
_BEFORE_MARK = re.compile(r"[^\W\d_]+\S* $")
"""The last word before marked text: with soft hyphens in it, ReportLab drops the space after it."""
_WORD = re.compile(r"[^\W\d_]+")


class Piece(NamedTuple):
    """A stretch of text in one style, or the mark of a note."""

    text: str
    bold: bool = False
    italic: bool = False
    low: bool = False
    note: int = 0
    """Number of the note that is called here; 0 where there is none."""


@dataclass(slots=True)
class Manuscript:
    """One document: its front matter, its notes and its blocks in order."""

    front: dict[str, Any]
    notes: dict[str, str]
    blocks: list[dict[str, Any]]
    breaks: dict[str, str]
    """Long words with soft hyphens where they may break, by the word in lower case."""
    numbers: dict[str, int] = field(default_factory=dict)
    """Number of each note, in the order of first use."""

    @property
    def day(self) -> date:
        """Return the date on which the document was issued."""
        day: date = self.front["date"]
        return day

    @property
    def words(self) -> dict[str, Any]:
        """Return the maker's own words in the document's language."""
        return looks.words(self.front.get("language", "nl"))

    @property
    def layout(self) -> looks.Layout:
        """Return the layout, with what the front matter says otherwise."""
        named = looks.layout(self.front.get("layout", "report"))
        if named.cover == "look":
            named = replace(named, cover=self.look.cover)
        keys = ("cover", "contents", "numbered", "justified")
        return replace(named, **{key: self.front[key] for key in keys if key in self.front})

    @property
    def look(self) -> looks.Look:
        """Return the look that the front matter names."""
        return looks.look(self.front.get("look", "forest"))

    def fresh(self) -> Manuscript:
        """Return the same manuscript with no note numbered yet."""
        return replace(self, numbers={})

    def note(self, number: int) -> str:
        """Return the text of a numbered note."""
        return self.notes[next(key for key, known in self.numbers.items() if known == number)]

    def spelled_date(self) -> str:
        """Return the date of issue in words: "12 oktober 2026"."""
        return f"{self.day.day} {self.words['months'][self.day.month - 1]} {self.day.year}"

    def pieces(self, text: str) -> Iterator[Piece]:
        """Yield the text cut at its marks: bold, italic, low figures and notes."""
        end = 0
        for found in _PIECE.finditer(text):
            if found.start() > end:
                yield Piece(text[end : found.start()])
            yield self._marked(found)
            end = found.end()
        if end < len(text):
            yield Piece(text[end:])

    def hyphenated(self, text: str) -> str:
        """Return the text with soft hyphens in the words that may break at a line's end."""
        return _WORD.sub(lambda found: self._broken(found.group()), text)

    def markup(self, text: str) -> str:
        """Return the text in the small HTML that ReportLab's paragraphs read."""
        return "".join(self._tagged(piece) for piece in self.pieces(str(text)))

    def _marked(self, found: re.Match[str]) -> Piece:
        """Return what stands between the marks."""
        if found["note"]:
            if found["note"] not in self.notes:
                raise KeyError(f"no note is called {found['note']!r}")
            return Piece("", note=self.numbers.setdefault(found["note"], len(self.numbers) + 1))
        if found["low"]:
            return Piece(found["low"], low=True)
        return Piece(found["bold"] or found["italic"], bool(found["bold"]), bool(found["italic"]))

    def _broken(self, word: str) -> str:
        """Return the word with soft hyphens, its capitals kept."""
        pattern = self.breaks.get(word.lower())
        if pattern is None:
            return word
        letters = iter(word)
        return "".join(sign if sign == SOFT_HYPHEN else next(letters) for sign in pattern)

    def _tagged(self, piece: Piece) -> str:
        """Return one piece as markup; a note's mark tells the page that it was set there."""
        if piece.note:
            return f'<super size="7">{piece.note}</super><onDraw name="note" label="{piece.note}"/>'
        last = _BEFORE_MARK.search(piece.text)
        end = last.start() if last else len(piece.text)
        text = self.hyphenated(escape(piece.text[:end], quote=False))
        text += escape(piece.text[end:], quote=False)
        if piece.low:
            return f"<sub>{text}</sub>"
        if piece.bold:
            return f"<b>{text}</b>"
        return f"<i>{text}</i>" if piece.italic else text


def read(source: Path, breaks: Iterable[Path] = ()) -> Manuscript:
    """Return the manuscript of a source.

    Args:
        source: The YAML file.
        breaks: Lists that say where long words may break, one word a line.

    Raises:
        Misprint: The source has a block that the maker does not know.
    """
    front = yaml.safe_load(source.read_text(encoding="utf-8"))
    return Manuscript(
        notes=front.pop("notes", None) or {},
        blocks=checked(front.pop("blocks")),
        breaks=_breaks(breaks),
        front=front,
    )


def _breaks(lists: Iterable[Path]) -> dict[str, str]:
    """Return where long words may break, from hand-checked lists."""
    lines = [line for path in lists for line in path.read_text(encoding="utf-8").splitlines()]
    words = [line for line in lines if line and not line.startswith("#")]
    return {word.replace("-", ""): word.replace("-", SOFT_HYPHEN) for word in words}
