"""What a child process does to itself before it touches a file: little memory, a quiet output."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import BinaryIO

from assessor.reading.limits import MIB


def keep_standard_output() -> BinaryIO:
    """Return standard output for the answer alone: what libraries print goes nowhere."""
    kept = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    return kept


def bound(memory_mib: int) -> None:
    """Limit the address space and forbid core dumps, where the system can: not on Windows."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(ValueError, OSError):  # macOS has this limit in name only, and may refuse it
        resource.setrlimit(resource.RLIMIT_AS, (memory_mib * MIB, memory_mib * MIB))
