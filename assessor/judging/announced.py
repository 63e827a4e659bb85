"""The actions that running text names, announced, under way or done, and the risk each answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assessor.judging.particulars import is_field, particulars
from assessor.judging.picked import chosen, is_said_already
from assessor.judging.prose import is_counted
from assessor.judging.replies import Replies
from assessor.model import Action, Evidence
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assessor.judging.told import Told
    from assessor.model import Passage, Risk, Stance

_LONGEST_LABEL = 300
_A_TABLE = 3
"""Actions that make a list of the supplier's own."""
_FEWEST, _MOST_OF_A_LIST = 2, 0.5
"""Items, and share of a list's items, that must be actions for all of them to be."""
_MARK = re.compile(r"^[\s•–*-]*(?:(?:[A-Z]{0,2}-?\d{1,2}[.):]|\([a-z\d]\)|[a-z]\))\s+)?")
"""What stands before the words of an item: a bullet, a number, a letter."""


def announced(told: Told, risks: Sequence[Risk], found: Sequence[Action]) -> list[Action]:
    """Return the actions of running text that tables do not name already, in order of place.

    Args:
        told: what the submission tells.
        risks: as found in the same submission.
        found: the actions of tables.
    """
    case = told.case
    named = [a.label for a in found]
    taken = {_block(case.passages[a.evidence[0].passage]) for a in found if _is_placed(a)}
    replies = Replies(case, risks, told.on_topic)
    chances, kind = told.prose.chances("action"), told.prose.known_as("action")
    picked = [
        i
        for i in _with_rest_of_lists(
            case.passages, chances, chosen(chances, kind, beside_table=len(found) >= _A_TABLE)
        )
        if not is_field(case.passages[i].text)
        and _block(case.passages[i]) not in taken
        and not is_said_already(case.passages[i].text, named)
    ]
    picked = _without_outcomes(case.passages, picked)
    return [_action(case.passages, i, picked, replies) for i in picked]


def _is_placed(action: Action) -> bool:
    return bool(action.evidence) and action.evidence[0].passage >= 0


def _block(passage: Passage) -> tuple[int, int]:
    return passage.document, passage.block


def _with_rest_of_lists(
    passages: Sequence[Passage], chances: Mapping[int, float], picked: Sequence[int]
) -> list[int]:
    """Return the sentences with the other items of a list of which most items are picked."""
    lists: dict[tuple[int, tuple[str, ...]], list[int]] = {}
    for i in chances:
        if passages[i].kind == "list_item" and not passages[i].before:
            lists.setdefault((passages[i].document, passages[i].headings), []).append(i)
    added = {
        i
        for items in lists.values()
        if _FEWEST <= len(set(items) & set(picked)) >= _MOST_OF_A_LIST * len(items)
        for i in items
    }
    return sorted({*picked, *added})


def _without_outcomes(passages: Sequence[Passage], picked: Sequence[int]) -> list[int]:
    """Return the sentences without those that tell in a paragraph what came of its action."""
    kept: list[int] = []
    for index in picked:
        here = passages[index]
        beside = [k for k in kept if _block(passages[k]) == _block(here)]
        told = particulars(here.text, "", here.language)
        is_next = bool(is_counted(here.text)) or told.status == "planned"
        if not beside or is_next or here.kind == "list_item":
            kept.append(index)
    return kept


def _action(
    passages: Sequence[Passage], index: int, picked: Sequence[int], replies: Replies
) -> Action:
    passage = passages[index]
    told = particulars(passage.text, _following(passages, index, picked), passage.language)
    return Action(
        id="",
        label=_MARK.sub("", passage.text)[:_LONGEST_LABEL],
        risk=replies.answered(index),
        owner=told.owner,
        deadline=told.deadline,
        kpi=told.kpi,
        status=told.status,
        evidence=(_evidence(passage, index, "done" if told.status == "done" else "planned"),),
    )


def _following(passages: Sequence[Passage], index: int, picked: Sequence[int]) -> str:
    """Return the sentences after an action in its paragraph, up to the next action."""
    here, said = passages[index], []
    for place in range(index + 1, len(passages)):
        other = passages[place]
        if _block(other) != _block(here) or place in picked:
            break
        said.append(other.text)
    return " ".join(said[:3])


def _evidence(passage: Passage, index: int, heard: Stance) -> Evidence:
    return Evidence(
        document=passage.document,
        page=passage.page,
        heading=passage.headings[-1] if passage.headings else None,
        boxes=(),
        quote=passage.text,
        language=passage.language,
        stance=heard,
        level=2,
        reasons=(say("judging.reason_called_action"),),
        passage=index,
    )
