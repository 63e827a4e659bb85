"""What the reading child process says to its parent: JSON a line, checked types, never pickle."""

from __future__ import annotations

import msgspec

from assessor import errors
from assessor.model import Document, Words  # noqa: TC001  # msgspec reads these at run time

BROKEN_INSTALLATION = 78
"""Exit code of a child that lacks a module: not the file but the program is at fault."""


class Read(msgspec.Struct, tag=True, frozen=True):
    """The file was read."""

    document: Document


class Refused(msgspec.Struct, tag=True, frozen=True):
    """The file was not read; which error, what happened and what to do."""

    error: str
    what: Words
    remedy: Words

    def as_error(self) -> errors.ReadingError:
        """Return the error that the child met."""
        kind = getattr(errors, self.error, errors.ReadingError)
        assert isinstance(kind, type)
        assert issubclass(kind, errors.ReadingError)
        return kind(self.what, self.remedy)


class AtPage(msgspec.Struct, tag=True, frozen=True):
    """So many pages are done; said before the reply."""

    done: int
    total: int


Reply = Read | Refused


def encode(told: Reply | AtPage) -> bytes:
    """Return what is told as a line of JSON."""
    return msgspec.json.encode(told) + b"\n"


def decode(line: bytes) -> Reply | AtPage:
    """Return what the line tells.

    Raises:
        msgspec.MsgspecError: when it is not one of these.
    """
    told: Reply | AtPage = msgspec.json.decode(line, type=Reply | AtPage)
    return told


def refusal(error: errors.ReadingError) -> Refused:
    """Return the reply that tells of an error."""
    return Refused(type(error).__name__, error.what, error.remedy)
