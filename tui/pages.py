"""Where does it say so: the documents as pages of text, with every quote found in its place.

Without Textual. A PDF keeps its own pages; Word has none and is cut into portions. Nothing of the
text is changed: a mark is a stretch of offsets in a block.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.dossiers.prepared import Prepared
    from assessor.model import Block, Document, Evidence

PORTION = 40
"""Blocks of a Word file shown at once: about two printed pages."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page, or one portion of a Word file."""

    document: int
    number: int
    """The page, or the portion counted from 1."""
    is_page: bool
    of: int
    """How many the document has."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A quote in its place."""

    leaf: int
    block: int
    """Index among the leaf's blocks; -1 when the quote was not found again on its page."""
    start: int
    end: int
    quote: str


class Pages:
    """All pages of a submission and all quotes on them, in reading order."""

    def __init__(self, prepared: Prepared) -> None:
        self.leaves = tuple(_leaves(prepared.documents))
        self._by_page: defaultdict[tuple[int, int | None], list[int]] = defaultdict(list)
        for index, leaf in enumerate(self.leaves):
            self._by_page[leaf.document, leaf.number].append(index)
            self._by_page[leaf.document, None].append(index)
        different = {(e.document, e.page, e.quote): e for e in _evidence(prepared)}
        every = {self._place(evidence) for evidence in different.values()}
        self.marks = tuple(
            sorted(
                (mark for mark in every if mark is not None),
                key=lambda mark: (mark.leaf, mark.block, mark.start, mark.end),
            )
        )

    def marks_on(self, leaf: int) -> tuple[Mark, ...]:
        """Return the marks of one leaf."""
        return tuple(mark for mark in self.marks if mark.leaf == leaf)

    def mark_of(self, evidence: Evidence) -> Mark | None:
        """Return where a quote stands; None when its document or page is not there."""
        return self._place(evidence)

    def _place(self, evidence: Evidence) -> Mark | None:
        leaves = self._by_page.get((evidence.document, evidence.page), [])
        pattern = _pattern(evidence.quote)
        for index in (*leaves, *(leaf + 1 for leaf in leaves[-1:])):
            if found := self._search(index, pattern, evidence):
                return found
        return Mark(leaves[0], -1, 0, 0, evidence.quote) if leaves else None

    def _search(self, index: int, pattern: re.Pattern[str], evidence: Evidence) -> Mark | None:
        if index >= len(self.leaves) or self.leaves[index].document != evidence.document:
            return None
        for place, block in enumerate(self.leaves[index].blocks):
            if match := pattern.search(block.text):
                return Mark(index, place, match.start(), match.end(), evidence.quote)
        return None


def _leaves(documents: tuple[Document, ...]) -> Iterator[Leaf]:
    for index, document in enumerate(documents):
        portions = _by_page(document) if document.pages else _by_portion(document)
        for number, blocks in portions.items():
            yield Leaf(index, number, bool(document.pages), len(portions), tuple(blocks))


def _by_page(document: Document) -> dict[int, list[Block]]:
    blocks: dict[int, list[Block]] = {page.number: [] for page in document.pages}
    for block in document.blocks:
        if block.page in blocks:
            blocks[block.page].append(block)
    return blocks


def _by_portion(document: Document) -> dict[int, list[Block]]:
    starts = range(0, max(len(document.blocks), 1), PORTION)
    return {
        number: list(document.blocks[start : start + PORTION])
        for number, start in enumerate(starts, start=1)
    }


def _pattern(quote: str) -> re.Pattern[str]:
    """Return what finds a quote again whatever its white space became."""
    return re.compile(r"\s+".join(re.escape(word) for word in quote.split()) or r"(?!)")


def _evidence(prepared: Prepared) -> Iterator[Evidence]:
    assessment = prepared.assessment
    for measure in assessment.measures:
        yield from measure.evidence
    for theme in assessment.themes:
        for judgement in (theme.judgement, *theme.topics):
            yield from judgement.evidence
    for finding in assessment.findings:
        yield from finding.evidence
    for risk in assessment.risks:
        yield from risk.evidence
    for action in assessment.actions:
        yield from action.evidence
