"""How far long work is, on standard error, and only where a person watches."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

from assessor.cli.speaking import told

if TYPE_CHECKING:
    from types import TracebackType

_WIDTH = 24
_PATIENCE = 0.4
"""Seconds of silence before a bar appears: what is quick needs none."""


class Bar:
    """One line that is written over; silent when standard error is no terminal."""

    def __init__(self) -> None:
        self._shows = sys.stderr.isatty()
        self._since = time.monotonic()
        self._drawn = 0

    def __enter__(self) -> Self:
        """Return the bar, ready to hear."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wipe the line."""
        if self._drawn:
            sys.stderr.write("\r" + " " * self._drawn + "\r")
            sys.stderr.flush()

    def __call__(self, step: str, done: int, total: int) -> None:
        """Draw the step and how many of its parts are done."""
        if not self._shows or time.monotonic() - self._since < _PATIENCE:
            return
        filled = _WIDTH * done // max(total, 1)
        line = f"{told(f'assess.step_{step}'):<26} [{'#' * filled:<{_WIDTH}}] {done}/{total}"
        sys.stderr.write("\r" + line.ljust(self._drawn))
        sys.stderr.flush()
        self._drawn = max(self._drawn, len(line))
