"""The marks of notes in passages: left out at either end, and followed from a note to its text.

Apart because it is the only place where what stands at the foot of a page meets what it is about.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from assessor.reading.raised import RAISED, raised_again
from assessor.reading.sentences import Bounds, sentences

if TYPE_CHECKING:
    from assessor.model import Block

_AROUND = f"{RAISED} "


class Noted:
    """What stands around the marks that were met so far, by the number of their notes."""

    def __init__(self) -> None:
        self._met: dict[str, tuple[tuple[str, ...], str]] = {}

    def meet(self, block: Block, headings: tuple[str, ...]) -> None:
        """Remember the headings above each mark in the block, and the sentence that bears it."""
        if not block.marks:
            return
        bounds = sentence_bounds(block)
        for mark in block.marks:
            index = bisect_right(bounds, mark.start, key=lambda b: b.start) - 1
            said = block.text[bounds[index].start : bounds[index].end] if index >= 0 else ""
            self._met[block.text[mark.start : mark.end]] = headings, said

    def around(self, note: Block, headings: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
        """Return the headings and the sentence of a footnote's mark.

        Where the mark was not met, the headings above the note and no sentence.
        """
        if not note.marks or note.marks[0].start > 0:
            return headings, ""
        return self._met.get(note.text[: note.marks[0].end], (headings, ""))


def sentence_bounds(block: Block) -> list[Bounds]:
    """Return the bounds of the block's sentences, without the marks of notes at either end."""
    if not block.marks:
        return sentences(block.text)
    text = raised_again(block.text, block.marks)
    return [bare for bounds in sentences(text) if (bare := _bare(text, bounds))]


def whole_bounds(block: Block) -> Bounds:
    """Return the bounds of the block's text, without the marks of notes at either end."""
    whole = Bounds(0, len(block.text))
    return (_bare(raised_again(block.text, block.marks), whole) if block.marks else None) or whole


def _bare(text: str, bounds: Bounds) -> Bounds | None:
    part = text[bounds.start : bounds.end]
    start = bounds.start + len(part) - len(part.lstrip(_AROUND))
    bare = part.strip(_AROUND)
    return Bounds(start, start + len(bare)) if bare else None
