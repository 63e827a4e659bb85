"""Paragraphs: strips gathered into drafts, line under line.

Apart because this decides only which lines belong together, not what they are or in which order
they are read. The file's own order is a good first guess; the geometry has the last word.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from assessor.reading.drafts import Draft
from assessor.reading.marks import has_leaders, opens_item
from assessor.reading.raised import opens_note, without_mark

if TYPE_CHECKING:
    from assessor.reading.strips import Strip

OPEN = 4
"""Drafts that may still grow; columns set line by line keep as many open as there are columns."""

LEADING = 1.45
"""Distance of baselines in em up to which lines belong together, when the page does not say."""

LOOSE = 2.6
"""Distance beyond which lines are never one paragraph, not even in double-spaced print."""

SIZE_CHANGE = 0.1
"""Share by which the type size may differ within a paragraph."""

SIZE_CHANGE_GUESSED = 0.35
"""The same where sizes are the guesses of a text recogniser and differ from line to line."""

STEADY = 0.5
"""Share of the characters that are of one size on a page whose sizes can be trusted."""

INDENT = 0.9
"""Em by which the first line of a paragraph is set in."""

MEAN_LETTER = 0.5
"""Em of an average letter, to guess whether a word would have fitted on the line above."""

SENTENCE_END = (".", "!", "?", ":", ";", ".”", ".'", '."', ".)")


def gathered(strips: list[Strip]) -> list[Draft]:
    """Return drafts of lines that stand under each other and belong together."""
    usual = Usual(strips)
    drafts: list[Draft] = []
    for strip in strips:
        for draft in reversed(drafts[-OPEN:]) if not strip.turns else ():
            if _continues(draft, strip, usual):
                draft.add(strip)
                break
        else:
            drafts.append(Draft.of(strip))
    return drafts


def mended(drafts: list[Draft]) -> list[Draft]:
    """Return drafts in reading order with fragments joined that the file had torn apart."""
    usual = Usual([strip for draft in drafts for strip in draft.strips])
    whole: list[Draft] = []
    for draft in drafts:
        last = whole[-1] if whole else None
        if (
            last
            and last.kind == draft.kind == "paragraph"
            and _continues(last, draft.strips[0], usual)
        ):
            for strip in draft.strips:
                last.add(strip)
        else:
            whole.append(draft)
    return whole


class Usual:
    """What is usual on a page: the distance of lines, and how far sizes may differ."""

    def __init__(self, strips: list[Strip]) -> None:
        self.leading = usual_leading(strips)
        self.size_change = SIZE_CHANGE if sizes_are_steady(strips) else SIZE_CHANGE_GUESSED


def sizes_are_steady(strips: list[Strip]) -> bool:
    """Return whether most characters are of one size, as in print and not in recognised text."""
    sizes: Counter[int] = Counter()
    for strip in strips:
        sizes[round(strip.size * 4)] += len(strip.text)
    return not sizes or sizes.most_common(1)[0][1] >= STEADY * sizes.total() or len(sizes) <= 4  # noqa: PLR2004  a designed page has few sizes


def usual_leading(strips: list[Strip]) -> float:
    """Return the greatest distance of baselines, in em, between lines that belong together."""
    steps: Counter[float] = Counter()
    for above, below in zip(strips, strips[1:]):  # noqa: B905,RUF007  a hot loop
        step = (below.baseline - above.baseline) / (above.size or 1)
        if LEADING < LOOSE and 0.8 < step < LOOSE and abs(below.x0 - above.x0) < above.size:  # noqa: PLR2004  set solid
            steps[round(step, 1)] += len(below.text)
    if not steps:
        return LEADING
    return max(LEADING, steps.most_common(1)[0][0] * 1.12)


def _continues(draft: Draft, strip: Strip, usual: Usual) -> bool:
    last = draft.strips[-1]
    size = max(last.size, strip.size)
    if not _is_below(last, strip, size, usual):
        return False
    if has_leaders(last.text) or opens_item(strip.text) or opens_note(strip.text):
        return False
    if min(draft.x1, strip.x1) <= max(draft.x0, strip.x0):
        return False
    if len(draft.strips) > 1 and _spread(draft, strip.baseline - last.baseline, size):
        return False
    return not _starts_anew(draft, last, strip, size)


def _is_below(last: Strip, strip: Strip, size: float, usual: Usual) -> bool:
    return (
        0.4 * size < strip.baseline - last.baseline <= usual.leading * size
        and not last.turns
        and strip.page == last.page
        and abs(strip.size - last.size) <= usual.size_change * size
    )


def _spread(draft: Draft, step: float, size: float) -> bool:
    usual = draft.strips[-1].baseline - draft.strips[-2].baseline
    return step > usual + 0.3 * size


def _starts_anew(draft: Draft, last: Strip, strip: Strip, size: float) -> bool:
    if _centred(draft, strip, size):
        return last.bold != strip.bold
    right = max(draft.x1, strip.x1)
    word = strip.text.split(" ", 1)[0]
    fitted = last.x1 + (len(word) + 1) * MEAN_LETTER * size < right
    if last.bold != strip.bold and (fitted or last.x1 + 3 * size < right or _resized(last, strip)):
        return True
    ended = without_mark(last.text).endswith(SENTENCE_END)
    if fitted and (ended or not strip.text[0].islower()):
        return True
    return _set_in(draft, last, strip, size, ended=ended)


def _resized(last: Strip, strip: Strip) -> bool:
    """Return whether the type size changes at all: with the weight, that parts head and text."""
    return abs(last.size - strip.size) > 0.02 * last.size  # rounding


def _set_in(draft: Draft, last: Strip, strip: Strip, size: float, *, ended: bool) -> bool:
    if opens_item(draft.strips[0].text):
        return strip.x0 < draft.strips[0].x0 - INDENT * size
    if len(draft.strips) == 1:
        return strip.x0 > last.x0 + INDENT * size and ended
    return (strip.x0 > last.x0 + INDENT * size and ended) or strip.x0 < draft.x0 - 4 * size


def _centred(draft: Draft, strip: Strip, size: float) -> bool:
    left, right = strip.x0 - draft.x0, draft.x1 - strip.x1
    return abs(left) > size and abs(left - right) < 0.6 * size
