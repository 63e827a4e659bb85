"""Pages that hold evidence, as pictures with the quotes marked and numbered."""

from __future__ import annotations

import base64
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessor.errors import OriginalMissing, ReadingError
from assessor.export.annotated_pdf import original_of, quotes_with_subjects
from assessor.export.content import Writer
from assessor.export.harmless import in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assessor.export.report import Report
    from assessor.model import DocumentFacts, Evidence, Page

_MARGIN = 14
"""Points to the left of a quote where its number stands."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A stretch of a quote, in points from the page's top left."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A quote on its page."""

    number: int
    text: str
    language: str
    about: tuple[str, ...]
    boxes: tuple[Rectangle, ...]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page with its marks."""

    title: str
    alt: str
    picture: str
    """A data address."""
    width: float
    height: float
    marks: tuple[Mark, ...]


def leaves_of(report: Report, language: str) -> tuple[tuple[Leaf, ...], str]:
    """Return the pages that could be drawn, and the names of the files that could not."""
    writer = Writer(report, language)
    leaves: list[Leaf] = []
    undrawn: list[str] = []
    for index, facts in enumerate(report.assessment.documents):
        if facts.format != "pdf" or index >= len(report.documents):
            continue
        try:
            leaves += _leaves(report, index, facts, writer)
        except (OriginalMissing, ReadingError):
            undrawn.append(in_one_line(facts.file))
    return tuple(leaves), ", ".join(undrawn)


def _leaves(report: Report, index: int, facts: DocumentFacts, writer: Writer) -> Iterator[Leaf]:
    from assessor.reading.marked import drawn

    by_page: defaultdict[int, list[tuple[Evidence, list[str]]]] = defaultdict(list)
    for evidence, codes in quotes_with_subjects(report, index):
        by_page[evidence.page or 0].append((evidence, codes))
    pictures = drawn(original_of(report, facts), sorted(by_page))
    sizes = {page.number: page for page in report.documents[index].pages}
    for number, picture in sorted(pictures.items()):
        if number in sizes:
            yield _leaf(facts, sizes[number], picture, by_page[number], writer)


def _leaf(
    facts: DocumentFacts,
    page: Page,
    picture: bytes,
    quotes: Sequence[tuple[Evidence, list[str]]],
    writer: Writer,
) -> Leaf:
    told, file = writer.wording.told, in_one_line(facts.file)
    return Leaf(
        title=told("export.web.page_of", page=page.number, file=file),
        alt=told("export.web.alt", page=page.number, file=file, count=len(quotes)),
        picture="data:image/webp;base64," + base64.b64encode(picture).decode(),
        width=round(page.width, 1),
        height=round(page.height, 1),
        marks=tuple(
            _mark(number, evidence, codes, writer)
            for number, (evidence, codes) in enumerate(quotes, 1)
        ),
    )


def _mark(number: int, evidence: Evidence, codes: Sequence[str], writer: Writer) -> Mark:
    first = evidence.boxes[0]
    return Mark(
        number=number,
        text=in_one_line(evidence.quote),
        language=evidence.language,
        about=tuple(writer.about(code) for code in codes),
        boxes=tuple(
            Rectangle(
                round(box.x0, 1),
                round(box.top, 1),
                round(box.x1 - box.x0, 1),
                round(box.bottom - box.top, 1),
            )
            for box in evidence.boxes
        ),
        x=round(max(first.x0 - _MARGIN, 9), 1),
        y=round((first.top + first.bottom) / 2, 1),
    )
