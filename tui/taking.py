"""Out of it: the submission as a file to take along, and the supplier's PDF with marks to look at.

Without Textual. Everything is made by the engine's exports; here is only where it comes from and
where it goes.
"""

from __future__ import annotations

import contextlib
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tui.saying import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assessor.dossiers.fingerprint import FileMark
    from assessor.export.forms import Form
    from assessor.export.report import Report
    from tui.state import Walk

_UNFIT = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 60


def report(walk: Walk, files: Iterable[FileMark]) -> Report:
    """Return all that an export tells: the machine's view, the judgements, the talk.

    Args:
        walk: the submission, with its talk.
        files: where the supplier's own files stood when they were last opened.
    """
    from assessor.export.report import Report

    return Report(
        walk.prepared,
        walk.talk.agenda,
        datetime.now(UTC),
        walk.reviews,
        walk.supplier,
        walk.contract,
        originals={mark.sha256: Path(mark.path) for mark in files},
    )


def suggested(walk: Walk, form: Form, folder: Path, language: str) -> Path:
    """Return a place where no file stands yet, named after the dossier and the form."""
    word = say(f"screen.export.file.{form.name}").told_in(language)
    stem = _UNFIT.sub("-", walk.name).strip("-.")[:_LONGEST_NAME] or "dossier"
    place = folder / f"{stem}-{word}{form.suffix}"
    number = 2
    while place.exists():
        place = folder / f"{stem}-{word}-{number}{form.suffix}"
        number += 1
    return place


def typed_path(text: str) -> Path:
    """Return the path that a person typed; ~ stands for their own folder."""
    path = Path(text.strip())
    with contextlib.suppress(RuntimeError):
        return path.expanduser()
    return path


def shortened(path: Path) -> str:
    """Return a path as people write it: with ~ for their own folder."""
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)


def usual_folder() -> Path:
    """Return the user's documents folder, or the home folder where there is none."""
    from platformdirs import user_documents_path

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home()


def written(
    form: Form, about: Report, language: str, place: Path, *, overwrite: bool
) -> tuple[Path, ...]:
    """Return where the export now stands.

    Raises:
        NotWritten: when a file stands there and may not be replaced, or it cannot be written.
        ExportError: when it cannot be made.
    """
    from assessor.export.saving import refuse_taken, save

    refuse_taken(place, overwrite=overwrite)
    made = form.write(about, language, None)
    return save(made, place, overwrite=overwrite, originals=about.originals.values())


def marked(about: Report, document: int, language: str, page: int, quote: str | None) -> Path:
    """Return a copy of a supplier's PDF with the quotes marked, in a folder only the user can read.

    It opens at the page, and at the quote where that is known.

    Raises:
        OriginalMissing: when that document is no PDF, or not, or not unchanged, where it was.
        NotWritten: when it cannot be written.
    """
    from assessor.errors import OriginalMissing
    from assessor.export.annotated_pdf import annotated_at
    from assessor.export.saving import save

    facts = about.assessment.documents[document]
    if facts.format != "pdf":
        raise OriginalMissing(
            say("screen.document.no_pdf", file=facts.file), say("screen.document.no_pdf_remedy")
        )
    made = annotated_at(about, document, language, page, quote)
    folder = Path(tempfile.mkdtemp(prefix="isv-assessor-"))
    stem = _UNFIT.sub("-", Path(facts.file).stem).strip("-.")[:_LONGEST_NAME] or "document"
    (place,) = save({"": made}, folder / f"{stem}.pdf")
    return place
