"""How far an action is: a reading per status, by the tense and words of what is said of it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from assessor.judging.choosing import Reading, forms, known
from assessor.matching.phrases import Lexicon, words
from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.model import ActionStatus

_STATUSES: tuple[ActionStatus, ...] = ("planned", "ongoing", "done")
_CLAUSE = re.compile(r"(?<=\w)[;:](?=\s)|\s[–—]\s|(?<=[a-zà-ÿ\d]{2})[.?!](?=\s)")
_AFTER, _CLOSE = 12, 3
"""Words after a helping verb among which its participle stands, in Dutch and in English."""
_AHEAD = {"none", "present", "becomes", "will", "must", "want"}
_BEHIND = {"perfect", "past", "was", "participle"}
_BESIDE_TENSE = ("since", "before", "again", "coming_year", "told_year")
"""Signs that say another thing of a present than of a past."""
_OF_NEXT = {"until_now", "not_yet", "finished", "running", "some_of_all", "asked", "said_begun"}
"""Signs that also count in the sentences after the action's own."""


@cache
def _heard() -> Lexicon[str]:
    progress = known()["progress"]
    said = rules("assessor.judging", "prose")["status"]
    named = [*progress.items(), *((f"said_{name}", by) for name, by in said.items())]
    return Lexicon((name, term) for name, by in named for term in by["nl"] + by["en"])


@cache
def _pattern(part: str, name: str) -> re.Pattern[str]:
    return re.compile(known()[part][name])


def stages(said: str, following: str, language: str) -> list[Reading]:
    """Return the readings of how far an action is, with the signs of what is said of it."""
    signs = {"any": 1.0} | _signs(said, language)
    after = _signs(following, language) if following else {}
    signs |= {
        f"next_{n}": v for n, v in after.items() if n.partition(":")[0] in {*_OF_NEXT, "tense"}
    }
    return [Reading(s, {f"{s}: {n}": v for n, v in signs.items()}) for s in _STATUSES]


def _signs(text: str, language: str) -> dict[str, float]:
    heard = {hit.label for hit in _heard().find(text)}
    heard |= {name for name in known()["times"] if _pattern("times", name).search(text)}
    clauses = [c for c in _CLAUSE.split(text) if len(words(c)) > 1]
    tense, *others = [_tense([w.form for w in words(c)], language) for c in clauses] or ["none"]
    found = heard | {f"tense:{tense}", f"by_words:{_by_words(heard)}"}
    found |= {f"also:{other}" for other in others}
    found |= {f"tense:{tense}&{name}" for name in _BESIDE_TENSE if name in heard}
    found |= {"tense:ahead"} if tense in _AHEAD else set()
    found |= {"tense:behind"} if tense in _BEHIND else set()
    found |= {"since_now"} if "since" in heard and "coming_year" not in heard else set()
    return dict.fromkeys(sorted(found), 1.0)


def _by_words(heard: set[str]) -> ActionStatus:
    """Return what the words say by themselves, those of a plan before all others."""
    if "said_planned" in heard:
        return "ongoing" if "said_begun" in heard else "planned"
    if "said_done" in heard and "said_ongoing" not in heard:
        return "done"
    return "ongoing" if heard & {"said_ongoing", "said_begun"} else "planned"


def _tense(said: Sequence[str], language: str) -> str:
    """Return the time of the first finite verb of a clause: will, perfect, past, present, none."""
    for at, form in enumerate(said):
        kind = next((k for k in known()["finite"] if form in forms("finite", k)), None)
        if kind:
            return _of_helper(kind, said[at + 1 : at + 1 + _AFTER], language)
        if at and language == "nl" and _is_weak_past(form):
            return "past"
        if _is_participle(form, language) and not at:
            return "participle"
        if language == "en" and form.endswith("ed") and _is_participle(form, language):
            return "past"
    ends = any(_is_participle(form, language) for form in said[-2:])
    return "participle" if ends else "present"


def _of_helper(kind: str, rest: Sequence[str], language: str) -> str:
    """Return the time that a known finite verb tells with what follows: "is" with a participle."""
    is_to_come = language == "en" and rest[:1] == ["to"]
    if kind in {"is", "was"} and is_to_come:
        return "is_to"
    if kind == "is" and language != "nl":
        return "passive" if any(_is_participle(f, language) for f in rest[:_CLOSE]) else "present"
    if kind in {"is", "have"}:
        return "perfect" if any(_is_participle(f, language) for f in rest) else "present"
    return kind


def _is_weak_past(form: str) -> bool:
    is_other = _pattern("past", "never").match(form)
    return is_other is None and _pattern("past", "weak").match(form) is not None


def _is_participle(form: str, language: str) -> bool:
    if form in forms("not_participle"):
        return False
    return _pattern("participle", "nl" if language == "nl" else "en").match(form) is not None
