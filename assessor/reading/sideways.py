"""Pages whose text runs sideways: read as if turned, and their boxes turned back.

Apart because everything between must believe that text runs from left to right.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.model import Box

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assessor.model import Block
    from assessor.reading.frame import Frame
    from assessor.reading.strips import Strip


def turns_needed(strips: Iterable[Strip]) -> int:
    """Return the clockwise quarter turns after which most text runs from left to right."""
    turns: Counter[int] = Counter()
    for strip in strips:
        turns[strip.turns] += len(strip.text)
    return turns.most_common(1)[0][0] if turns else 0


def turned_back(blocks: Iterable[Block], frames: dict[int, tuple[Frame, int]]) -> tuple[Block, ...]:
    """Return blocks with the boxes of turned pages as the page is shown.

    `frames` holds, per page number, the frame as shown and the turns with which it was read.
    """
    return tuple(_block(block, frames) for block in blocks)


def _block(block: Block, frames: dict[int, tuple[Frame, int]]) -> Block:
    if not any(line.page in frames for line in block.lines):
        return block
    lines = (replace(line, box=_box(line.box, frames.get(line.page or 0))) for line in block.lines)
    cells = (replace(cell, box=_box(cell.box, frames.get(cell.page or 0))) for cell in block.cells)
    return replace(block, lines=tuple(lines), cells=tuple(cells))


def _box(box: Box | None, read: tuple[Frame, int] | None) -> Box | None:
    if box is None or read is None:
        return box
    frame, turns = read
    width, height = frame.width, frame.height
    if turns == 1:
        return Box(box.top, height - box.x1, box.bottom, height - box.x0)
    if turns == 2:  # noqa: PLR2004  two quarter turns
        return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
    return Box(width - box.bottom, box.x0, width - box.top, box.x1)
