"""What the reading child process says to its parent: JSON with checked types, never pickle."""

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


Reply = Read | Refused


def encode(reply: Reply) -> bytes:
    """Return the reply as JSON."""
    return msgspec.json.encode(reply)


def decode(message: bytes) -> Reply:
    """Return the reply that the JSON holds.

    Raises:
        msgspec.MsgspecError: when the message is not a reply.
    """
    reply: Reply = msgspec.json.decode(message, type=Reply)
    return reply


def refusal(error: errors.ReadingError) -> Refused:
    """Return the reply that tells of an error."""
    return Refused(type(error).__name__, error.what, error.remedy)
