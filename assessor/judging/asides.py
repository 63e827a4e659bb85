"""Reads what stands in brackets behind an action: "(J. Smit, by May)"; and "done when ..."."""

from __future__ import annotations

import re

from assessor.judging.columns import by_itself, head_at_start
from assessor.judging.wording import lexicon, pattern, value
from assessor.matching.phrases import words
from assessor.matching.specifics import countries_in

_BRACKETS = re.compile(r"\s*\((?P<inner>[^()]{3,160})\)")
_BETWEEN = re.compile(r"\s*[,;]\s+")
_LABEL = re.compile(r"(?P<label>[^:=]{2,30}?)\s*[:=]\s+(?P<said>\S.*)")
_NAME = re.compile(
    r"(?:[A-Z][\w.'’-]*)(?:\s+(?:(?:and|en|with|met|of|van|de|den|der|von|&)\s+)*[A-Z][\w.'’-]*)*"
)
_LONGEST = 5
"""Words of a date, a status or a name in brackets."""


def asides(text: str) -> tuple[str, dict[str, str]]:
    """Return an action without what is put in brackets behind it, and that: role → words."""
    for met in _BRACKETS.finditer(text):
        parts = [p for p in _BETWEEN.split(met["inner"].strip()) if words(p)]
        told: dict[str, str] = {}
        for part in parts:
            _note(told, part)
        if len(parts) > 1 and told.keys() & {"owner", "deadline"}:
            rest = text[: met.start()] + text[met.end() :]
            return rest.strip(), told
    return text, {}


def aim_in(said: str) -> str | None:
    """Return by what an action has succeeded: what follows on "done when"; None for other words."""
    head = head_at_start(said)
    if head is None or by_itself(head.label) != "kpi" or " " not in said[head.start : head.end]:
        return None
    return said[head.end :].strip(" .:")


def _note(told: dict[str, str], part: str) -> None:
    """Note what one part of a bracket tells."""
    labelled = _LABEL.fullmatch(part)
    head = head_at_start(labelled["label"]) if labelled else None
    if labelled and head:
        told.setdefault(by_itself(head.label), labelled["said"].strip())
    elif is_when(part):
        told.setdefault("deadline", part)
    elif is_name(part):
        told.setdefault("owner", part)
    elif len(words(part)) <= _LONGEST and value(part, "stopped", "done", "ongoing", "planned"):
        told.setdefault("status", part)


def is_when(part: str) -> bool:
    """Return whether words tell a date and hardly more."""
    is_dated = pattern("date").match(part) or pattern("month").fullmatch(part)
    return is_dated is not None and len(words(part)) <= _LONGEST


def is_name(part: str) -> bool:
    """Return whether words are a name, or a department, and no place."""
    if len(words(part)) > _LONGEST or countries_in(part):
        return False
    department = any(h.start == 0 for h in lexicon("department").find(part))
    return department or _NAME.fullmatch(part) is not None
