"""What a sentence about an action says of it: who, by when, measured by what, and how far it is.

A named field ("Lead: …", "Due: …") goes before all else; then the likeliest reading of the sentence
and of those after it counts (choosing.py). What is not said is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from assessor.judging.aims import aims, called_aim
from assessor.judging.choosing import likeliest
from assessor.judging.doers import doers
from assessor.judging.progress import stages
from assessor.judging.reported import reported
from assessor.judging.times import times
from assessor.judging.wording import value
from assessor.rules import rules

if TYPE_CHECKING:
    from assessor.model import ActionStatus

_STATUSES: tuple[ActionStatus, ...] = ("planned", "ongoing", "done")


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is said of an action beside the action itself."""

    owner: str | None
    deadline: str | None
    kpi: str | None
    status: ActionStatus


def particulars(said: str, following: str, language: str) -> Particulars:
    """Return what a sentence, and those after it, say of the action that it names.

    Args:
        said: the sentence.
        following: the sentences after it in the paragraph that name no other action.
        language: ISO 639-1.
    """
    due = labelled("deadline", said) or labelled("deadline", following)
    return Particulars(
        owner=labelled("owner", said)
        or labelled("owner", following)
        or likeliest(doers(said, following, language), "owner"),
        deadline=due or likeliest(times(said, following), "deadline"),
        kpi=labelled("kpi", said)
        or labelled("kpi", following)
        or called_aim(said)
        or called_aim(following)
        or likeliest(aims(said, following), "kpi"),
        status=_status(said, following, language, due),
    )


def is_field(said: str) -> bool:
    """Return whether a line only tells one named field of an action above it: "Gereed: mei"."""
    return re.match(_told()["label"], said.lstrip("•–- ")) is not None


@cache
def _told() -> dict[str, Any]:
    return cast("dict[str, Any]", rules("assessor.judging", "prose")["told"])


@cache
def _label(name: str) -> re.Pattern[str]:
    return re.compile(_told()["labelled"][name])


def labelled(name: str, said: str) -> str | None:
    """Return what stands after the name of a field: `owner`, `deadline`, `kpi` or `status`."""
    met = _label(name).search(said)
    return met["it"].strip() if met else None


def _status(said: str, following: str, language: str, due: str | None) -> ActionStatus:
    """Return how far it is: as a named field says, else as its words and tense do."""
    if label := labelled("status", said) or labelled("status", following):
        return reported(label) or "unknown"
    if due and labelled("deadline", said):
        return value(due, "done", "ongoing") or "planned"
    likely = likeliest(stages(said, following, language), "status")
    return next((s for s in _STATUSES if s == likely), "unknown")
