"""Gives columns whose heads say nothing the role that their cells tell: risk, action, people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.judging.contents import is_dated, is_done, is_harm, is_of_people, share_of
from assessor.matching.phrases import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assessor.judging.columns import Roles

    Looks = Mapping[int, Mapping[str, float]]
    Texts = Mapping[int, Sequence[str]]

_MOSTLY = 0.5
"""Share of a column's cells that are words, or are about a topic, or tell harm."""
_NEARLY = 0.6
"""Share of what the most telling column tells, from which the leftmost is the risk's name."""
_ALL = 0.9
_FEWEST_TELLING = 4
"""Words of a cell that tells something, also where one of them is a status."""
_SOME = 0.3
"""Share of a column beside who is hurt that must tell harm, or be about a topic."""
_MOST_PEOPLE = 0.6
_MOST_PLACES = 0.6
"""Share of a column's cells that name a country, for it to say where."""
_LONGEST_GROUP = 9
"""Words, on average, of who is hurt; longer cells tell what happens to them."""
_LONGEST_NAME = 2
"""Words, on average, of cells that name something and tell nothing that is done."""
_ENOUGH_SCORES = 2
_FEWEST_ROWS = 2
_SCORES = {"severity", "likelihood", "priority"}
_OF_A_PLAN = {"owner", "deadline", "status"}
_OF_A_CHAIN = {"country", "product", "supplier", "affected", "tier"}


def add_affected(found: Roles, seen: Looks, cells: Texts) -> None:
    """Take a column of a few words each, mostly of people, for who is hurt."""
    if "affected" in found.values():
        return
    for column in _free(found, seen, cells):
        said = [t for t in cells[column] if words(t)]
        length = sum(len(words(t)) for t in said) / max(len(said), 1)
        is_short = len(said) >= _FEWEST_ROWS and length <= _LONGEST_GROUP
        if seen[column]["place"] >= _MOSTLY:
            continue
        if is_short and share_of(said, _is_group) >= _MOST_PEOPLE:
            found[column] = "affected"
            return


def _is_group(text: str) -> bool:
    return is_of_people(text) and not is_done(text)


def add_risk(found: Roles, seen: Looks, about: Mapping[int, float], cells: Texts) -> None:
    """Take a column of words for the risk when it tells harm, or is scored beside it."""
    roles = set(found.values())
    if roles & {"risk", "deliverable"}:
        return
    harm = {c: share_of(cells[c], is_harm) for c in cells}
    rated = [c for c in seen if c not in found and seen[c]["rating"] >= _MOSTLY]
    scores = len(roles & _SCORES) + len(rated)
    free = _free(found, seen, cells)
    most = max((harm[c] + about[c] for c in free), default=0.0)
    telling = [c for c in free if harm[c] + about[c] >= max(_MOSTLY, _NEARLY * most)]
    harmful = [c for c in telling if harm[c] >= _MOSTLY and len(cells[c]) >= _FEWEST_ROWS]
    places = [c for c in free if seen[c]["place"] >= _MOST_PLACES and c not in telling[:1]]
    is_placed = (bool(roles & _OF_A_CHAIN) or places) and not roles & _OF_A_PLAN
    is_list = scores >= _ENOUGH_SCORES and "action" not in roles
    is_suffered = "affected" in roles and not roles & _OF_A_PLAN and most >= _SOME
    if (scores and telling) or (is_placed and harmful) or (free and (is_list or is_suffered)):
        found[(telling or free)[0]] = "risk"
        _without_names(found, cells)
        if places and "country" not in roles and places[0] not in found:
            found[places[0]] = "country"


def _without_names(found: Roles, cells: Texts) -> None:
    """Take what was read as actions beside a risk for products, where they are but names."""
    for column in [c for c, role in found.items() if role == "action"]:
        said = [t for t in cells[column] if words(t)]
        if sum(len(words(t)) for t in said) <= _LONGEST_NAME * len(said):
            del found[column]
            if "product" not in found.values():
                found[column] = "product"


def add_action(found: Roles, seen: Looks, cells: Texts) -> None:
    """Take a column of words for the action in what is plainly a plan, or tells what is done."""
    roles = set(found.values())
    first = found.get(min(seen, default=0))
    planned = len(roles & _OF_A_PLAN)
    if first == "kpi" or roles & {"action", "deliverable"} or not planned:
        return
    free = _free(found, seen, cells)
    done = [c for c in free if share_of(cells[c], is_done) >= _MOSTLY]
    if planned >= _ENOUGH_SCORES and free:
        found[free[0]] = "action"
    elif done and "deadline" in roles and len(cells[done[0]]) >= _FEWEST_ROWS:
        found[done[0]] = "action"


def _free(found: Roles, seen: Looks, cells: Texts) -> list[int]:
    """Return the columns of words that have no role yet, in order."""
    return [
        c
        for c in sorted(seen)
        if c not in found and (seen[c]["text"] > _MOSTLY or share_of(cells[c], _tells) >= _ALL)
    ]


def _tells(text: str) -> bool:
    return len(words(text)) >= _FEWEST_TELLING and not is_dated(text)
