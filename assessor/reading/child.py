"""Starts the child process that opens one file, watches its time and understands how it ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING, Literal, Self

import msgspec

from assessor import version
from assessor.errors import DamagedDocument, LimitExceeded
from assessor.reading.transport import BROKEN_INSTALLATION, AtPage, Reply, decode
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from assessor.reading.limits import Limits

    Hears = Callable[[int, int], None]
    """Hears how many pages are done, of how many."""

Reader = Literal["pdf", "second", "docx", "scans"]

_START = (
    "import runpy, sys; sys.path.append(sys.argv.pop(1)); "
    "runpy.run_module(sys.argv.pop(1), run_name='__main__', alter_sys=True)"
)
_ROOT = str(Path(version.__file__).parents[1])
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}


class Confined:
    """A child process at work on one file; leaving the `with` block ends it whatever happens."""

    def __init__(self, module: str, arguments: tuple[str, ...], seconds: int) -> None:
        """Start the module, which keeps itself within memory; we keep it within the seconds."""
        self._seconds = seconds
        # -P keeps the current folder off the import path: a supplier's folder may hold a json.py.
        self._process = subprocess.Popen(  # noqa: S603  # our own interpreter and module
            [sys.executable, "-P", "-c", _START, _ROOT, module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=os.environ | _ONE_THREAD,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def answer(self, request: bytes = b"") -> bytes:
        """Return what the child writes once it has read the request.

        Raises:
            LimitExceeded: when it takes longer than the limits allow.
            ImportError: when the installation is not complete.
        """
        try:
            message, _ = self._process.communicate(request, timeout=self._seconds)
        except subprocess.TimeoutExpired as error:
            raise self._too_slow() from error
        self._check_installation()
        return message

    def lines(self) -> Iterator[bytes]:
        """Yield what the child writes line by line, as it comes.

        Raises:
            LimitExceeded: when it takes longer than the limits allow.
            ImportError: when the installation is not complete.
        """
        assert self._process.stdout is not None
        until = time.monotonic() + self._seconds
        written: SimpleQueue[bytes] = SimpleQueue()
        listening = Thread(target=_listen, args=(self._process.stdout, written), daemon=True)
        listening.start()
        try:
            while line := written.get(timeout=max(until - time.monotonic(), 0)):
                yield line
            self._process.wait(max(until - time.monotonic(), 0))
        except (Empty, subprocess.TimeoutExpired) as error:
            raise self._too_slow() from error
        self._check_installation()

    def _too_slow(self) -> LimitExceeded:
        self._end()
        what = say("reading.too_slow", seconds=self._seconds)
        return LimitExceeded(what, say("reading.too_slow_remedy"))

    def _check_installation(self) -> None:
        if self._process.returncode == BROKEN_INSTALLATION:
            raise ImportError("the reading process lacks a module: install isv-assessor again")

    def _end(self) -> None:
        """Kill the child with all that it started, if it still lives."""
        if self._process.poll() is None:
            if os.name == "posix":
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()


class Child(Confined):
    """The child that reads."""

    def __init__(
        self, reader: Reader, path: Path, limits: Limits, numbers: tuple[int, ...] = ()
    ) -> None:
        """Start the child; `numbers` are the pages for the reader of scans."""
        request = (reader, msgspec.json.encode(limits).decode(), str(path), *map(str, numbers))
        super().__init__("assessor.reading.worker", request, limits.seconds)

    def reply(self, hears: Hears | None = None) -> Reply:
        """Return what the child answers; `hears` is told of each page before.

        Raises:
            LimitExceeded: when it takes longer than the limits allow.
            ImportError: when the installation is not complete.
            DamagedDocument: when it ends without an answer: the file brought it down.
        """
        reply: Reply | None = None
        with suppress(msgspec.MsgspecError):
            for line in self.lines():
                told = decode(line)
                if not isinstance(told, AtPage):
                    reply = told
                elif hears is not None:
                    hears(told.done, told.total)
        if reply is None:
            # No answer: the file brought the child down.
            raise DamagedDocument(say("reading.damaged"), say("reading.damaged_remedy"))
        return reply


def _listen(stream: IO[bytes], written: SimpleQueue[bytes]) -> None:
    """Pass lines on until there are no more, and then an empty one."""
    with suppress(OSError, ValueError):  # closed by a parent that waits no longer
        for line in stream:
            written.put(line)
    written.put(b"")
