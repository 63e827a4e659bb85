"""Telling sentences are quoted with those that stand beside them, as a reader would quote them.

Two thoughts of one paragraph are one piece of evidence, and "the foreman was moved" is none without
the sentence before it; so the first five pieces show more of the document, and none is torn out of
its context.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.matching.quotes import quote

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from assessor.judging.case import Case
    from assessor.judging.evidence import Weighed
    from assessor.matching.quotes import Quote
    from assessor.model import Evidence, Passage

_LONGEST = 4
"""Sentences that are quoted as one; more is no longer a quote."""
_LETTERS = 450
"""Up to which sentences are added to a telling one: some five lines."""
_RUNNING = {"paragraph", "list_item", "footnote"}


def pieces(
    shown: Sequence[Weighed], along: Mapping[int, float], case: Case, most: int
) -> list[Evidence]:
    """Return at most so many pieces of evidence, most telling first.

    Args:
        shown: what counts on one question, most telling first.
        along: places that may be quoted with them, by how telling they are on any question.
        case: whose passages they are.
        most: how many pieces.
    """
    stretches = _stretches(shown, case, most)
    taken = {w.candidate.passage for stretch in stretches for w in stretch}
    found = []
    for stretch in stretches:
        places = _widened([w.candidate.passage for w in stretch], taken, along, case)
        taken.update(places)
        found.append(_quoted(stretch, places, case))
    return found


def _stretches(shown: Sequence[Weighed], case: Case, most: int) -> list[list[Weighed]]:
    """Return at most so many stretches of passages that follow on each other."""
    stretches: list[list[Weighed]] = []
    for weighed in shown:
        for stretch in stretches:
            if len(stretch) < _LONGEST and any(_touch(weighed, w, case) for w in stretch):
                stretch.append(weighed)
                break
        else:
            if len(stretches) < most:
                stretches.append([weighed])
    return stretches


def _touch(one: Weighed, other: Weighed, case: Case) -> bool:
    return _is_beside(one.candidate.passage, other.candidate.passage, case)


def _is_beside(place: int, other: int, case: Case) -> bool:
    """Return whether two passages are sentences next to each other in one block."""
    if abs(place - other) != 1 or not 0 <= min(place, other) < len(case.passages) - 1:
        return False
    this, that = case.passages[place], case.passages[other]
    return (this.document, this.block) == (that.document, that.block) and (
        {this.kind, that.kind} <= _RUNNING
    )


def _widened(
    places: Sequence[int], taken: Container[int], along: Mapping[int, float], case: Case
) -> list[int]:
    """Return the places of a stretch and of more beside it, while it is short, best first.

    Args:
        places: of the stretch.
        taken: places that other stretches quote.
        along: places that may be added, by how telling they are.
        case: whose passages they are.
    """
    wide = sorted(places)
    while len(wide) < _LONGEST:
        room = _LETTERS - sum(len(case.passages[place].text) for place in wide)
        more = [
            place
            for place, end in ((wide[0] - 1, wide[0]), (wide[-1] + 1, wide[-1]))
            if place in along
            and place not in taken
            and _is_beside(place, end, case)
            and len(case.passages[place].text) <= room
        ]
        if not more:
            break
        wide = sorted([*wide, max(more, key=lambda place: along[place])])
    return wide


def _quoted(stretch: Sequence[Weighed], places: Sequence[int], case: Case) -> Evidence:
    """Return the evidence of the most telling sentence, its quote that of all these places.

    Where they do not stand verbatim on one page, those of the stretch are quoted, or the sentence
    alone.
    """
    best = stretch[0].evidence
    own = sorted(w.candidate.passage for w in stretch)
    for tried in (places, own):
        found = _quoted_whole([case.passages[place] for place in tried], case)
        if len(tried) > 1 and found:
            level = max(w.evidence.level for w in stretch)
            return replace(best, quote=found.text, page=found.page, boxes=found.boxes, level=level)
    return best


def _quoted_whole(passages: Sequence[Passage], case: Case) -> Quote | None:
    """Return the words of passages that follow on each other; None where some are not there."""
    first, last = passages[0], passages[-1]
    document = case.document_of(first)
    text = document.blocks[first.block].text[first.start : last.end]
    found = quote(replace(first, end=last.end, text=text, after=last.after), document)
    each = [quote(passage, document) for passage in passages]
    wanted = sum(len(one.text) for one in each if one)
    return found if found and all(each) and len(found.text) >= wanted else None
