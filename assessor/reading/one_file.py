"""The way of one file: recognise it, read it in a child, try a second reader, add what we know."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from assessor.errors import DamagedDocument, NoPages, ReadingError
from assessor.model import Words
from assessor.reading import language
from assessor.reading.child import Child, Reader
from assessor.reading.formats import recognise
from assessor.reading.passages import first_unjudged
from assessor.reading.scans import page_ranges, to_recognise, with_scans
from assessor.reading.transport import Refused
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from assessor.model import Document
    from assessor.reading.child import Hears
    from assessor.reading.limits import Limits

    Follows = Callable[[str, int, int], None]
    """Hears `pages` or `scans`, how many are done, of how many."""

_GAPS = {"unread": "reading.note.unread_pages", "worn": "reading.note.worn_pages"}
_SHORTEST = 2  # characters of a passage
_WORTH_A_SECOND_TRY = (DamagedDocument, NoPages)


def read_file(path: Path, limits: Limits, follows: Follows | None = None) -> Document:
    """Return the document that the file holds; `follows` is told how far the pages are.

    Raises:
        ReadingError: when it could not be read; `what` names the file.
    """
    started = time.monotonic()
    try:
        kind = recognise(path, limits)
        document = _first(kind, path, limits, _about("pages", follows))
    except ReadingError as error:
        raise _named(error, path.name or str(path)) from error
    if to_recognise(document):
        left = limits.ocr_seconds - int(time.monotonic() - started)
        bounded = replace(limits, ocr_seconds=left)
        document = with_scans(document, path, bounded, _about("scans", follows))
    return _with_gaps(language.with_languages(document), limits)


def _about(what: str, follows: Follows | None) -> Hears | None:
    return partial(follows, what) if follows is not None else None


def _first(reader: Reader, path: Path, limits: Limits, hears: Hears | None) -> Document:
    """Return what the first reader finds, or what the second does when a PDF brings it down."""
    try:
        return _attempt(reader, path, limits, hears)
    except _WORTH_A_SECOND_TRY as refusal:
        if reader != "pdf":
            raise
        return _second(path, limits, refusal)


def _second(path: Path, limits: Limits, refusal: ReadingError) -> Document:
    try:
        document = _attempt("second", path, limits)
    except NoPages:
        raise
    except ReadingError:
        raise refusal from None
    if not any(page.text.strip() for page in document.pages):
        raise refusal
    return replace(document, notes=(say("reading.note.second_reader"), *document.notes))


def _attempt(reader: Reader, path: Path, limits: Limits, hears: Hears | None = None) -> Document:
    with Child(reader, path, limits) as child:
        language.prepare()
        reply = child.reply(hears)
    if isinstance(reply, Refused):
        raise reply.as_error()
    return _with_something(reply.document)


def _with_something(document: Document) -> Document:
    """Return the document if anything is in it: nothing read is never a success."""
    if document.format == "pdf" and all(p.status in {"blank", "failed"} for p in document.pages):
        if any(page.status == "failed" for page in document.pages):
            raise DamagedDocument(say("reading.damaged"), say("reading.damaged_remedy"))
        raise NoPages(say("reading.nothing"), say("reading.nothing_remedy"))
    return document


def _with_gaps(document: Document, limits: Limits) -> Document:
    """Return the document with notes on what we could not read or will not judge."""
    notes = list(document.notes)
    for status, key in _GAPS.items():
        numbers = [page.number for page in document.pages if page.status == status]
        if numbers:
            notes.append(say(key, pages=page_ranges(numbers)))
    return replace(document, notes=(*notes, *_unjudged(document, limits)))


def _unjudged(document: Document, limits: Limits) -> Iterator[Words]:
    """Yield what to say of a document that is too long to be judged to its end."""
    if sum(len(block.text) for block in document.blocks) < _SHORTEST * limits.passages:
        return
    passage = first_unjudged(document)
    if passage and passage.page:
        yield say("reading.note.too_long_from_page", count=limits.passages, page=passage.page)
    elif passage:
        yield say("reading.note.too_long", count=limits.passages)


def _named(error: ReadingError, name: str) -> ReadingError:
    """Return the error with the file's name before what happened."""
    what = Words(f"{name}: {error.what.nl}", f"{name}: {error.what.en}")
    return type(error)(what, error.remedy)
