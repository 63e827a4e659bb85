"""Who may be meant to do an action: names, roles and pronouns of its sentence, with their signs.

A reading per person, role or party, by where it stands: at the front, after the verb, after "by",
in brackets, before a dash. Which of them counts is chosen by weight (choosing.py). Word lists stand
in particulars.yaml, the patterns of subjects in prose.yaml.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from assessor.judging.choosing import Reading, forms, known
from assessor.judging.times import without_time
from assessor.judging.wording import owner_in, pattern
from assessor.matching.phrases import Lexicon, fold, words
from assessor.matching.specifics import countries_in, facts
from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(r"(?:[A-Z]\.)+|\w[\w’'&]*(?:-\w+)*(?:/\w+)?|[^\w\s]")
_NAME = re.compile(
    r"(?:(?:[Mm]r|[Mm]s|[Mm]rs|Dr|ir|drs|[Mm]evrouw|[Mm]eneer|[Dd]e heer)\.?\s)?"
    r"(?:(?:[A-Z]\.\s?)+(?:(?:van|de|den|der|von|ten|ter|el|al)\s)*)?[A-ZÀ-Þ][\w’&-]*(?<![’'])"
    r"(?:\s(?:(?:van|de|den|der|von|ten|ter|el|al|of|&)\s)*[A-ZÀ-Þ][\w’&-]*|\s\d\b)*"
)
_TITLE = re.compile(r"(?i)(?:de heer|mevrouw|meneer|m[rs]|drs|ir)\b")
_INITIALS = re.compile(r"^(?:[A-Z]\.\s?){1,3}(?:\s|$|[A-Z])")
_ENDING = re.compile(r"[a-z]{2,}(?:t|en|de|den|te|ten|s|ed)$")
"""How a verb may end that no list knows."""
_MOST_WORDS, _FEW = 9, 2
"""Words of an owner at most; so few that a country among them is no owner but a place."""
_ADJECTIVES = 2
"""Words between an article and a role at most."""
_LATE = 4
"""Place in the sentence from which it does not matter how late one is named."""
_FRONT = 3
"""Words at the front that may be the subject."""
_RULES = ("subject", "inverted", "agent", "answers")
_OF_NEXT = (
    "bracket",
    "by",
    "dash",
    "name",
    "partner",
    "place",
    "role",
    "start",
    "then_verb",
    "one",
    "they",
    "that",
    "we",
)
"""Signs that are told apart in the sentences after the action's own."""


class Span(NamedTuple):
    """Where one who may do it is named."""

    start: int
    end: int
    kind: str
    """name, front (one capital at the front), role, partner, thing, or which pronoun."""


@cache
def _actors() -> Lexicon[str]:
    return Lexicon(
        (kind, term) for kind, by in known()["actors"].items() for term in by["nl"] + by["en"]
    )


@cache
def _told() -> dict[str, Any]:
    return cast("dict[str, Any]", rules("assessor.judging", "prose")["told"])


@cache
def _rule(name: str) -> re.Pattern[str]:
    return re.compile(_told()[name].replace("MAIN", _told()["main"]))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(_told()["main"].split("|"))


def doers(said: str, following: str, language: str) -> list[Reading]:
    """Return the readings of who does what a sentence tells, that nobody is named among them."""
    return [_nobody(said), *_in(said, language), *_in_next(following, language)]


def _nobody(said: str) -> Reading:
    forms_of = [fold(t) for t in _TOKEN.findall(said)]
    first = set(forms_of[:_FRONT])
    signs = {
        "nobody": 1.0,
        "nobody_we": float(bool(first & forms("pronouns", "we"))),
        "nobody_one": float(bool(first & forms("pronouns", "one"))),
        "nobody_verbless": float(not set(forms_of) & forms("modal")),
    }
    return Reading(None, signs)


def _in(text: str, language: str) -> Iterator[Reading]:
    ruled = [*_by_rule(text, language)]
    for order, span in enumerate(_spans(text, [s for _, s in ruled])):
        signs = _signs(text, span, order)
        for name, rule in ruled:
            if rule.start < span.end and span.start < rule.end:
                signs[f"as_{name}"] = 1.0
        yield Reading(text[span.start : span.end].strip(" ,"), signs)


def _in_next(text: str, language: str) -> Iterator[Reading]:
    for reading in _in(text, language):
        signs = {f"next_{n}": v for n, v in reading.signs.items() if n in _OF_NEXT}
        if "as_answers" in reading.signs:
            signs["next_as_answers"] = 1.0
        yield Reading(reading.says, signs | {"next": 1.0})


def _by_rule(text: str, language: str) -> Iterator[tuple[str, Span]]:
    """Yield whom the patterns of a subject, an agent, a person or a role find, with which one."""
    bare = without_time(re.sub(_told()["lead"], "", text.lstrip("•–- ")))
    for name in _RULES:
        source = bare if name == "subject" else text
        met = _rule(name).search(source)
        if met and _is_owner(met["it"]):
            start = len(text) - len(source) + met.start("it")
            yield name, Span(start, start + len(met["it"].rstrip(" ,")), "thing")
    met = _rule("person").search(text)
    if met and not countries_in(met.group()) and (named := _without_front(text, *met.span())):
        yield "person", Span(*named, "thing")
    for role in facts(text, language).found.get("role", ())[:1]:
        start = text.find(role)
        if start >= 0:
            yield "role", Span(start, start + len(role), "thing")


