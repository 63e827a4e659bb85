"""The pages of the printed analysis: frames, running heads, and notes at the foot of their page.

A note takes room on the page where it is called, which moves the text, which may move the call.
So the report is set several times: each pass starts from what the one before it has seen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from making import styles

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

    from making.manuscript import Manuscript

HEADING_BAND = 15 * mm


@dataclass(slots=True)
class Seen:
    """What one pass has learnt about where things stand."""

    contents: list[tuple[int, str, int]] = field(default_factory=list)
    """(level from 0, heading, page)."""
    notes: dict[int, list[int]] = field(default_factory=dict)
    """Numbers of the notes called on each page."""
    pages: int = 0


class Sheet(PageTemplate):
    """A page whose frames end above the notes that the pass before saw on it."""

    def __init__(self, name: str, frames: list[Frame]) -> None:
        super().__init__(id=name, frames=frames)
        self._tops = [frame.y1 + frame.height for frame in frames]
        self._bottoms = [frame.y1 for frame in frames]

    def beforeDrawPage(self, canv: Canvas, doc: Report) -> None:  # noqa: N802 (ReportLab's name)
        """Make room for this page's notes and listen for the calls of notes."""
        canv.setNamedCB("note", doc.note_called)
        room = doc.room_for_notes(doc.page)
        for frame, top, bottom in zip(self.frames, self._tops, self._bottoms, strict=True):
            is_at_foot = bottom == styles.BOTTOM
            frame.y1 = bottom + room if is_at_foot else bottom
            frame.height = top - frame.y1

    def afterDrawPage(self, canv: Canvas, doc: Report) -> None:  # noqa: N802 (ReportLab's name)
        """Set the notes and the running lines."""
        doc.draw_notes(canv)
        doc.draw_running_lines(canv)


class Report(BaseDocTemplate):
    """One pass over the analysis."""

    def __init__(self, path: Path, manuscript: Manuscript, before: Seen) -> None:
        front = manuscript.front
        super().__init__(
            str(path),
            title=f"{front['title']} ({front['mark']})",
            author=front["author"],
            subject=front["mark"],
            keywords="fictief, voorbeeld",
            creator="corpora/demo/build.py",
            lang="nl-NL",
            invariant=1,
            pageCompression=0,
        )
        self.manuscript = manuscript
        self.before = before
        self.seen = Seen()
        self.addPageTemplates(_sheets())

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 (ReportLab's name)
        """Note where a heading stands, for the contents page and the outline."""
        name = flowable.style.name if isinstance(flowable, Paragraph) else ""
        if name not in {"chapter", "section"}:
            return
        level, text = int(name == "section"), flowable.getPlainText().replace("\xad", "")
        self.seen.contents.append((level, text, self.page))
        key = f"heading-{len(self.seen.contents)}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(text, key, level, closed=True)

    def note_called(self, _canvas: Canvas, _kind: str, number: str) -> None:
        """Remember that a note is called on the present page."""
        called = self.seen.notes.setdefault(self.page, [])
        if int(number) not in called:
            called.append(int(number))

    def room_for_notes(self, page: int) -> float:
        """Return the height in points that the notes of a page take."""
        self.seen.pages = max(self.seen.pages, page)
        heights = [self._height(number) for number in self.before.notes.get(page, [])]
        return sum(heights) + 5 * mm if heights else 0

    def draw_notes(self, canv: Canvas) -> None:
        """Set this page's notes at its foot, under a short rule."""
        numbers = self.seen.notes.get(self.page, [])
        if not numbers:
            return
        y = styles.BOTTOM + sum(self._height(number) for number in numbers)
        canv.setStrokeColor(styles.RULE)
        canv.setLineWidth(0.6)
        canv.line(styles.MARGIN, y + 3, styles.MARGIN + 45 * mm, y + 3)
        for number in numbers:
            note = self._note(number)
            _, height = note.wrap(styles.TEXT_WIDTH, styles.PAGE_HEIGHT)
            y -= height
            note.drawOn(canv, styles.MARGIN, y)

    def draw_running_lines(self, canv: Canvas) -> None:
        """Set the head, the mark that all is invented, and the page number."""
        right = styles.PAGE_WIDTH - styles.MARGIN
        canv.setFont("Helvetica", 8)
        canv.setFillColor(styles.GREY)
        canv.drawString(styles.MARGIN, 12 * mm, self.manuscript.front["mark"])
        if self.page == 1:
            return
        canv.drawRightString(right, 12 * mm, f"Pagina {self.page} van {self.before.pages}")
        canv.drawString(
            styles.MARGIN, styles.PAGE_HEIGHT - 16 * mm, self.manuscript.front["running"]
        )
        canv.drawRightString(right, styles.PAGE_HEIGHT - 16 * mm, "DBR-2025-0417")
        canv.setStrokeColor(styles.RULE)
        canv.setLineWidth(0.6)
        for y in (16 * mm, styles.PAGE_HEIGHT - 18 * mm):
            canv.line(styles.MARGIN, y, right, y)

    def _note(self, number: int) -> Paragraph:
        """Return a note, ready to be set."""
        text = self.manuscript.markup(self.manuscript.note(number))
        return Paragraph(f"<super size='6'>{number}</super> {text}", styles.NOTE)

    def _height(self, number: int) -> float:
        """Return the height in points of one note."""
        _, height = self._note(number).wrap(styles.TEXT_WIDTH, styles.PAGE_HEIGHT)
        return float(height)


def _sheets() -> list[Sheet]:
    """Return the four kinds of page."""
    height = styles.TOP - styles.BOTTOM
    half = (styles.TEXT_WIDTH - styles.GUTTER) / 2
    second = styles.MARGIN + half + styles.GUTTER
    lower = height - HEADING_BAND
    return [
        Sheet("cover", [_frame(styles.MARGIN, 30 * mm, styles.TEXT_WIDTH, 110 * mm)]),
        Sheet("plain", [_frame(styles.MARGIN, styles.BOTTOM, styles.TEXT_WIDTH, height)]),
        Sheet(
            "opening",
            [
                _frame(styles.MARGIN, styles.TOP - HEADING_BAND, styles.TEXT_WIDTH, HEADING_BAND),
                _frame(styles.MARGIN, styles.BOTTOM, half, lower),
                _frame(second, styles.BOTTOM, half, lower),
            ],
        ),
        Sheet(
            "columns",
            [
                _frame(styles.MARGIN, styles.BOTTOM, half, height),
                _frame(second, styles.BOTTOM, half, height),
            ],
        ),
    ]


def _frame(x: float, y: float, width: float, height: float) -> Frame:
    """Return a frame without padding."""
    return Frame(x, y, width, height, 0, 0, 0, 0)
