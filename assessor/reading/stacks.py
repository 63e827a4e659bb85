"""Stacks: flat lines above each other, with hardly anything upright, as many tables are drawn.

Apart from lines that touch, because here the only evidence is that the lines end flush.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assessor.reading.rulings import Ruling

FLUSH = 14.0
"""Points by which the ends of stacked lines may differ."""


def stacks_of(lines: list[Ruling]) -> list[list[Ruling]]:
    """Return stacks of lines that are about as wide, or shorter and flush on one side."""
    stacks: list[list[Ruling]] = []
    for line in sorted(lines, key=lambda ruling: ruling.start - ruling.end):
        stack = next((stack for stack in stacks if _belongs(line, stack[0])), None)
        if stack is None:
            stacks.append([line])
        else:
            stack.append(line)
    return [stack for stack in stacks if len(stack) > 1]


def _belongs(line: Ruling, widest: Ruling) -> bool:
    left, right = line.start - widest.start, widest.end - line.end
    if left < -FLUSH or right < -FLUSH:
        return False
    return min(abs(left), abs(right)) <= FLUSH and _is_half(line, widest)


def _is_half(line: Ruling, widest: Ruling) -> bool:
    return 2 * (line.end - line.start) > widest.end - widest.start
