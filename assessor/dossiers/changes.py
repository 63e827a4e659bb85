"""What people change in an agenda, as events; an edit is JSON here and known in `dialogue` alone.

Separate from judgements: taking back a reworded question must not take back what was judged since.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from assessor.dossiers.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

ChangeKind = Literal["edit", "undo", "redo"]
_ABOUT = ("topic", "finding")
"""Fields of an edit that may hold the id of a finding."""


@dataclass(frozen=True, slots=True)
class Change:
    """One edit of an agenda, or one taken back or brought back."""

    at: datetime
    """With time zone."""
    who: str
    kind: ChangeKind = "edit"
    edit: str = ""
    """JSON of the edit; empty for undo and redo."""
    target: int | None = None
    """Id of the change that is undone or redone."""
    id: int = 0
    """Given by the store; 0 before it is stored."""


def standing_edits(changes: Iterable[Change]) -> tuple[str, ...]:
    """Return the JSON of the edits that count, in order."""
    return tuple(change.edit for change in Timeline(changes).done)


def renamed(edit: str, names: Mapping[str, str]) -> str:
    """Return the edit with the findings that it is about under other names."""
    if not edit or all(old == new for old, new in names.items()):
        return edit
    fields = json.loads(edit)
    if not isinstance(fields, dict):
        return edit
    about = {key: names.get(fields[key], fields[key]) for key in _ABOUT if key in fields}
    return json.dumps(fields | about, ensure_ascii=False, separators=(",", ":"))
