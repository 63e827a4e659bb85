"""Recognises what a document is meant to be, so that what another should cover is no gap here."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from assessor.matching.phrases import Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assessor.checklist import Checklist, TermList
    from assessor.model import Document, DocumentType

_TITLE_BLOCKS = 6
"""Blocks from the start in which a title may stand."""
_TOO_LONG = 200
"""Characters from which a text is no title."""
_HEADINGS_NEEDED = 3
"""Headings that point to a type before it counts beside a title that says another."""


def recognise(document: Document, checklist: Checklist) -> tuple[DocumentType, ...]:
    """Return the types a document serves as, in the checklist's order; empty when unclear."""
    cues = checklist.manifest.document_types
    title = " . ".join([document.file.replace("_", " "), *_opening(document)])
    of_titles = _lexicon((c.code, c.title_terms) for c in cues)
    of_headings = _lexicon((c.code, c.heading_terms) for c in cues)
    headings = [b.text for b in document.blocks if b.kind == "heading"]
    named = _met(of_titles, title)
    often = Counter(code for h in headings for code in _met(of_headings, h))
    by_headings = {code for code, count in often.items() if count >= _HEADINGS_NEEDED}
    return tuple(c.code for c in cues if c.code in (named or by_headings))


def _opening(document: Document) -> Sequence[str]:
    """Return the texts among which the title stands."""
    kept = [b for b in document.blocks if b.kind in {"heading", "paragraph", "header"}]
    return [b.text for b in kept[:_TITLE_BLOCKS] if len(b.text) < _TOO_LONG]


def _lexicon(cues: Iterable[tuple[DocumentType, TermList]]) -> Lexicon[DocumentType]:
    return Lexicon((code, term) for code, terms in cues for term in terms.nl + terms.en)


def _met(lexicon: Lexicon[DocumentType], text: str) -> set[DocumentType]:
    return {hit.label for hit in lexicon.find(text)}