def _is_owner(subject: str) -> bool:
    """Return whether a subject may answer for something: no time, place, pronoun or thing."""
    parts = words(subject)
    is_other = re.search(_told()["not_an_owner"], subject.strip()) or pattern("date").search(
        subject
    )
    is_place = len(parts) <= _FEW and bool(countries_in(subject))
    return (
        0 < len(parts) <= _MOST_WORDS and not is_other and not is_place and not _is_thing(subject)
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


def _spans(text: str, ruled: Sequence[Span]) -> list[Span]:
    """Return what may be an owner, in order of place, none inside another."""
    found: dict[tuple[int, int], str] = {}
    for met in _NAME.finditer(text):
        if named := _without_front(text, *met.span()):
            is_front = not any(c.isalnum() for c in text[: named[0]])
            alone = " " not in text[named[0] : named[1]].strip()
            found[named] = "front" if is_front and alone else "name"
    for hit in _actors().find(text):
        end = re.compile(r"[\w-]*").match(text, hit.end)
        found.setdefault((_with_article(text, hit.start), end.end() if end else hit.end), hit.label)
    for met in _TOKEN.finditer(text):
        for kind in ("we", "one", "they", "that"):
            if fold(met.group()) in forms("pronouns", kind):
                found.setdefault(met.span(), kind)
    for span in ruled:
        beside = [p for p in found if p[0] < span.end and span.start < p[1]]
        if not beside:
            found[span.start, span.end] = span.kind
        elif min(beside)[0] == span.start and max(end for _, end in beside) <= span.end:
            found[span.start, span.end] = found[min(beside)]
    return _apart([Span(*place, kind) for place, kind in found.items()])


def _apart(found: list[Span]) -> list[Span]:
    """Return the spans without those inside another; a name with a role beside it is one."""
    kept: list[Span] = []
    for span in sorted(found, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif span.end > kept[-1].end and span.kind != "name" and kept[-1].kind == "name":
            kept[-1] = Span(kept[-1].start, span.end, span.kind)
    return kept


def _without_front(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a name without words at its front that only begin a sentence or name a day."""
    while start < end:
        met = _TOKEN.match(text, start)
        if met is None or fold(met.group()) not in forms("function"):
            break
        start = met.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
    said = text[start:end].strip()
    is_name = len(said) > 1 and (said[0].isupper() or _TITLE.match(said) is not None)
    return (start, end) if is_name else None


def _with_article(text: str, start: int) -> int:
    """Return where a role begins with its article and adjectives: "our young buyer"."""
    for met in [*_TOKEN.finditer(text, 0, start)][: -2 - _ADJECTIVES : -1]:
        form = fold(met.group())
        if form in forms("articles"):
            return met.start()
        if not form.isalpha() or form in forms("before") | forms("function"):
            break
    return start


def _signs(text: str, span: Span, order: int) -> dict[str, float]:
    """Return how one is named and where: what stands before and after, and both together."""
    before = [m.group() for m in _TOKEN.finditer(text[: span.start])]
    after = [m.group() for m in _TOKEN.finditer(text[span.end :])]
    last, then = fold(before[-1]) if before else "", fold(after[0]) if after else ""
    said, kind = text[span.start : span.end], span.kind
    inside = text[: span.start].rfind("(") > text[: span.start].rfind(")")
    is_then_modal = then in forms("modal")
    is_then_verb = bool(after) and _is_verb(after[0])
    is_after_verb = last in forms("modal") | _verbs()
    is_start = not any(b[0].isalnum() for b in before)
    is_clause = last in {";", ":", ",", "–", ".", "”"}
    leads = {name: last in forms("before", name) for name in ("by", "with", "of", "to", "clause")}
    acts = is_then_modal or is_then_verb or is_after_verb
    signs = {
        kind: True,
        "start": is_start,
        "clause_start": is_clause,
        "bracket": inside,
        "dash": is_start and then in {"–", "—", "-", ":", "("},
        **leads,
        "then_modal": is_then_modal,
        "then_verb": is_then_verb,
        "after_verb": is_after_verb,
        "apart": (last == "," and then in {",", ".", ";", ""}) or (inside and then in {",", ")"}),
        "end": not any(a[0].isalnum() for a in after),
        "place": kind in {"name", "front"} and bool(countries_in(said)),
        "initials": _INITIALS.match(said) is not None,
        "several": kind == "name" and len(said.split()) > 1,
        "possessive": said.endswith(("’s", "'s")) or text[span.end :].startswith(("’s", "'s")),
        f"{kind}_start": is_start,
        f"{kind}_acts": acts,
        f"{kind}_start_modal": is_start and is_then_modal,
        f"{kind}_start_verb": is_start and is_then_verb,
        f"{kind}_after_verb": is_after_verb,
        f"{kind}_clause_acts": (leads["clause"] or is_clause) and (is_then_modal or is_then_verb),
        "start_acts": is_start and (is_then_modal or is_then_verb),
        "clear_acts": acts and not any(leads[n] for n in ("by", "with", "of", "to")),
    }
    found = {name: 1.0 for name, is_there in signs.items() if is_there}
    return found | {"order": min(order, _LATE) / _LATE}


def _is_verb(token: str) -> bool:
    """Return whether a word after a name looks like a verb: no small word, in lower case."""
    form = fold(token)
    if form in _verbs() or form in forms("modal"):
        return True
    is_small = form in forms("function") or form in forms("before")
    return token.islower() and token.isalpha() and not is_small and bool(_ENDING.match(form))
