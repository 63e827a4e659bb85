"""Writes a new checklist: one question, whole, with comments that explain every part."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING

from assessor.errors import ChecklistError, NotWritten
from assessor.texts import say

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

_PLACE = "NEW-CHECKLIST"
"""Stands in the template where the name goes."""
_NAME = re.compile(r"[a-z][a-z0-9-]*")


def begin(name: str, parent: Path) -> Path:
    """Return the new folder, named after the checklist, in `parent`.

    Raises:
        ChecklistError: when the name cannot be one, or the folder is there already.
        NotWritten: when the folder cannot be made.
    """
    if not _NAME.fullmatch(name):
        raise ChecklistError(say("checklist.bad_name", name=name), say("checklist.bad_name_remedy"))
    folder = parent / name
    if folder.exists():
        raise ChecklistError(say("checklist.exists", folder=folder), say("checklist.exists_remedy"))
    template = resources.files(__package__).joinpath("template")
    try:
        _write(template, folder, name)
    except OSError as error:
        reason = error.strerror or str(error)
        raise NotWritten(
            say("checklist.not_written", folder=folder, reason=reason),
            say("checklist.not_written_remedy"),
        ) from error
    return folder


def _write(source: Traversable, target: Path, name: str) -> None:
    target.mkdir(parents=True)
    for part in source.iterdir():
        if part.is_dir():
            _write(part, target / part.name, name)
        elif part.name.endswith(".yaml"):
            text = part.read_text("utf-8").replace(_PLACE, name)
            (target / part.name).write_text(text, "utf-8")
