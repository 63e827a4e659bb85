"""Recognises what a document is meant to be, so that what another should cover is no gap here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.matching.phrases import Lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.checklist import Checklist, TermList
    from assessor.model import Document, DocumentType

_TITLE_BLOCKS = 6
"""Blocks from the start in which a title may stand."""
_HEADINGS_NEEDED = 3
"""Headings that point to a type before it counts beside a title that says another."""


def recognise(document: Document, checklist: Checklist) -> tuple[DocumentType, ...]:
    """Return the types a document serves as, in the checklist's order; empty when unclear."""
    cues = checklist.manifest.document_types
    title = " . ".join([document.file.replace("_", " "), *_opening(document)])
    headings = [b.text for b in document.blocks if b.kind == "heading"]
    named = {c.code for c in cues if _meets(c.title_terms, title)}
    by_headings = {
        c.code
        for c in cues
        if sum(_meets(c.heading_terms, h) for h in headings) >= _HEADINGS_NEEDED
    }
    return tuple(c.code for c in cues if c.code in (named or by_headings))


def _opening(document: Document) -> Sequence[str]:
    """Return the texts among which the title stands."""
    kept = [b for b in document.blocks if b.kind in {"heading", "paragraph", "header"}]
    return [b.text for b in kept[:_TITLE_BLOCKS] if len(b.text) < 200]  # noqa: PLR2004  # longer is no title


def _meets(terms: TermList, text: str) -> bool:
    return bool(Lexicon((0, term) for term in terms.nl + terms.en).find(text))
