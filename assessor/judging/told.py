"""Gathers what of a submission may tell a risk or an action: rows of tables, cards, lists; prose.

Made once per submission, for risks and actions are read out of the same.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from assessor.judging.cards import cards_of
from assessor.judging.contents import is_harm, is_of_people
from assessor.judging.listed import listed
from assessor.judging.matrices import matrix_rows
from assessor.judging.prose import Prose
from assessor.judging.rows import TableRow
from assessor.judging.stages import stages_of
from assessor.judging.tables import TableReader
from assessor.judging.wording import lexicon
from assessor.matching.phrases import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assessor.judging.case import Case
    from assessor.judging.rows import Row
    from assessor.judging.topics import Topics
    from assessor.model import Document

ABOVE = " . "
"""Parts headings and caption in what stands above a table."""
_NEAR = 2
"""Blocks above a table that may hold its caption."""
_LONGEST_CAPTION, _LONGEST_TITLE = 30, 6
"""Words."""


class Told:
    """The rows and the running text of one submission."""

    def __init__(
        self, case: Case, on_topic: Topics, telling: Mapping[str, Mapping[int, float]]
    ) -> None:
        """Gather the rows; `telling` says by code how likely each passage would be quoted."""
        self.case = case
        self.on_topic = on_topic
        self._telling = telling
        self._rows = (*self._of_tables(), *self._of_lists())

    @cached_property
    def prose(self) -> Prose:
        """Return the running text, to be asked what its sentences name."""
        return Prose(self.case, self._telling)

    def having(self, role: str) -> list[TableRow]:
        """Return the rows that have something in this role, those of tables first."""
        return [r for r in self._rows if r.row.text(role)]

    def _of_tables(self) -> Iterator[TableRow]:
        by_place = _passages_by_row(self.case)
        for d, document in enumerate(self.case.documents):
            for b, first, row in self._rows_of(document):
                exact = by_place.get((d, b, row.row))
                passage = by_place.get((d, b, row.row + 1)) if exact is None else exact
                if passage is not None:
                    headings = self.case.passages[passage].headings
                    above = ABOVE.join((*headings, _caption(document, b)))
                    yield TableRow(row, passage, (d, b, first), above, exact is not None)

    def _rows_of(self, document: Document) -> Iterator[tuple[int, int, Row]]:
        """Yield (block, first row of its part, row) for the rows of all tables of a document."""
        main = document.languages[0] if document.languages else "und"

        def is_about(said: str) -> bool:
            return self.on_topic.of(said, main) is not None

        reader = TableReader(is_about)
        for b, block in enumerate(document.blocks):
            if block.kind != "table" or not block.cells or _explains_words(document, b):
                continue
            apart = (
                cards_of(block, *_above(document, b))
                or stages_of(block)
                or matrix_rows(block, is_about)
            )
            if apart is not None:
                yield from ((b, 0, row) for row in apart)
            else:
                yield from ((b, first, row) for first, row in reader.rows(block))

    def _of_lists(self) -> Iterator[TableRow]:
        first_of: dict[tuple[int, int], int] = {}
        for number, passage in enumerate(self.case.passages):
            first_of.setdefault((passage.document, passage.block), number)

        for d, document in enumerate(self.case.documents):
            for item in listed(document):
                index = first_of.get((d, item.block), first_of.get((d, item.block + 1)))
                if index is not None:
                    place = (d, item.group, 0)
                    yield TableRow(item.row, index, place, item.above, is_listed=True)


def _explains_words(document: Document, block: int) -> bool:
    """Return whether a table stands under "definitions" or the like."""
    above = document.blocks[block - 1].text if block else ""
    return len(words(above)) <= _LONGEST_TITLE and bool(lexicon("glossary").find(above))


def _above(document: Document, block: int) -> tuple[str, str]:
    """Return what stands right above a table, and what names the risk of a card there."""
    before = document.blocks[block - 1] if block else None
    if before is None:
        return "", ""
    heading = next((b for b in reversed(document.blocks[:block]) if b.kind != "paragraph"), None)
    tells = is_harm(before.text) or is_of_people(before.text)
    named = before.text if tells and before.kind != "table" else ""
    is_under = heading is not None and heading.kind == "heading"
    return before.text, named or (heading.text if heading and is_under else "")


def _caption(document: Document, block: int) -> str:
    above = document.blocks[max(0, block - _NEAR) : block]
    return ABOVE.join(b.text for b in above if len(words(b.text)) <= _LONGEST_CAPTION)


def _passages_by_row(case: Case) -> dict[tuple[int, int, int], int]:
    """Return (document, block, row) → index of the passage that quotes it: one line per row."""
    by_block: dict[tuple[int, int], list[int]] = {}
    for index, passage in enumerate(case.passages):
        if passage.kind == "table":
            by_block.setdefault((passage.document, passage.block), []).append(index)
    by_row: dict[tuple[int, int, int], int] = {}
    for (d, b), indexes in by_block.items():
        block = case.documents[d].blocks[b]
        numbers = sorted({cell.row for cell in block.cells})
        starts = [0, *(at + 1 for at, c in enumerate(block.text) if c == "\n")]
        for index in indexes:
            line = bisect_right(starts, case.passages[index].start) - 1
            by_row[d, b, numbers[min(line, len(numbers) - 1)]] = index
    return by_row
