"""Cuts a document into passages: the sentences, list items and table rows that are judged.

Each carries what a reader sees around it: the headings above, the line that introduces its list or
the heads of its columns, its neighbours, its page. Running headers, footers and contents are out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from assessor.model import Passage
from assessor.reading.limits import default_limits
from assessor.reading.noted import Noted, sentence_bounds, whole_bounds
from assessor.reading.sentences import Bounds, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.model import Block, Document

_LONGEST_ITEM = 400
_INTRODUCES = re.compile(r":$|\b(volgende|onderstaande|hieronder|following|below)\b", re.IGNORECASE)
_LEFT_OUT = {"header", "footer", "contents"}


@dataclass(slots=True)
class _Surroundings:
    """What stands above the block that is being cut."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    introduction: str = ""
    items: list[tuple[int, str]] = field(default_factory=list)
    """Open list items by level."""

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.headings)

    def enter_heading(self, block: Block) -> None:
        level = block.level or 1
        self.headings = [(above, text) for above, text in self.headings if above < level]
        self.introduction = ""

    def enter_item(self, block: Block) -> str:
        """Return what introduces a list item: the item that it is part of, or the list's lead."""
        level = block.level or 1
        self.items = [(above, text) for above, text in self.items if above < level]
        lead = self.items[-1][1] if self.items else self.introduction
        self.items.append((level, block.text))
        return lead

    def leave_list(self) -> None:
        self.items = []


def passages_of(document: Document, index: int = 0) -> tuple[Passage, ...]:
    """Return the passages of the submission's document `index`, in reading order.

    Of a document that is too long to be judged, the first ones.
    """
    return tuple(islice(_cut(document, index), default_limits().passages))


def first_unjudged(document: Document) -> Passage | None:
    """Return the first passage that the document has too many, None when all can be judged."""
    return next(islice(_cut(document, 0), default_limits().passages, None), None)


def _cut(document: Document, index: int) -> Iterator[Passage]:
    around = _Surroundings()
    notes = Noted()
    neighbours = _list_neighbours(document.blocks)
    for number, block in enumerate(document.blocks):
        if block.kind in _LEFT_OUT:
            continue
        piece = _Piece(index, number, block, around.path)
        if block.kind == "heading":
            around.enter_heading(block)
            heading = _Piece(index, number, block, around.path).whole()
            yield heading
            around.headings.append((block.level or 1, heading.text))
        elif block.kind == "list_item":
            yield from piece.item(around.enter_item(block), *neighbours[number])
        elif block.kind == "table":
            yield from piece.rows()
        elif block.kind == "footnote":
            headings, said = notes.around(block, around.path)
            yield from _Piece(index, number, block, headings).sentences(before=said)
        else:
            yield from piece.sentences()
        if block.kind != "footnote":
            notes.meet(block, around.path)
        if block.kind == "paragraph":
            around.introduction = _lead(block.text)
        if block.kind not in {"list_item", "footnote"}:
            around.leave_list()


def _lead(text: str) -> str:
    """Return the last sentence of a paragraph if it introduces what comes next."""
    bounds = sentences(text)
    last = text[bounds[-1].start : bounds[-1].end] if bounds else ""
    return last if _INTRODUCES.search(last) else ""


def _list_neighbours(blocks: tuple[Block, ...]) -> dict[int, tuple[str, str]]:
    """Return the texts of the items before and after each list item, by block number."""
    found: dict[int, tuple[str, str]] = {}
    run: list[int] = []
    for number, block in enumerate(blocks):
        if block.kind == "list_item":
            run.append(number)
        elif block.kind not in {"footnote", "header", "footer"}:
            run = []
        if run and run[-1] == number:
            before = blocks[run[-2]].text if len(run) > 1 else ""
            found[number] = (before, "")
            if len(run) > 1:
                found[run[-2]] = (found[run[-2]][0], block.text)
    return found


@dataclass(frozen=True, slots=True)
class _Piece:
    """One block with its place in the document, ready to be cut."""

    document: int
    number: int
    block: Block
    headings: tuple[str, ...]

    def whole(self, introduction: str = "", before: str = "", after: str = "") -> Passage:
        return self._passage(whole_bounds(self.block), introduction, before, after)

    def sentences(self, introduction: str = "", before: str = "") -> Iterator[Passage]:
        text = self.block.text
        bounds = sentence_bounds(self.block)
        parts = [before, *(text[b.start : b.end] for b in bounds), ""]
        for i, b in enumerate(bounds):
            yield self._passage(b, introduction, parts[i], parts[i + 2])

    def item(self, introduction: str, before: str, after: str) -> Iterator[Passage]:
        if len(self.block.text) <= _LONGEST_ITEM:
            yield self.whole(introduction, before, after)
        else:
            yield from self.sentences(introduction)

    def rows(self) -> Iterator[Passage]:
        lines = self.block.text.split("\n")
        starts = accumulate((len(line) + 1 for line in lines), initial=0)
        head_rows = {cell.row for cell in self.block.cells if cell.is_header}
        heads = [cell.text for cell in self.block.cells if cell.is_header and cell.text]
        above = self._spanning()
        for row, (line, start) in enumerate(zip(lines, starts, strict=False)):
            if row not in head_rows and line.strip(" |"):
                parts = (" | ".join(texts) for texts in (heads, above.get(row)) if texts)
                yield self._passage(Bounds(start, start + len(line)), "\n".join(parts), "", "")

    def _spanning(self) -> dict[int, list[str]]:
        """Return the texts of the cells that come down into a row from above, by row."""
        above: dict[int, list[str]] = {}
        for cell in self.block.cells:
            for row in range(cell.row + 1, cell.row + cell.row_span):
                if cell.text and not cell.is_header:
                    above.setdefault(row, []).append(cell.text)
        return above

    def _passage(self, bounds: Bounds, introduction: str, before: str, after: str) -> Passage:
        return Passage(
            document=self.document,
            block=self.number,
            start=bounds.start,
            end=bounds.end,
            text=self.block.text[bounds.start : bounds.end],
            kind=self.block.kind,
            language=self.block.language,
            page=self._page(bounds.start),
            headings=self.headings,
            introduction=introduction,
            before=before,
            after=after,
        )

    def _page(self, offset: int) -> int | None:
        """Return the page on which the text at an offset stands."""
        index = bisect_right(self.block.lines, offset, key=lambda line: line.start) - 1
        return self.block.lines[index].page if index >= 0 else self.block.page
