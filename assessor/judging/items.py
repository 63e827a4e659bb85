"""Parts a cell that holds several actions or risks as a list: by bullets, numbers or letters."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.judging.fields import run_together
from assessor.matching.phrases import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assessor.model import Cell

_BULLET = re.compile(r"(?:^|\s)[•▪◦‣●■□☐✓➢►*\uf0b7\uf0a7](?:\s+|(?=\w))")
_DASH = re.compile(r"(?:^|\s)[-–—](?:\s+)(?=[A-ZÀ-Ý])")
_NUMBER = re.compile(r"(?:^|\s)\(?(?P<code>\d{1,2})[.)](?:\s+)(?=\S)")
_LETTER = re.compile(r"(?:^|\s)\(?(?P<code>[a-h])[.)](?:\s+)(?=\S)")
_FEWEST = 2


def items_of(text: str) -> list[str]:
    """Return the items of a text that is a list; the text itself, trimmed, for another."""
    said = text.strip()
    for mark in (_BULLET, _DASH):
        starts = [*mark.finditer(said)]
        if starts and not starts[0].start():
            return _parted(said, [m.end() for m in starts], [m.start() for m in starts])
    for mark in (_NUMBER, _LETTER):
        starts = _counting([*mark.finditer(said)])
        if len(starts) >= _FEWEST and not starts[0].start():
            return _parted(said, [m.end() for m in starts], [m.start() for m in starts])
    return [said]


def _counting(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the marks that follow each other: 1, 2, 3 or a, b, c."""
    kept: list[re.Match[str]] = []
    for met in found:
        code = met["code"]
        expected = "1" if code.isdigit() else "a"
        if kept:
            before = kept[-1]["code"]
            expected = str(int(before) + 1) if before.isdigit() else chr(ord(before) + 1)
        if code == expected:
            kept.append(met)
    return kept


def _parted(said: str, starts: list[int], ends: list[int]) -> list[str]:
    parts = [said[a:b].strip(" ;\n") for a, b in zip(starts, [*ends[1:], len(said)], strict=True)]
    return [p for p in parts if words(p)]


def each(here: Mapping[str, Cell], role: str) -> Iterator[dict[str, Cell]]:
    """Yield the cells of a row once per item of the list that stands in one of them.

    An action among several tells itself who does it and when; what it does not tell holds from
    the rest of the row.
    """
    cell = here.get(role)
    items = items_of(cell.text) if cell else []
    if cell is None or (len(items) < _FEWEST and items == [cell.text.strip()]):
        yield dict(here)
        return
    for item in items:
        told = run_together(item) if role == "action" else {role: item}
        yield {**here, **{r: replace(cell, text=said) for r, said in told.items()}}
