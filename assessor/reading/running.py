"""Running headers and footers: what returns at the same height, page after page.

Apart because it needs all pages at once, and nothing but the strips at their edges. Numbers count
as the same whatever their value, so changing page numbers and dates do not hide a footer; pages
need not be neighbours, so odd and even pages may differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assessor.reading.drafts import Draft

EDGE = 0.13
"""Share of the page's height, at top and bottom, in which running matter may stand."""

SLACK = 6.0
"""Points by which its height may differ between pages."""

SHORT = 200
"""Characters; a longer draft is no running header."""

FEWEST = 3
"""Pages on which it must return; two suffice in documents of at most five."""

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"\b[ivxlc]+\b")
_SPACE = re.compile(r"\s+")
_PAGE_NUMBER = re.compile(
    r"(?:(?:pagina|blad|page|seite|p\.|pag\.)\s*)?[-–—|•\s]*(\d{1,4}|[ivxlc]{1,7})[-–—|•\s]*"
    r"(?:(?:van|of|von|/|\|)\s*\d{1,4})?[-–—|\s]*",
    re.IGNORECASE,
)
_STAMP = re.compile(r"(?:download date|downloaded (?:from|on|by)|gedownload op|printed on)\b", re.I)


class Edge(NamedTuple):
    """A draft near the top or bottom of its page."""

    draft: Draft
    at_top: bool
    key: str


def mark_running(pages: list[tuple[float, list[Draft]]]) -> None:
    """Set the kind of running headers and footers; `pages` holds (height in points, drafts)."""
    edges = [edge for height, drafts in pages for edge in _edges(height, drafts)]
    needed = 2 if len(pages) <= 5 else FEWEST  # noqa: PLR2004  see FEWEST
    groups: dict[tuple[bool, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.at_top, edge.key].append(edge)
    for group in groups.values():
        for edge in _returning(group, needed):
            _mark(edge)
    for edge in edges:
        if _PAGE_NUMBER.fullmatch(edge.draft.text.strip()) or _STAMP.match(edge.draft.text):
            _mark(edge)


def _mark(edge: Edge) -> None:
    edge.draft.kind = "header" if edge.at_top else "footer"


def _edges(height: float, drafts: Iterable[Draft]) -> Iterable[Edge]:
    for draft in drafts:
        if draft.kind != "paragraph" or not draft.strips:
            continue
        at_top = draft.bottom < EDGE * height
        if at_top or draft.top > (1 - EDGE) * height:
            text = draft.text
            if len(text) <= SHORT:
                yield Edge(draft, at_top, _key(text))


def _key(text: str) -> str:
    return _SPACE.sub(" ", _ROMAN.sub("#", _DIGITS.sub("#", text.lower()))).strip()


def _returning(group: list[Edge], needed: int) -> list[Edge]:
    """Return those of a group that stand at a height where enough pages have them."""
    if len(group) < needed:
        return []
    return [
        edge
        for edge in group
        if len({other.draft.page for other in group if _level(edge, other)}) >= needed
    ]


def _level(a: Edge, b: Edge) -> bool:
    return abs(a.draft.top - b.draft.top) <= SLACK
