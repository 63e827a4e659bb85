"""The pages of a PDF: frames, and notes at the foot of their page.

A note takes room on the page where it is called, which moves the text, which may move the call.
So the document is set several times: each pass starts from what the one before it has seen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from making.pdf_running import draw_running_lines
from making.pdf_styles import GUTTER

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from making.manuscript import Manuscript
    from making.pdf_styles import Paper, Styles

HEADING_BAND = 15 * mm
_LEVELS = {"chapter": 0, "section": 1}


@dataclass(slots=True)
class Seen:
    """What one pass has learnt about where things stand."""

    contents: list[tuple[int, str, int]] = field(default_factory=list)
    """(level from 0, heading, page)."""
    notes: dict[int, list[int]] = field(default_factory=dict)
    """Numbers of the notes called on each page."""
    pages: int = 0


class Heading(Paragraph):
    """A heading that tells the pages where it stands, also from within columns."""

    def draw(self) -> None:
        """Set the heading and tell of it."""
        super().draw()
        level = _LEVELS.get(self.style.name)
        if level is not None:
            text = self.getPlainText(identify=True).replace("\xad", "")
            self.canv.getNamedCB("heading")(self.canv, str(level), text)


class Sheet(PageTemplate):
    """A page whose frames end above the notes that the pass before saw on it."""

    def __init__(self, name: str, frames: list[Frame], paper: Paper) -> None:
        super().__init__(id=name, frames=frames, pagesize=(paper.width, paper.height))
        self.paper = paper
        self._tops = [frame.y1 + frame.height for frame in frames]
        self._bottoms = [frame.y1 for frame in frames]

    def beforeDrawPage(self, canv: Canvas, doc: Report) -> None:  # noqa: N802 (ReportLab's name)
        """Make room for this page's notes and listen for calls of notes and for headings."""
        canv.setNamedCB("note", doc.note_called)
        canv.setNamedCB("heading", doc.heading_set)
        room = doc.room_for_notes(doc.page, self.paper)
        for frame, top, bottom in zip(self.frames, self._tops, self._bottoms, strict=True):
            is_at_foot = bottom == self.paper.bottom
            frame.y1 = bottom + room if is_at_foot else bottom
            frame.height = top - frame.y1

    def afterDrawPage(self, canv: Canvas, doc: Report) -> None:  # noqa: N802 (ReportLab's name)
        """Set the notes and the running lines."""
        doc.draw_notes(canv, self.paper)
        page = doc.page, doc.before.pages
        draw_running_lines(canv, doc.manuscript, doc.styles, self.paper, page)


class Report(BaseDocTemplate):
    """One pass over a document."""

    def __init__(
        self, path: Path, manuscript: Manuscript, styles: Styles, before: Seen, creator: str
    ) -> None:
        front, words = manuscript.front, manuscript.words
        super().__init__(
            str(path),
            title=f"{front['title']} ({front['mark']})",
            author=front["author"],
            subject=front["mark"],
            keywords=words["keywords"],
            creator=creator,
            lang=words["locale"],
            invariant=1,
            pageCompression=0,
        )
        self.manuscript, self.styles, self.before = manuscript, styles, before
        self.seen = Seen()
        self.addPageTemplates(_sheets(styles, first_sheet(manuscript)))

    def heading_set(self, canvas: Canvas, level: str, text: str) -> None:
        """Note where a heading stands, for the contents page and the outline."""
        self.seen.contents.append((int(level), text, self.page))
        key = f"heading-{len(self.seen.contents)}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(text, key, int(level), closed=True)

    def note_called(self, _canvas: Canvas, _kind: str, number: str) -> None:
        """Remember that a note is called on the present page."""
        called = self.seen.notes.setdefault(self.page, [])
        if int(number) not in called:
            called.append(int(number))

    def room_for_notes(self, page: int, paper: Paper) -> float:
        """Return the height in points that the notes of a page take."""
        self.seen.pages = max(self.seen.pages, page)
        heights = [self._height(number, paper) for number in self.before.notes.get(page, [])]
        return sum(heights) + 5 * mm if heights else 0

    def draw_notes(self, canv: Canvas, paper: Paper) -> None:
        """Set this page's notes at its foot, under a short rule."""
        numbers = self.seen.notes.get(self.page, [])
        if not numbers:
            return
        y = paper.bottom + sum(self._height(number, paper) for number in numbers)
        canv.setStrokeColor(self.styles.rule)
        canv.setLineWidth(0.6)
        canv.line(paper.margin, y + 3, paper.margin + 45 * mm, y + 3)
        for number in numbers:
            note = self._note(number)
            _, height = note.wrap(paper.text_width, paper.height)
            y -= height
            note.drawOn(canv, paper.margin, y)

    def _note(self, number: int) -> Paragraph:
        """Return a note, ready to be set."""
        text = self.manuscript.markup(self.manuscript.note(number))
        return Paragraph(f"<super size='6'>{number}</super> {text}", self.styles["note"])

    def _height(self, number: int, paper: Paper) -> float:
        """Return the height in points of one note."""
        _, height = self._note(number).wrap(paper.text_width, paper.height)
        return float(height)


def first_sheet(manuscript: Manuscript) -> str:
    """Return the kind of page on which a document begins."""
    if manuscript.layout.cover != "none":
        return "cover"
    return "turned" if manuscript.front.get("layout") == "landscape" else "plain"


def _sheets(styles: Styles, first: str) -> list[Sheet]:
    """Return the kinds of page, from the one that comes first.

    They are a cover, upright, turned, and in two columns with or without a heading above.
    """
    paper, turned = styles.upright, styles.turned
    height = paper.top - paper.bottom
    half, margin = paper.column_width, paper.margin
    second = margin + half + GUTTER
    lower = height - HEADING_BAND
    heading = _frame(margin, paper.top - HEADING_BAND, paper.text_width, HEADING_BAND)
    sheets = [
        Sheet("cover", [_cover_frame(styles)], paper),
        Sheet("plain", [_frame(margin, paper.bottom, paper.text_width, height)], paper),
        Sheet(
            "opening",
            [
                heading,
                _frame(margin, paper.bottom, half, lower),
                _frame(second, paper.bottom, half, lower),
            ],
            paper,
        ),
        Sheet(
            "columns",
            [
                _frame(margin, paper.bottom, half, height),
                _frame(second, paper.bottom, half, height),
            ],
            paper,
        ),
    ]
    across = _frame(turned.margin, turned.bottom, turned.text_width, turned.top - turned.bottom)
    sheets.append(Sheet("turned", [across], turned))
    return sorted(sheets, key=lambda sheet: sheet.id != first)


def _cover_frame(styles: Styles) -> Frame:
    """Return where the facts stand on the cover."""
    paper = styles.upright
    if styles.layout.cover == "side":
        return _frame(62 * mm, 30 * mm, paper.width - 82 * mm, 110 * mm)
    inset = 8 * mm if styles.layout.cover == "frame" else 0
    return _frame(paper.margin + inset, 30 * mm, paper.text_width - 2 * inset, 110 * mm)


def _frame(x: float, y: float, width: float, height: float) -> Frame:
    """Return a frame without padding."""
    return Frame(x, y, width, height, 0, 0, 0, 0)
