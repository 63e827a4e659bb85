"""By whom a file says that it was made, asked of a limited child process: only a suggestion."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from assessor.errors import ReadingError
from assessor.reading.child import Confined
from assessor.reading.limits import limits_of_user

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = 10
_LONGEST = 100
"""Characters of a name; what is longer is none."""


def authors_of(path: Path) -> tuple[str, ...]:
    """Return the company and the author that a PDF or Word file names, where it names any.

    A file that cannot be read names nobody; that it cannot be read is told when it is read.
    """
    limits = replace(limits_of_user(), seconds=_SECONDS)
    arguments = (msgspec.json.encode(limits).decode(), str(path))
    try:
        with Confined("assessor.reading.authorworker", arguments, limits.seconds) as child:
            found = msgspec.json.decode(child.answer(), type=tuple[str, ...])
    except (ReadingError, msgspec.MsgspecError):
        return ()
    names = (" ".join(name.split()) for name in found)
    return tuple(dict.fromkeys(name for name in names if 0 < len(name) <= _LONGEST))
