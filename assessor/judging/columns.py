"""Tells what the columns of a table are about: by their heads and by what their cells look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.judging.looks import looks
from assessor.judging.unheaded import add_action, add_affected, add_risk
from assessor.judging.wording import known_words, lexicon, outermost
from assessor.matching.phrases import Hit, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Roles = dict[int, str]

_LONGEST_HEAD = 12
"""Words; of a longer cell only the end can be a head, with prose run into it."""
_TAIL = 4
"""Words at the end of such a cell."""
_FIRST_HEAD, _NEXT_HEAD, _STEP = 3.0, 2.4, 0.2
"""What a column's head is worth: the role named first, the next, and less for each after."""
_LEAST = 1.2
"""Worth from which a column has a role."""
_ABOUT = 1.6
"""Worth of a column of words when all its cells are about a topic of the checklist."""
_FEWEST_ROWS = 2
_LAST_NUMBER = 1
"""Column, from 0, up to which rows are numbered."""
_OF_A_PLAN = {"owner", "deadline", "status"}


def heads_in(text: str) -> list[Hit[str]]:
    """Return the heads of columns that a cell holds, in order of place, each role once."""
    said = words(text)
    if len(said) > _LONGEST_HEAD:
        return heads_at_end(text)
    hits = _in_order(text)
    if said:
        whole = (said[0].start, said[-1].end)
        hits = [h for h in lexicon("alone").find(text) if (h.start, h.end) == whole] + hits
    return list({h.label: h for h in reversed(hits)}.values())[::-1]


def _in_order(text: str) -> list[Hit[str]]:
    """Return the heads in order of place, without those that stand inside a longer one."""
    return outermost(lexicon("heads").find(text))


def heads_at_end(text: str) -> list[Hit[str]]:
    """Return the capitalised heads among a cell's last words.

    Prose above a table is sometimes read into its first row.
    """
    said = words(text)
    edge = said[-min(_TAIL, len(said))].start if said else 0
    last = [h for h in _in_order(text) if h.start >= edge and _is_written_as_head(text, h)]
    return list({h.label: h for h in reversed(last)}.values())[::-1]


def _is_written_as_head(text: str, hit: Hit[str]) -> bool:
    return text[hit.start].isupper() or not text[: hit.start].strip(" .")


def head_at_start(text: str) -> Hit[str] | None:
    """Return the head with which a cell begins, the longest if several."""
    said = words(text)
    hits = [h for h in lexicon("heads").find(text) if said and h.start == said[0].start]
    return max(hits, key=lambda h: h.end, default=None)


def by_itself(head: str) -> str:
    """Return the role of a head that stands in no table, where nothing can be told from others."""
    role: str = known_words()["gives_way"].get(head, [head])[0]
    return "kpi" if role == "result" else role


def is_earlier(text: str) -> bool:
    """Return whether a head says that what stands under it counts no longer: "due (was)"."""
    return bool(lexicon("earlier").find(text))


def settle(
    heads: Mapping[int, Sequence[str]],
    cells: Mapping[int, Sequence[str]],
    is_about: Callable[[str], bool],
) -> Roles:
    """Return column → role, each role once: the assignment whose worth is highest, taken greedily.

    Args:
        heads: column → the roles that its head may mean, likeliest first.
        cells: column → what stands under its head.
        is_about: whether words are about a topic of the checklist.
    """
    heads = _given_way(heads)
    seen = {column: looks(texts) for column, texts in cells.items()}
    about = {column: _share(texts, is_about) for column, texts in cells.items()}
    worth = [
        (worth, -column, role)
        for column in cells
        for role, worth in _worth_of(heads.get(column, ()), seen[column], about[column]).items()
    ]
    found = _taken(worth)
    if "risk" not in found.values():
        found = {column: role for column, role in found.items() if role != "described"}
    add_affected(found, seen, cells)
    add_risk(found, seen, about, cells)
    add_action(found, seen, cells)
    if {"risk", "action"} & set(found.values()) and any(map(len, cells.values())):
        _add_by_looks(found, heads, seen, {c for c in cells if len(cells[c]) >= _FEWEST_ROWS})
    for column, role in found.items():
        if role == "number" and not heads.get(column) and _skips(cells[column]):
            return _referring(found, column)
    return found


