"""One action with two deadlines: in two tables, or in a table and in the text about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from assessor.judging.noticing.days import Span, spans
from assessor.judging.noticing.quoting import finding, quoted
from assessor.judging.noticing.stale import lexicon
from assessor.matching.phrases import words
from assessor.model import JUDGED_LANGUAGES
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assessor.judging.case import Case
    from assessor.model import Action, Evidence, Finding

_ALIKE = 0.75
"""Share of the words of one action that the other has too."""
_WITH_OWNER = 0.5
"""The same, where its owner is named too."""
_FEWEST = 4
"""Words that carry meaning; with fewer two actions are alike by accident."""
_SHORTEST = 4
"""Letters of a word that carries meaning."""
_STATED = {"paragraph", "list_item"}


@dataclass(frozen=True, slots=True)
class Dated:
    """An action with the words that carry its meaning and its deadline."""

    action: Action
    words: frozenset[str]
    day: Span


def on_deadlines(case: Case, actions: Sequence[Action]) -> Iterator[Finding]:
    """Yield a finding per action for which two places give another deadline."""
    dated = [
        Dated(action, _words(action.label), ends[-1])
        for action in actions
        if action.evidence and (ends := spans(action.deadline or ""))
    ]
    told: set[str] = set()
    for one, other in combinations(dated, 2):
        is_told = {one.action.id, other.action.id} & told
        if not is_told and _is_same(one.words, other.words) and _differ(one.day, other.day):
            told |= {one.action.id, other.action.id}
            yield _found(one, other.action.evidence[0], other.day)
    for one in dated:
        if one.action.id not in told and (text := _in_prose(case, one)):
            yield _found(one, *text)


def _in_prose(case: Case, one: Dated) -> tuple[Evidence, Span] | None:
    """Return the sentence that gives the same action another date."""
    for index, passage in enumerate(case.passages):
        if index == one.action.evidence[0].passage or passage.kind not in _STATED:
            continue
        if not _is_told_in(one, passage.text):
            continue
        day = _due(case, index)
        if day and _differ(one.day, day):
            evidence = quoted(case, index)
            if evidence is not None:
                return evidence, day
    return None


def _words(text: str) -> frozenset[str]:
    """Return the words of a text that carry meaning."""
    return frozenset(w.form for w in words(text) if len(w.form) >= _SHORTEST)


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether all but a few words of the first stand in the second."""
    return len(one) >= _FEWEST and len(one & other) >= _ALIKE * len(one)


def _is_told_in(one: Dated, text: str) -> bool:
    """Return whether a sentence tells of the action: by its words, or by fewer and its owner."""
    said = _words(text)
    if _is_same(one.words, said):
        return True
    owner = _words(one.action.owner or "")
    shared = one.words & said
    return bool(owner & said) and len(shared) >= max(_FEWEST - 1, len(one.words) * _WITH_OWNER)


def _differ(one: Span, other: Span) -> bool:
    """Return whether no day lies in both."""
    return one.last < other.first or other.last < one.first


def _due(case: Case, index: int) -> Span | None:
    """Return the only date of a passage that tells when something is to be ready."""
    passage = case.passages[index]
    if passage.language not in JUDGED_LANGUAGES:
        return None
    found = spans(passage.text)
    if len(found) != 1 or lexicon("looks_back", passage.language).find(passage.text):
        return None
    is_due = lexicon("to_come", passage.language).find(passage.text)
    return found[0] if is_due else None


def _found(one: Dated, evidence: Evidence, day: Span) -> Finding:
    why = say("noticing.reason_dated", one=one.day.said, other=day.said)
    both = [replace(e, reasons=(why, *e.reasons)) for e in (one.action.evidence[0], evidence)]
    return finding(
        "contradiction",
        one.action.id,
        "dated_otherwise",
        both,
        label=one.action.label,
        one=one.day.said,
        other=day.said,
    )
