"""Running headers and footers: what returns at the same height, page after page.

Apart because it needs all pages at once, and nothing but the strips at their edges. Numbers count
as the same whatever their value, so changing page numbers and dates do not hide a footer; pages
need not be neighbours, so odd and even pages may differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from assessor.reading.drafts import Draft
from assessor.reading.marks import NOTE_MARK

if TYPE_CHECKING:
    from collections.abc import Iterable

EDGE = 0.13
"""Share of the page's height, at top and bottom, in which running matter may stand."""

SLACK = 6.0
"""Points by which its height may differ between pages."""

SHORT = 200
"""Characters; a longer draft is no running header."""

MOST = 400
"""Drafts of a page above which it is a list of labels, in which nothing is looked for."""

FEWEST = 3
"""Pages on which it must return; two suffice in documents of at most five."""

SMALL = 0.85
"""Times the size of the page's text below which a lone line at the edge is running matter, in a
document too short to show repetition."""

LONE = 2.0
"""Line heights of white between such a line and the text."""

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"\b[ivxlc]+\b")
_SPACE = re.compile(r"\s+")
_PAGE_NUMBER = re.compile(
    r"(?:(?:pagina|blad|page|seite|p\.|pag\.)\s*)?[-–—|•\s]*(\d{1,4}|[ivxlc]{1,7})[-–—|•\s]*"
    r"(?:(?:van|of|von|/|\|)\s*\d{1,4})?[-–—|\s]*",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:download date|downloaded (?:from|on|by)|gedownload op|printed on)\b", re.IGNORECASE
)


class Edge(NamedTuple):
    """A draft near the top or bottom of its page."""

    draft: Draft
    at_top: bool
    key: str


def mark_running(pages: list[tuple[float, list[Draft]]]) -> None:
    """Set the kind of running headers and footers; `pages` holds (height in points, drafts)."""
    needed = 2 if len(pages) <= 5 else FEWEST  # noqa: PLR2004  see FEWEST
    _part_off(pages, needed)
    edges = [edge for height, drafts in pages for edge in _edges(height, drafts)]
    for edge in _all_returning(edges, needed):
        _mark(edge)
    for edge in edges:
        if _PAGE_NUMBER.fullmatch(edge.draft.text.strip()) or _STAMP.match(edge.draft.text):
            _mark(edge)
    if len(pages) < FEWEST:
        for _, drafts in pages:
            _mark_lone([edge for edge in edges if edge.draft in drafts], drafts)


def _part_off(pages: list[tuple[float, list[Draft]]], needed: int) -> None:
    """Part running lines from drafts that had taken them in, so near do they stand."""
    outermost: list[Edge] = []
    owners: dict[int, tuple[list[Draft], Draft]] = {}
    for height, drafts in pages:
        for draft in drafts:
            if draft.kind == "paragraph" and draft.strips and _at_edge(draft, height):
                for strip in dict.fromkeys((draft.strips[0], draft.strips[-1])):
                    for edge in _edges(height, [Draft.of(strip)]):
                        outermost.append(edge)
                        owners[id(edge.draft)] = drafts, draft
    for edge in _all_returning(outermost, needed):
        drafts, owner = owners[id(edge.draft)]
        if len(owner.strips) > 1:
            owner.remove(edge.draft.strips[0])
            drafts.insert(drafts.index(owner) + (not edge.at_top), edge.draft)


def _all_returning(edges: list[Edge], needed: int) -> Iterable[Edge]:
    groups: dict[tuple[bool, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.at_top, edge.key].append(edge)
    for group in groups.values():
        yield from _returning(group, needed)


def _mark_lone(edges: list[Edge], drafts: list[Draft]) -> None:
    """Mark what stands on one line with a page number, and small print alone at the edge."""
    numbers = [edge.draft for edge in edges if edge.draft.kind != "paragraph"]
    body = [draft for draft in drafts if draft.strips and draft.kind == "paragraph"]
    usual = median(draft.size for draft in body) if body else 0.0
    for edge in edges:
        draft = edge.draft
        if NOTE_MARK.match(draft.text):
            continue
        if any(abs(draft.top - number.top) < SLACK / 2 for number in numbers) or (
            len(draft.strips) == 1 and draft.size < SMALL * usual and _stands_alone(draft, body)
        ):
            _mark(edge)


def _stands_alone(draft: Draft, body: list[Draft]) -> bool:
    reach = LONE * draft.size
    return all(
        other is draft or other.bottom < draft.top - reach or other.top > draft.bottom + reach
        for other in body
    )


def _mark(edge: Edge) -> None:
    edge.draft.kind = "header" if edge.at_top else "footer"


def _at_edge(draft: Draft, height: float) -> bool:
    return draft.top < EDGE * height or draft.bottom > (1 - EDGE) * height


def _edges(height: float, drafts: list[Draft]) -> Iterable[Edge]:
    if len(drafts) > MOST:
        return
    lowest = max((draft.bottom for draft in drafts), default=0.0)
    for draft in drafts:
        if draft.kind != "paragraph" or not draft.strips:
            continue
        at_top = draft.bottom < EDGE * height
        at_foot = draft.top > (1 - EDGE) * height
        last = draft.bottom == lowest and bool(_PAGE_NUMBER.fullmatch(draft.text))
        if (at_top or at_foot or last) and len(text := draft.text) <= SHORT:
            yield Edge(draft, at_top, _key(text))


def _key(text: str) -> str:
    return _SPACE.sub(" ", _ROMAN.sub("#", _DIGITS.sub("#", text.lower()))).strip()


def _returning(group: list[Edge], needed: int) -> list[Edge]:
    """Return those of a group that stand at a height where enough pages have them."""
    if len(group) < needed or (group[0].key.startswith("#") and not _counts_pages(group)):
        return []
    pages: dict[int, set[int]] = defaultdict(set)
    for edge in group:
        for height in range(-1, 2):
            pages[_height(edge) + height].add(edge.draft.page)
    return [edge for edge in group if len(pages[_height(edge)]) >= needed]


def _height(edge: Edge) -> int:
    return round(edge.draft.top / SLACK)


def _counts_pages(group: list[Edge]) -> bool:
    """Return whether the numbers that begin the texts follow the pages, or never change.

    Footnotes of the same wording do neither.
    """
    numbers = [_DIGITS.match(edge.draft.text) for edge in group]
    starts = [int(number[0]) if number else 0 for number in numbers]
    offsets = {start - edge.draft.page for start, edge in zip(starts, group, strict=True)}
    return len(offsets) <= 2 or len(set(starts)) == 1  # noqa: PLR2004  front matter counts apart