def _given_way(heads: Mapping[int, Sequence[str]]) -> dict[int, list[str]]:
    """Return the heads with those that give way settled: "what" beside "what we do about it"."""
    ways: dict[str, tuple[str, str]] = known_words()["gives_way"]
    return {
        column: [
            ways[head][_is_headed(ways[head][0], heads, column)] if head in ways else head
            for head in several
        ]
        for column, several in heads.items()
    }


def _is_headed(role: str, heads: Mapping[int, Sequence[str]], but: int) -> bool:
    """Return whether a column other than this one is headed by a role."""
    return any(role in several for column, several in heads.items() if column != but)


def _skips(texts: Sequence[str]) -> bool:
    """Return whether numbers leave some out, or a dash stands for one: they are of other rows."""
    said = [t.strip(" .)") for t in texts]
    numbers = [int(t) for t in said if t.isdigit()]
    has_dash = any(t and not words(t) for t in said)
    is_run = numbers == list(range(1, len(numbers) + 1))
    return len(numbers) > 1 and (has_dash or not is_run) and len(numbers) + has_dash >= len(said)


def _referring(found: Roles, column: int) -> Roles:
    """Return the roles with a plan's column of numbers as those of the risks that it answers."""
    roles = set(found.values())
    is_plan = "action" in roles and not roles & {"risk", "reference"}
    return found | {column: "reference"} if is_plan else found


def _share(texts: Sequence[str], is_about: Callable[[str], bool]) -> float:
    said = [t for t in texts if words(t)]
    return sum(map(is_about, said)) / len(said) if said else 0.0


def _worth_of(heads: Sequence[str], seen: dict[str, float], about: float) -> dict[str, float]:
    """Return role → what a column is worth in it, of the roles that its head may mean.

    A bare digit may be a score as well as a number: under a head on risks, and not on how grave
    they are, it is the number of a risk.
    """
    is_score = "severity" in heads
    numbers = seen if is_score else {**seen, "rating": max(0.0, seen["rating"] - seen["code"])}
    worth: dict[str, float] = {}
    for place, head in enumerate(heads):
        base = _NEXT_HEAD - place * _STEP if place else _FIRST_HEAD
        for role, part in _meant(head, heads).items():
            looks_like = numbers if role == "reference" else seen
            told = base * part + _fit(role, looks_like) + (_ABOUT * about if role == "risk" else 0)
            worth[role] = max(told, worth.get(role, 0))
    return {role: told for role, told in worth.items() if told >= _LEAST}


def _meant(head: str, heads: Sequence[str]) -> dict[str, float]:
    """Return the roles that one head may stand for, and how well."""
    if head == "risk" and "number" in heads:
        return {"reference": 1.1}
    meant: dict[str, float] = known_words()["means"].get(head, {head: 1.0})
    return meant


def _fit(role: str, seen: dict[str, float]) -> float:
    """Return how well what the cells look like suits a role; below nought where it does not."""
    fits: dict[str, float] = known_words()["fits"].get(role, {})
    return sum(weight * seen.get(look, 0.0) for look, weight in fits.items())


def _taken(worth: Sequence[tuple[float, int, str]]) -> Roles:
    found: Roles = {}
    for _, place, role in sorted(worth, reverse=True):
        if -place not in found and role not in found.values():
            found[-place] = role
    return found


def _add_by_looks(
    found: Roles,
    heads: Mapping[int, Sequence[str]],
    seen: Mapping[int, dict[str, float]],
    long_enough: set[int],
) -> None:
    """Give columns without a known head the role that their cells look like."""
    free = {c for c in seen if c not in found and not heads.get(c)} & long_enough
    roles = set(found.values())
    for role in known_words()["by_looks"]:
        if role in roles or ("action" not in roles and role in _OF_A_PLAN):
            continue
        may = {c for c in free if role != "number" or c <= _LAST_NUMBER}
        fits = [(round(_fit(role, seen[c]), 2), -c) for c in may]
        best = max(fits, default=(0.0, 0))
        if best[0] >= _LEAST:
            found[-best[1]] = role
            free.discard(-best[1])
            roles.add(role)
