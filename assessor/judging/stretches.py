"""Telling sentences that follow on each other are quoted together, as a reader would quote them.

Two thoughts of one paragraph are one piece of evidence; so the first five pieces show more of the
document, and none is torn out of its context.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.matching.quotes import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.judging.case import Case
    from assessor.judging.evidence import Weighed
    from assessor.model import Evidence

_LONGEST = 3
"""Sentences that are quoted as one; more is no longer a quote."""
_RUNNING = {"paragraph", "list_item", "footnote"}


def pieces(shown: Sequence[Weighed], case: Case, most: int) -> list[Evidence]:
    """Return at most so many pieces of evidence, most telling first.

    Args:
        shown: of one question, most telling first.
        case: whose passages they are.
        most: how many pieces.
    """
    stretches: list[list[Weighed]] = []
    for weighed in shown:
        for stretch in stretches:
            if len(stretch) < _LONGEST and any(_follows(weighed, w) for w in stretch):
                stretch.append(weighed)
                break
        else:
            if len(stretches) < most:
                stretches.append([weighed])
    return [_quoted(stretch, case) for stretch in stretches]


def _follows(one: Weighed, other: Weighed) -> bool:
    """Return whether two sentences stand next to each other in one block."""
    this, that = one.passage, other.passage
    return (
        abs(one.candidate.passage - other.candidate.passage) == 1
        and (this.document, this.block) == (that.document, that.block)
        and {this.kind, that.kind} <= _RUNNING
    )


def _quoted(stretch: Sequence[Weighed], case: Case) -> Evidence:
    """Return the evidence of the most telling sentence, its quote that of the whole stretch.

    Where the whole does not stand verbatim on one page, the sentence stands alone.
    """
    best = stretch[0].evidence
    if len(stretch) == 1:
        return best
    in_order = sorted((w.passage for w in stretch), key=lambda p: p.start)
    first, last = in_order[0], in_order[-1]
    text = case.document_of(first).blocks[first.block].text[first.start : last.end]
    whole = replace(first, end=last.end, text=text, after=last.after)
    found = quote(whole, case.document_of(first))
    if found is None or len(found.text) < sum(len(w.evidence.quote) for w in stretch):
        return best
    return replace(
        best,
        quote=found.text,
        page=found.page,
        boxes=found.boxes,
        level=max(w.evidence.level for w in stretch),
    )
