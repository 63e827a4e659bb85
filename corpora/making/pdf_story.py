"""The whole of a PDF in order: which blocks stand in columns, on turned pages, beside a box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.lib.units import mm
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    FrameBreak,
    NextPageTemplate,
    PageBreak,
    Spacer,
)

from making.pdf_blocks import Setter
from making.pdf_columns import ColumnBreak, Columns, Need, beside
from making.pdf_drawings import Bar
from making.pdf_front import front
from making.pdf_page import Heading
from making.pdf_styles import GUTTER

if TYPE_CHECKING:
    from making.manuscript import Manuscript
    from making.pdf_page import Seen
    from making.pdf_styles import Styles

_BESIDE = {"text", "bullets", "numbers", "subsection"}
"""Kinds of block that may stand beside a box."""


def story(manuscript: Manuscript, styles: Styles, before: Seen) -> list[Flowable]:
    """Return the whole document in order, its contents page as the pass before saw it."""
    return [
        *front(manuscript, styles, before, body_sheet(manuscript)),
        *Body(manuscript, styles).all(),
    ]


def body_sheet(manuscript: Manuscript) -> str:
    """Return the kind of page on which the body begins."""
    return "turned" if manuscript.front.get("layout") == "landscape" else "plain"


class Body:
    """Puts the blocks of one manuscript one after another."""

    def __init__(self, manuscript: Manuscript, styles: Styles) -> None:
        self._manuscript, self._styles = manuscript, styles
        self._setter = Setter(manuscript, styles)
        self._always_turned = body_sheet(manuscript) == "turned"
        self._turned = self._always_turned
        self._number = 0
        self._on_column_pages = False
        self._done: list[Flowable] = []
        self._pending: list[Flowable] = []
        self._is_wide = False
        """Whether what waits runs over both columns."""

    def all(self) -> list[Flowable]:
        """Return the body."""
        blocks = self._manuscript.blocks
        index = 0
        while index < len(blocks):
            _widen_caption(*blocks[index : index + 2])
            index += self._add(blocks[index], blocks[index + 1 :])
        self._flush()
        return self._done

    @property
    def _in_columns(self) -> bool:
        """Return whether running text stands in two columns here."""
        return self._styles.layout.columns > 1 and not self._turned

    @property
    def _is_gathered(self) -> bool:
        """Return whether text waits to be set as one flow, in which pages fill to their foot."""
        return self._in_columns or not self._manuscript.front.get("loose")

    @property
    def _room(self) -> float:
        """Return the width of the running text, in points."""
        paper = self._styles.paper(turned=self._turned)
        return paper.column_width if self._in_columns or self._on_column_pages else paper.text_width

    def _add(self, block: dict[str, Any], following: list[dict[str, Any]]) -> int:
        """Add a block; return how many blocks that took."""
        if "chapter" in block:
            self._open_chapter(block)
        elif "break" in block:
            self._break(block["break"])
        elif "box" in block and block.get("side"):
            return self._add_beside(block, following)
        else:
            if "section" in block:
                self._turn(block)
            self._put(block)
        return 1

    def _put(self, block: dict[str, Any]) -> None:
        """Add a block in the column, or over the whole width."""
        is_wide = self._in_columns and bool(block.get("wide") or block.get("across"))
        paper = self._styles.paper(turned=self._turned)
        room = paper.text_width if is_wide else self._room
        self._set(list(self._setter.block(block, room)), is_wide=is_wide)

    def _set(self, flowables: list[Flowable], *, is_wide: bool = False) -> None:
        """Add flowables to the text that waits, or set them over the whole width."""
        if not self._is_gathered:
            self._done += flowables
            return
        if is_wide != self._is_wide:
            self._flush()
            self._is_wide = is_wide
        if is_wide and not self._pending:
            self._done.append(CondPageBreak(45 * mm))
        self._pending += flowables

    def _flush(self) -> None:
        """Set what was waiting."""
        if self._pending:
            count = 2 if self._in_columns and not self._is_wide else 1
            self._done.append(Columns(self._pending, count, GUTTER))
        self._pending, self._is_wide = [], False

    def _add_beside(self, block: dict[str, Any], following: list[dict[str, Any]]) -> int:
        """Add a box with the text that follows beside it; return how many blocks that took."""
        if self._in_columns or self._on_column_pages:
            self._put(block)
            return 1
        texts: list[Flowable] = []
        count = 0
        width = self._room * 0.36
        box = self._setter.box(block, width)
        _, height = box.wrap(width, 0xFFFFFF)
        for other in following:
            if not _BESIDE & other.keys() or "box" in other:
                break
            texts += self._setter.block(other, self._room)
            count += 1
            if _height(texts, self._room * 0.6) > height:
                break
        self._set(beside(box, texts, self._room, GUTTER))
        return 1 + count

    def _break(self, kind: str) -> None:
        """Go on in the next column, if there is one, or on the next page."""
        if kind == "page":
            self._new_page()
        elif self._in_columns:
            self._pending.append(ColumnBreak())

    def _new_page(self, sheet: str = "") -> None:
        """Go on on a new page, of another kind if one is named, unless one has just begun."""
        self._flush()
        if sheet:
            self._done.append(NextPageTemplate(sheet))
        if not self._done or not isinstance(self._done[-1], PageBreak):
            self._done.append(PageBreak())

    def _open_chapter(self, block: dict[str, Any]) -> None:
        """Begin a chapter; one with columns of its own, or turned, has pages of its own."""
        self._turn(block)
        text = self._heading(block)
        if self._in_columns:
            self._open_in_columns(block, text)
            return
        columns = bool(block.get("columns"))
        if columns or self._on_column_pages:
            self._new_page("opening" if columns else self._sheet)
        elif block.get("new_page"):
            self._new_page()
        self._on_column_pages = columns
        heading = Heading(text, self._styles["chapter"])
        if columns:
            self._done += [Spacer(0, 0), heading, NextPageTemplate("columns"), FrameBreak()]
        elif self._is_gathered:
            self._pending += [Need(45 * mm), heading]
        else:
            self._done += [CondPageBreak(60 * mm), heading]

    def _open_in_columns(self, block: dict[str, Any], text: str) -> None:
        """Begin a chapter in the column, or over both columns."""
        if block.get("new_page"):
            self._new_page()
        bar = [Bar(self._styles.accent)] if self._manuscript.front["layout"] == "brochure" else []
        heading = Heading(text, self._styles["chapter"])
        if block.get("across"):
            self._flush()
            self._done.append(CondPageBreak(60 * mm))
        self._set([*bar, heading], is_wide=bool(block.get("across")))

    def _heading(self, block: dict[str, Any]) -> str:
        """Return a chapter's heading with its number, where the document counts."""
        text = self._manuscript.markup(block["chapter"])
        if not self._styles.layout.numbered or block.get("unnumbered"):
            return text
        self._number += 1
        return f"{self._number} {text}"

    @property
    def _sheet(self) -> str:
        """Return the kind of page that holds here."""
        return "turned" if self._turned else "plain"

    def _turn(self, block: dict[str, Any]) -> None:
        """Turn the page where the block asks for it."""
        if "section" in block and not (block.get("landscape") or block.get("portrait")):
            return
        turned = self._always_turned or bool(block.get("landscape"))
        if turned == self._turned:
            return
        self._flush()
        self._turned = turned
        self._new_page(self._sheet)


def _widen_caption(block: dict[str, Any], following: dict[str, Any] | None = None) -> None:
    """Let a caption be as wide as the table below it."""
    if following and "caption" in block and following.get("wide"):
        block["wide"] = True


def _height(flowables: list[Flowable], width: float) -> float:
    """Return about how high flowables are in a column of a width, in points."""
    return float(sum(flowable.wrap(width, 0xFFFFFF)[1] for flowable in flowables))
