"""A PDF, set again and again until nothing moves any more."""

from __future__ import annotations

import os
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from making.pdf_page import Report, Seen
from making.pdf_signs import check_signs
from making.pdf_story import story
from making.pdf_styles import Styles

if TYPE_CHECKING:
    from pathlib import Path

    from making.manuscript import Manuscript

_EXACT_PASSES, _MOST_PASSES = 6, 14


def print_document(manuscript: Manuscript, path: Path, creator: str) -> None:
    """Set the manuscript as a PDF.

    Args:
        manuscript: What is set.
        path: Where the file goes.
        creator: What the file says it was made with.

    Raises:
        Misprint: The look's fonts lack a sign of the text.
        RuntimeError: The pages keep moving; the text must be changed a little.
    """
    _stop_the_clock(manuscript)
    styles = Styles(manuscript.look, manuscript.layout)
    check_signs(manuscript)
    before = Seen()
    for count in range(_MOST_PASSES):
        fresh = manuscript.fresh()
        report = Report(path, fresh, styles, before, creator)
        report.build(story(fresh, styles, before))
        is_exact = count < _EXACT_PASSES
        if report.seen == before or (not is_exact and _has_room(report.seen, before)):
            return
        before = report.seen if is_exact else _widened(report.seen, before)
    raise RuntimeError(f"{path.name}: the notes do not come to rest in {_MOST_PASSES} passes")


def _has_room(seen: Seen, before: Seen) -> bool:
    """Return whether all stands where it was foreseen, with at least the room for its notes."""
    is_same = (seen.contents, seen.pages) == (before.contents, before.pages)
    return is_same and all(
        set(numbers) <= set(before.notes.get(page, [])) for page, numbers in seen.notes.items()
    )


def _widened(seen: Seen, before: Seen) -> Seen:
    """Return what was seen, with room kept for notes that were on a page in the pass before."""
    pages = seen.notes.keys() | before.notes.keys()
    notes = {
        page: sorted({*seen.notes.get(page, []), *before.notes.get(page, [])}) for page in pages
    }
    return Seen(seen.contents, notes, seen.pages)


def _stop_the_clock(manuscript: Manuscript) -> None:
    """Let ReportLab date the file on the day of issue, by the agreed environment variable."""
    issued = datetime.combine(manuscript.day, time(9), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(issued.timestamp()))
