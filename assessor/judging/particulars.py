"""What a sentence about an action says of it: who, by when, measured by what, and how far it is.

Patterns and word lists stand in prose.yaml. What is not said is None; nothing is guessed from the
rest of the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from assessor.judging.wording import owner_in, pattern, value
from assessor.matching.phrases import Lexicon, words
from assessor.matching.specifics import countries_in, facts
from assessor.rules import rules

if TYPE_CHECKING:
    from assessor.model import ActionStatus

_MOST_OWNER_WORDS, _SHORT = 9, 2
"""Words of an owner at most; so few that a country among them is no owner but a place."""
_STATUSES: tuple[ActionStatus, ...] = ("planned", "ongoing", "done")


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is said of an action beside the action itself."""

    owner: str | None
    deadline: str | None
    kpi: str | None
    status: ActionStatus


def particulars(said: str, following: str, language: str) -> Particulars:
    """Return what a sentence, and the one after it, say of the action that it names.

    Args:
        said: the sentence.
        following: the sentences after it in the paragraph that name no other action.
        language: ISO 639-1.
    """
    deadline = _labelled("deadline", said) or _deadline(said, following)
    return Particulars(
        owner=_labelled("owner", said)
        or _labelled("owner", following)
        or _owner(said, following, language),
        deadline=deadline,
        kpi=_labelled("kpi", said) or _labelled("kpi", following) or _aim(said) or _aim(following),
        status=_status(said, following, deadline),
    )


def is_field(said: str) -> bool:
    """Return whether a line only tells one named field of an action above it: "Gereed: mei"."""
    return re.match(_told()["label"], said.lstrip("•–- ")) is not None


@cache
def _told() -> dict[str, Any]:
    return cast("dict[str, Any]", rules("assessor.judging", "prose")["told"])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return one of the patterns, with the names of dates and verbs filled in."""
    source = _told()["labelled"].get(name) or _told()[name]
    return re.compile(source.replace("MAIN", _told()["main"]))


@cache
def _when() -> tuple[re.Pattern[str], ...]:
    date = rules("assessor.judging", "columns")["patterns"]["date"]
    return tuple(re.compile(source.replace("DATE", date)) for source in _told()["when"])


@cache
def _lexicon(part: str) -> Lexicon[str]:
    lists = cast("dict[str, Any]", rules("assessor.judging", "prose"))[part]
    if "nl" in lists:
        lists = {part: lists}
    return Lexicon((name, term) for name, by in lists.items() for term in by["nl"] + by["en"])


@cache
def _moved() -> Lexicon[str]:
    by = _told()["moved"]
    return Lexicon(("moved", term) for term in by["nl"] + by["en"])


def _labelled(name: str, said: str) -> str | None:
    met = _pattern(name).search(said) if name in _told()["labelled"] else None
    return met["it"].strip() if met else None


def _deadline(said: str, following: str) -> str | None:
    """Return the date by which, or since when; a date to which it was moved goes before."""
    if _moved().find(following) and (later := _dates(following)):
        return later[0]
    named = [d for d in _dates(said) if not re.search(_told()["passed"], d)]
    bound = [d for d in named if re.search(_told()["bound"], d)]
    after = [d for d in _dates(following) if re.search(_told()["bound"], d)]
    return next(iter(bound or named or after), None)


def _dates(said: str) -> list[str]:
    """Return the times that are named, in order of place, without those inside another."""
    found: dict[int, str] = {}
    for when in _when():
        for met in when.finditer(said):
            start = met.start("it")
            if not any(at <= start < at + len(text) for at, text in found.items()):
                found[start] = met["it"].strip()
    return [found[at] for at in sorted(found)]


def _aim(said: str) -> str | None:
    """Return what is aimed at: what is called the aim, else a bound in per cent."""
    for source in _told()["aim"]:
        if met := re.search(source, said):
            return str(met["it"]).strip()
    return None


def _owner(said: str, following: str, language: str) -> str | None:
    """Return the subject that is no pronoun, else who is named as doing it, a person or a role."""
    text = re.sub(_told()["lead"], "", said.lstrip("•–- "))
    for when in _when():
        text = text[met.end() :].lstrip(" ,") if (met := when.match(text)) else text
    for name in ("subject", "inverted", "agent"):
        met = _pattern(name).search(text if name == "subject" else said)
        if met and _is_owner(met["it"]):
            return met["it"].strip(" ,")
    for text in (said, following):
        met = _pattern("answers").search(text)
        if met and _is_owner(met["it"]):
            return met["it"].strip(" ,")
    person = _pattern("person").search(said)
    if person and not countries_in(person.group()):
        return person.group()
    roles = facts(said, language).found.get("role", ())
    return next(iter(roles), None)


def _is_owner(subject: str) -> bool:
    parts = words(subject)
    is_short = 0 < len(parts) <= _MOST_OWNER_WORDS
    is_other = re.search(_told()["not_an_owner"], subject.strip()) or pattern("date").search(
        subject
    )
    return (
        is_short
        and not is_other
        and not (len(parts) <= _SHORT and countries_in(subject))
        and not _is_thing(subject)
    )


def _is_thing(subject: str) -> bool:
    """Return whether "the ..." has no name in it and is no role: a thing does not answer for it."""
    first, *rest = subject.split()
    if first.lower() not in _told()["articles"] or any(w[:1].isupper() for w in rest):
        return False
    return (
        owner_in(subject.title()) is None
        and "role" not in facts(subject, "en").kinds | facts(subject, "nl").kinds
    )


def _status(said: str, following: str, deadline: str | None) -> ActionStatus:
    """Return how far it is, as its own sentence says, else as the next one does."""
    if label := _labelled("status", said):
        return value(label, *_STATUSES) or "unknown"
    if _labelled("deadline", said) and deadline:
        return value(deadline, "done", "ongoing") or "planned"
    heard = {hit.label for hit in _lexicon("status").find(re.sub(_told()["label"], "", said))}
    after = {hit.label for hit in _lexicon("status").find(following)}
    if "planned" in heard:
        return "ongoing" if "begun" in heard | (after & {"begun"}) else "planned"
    if "done" in heard and not heard & {"ongoing"}:
        return "done"
    return "ongoing" if heard & {"ongoing", "begun"} else "planned"
