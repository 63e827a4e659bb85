"""Tells what a column of a table is about: by its head and by what its cells look like."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from assessor.matching.phrases import Hit, Lexicon, words
from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

V = TypeVar("V", bound=str)

_MOSTLY = 0.6
"""Share of a column's cells that must look alike for the column to look so."""
_SHORT = 8
"""Words; a longer cell is told about something and is no date, person or judgement."""
_LONGEST_HEAD = 12
"""Words; of a longer cell only the end can be a head, with prose run into it."""
_TAIL = 4
"""Words at the end of such a cell."""
_LOWEST_SCALE, _HIGHEST_SCALE = 1, 5
"""Whole numbers between these, without a head, are taken for scores."""
_CAN_NOT_BE: dict[str, set[str]] = {
    "risk": {"rating", "date", "answer", "status", "figure"},
    "issue": {"rating", "date", "answer", "status", "figure"},
    "action": {"rating", "date", "answer", "status", "figure", "reference"},
    "owner": {"rating", "date", "answer", "figure", "reference"},
    "deadline": {"rating", "answer", "person"},
    "kpi": {"person"},
    "country": {"rating", "figure", "date"},
    "product": {"rating", "figure", "date"},
}
"""What the cells under a head look like when the head means something else than it says."""
_SCORES = ("severity", "likelihood", "priority")
_ENOUGH_SCORES = 2
_FEWEST_ROWS = 2


def _words() -> dict[str, Any]:
    return cast("dict[str, Any]", rules("assessor.judging", "columns"))


@cache
def _lexicon(*path: str) -> Lexicon[str]:
    """Return the terms under a key, labelled by the key below it or, at the end, by itself."""
    under = _words()
    for key in path:
        under = under[key]
    if "nl" in under:
        under = {path[-1]: under}
    return Lexicon((label, term) for label, by in under.items() for term in by["nl"] + by["en"])


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return one of the regular expressions of columns.yaml; the person's heeds capitals."""
    flags = re.NOFLAG if name in {"person", "initials", "reference"} else re.IGNORECASE
    return re.compile(_words()["patterns"][name], flags)


def value(text: str, *possible: V) -> V | None:
    """Return which of the possible values a cell holds, the first named if several; else None."""
    found = {hit.label for hit in _lexicon("values").find(text)}
    return next((v for v in possible if v in found), None)


def is_company_wide(text: str) -> bool:
    """Return whether words tell of what matters to the firm rather than of risks in a chain."""
    return bool(_lexicon("company_wide").find(text))


def is_ordinary_work(text: str) -> bool:
    """Return whether words tell of deliveries and service rather than of risks and people."""
    return bool(_lexicon("ordinary_work").find(text))


def heads_in(text: str) -> list[Hit[str]]:
    """Return the heads of columns that a cell holds, in order of place, each role once."""
    said = words(text)
    if len(said) > _LONGEST_HEAD:
        return heads_at_end(text)
    hits = sorted(_lexicon("heads").find(text), key=lambda h: (h.start, -h.end))
    if said and not hits:
        whole = (said[0].start, said[-1].end)
        hits = [h for h in _lexicon("alone").find(text) if (h.start, h.end) == whole]
    return list({h.label: h for h in reversed(hits)}.values())[::-1]


def heads_at_end(text: str) -> list[Hit[str]]:
    """Return the capitalised heads among a cell's last words.

    Prose above a table is sometimes read into its first row.
    """
    said = words(text)
    edge = said[-min(_TAIL, len(said))].start if said else 0
    hits = sorted(_lexicon("heads").find(text), key=lambda h: (h.start, -h.end))
    last = [h for h in hits if h.start >= edge and _is_written_as_head(text, h)]
    return list({h.label: h for h in reversed(last)}.values())[::-1]


def _is_written_as_head(text: str, hit: Hit[str]) -> bool:
    return text[hit.start].isupper() or not text[: hit.start].strip(" .")


def head_at_start(text: str) -> Hit[str] | None:
    """Return the head with which a cell begins, the longest if several."""
    said = words(text)
    hits = [h for h in _lexicon("heads").find(text) if said and h.start == said[0].start]
    return max(hits, key=lambda h: h.end, default=None)


def shape(texts: Sequence[str]) -> str:
    """Return what most cells of a column look like: reference, rating, date, …; else "text"."""
    said = [" ".join(t.split()) for t in texts if words(t)]
    if not said:
        return "empty"
    if _counts_up(said):
        return "reference"
    looks = Counter(look for text in said for look in _looks(text))
    likeliest = max(looks, key=looks.__getitem__, default="text")
    return likeliest if looks[likeliest] >= _MOSTLY * len(said) else "text"


