"""Keeps only such quotes with risks and actions as stand verbatim in the document.

A whole passage is quoted as any other: without the bullet or number that a file only draws. A cell
of a table may be read together from lines that do not follow each other on the page; then the
row's passage is quoted as any other, or nothing is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from assessor.matching.quotes import quote, stands
from assessor.model import Action, Risk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assessor.judging.case import Case
    from assessor.model import Evidence

R = TypeVar("R", Risk, Action)


def quotable(found: Sequence[R], case: Case) -> tuple[R, ...]:
    """Return the risks or actions with only those quotes that stand in their document."""
    return tuple(replace(f, evidence=tuple(_standing(f.evidence, case))) for f in found)


def _standing(evidence: Sequence[Evidence], case: Case) -> Iterator[Evidence]:
    for e in evidence:
        document = case.documents[e.document]
        is_whole = e.passage >= 0 and e.quote == case.passages[e.passage].text
        if not is_whole and stands(e.quote, e.page, document):
            yield e
        elif e.passage >= 0 and (other := quote(case.passages[e.passage], document)):
            yield replace(e, quote=other.text, page=other.page, boxes=other.boxes)
