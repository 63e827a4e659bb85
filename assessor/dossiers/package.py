"""What a dossier is on its way to another office: a zip with JSON and originals by hash.

`manifest.json` names every other member with its hash and size; `dossier.json` holds what is known
and what people made of it; each assessment and original is a member named by its hash. Folders of
this computer and who has it open now stay here.
"""

from __future__ import annotations

import re
from datetime import date, datetime  # noqa: TC003  # msgspec reads them at run time
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct

from assessor.dossiers.changes import ChangeKind  # noqa: TC001  # msgspec reads it at run time
from assessor.dossiers.review import ReviewKind  # noqa: TC001  # msgspec reads it at run time

SCHEMA: Final = "isv-assessor-dossier"
VERSION = 1
"""Raised by every change that an older program could not read."""
MANIFEST, DOSSIER = "manifest.json", "dossier.json"
MEMBER = re.compile(
    r"manifest\.json|dossier\.json|assessments/[0-9a-f]{64}\.json|originals/[0-9a-f]{64}"
)

Uid = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$")]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, Meta(max_length=200)]
Short = Annotated[str, Meta(max_length=100)]
Code = Annotated[str, Meta(max_length=40)]
FileName = Annotated[str, Meta(min_length=1, max_length=255, pattern=r"^(?!\.{1,2}$)[^/\\\x00]+$")]
Level = Annotated[int, Meta(ge=0, le=4)]
Moment = Annotated[int, Meta(ge=0, lt=2**62)]
Count = Annotated[int, Meta(ge=0, lt=2**31)]
Text = Annotated[str, Meta(max_length=1_000_000)]


class Member(Struct, frozen=True):
    """One file in the zip."""

    name: str
    sha256: Sha256
    size: Annotated[int, Meta(ge=0)]


class Manifest(Struct, frozen=True):
    """What is in the zip."""

    schema: str
    version: int
    program: str
    members: tuple[Member, ...]


class PackedFile(Struct, frozen=True):
    """A file of a submission."""

    name: FileName
    sha256: Sha256


class PackedAssessment(Struct, frozen=True):
    """An assessment; what it says is the member with its hash."""

    uid: Uid
    category: Code | None
    contract_date: date | None
    checklist_version: Code
    checklist_hash: Annotated[str, Meta(max_length=64)]
    program_version: Code
    made_at: datetime
    findings: Count
    threads: dict[Text, Text]
    payload: Sha256


class PackedReview(Struct, frozen=True):
    """A judgement."""

    uid: Uid
    at: datetime
    moment: Moment
    who: Name
    kind: ReviewKind
    finding: Text
    subject: Text
    level: Level | None
    why: Text
    target: Uid | None


class PackedChange(Struct, frozen=True):
    """A change of an agenda."""

    uid: Uid
    at: datetime
    moment: Moment
    who: Name
    kind: ChangeKind
    edit: Text
    target: Uid | None


class PackedSubmission(Struct, frozen=True):
    """Files that came in together, and all that was made of them."""

    uid: Uid
    received_on: date
    made_at: datetime
    files: Annotated[tuple[PackedFile, ...], Meta(min_length=1)]
    assessments: tuple[PackedAssessment, ...]
    reviews: tuple[PackedReview, ...]
    changes: tuple[PackedChange, ...]


class PackedSupplier(Struct, frozen=True):
    """A supplier."""

    uid: Uid
    name: Name


class PackedDeadline(Struct, frozen=True):
    """When the supplier hands in what."""

    document_type: Code
    due_on: date


class PackedDossier(Struct, frozen=True):
    """A contract with all that came in on it."""

    schema: Literal["isv-assessor-dossier"]
    version: int
    uid: Uid
    name: Name
    supplier: PackedSupplier | None
    number: Short
    category: Code | None
    regime: Annotated[str, Meta(max_length=20)] | None
    signed_on: date | None
    starts_on: date | None
    ends_on: date | None
    thresholds: dict[Short, Level]
    deadlines: tuple[PackedDeadline, ...]
    made_at: datetime
    submissions: tuple[PackedSubmission, ...]


def to_json(what: Struct) -> bytes:
    """Return the JSON form, indented for who looks inside."""
    return msgspec.json.format(msgspec.json.encode(what), indent=1)


def payload_member(sha256: str) -> str:
    """Return the name of the member that holds an assessment."""
    return f"assessments/{sha256}.json"


def original_member(sha256: str) -> str:
    """Return the name of the member that holds a supplier's file."""
    return f"originals/{sha256}"
