"""What stands at the head and the foot of a PDF's pages, in the four ways that looks have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas

    from making.manuscript import Manuscript
    from making.pdf_styles import Paper, Styles

_OFFICE = {"letter", "plain"}
"""Layouts that have the barest running lines, whatever the look."""


def draw_running_lines(
    canvas: Canvas, manuscript: Manuscript, styles: Styles, paper: Paper, page: tuple[int, int]
) -> None:
    """Set the mark that all is invented, and on inner pages the head and the page number."""
    front = manuscript.front
    number, pages = page
    is_cover = number == 1 and styles.layout.cover != "none"
    way = "bare" if front.get("layout") in _OFFICE else styles.look.running
    canvas.setFont(styles.font, 8)
    canvas.setFillColor("white" if is_cover and styles.layout.cover == "full" else styles.grey)
    if way == "centred":
        canvas.drawCentredString(paper.width / 2, 10 * mm, front["mark"])
    else:
        left = 62 * mm if is_cover and styles.layout.cover == "side" else paper.margin
        canvas.drawString(left, 12 * mm, front["mark"])
    if is_cover:
        return
    counted = manuscript.words["page"].format(page=number, pages=pages)
    head = ("", "") if number == 1 else (front.get("running", ""), front.get("reference", ""))
    _WAYS[way](canvas, styles, paper, head, (number, counted))


def _ruled(
    canvas: Canvas, styles: Styles, paper: Paper, head: tuple[str, str], page: tuple[int, str]
) -> None:
    """Set head and foot between two rules."""
    right = paper.width - paper.margin
    canvas.drawRightString(right, 12 * mm, page[1])
    canvas.drawString(paper.margin, paper.height - 16 * mm, head[0])
    canvas.drawRightString(right, paper.height - 16 * mm, head[1])
    canvas.setStrokeColor(styles.rule)
    canvas.setLineWidth(0.6)
    for y in (16 * mm, paper.height - 18 * mm):
        canvas.line(paper.margin, y, right, y)


def _band(
    canvas: Canvas, styles: Styles, paper: Paper, head: tuple[str, str], page: tuple[int, str]
) -> None:
    """Set the head on a band of colour, and the page number in a block at the foot."""
    right = paper.width - paper.margin
    canvas.setFillColor(styles.main)
    canvas.rect(0, paper.height - 16 * mm, paper.width, 16 * mm, stroke=0, fill=1)
    canvas.setFillColor(styles.accent)
    canvas.rect(right - 10 * mm, 9 * mm, 10 * mm, 8 * mm, stroke=0, fill=1)
    canvas.setFillColor("white")
    canvas.drawString(paper.margin, paper.height - 10 * mm, head[0])
    canvas.drawRightString(right, paper.height - 10 * mm, head[1])
    canvas.setFont(styles.bold, 9)
    canvas.drawCentredString(right - 5 * mm, 12 * mm, str(page[0]))


def _bare(
    canvas: Canvas, _styles: Styles, paper: Paper, head: tuple[str, str], page: tuple[int, str]
) -> None:
    """Set the head at the right and the bare page number."""
    right = paper.width - paper.margin
    canvas.drawRightString(right, 12 * mm, str(page[0]))
    text = " | ".join(part for part in head if part)
    canvas.drawRightString(right, paper.height - 16 * mm, text)


def _centred(
    canvas: Canvas, styles: Styles, paper: Paper, head: tuple[str, str], page: tuple[int, str]
) -> None:
    """Set head and page number in the middle."""
    middle = paper.width / 2
    canvas.drawCentredString(middle, 14 * mm, f"– {page[0]} –")
    canvas.setFont(styles.italic, 8.5)
    text = " · ".join(part for part in head if part)
    canvas.drawCentredString(middle, paper.height - 17 * mm, text)
    if text:
        canvas.setStrokeColor(styles.rule)
        canvas.setLineWidth(0.4)
        y = paper.height - 19 * mm
        canvas.line(middle - 30 * mm, y, middle + 30 * mm, y)


_WAYS: dict[str, Callable[[Canvas, Styles, Paper, tuple[str, str], tuple[int, str]], None]] = {
    "ruled": _ruled,
    "band": _band,
    "bare": _bare,
    "centred": _centred,
}
