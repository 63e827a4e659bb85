"""A process that stays warm and assesses on request, so that no screen ever loads the heavy parts.

Spoken over standard input and output, one JSON object a line: a `Request` in; `Progress` lines and
then one `Done` or `Failed` out. Ends when its input ends. Whatever libraries print goes to standard
error and cannot disturb the conversation.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import date  # noqa: TC003  # msgspec reads it at run time
from pathlib import Path
from typing import IO, TYPE_CHECKING

import msgspec

from assessor.dossiers.prepared import Prepared
from assessor.errors import AssessorError
from assessor.model import Words  # noqa: TC001  # msgspec reads it at run time
from assessor.texts import joined, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessor.pipeline import Progress as Hears

_PAUSE = 0.1
"""Seconds between two progress lines of one step: often enough to look alive."""


class Request(msgspec.Struct, frozen=True):
    """What to assess."""

    files: tuple[str, ...]
    category: str | None = None
    contract_date: date | None = None
    """When the contract was signed, where that is known."""


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """How far the work is."""

    step: str
    """reading, preparing, matching or judging; of one file also pages or scans."""
    done: int
    total: int


class Done(msgspec.Struct, frozen=True, tag="done"):
    """The result."""

    prepared: Prepared


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """Why there is no result: what happened, what to do, and the code for the help desk."""

    what: Words
    remedy: Words
    code: str


Answer = Progress | Done | Failed


def main() -> None:
    """Answer requests until standard input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with answers:
        for line in sys.stdin.buffer:
            request = msgspec.json.decode(line, type=Request)
            _write(answers, answer(request, _Teller(lambda told: _write(answers, told))))


def answer(request: Request, hears: Hears) -> Done | Failed:
    """Return the result of a request, or why there is none."""
    from assessor import pipeline
    from assessor.dossiers.briefing import brief

    try:
        assessed = pipeline.assess(
            [Path(file) for file in request.files],
            category=request.category,
            contract_date=request.contract_date,
            progress=hears,
        )
        briefing = brief(pipeline.engine(None).checklist)
    except pipeline.Nothing as error:
        what = joined((why for _, why in error.refused), "\n")
        return Failed(what, say("screen.worker.refused_remedy"), error.code)
    except AssessorError as error:
        return Failed(error.what, error.remedy, error.code)
    except Exception as error:  # noqa: BLE001  # the last door: a screen waits for an answer
        reason = f"{type(error).__name__}: {error}"
        return Failed(
            say("screen.worker.mistake", reason=reason), say("screen.worker.mistake_remedy"), "A900"
        )
    return Done(Prepared(assessed.assessment, assessed.documents, briefing, assessed.prints))


class _Teller:
    """Passes progress on, but not more often than an eye can follow."""

    def __init__(self, tell: Callable[[Progress], None]) -> None:
        self._tell = tell
        self._step = ""
        self._until = 0.0

    def __call__(self, step: str, done: int, total: int) -> None:
        now = time.monotonic()
        if step == self._step and now < self._until and done < total:
            return
        self._step, self._until = step, now + _PAUSE
        self._tell(Progress(step, done, total))


def _write(answers: IO[bytes], told: Answer) -> None:
    answers.write(msgspec.json.encode(told) + b"\n")
    answers.flush()


if __name__ == "__main__":
    main()
