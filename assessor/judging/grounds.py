"""Why a question got its level, in words: its own passages, the rest of the document, the rules.

The grade is a sum, so it can be parted: what is above or below what assessed submissions usually
have is told in points of a level. Sources: standing.yaml, rubric.yaml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.model import Words
from assessor.texts import say

if TYPE_CHECKING:
    from assessor.judging.standing import Standing

_LITTLE = 0.15
"""Points of a level that no reader would notice."""


def grounds_of(standing: Standing, level: int, ceiling: int, pieces: int) -> tuple[Words, ...]:
    """Return why the level is what it is, most telling first.

    Args:
        standing: the grade and its parts.
        level: what was given in the end.
        ceiling: the highest level that the rubric allows for what is shown.
        pieces: how many pieces of evidence are shown.
    """
    if not pieces:
        return (say("judging.grounds_nothing"),)
    told = [_part("own", standing.own), _part("whole", standing.whole)]
    if ceiling < standing.level:
        told.append(say("judging.grounds_ceiling", level=level))
    elif level > standing.level:
        told.append(say("judging.grounds_mention"))
    elif standing.is_close:
        told.append(say("judging.grounds_close", grade=_number(standing.grade)))
    return tuple(told)


def _part(name: str, points: float) -> Words:
    """Return what one part adds or takes, compared with what is usual."""
    if abs(points) < _LITTLE:
        return say(f"judging.grounds_{name}_usual")
    way = "more" if points > 0 else "less"
    return say(f"judging.grounds_{name}_{way}", points=_number(abs(points)))


def _number(value: float) -> Words:
    """Return a number with one decimal, as each language writes it."""
    told = f"{value:.1f}"
    return Words(told.replace(".", ","), told)
