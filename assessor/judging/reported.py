"""How far an action is, by what stands where a table or list tells its status.

Such a cell is short and was written to say just this. So it is read more boldly than a sentence:
the first word for a status counts, and whatever else is told there tells of work begun. The words
stand in reported.yaml, beside those of columns.yaml.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from assessor.judging.choosing import known
from assessor.judging.wording import known_words, outermost, pattern
from assessor.matching.phrases import Lexicon, words
from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assessor.matching.phrases import Hit
    from assessor.model import ActionStatus

_SLOW = "slow"
_STATUS_OF: dict[str, ActionStatus] = {
    "done": "done",
    "ongoing": "ongoing",
    "planned": "planned",
    "stopped": "unknown",
    "unsettled": "unknown",
    _SLOW: "ongoing",
}
_MARKS: dict[str, ActionStatus] = {
    "mark_done": "done",
    "mark_running": "ongoing",
    "mark_open": "planned",
}
"""Signs in place of words, as in particulars.yaml."""
_WHOLE = 100


def reported(said: str) -> ActionStatus | None:
    """Return the status that a cell tells; None where nothing stands in it.

    `unknown` where it says that the action was given up or that nothing is settled.
    """
    told = " ".join(said.split()).strip(" .-–—")
    if not words(told):
        return _by_mark(told)
    first = min(_heard(told), key=lambda h: (h.label == _SLOW, h.start), default=None)
    counted = _counted().search(told)
    if counted and (first is None or first.label == _SLOW or counted.start() < first.start):
        return _by_count(counted)
    if first is None:
        is_dated = pattern("date").match(told) is not None
        return _by_mark(told) or ("planned" if is_dated else "ongoing")
    return _STATUS_OF[first.label]


def _by_mark(told: str) -> ActionStatus | None:
    """Return what a tick, an arrow or an open circle tells."""
    signs = known()["times"]
    return next((status for sign, status in _MARKS.items() if re.search(signs[sign], told)), None)


def _by_count(met: re.Match[str]) -> ActionStatus:
    """Return what "31 of 46", "two of the five" or "60%" tells."""
    part, whole = (met["part"], met["all"]) if met["part"] else (met["share"], str(_WHOLE))
    done, wanted = _number(part), _number(whole)
    return "done" if done >= wanted else "ongoing" if done else "planned"


def _number(said: str) -> int:
    numbers: dict[str, int] = known_words()["numbers"]
    return int(said) if said.isdecimal() else numbers[said.lower()]


def _heard(told: str) -> list[Hit[str]]:
    """Return the words that tell a status, without those inside a longer one."""
    hits = outermost(_lexicon().find(told))
    bare = _known()["only_first"]
    return [h for h in hits if not h.start or told[h.start : h.end].lower() not in bare]


@cache
def _lexicon() -> Lexicon[str]:
    """Return the words of this column; where both files know a word, reported.yaml goes first."""
    values = known_words()["values"]
    shared = _named({name: values[name] for name in _STATUS_OF if name in values})
    return Lexicon((name, term) for term, name in (shared | _named(_known()["words"])).items())


def _named(lists: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, str]:
    """Return term → the name of its list."""
    return {term: name for name, by in lists.items() for term in (*by["nl"], *by["en"])}


@cache
def _counted() -> re.Pattern[str]:
    words_for = "|".join(known_words()["numbers"])
    return re.compile(_known()["counted"].replace("NUMBER", words_for), re.IGNORECASE)


def _known() -> dict[str, Any]:
    return cast("dict[str, Any]", rules("assessor.judging", "reported"))