def _counts_up(said: Sequence[str]) -> bool:
    """Return whether cells are the numbers or letters by which rows are referred to."""
    if not all(pattern("reference").fullmatch(s) for s in said):
        return False
    return len(set(said)) == len(said) and said == sorted(said, key=lambda s: (len(s), s))


def _looks(text: str) -> list[str]:
    """Return what one cell looks like; nothing for a cell that tells something."""
    if text.isdigit():
        in_scale = _LOWEST_SCALE <= int(text) <= _HIGHEST_SCALE
        return ["rating" if in_scale else "date" if _is_whole("date", text) else "figure"]
    if len(words(text)) > _SHORT:
        return []
    return [look for look, is_so in _LOOKS if is_so(text)][:1]


def _is_rating(text: str) -> bool:
    return any(h.start == 0 for h in _lexicon("rating").find(text))


def _is_answer(text: str) -> bool:
    return any(h.end - h.start == len(text) for h in _lexicon("answer").find(text))


def _is_figure(text: str) -> bool:
    return not any(c.isalpha() for c in text) and pattern("date").search(text) is None


def _is_date(text: str) -> bool:
    return pattern("date").match(text) is not None


def _is_status(text: str) -> bool:
    return value(text, "done", "ongoing", "planned") is not None


def _is_person(text: str) -> bool:
    return bool(_lexicon("department").find(text)) or pattern("person").match(text) is not None


_LOOKS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("rating", _is_rating),
    ("answer", _is_answer),
    ("figure", _is_figure),
    ("date", _is_date),
    ("status", _is_status),
    ("person", _is_person),
)
"""In the order in which they are tried."""


def owner_in(text: str) -> str | None:
    """Return the person written with initials, or the department, in a cell that says more."""
    if met := pattern("initials").search(text):
        return met.group()
    found = [text[h.start : h.end] for h in _lexicon("department").find(text)]
    return next((said for said in found if said[0].isupper()), None)


def _is_whole(name: str, text: str) -> bool:
    return pattern(name).fullmatch(text) is not None


def settle(
    heads: Mapping[int, Sequence[str]], cells: Mapping[int, Sequence[str]]
) -> dict[int, str]:
    """Return column → role, each role once.

    Args:
        heads: column → the roles that its head may mean, likeliest first.
        cells: column → what stands under its head.
    """
    shapes = {column: shape(texts) for column, texts in cells.items()}
    found: dict[int, str] = {}
    for column in sorted(cells):
        for role in _meant(heads.get(column, ()), shapes[column]):
            if role not in found.values() and shapes[column] not in _CAN_NOT_BE.get(role, ()):
                found[column] = role
                break
    roles = found.values()
    found = {
        c: "risk" if r == "issue" and "risk" not in roles else r
        for c, r in found.items()
        if r != "issue" or "risk" not in roles
    }
    _add_scores(found, shapes, cells)
    _add_risk(found, shapes, cells)
    _add_to_action(found, shapes)
    return found


def _meant(heads: Sequence[str], look: str) -> tuple[str, ...]:
    """Return the roles that a head may mean, given what its cells look like."""
    of_risks = {"risk", "issue"} & set(heads)
    if of_risks and "number" in heads:
        return ("risk_no",)
    return tuple("risk_no" if r in of_risks and look == "reference" else r for r in heads)


def _add_scores(
    found: dict[int, str], shapes: Mapping[int, str], cells: Mapping[int, Sequence[str]]
) -> None:
    """Take columns without a known head for scores when their cells are, and for numbers."""
    for column in sorted(shapes):
        if column in found or len(cells[column]) < _FEWEST_ROWS:
            continue
        if shapes[column] == "rating":
            free = [s for s in _SCORES[:2] if s not in found.values()]
            if free:
                found[column] = free[0]
        elif shapes[column] == "reference" and "number" not in found.values():
            found[column] = "number"


def _add_risk(
    found: dict[int, str], shapes: Mapping[int, str], cells: Mapping[int, Sequence[str]]
) -> None:
    """Take the first column of words for the risk when what stands beside it scores it."""
    roles = set(found.values())
    scores = roles & set(_SCORES)
    if roles & {"risk", "action"} or len(scores) < _ENOUGH_SCORES:
        return
    free = [c for c in sorted(shapes) if c not in found and shapes[c] == "text"]
    named = [c for c in free if any(t.strip() for t in cells[c])]
    if named:
        found[named[0]] = "risk"


def _add_to_action(found: dict[int, str], shapes: Mapping[int, str]) -> None:
    """Recognise owner, deadline and status beside an action by what the cells look like."""
    if "action" not in found.values():
        return
    for role, look in (("deadline", "date"), ("status", "status"), ("owner", "person")):
        free = [c for c in sorted(shapes) if c not in found and shapes[c] == look]
        if free and role not in found.values():
            found[free[0]] = role
