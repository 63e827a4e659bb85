"""Where the command line finds what it exports: a dossier, a saved assessment, or fresh files.

An assessment that was saved before comes with what people made of it; only files that were never
assessed are assessed now.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessor.cli.choosing import chosen, newest_submission
from assessor.cli.progress import Bar
from assessor.cli.speaking import told
from assessor.errors import AgendaUnreadable
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from assessor.dialogue.edits import Edit
    from assessor.dossiers.changes import Change
    from assessor.dossiers.fingerprint import FileMark, Key
    from assessor.dossiers.prepared import Prepared
    from assessor.dossiers.review import Review
    from assessor.dossiers.store import Saved
    from assessor.export.report import Report
    from assessor.judging.case import Arrival


@dataclass(frozen=True, slots=True)
class _Found:
    """What there is to export."""

    prepared: Prepared
    reviews: tuple[Review, ...]
    originals: dict[str, Path]
    changes: tuple[Change, ...] = ()
    supplier: str = ""
    contract: str = ""


def gather(
    files: tuple[Path, ...],
    *,
    now: datetime,
    dossier: str | None = None,
    category: str | None = None,
    supplier: str = "",
    contract: str = "",
    minutes: int | None = None,
    agenda: Path | None = None,
) -> Report:
    """Return the report that the line asks for.

    Raises:
        click.UsageError: when neither or both of files and dossier are named.
        Nothing: when no file could be read.
        AgendaUnreadable: when the file of the agenda holds something else.
        DossierError: when the dossier is not there, or saved work cannot be opened.
    """
    from assessor.dialogue.keeping import edits_of
    from assessor.export.report import report_of

    if bool(files) == bool(dossier):
        raise click.UsageError(told("export.files_or_dossier"))
    found = _of_dossier(dossier) if dossier else _of_files(files, category)
    report = replace(
        report_of(found.prepared, now, found.reviews, minutes),
        supplier=supplier or found.supplier,
        contract=contract or found.contract,
        originals=found.originals,
    )
    report = _with_edits(report, edits_of(found.changes))
    return _with_agenda(report, agenda) if agenda else report


def _of_dossier(name: str) -> _Found:
    from assessor.dossiers.store import Store

    with closing(Store()) as store:
        saved = store.open(newest_submission(store, chosen(store, name)))
        return _of_saved(saved, store.files(saved.submission))


def _of_saved(saved: Saved, files: Iterable[FileMark]) -> _Found:
    return _Found(
        saved.prepared,
        saved.reviews,
        _originals(files),
        saved.changes,
        saved.supplier,
        saved.contract,
    )


def _of_files(files: tuple[Path, ...], category: str | None) -> _Found:
    from assessor.dossiers.fingerprint import key_for

    key = key_for(files, category)
    all_there = len(key.files) == len(files)
    saved = _saved(key) if all_there else None
    return saved or _Found(assess_now(files, key), (), _originals(key.files))


def _saved(key: Key) -> _Found | None:
    """Return what was saved of exactly these files; without a database there is nothing."""
    from assessor.dossiers.store import Store, is_there

    if not is_there():
        return None
    with closing(Store()) as store:
        saved = store.find(key)
    return _of_saved(saved, key.files) if saved else None


def assess_now(files: tuple[Path, ...], key: Key, arrival: Arrival | None = None) -> Prepared:
    """Return a fresh assessment of the files, telling how far it is.

    Args:
        files: as named.
        key: of the assessment.
        arrival: when they came in and what other suppliers handed in, where that is known.

    Raises:
        Nothing: when no file could be read.
    """
    from assessor.dossiers.briefing import brief
    from assessor.dossiers.prepared import Prepared
    from assessor.pipeline import assess, engine, read_all

    if not key.files:
        read_all(files)  # tells why, without getting ready for what cannot come
    with Bar() as bar:
        assessed = assess(
            files,
            category=key.category,
            contract_date=key.contract_date,
            arrival=arrival,
            progress=bar,
        )
    briefing = brief(engine().checklist)
    return Prepared(assessed.assessment, assessed.documents, briefing, assessed.prints)


def _originals(marks: Iterable[FileMark]) -> dict[str, Path]:
    return {mark.sha256: Path(mark.path) for mark in marks}


def _with_agenda(report: Report, file: Path) -> Report:
    """Return the report with the agenda, or the edits of one, that the file holds."""
    from assessor.dialogue.keeping import agenda_from_json, edits_from_json

    try:
        data = file.read_bytes()
    except OSError as error:
        what = say("dialogue.unreadable", reason=error.strerror or error)
        raise AgendaUnreadable(what, say("dialogue.unreadable_remedy")) from error
    if not data.lstrip().startswith(b"["):
        return replace(report, agenda=agenda_from_json(data))
    return _with_edits(report, edits_from_json(data))


def _with_edits(report: Report, edits: Sequence[Edit]) -> Report:
    from assessor.dialogue.edits import edited

    if not edits:
        return report
    agenda = edited(report.agenda, edits, report.assessment, report.briefing)
    return replace(report, agenda=agenda)
