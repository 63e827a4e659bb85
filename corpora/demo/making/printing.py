"""The printed analysis, set again and again until nothing moves any more."""

from __future__ import annotations

import os
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from making import manuscript as manuscripts
from making.pdf_blocks import story
from making.pdf_page import Report, Seen

if TYPE_CHECKING:
    from pathlib import Path

_MOST_PASSES = 8


def print_report(name: str, path: Path) -> None:
    """Set the manuscript as a PDF.

    Args:
        name: Which source under `sources/`.
        path: Where the file goes.

    Raises:
        RuntimeError: The pages keep moving; the text must be changed a little.
    """
    _stop_the_clock(manuscripts.read(name))
    before = Seen()
    for _ in range(_MOST_PASSES):
        manuscript = manuscripts.read(name)
        report = Report(path, manuscript, before)
        report.build(story(manuscript, before))
        if report.seen == before:
            return
        before = report.seen
    raise RuntimeError(f"{path.name}: the notes do not come to rest in {_MOST_PASSES} passes")


def _stop_the_clock(manuscript: manuscripts.Manuscript) -> None:
    """Let ReportLab date the file on the day of issue, by the agreed environment variable."""
    issued = datetime.combine(manuscript.day, time(9), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(issued.timestamp()))
