"""One assessment with all that is needed to show it, and its form as bytes.

Separate because three parties must agree on it: the worker that makes it, the store that keeps it
and the screens that show it.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

from assessor.dossiers.briefing import Briefing  # noqa: TC001  # msgspec reads it at run time
from assessor.errors import DossierError
from assessor.model import Assessment, Document  # noqa: TC001  # msgspec reads it at run time
from assessor.texts import say

_Form = TypeVar("_Form")


class Prepared(msgspec.Struct, frozen=True):
    """The machine's view, the documents it is about, and the words of the checklist."""

    assessment: Assessment
    documents: tuple[Document, ...]
    briefing: Briefing
    prints: tuple[int, ...] = ()
    """By which a copy of the documents is recognised; none in what older programs kept."""


class _View(msgspec.Struct, frozen=True):
    """The part of the form that is compared with a later one."""

    assessment: Assessment


class _Prints(msgspec.Struct, frozen=True):
    """The part of the form by which copies are recognised."""

    prints: tuple[int, ...] = ()


def packed(prepared: Prepared) -> bytes:
    """Return the JSON form."""
    return msgspec.json.encode(prepared)


def unpacked(payload: bytes) -> Prepared:
    """Return what was packed.

    Raises:
        DossierError: when the bytes are not, or not any more, of that form.
    """
    return _decoded(payload, Prepared)


def assessment_in(payload: bytes) -> Assessment:
    """Return the assessment of what was packed, without the documents: quicker.

    Raises:
        DossierError: when the bytes are not, or not any more, of that form.
    """
    return _decoded(payload, _View).assessment


def prints_in(payload: bytes) -> frozenset[int]:
    """Return the prints of what was packed, without the rest: quicker.

    Raises:
        DossierError: when the bytes are not, or not any more, of that form.
    """
    return frozenset(_decoded(payload, _Prints).prints)


def _decoded(payload: bytes, kind: type[_Form]) -> _Form:
    try:
        return msgspec.json.decode(payload, type=kind)
    except (msgspec.DecodeError, RecursionError) as error:
        raise DossierError(
            say("dossiers.unreadable_assessment"), say("dossiers.unreadable_assessment_remedy")
        ) from error
