"""Something that an author should know of a checklist: where it stands and what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from assessor.model import Words

_TELLING = 24
"""Characters of a text by which its line is found; YAML may fold the rest."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A mistake, or something to look at."""

    file: str
    line: int
    """1 where it is about the file as a whole."""
    what: Words
    is_mistake: bool = False
    is_detail: bool = False
    """A term that stands nowhere: often, and of use only to who asks for it."""

    def told_in(self, language: str) -> str:
        """Return "file:line: what"."""
        return f"{self.file}:{self.line}: {self.what.told_in(language)}"


class Places:
    """Finds the line of a text in the files of one folder, each read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lines: dict[str, list[str]] = {}

    def line_of(self, file: str, text: str) -> int:
        """Return the first line that holds the start of the text; 1 where none does."""
        if file not in self._lines:
            self._lines[file] = (self._folder / file).read_text("utf-8").splitlines()
        start = text[:_TELLING]
        return next((n for n, line in enumerate(self._lines[file], 1) if start in line), 1)
