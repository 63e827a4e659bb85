"""What is put first by the firm's own interest: turnover, delivery, reputation, and not by harm.

Told of on the measure that asks for priorities, and on each risk by which of the two it was placed.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from assessor.judging.noticing.quoting import finding, quoted
from assessor.matching.phrases import Lexicon
from assessor.model import JUDGED_LANGUAGES
from assessor.rules import rules
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assessor.judging.case import Case
    from assessor.model import Cause, Finding, Grounds, Passage, Risk

_STATED = {"paragraph", "list_item", "caption", "footnote"}
_SHOWN = 3
_FEWEST_ROWS = 3
"""Rows that together say by what a table ranks, where no sentence does."""


@cache
def said() -> dict[str, Any]:
    """Return the words of grounds.yaml on own interest."""
    return cast("dict[str, Any]", rules("assessor.judging.noticing", "grounds")["interest"])


def on_own_interest(case: Case, risks: Sequence[Risk]) -> Iterator[Finding]:
    """Yield at most one finding: by what the firm's own interest decides what comes first.

    Args:
        case: the submission.
        risks: with the grounds of each.
    """
    has_harm = any(risk.grounds == "people_planet" for risk in risks)
    spoken = [
        (index, (named, ""))
        for index, passage in enumerate(case.passages)
        if (named := _own_interest(passage))
    ]
    rows = [
        (risk.evidence[0].passage, found)
        for risk in risks
        if not has_harm and risk.grounds == "own_interest" and (found := _in_row(case, risk))
    ]
    if not spoken and len(rows) < _FEWEST_ROWS:
        rows = []
    evidence = [
        e
        for index, (named, cell) in dict([*spoken, *rows]).items()
        if (e := quoted(case, index, say("noticing.reason_interest", words=named), cell=cell))
    ]
    if evidence:
        is_mixed = has_harm or any(_weighs_harm(passage) for passage in case.passages)
        cause: Cause = "interest_beside_harm" if is_mixed else "own_interest"
        yield finding("weak", said()["subject"], cause, evidence[:_SHOWN])


def with_grounds(risks: Sequence[Risk], case: Case) -> tuple[Risk, ...]:
    """Return the risks with what they were put first or later by, where row or text tells it."""
    by_text = _by_text(case)
    return tuple(
        replace(r, grounds=_grounds(r, case) or (None if r.prioritised is None else by_text))
        for r in risks
    )


def _by_text(case: Case) -> Grounds | None:
    """Return by what the text says that it weighs; None where it says nothing, or both."""
    by_interest = any(_own_interest(p) for p in case.passages)
    by_harm = any(_weighs_harm(p) for p in case.passages)
    if by_interest == by_harm:
        return None
    return "people_planet" if by_harm else "own_interest"


def _grounds(risk: Risk, case: Case) -> Grounds | None:
    passage = _row(risk, case)
    if passage is None:
        return None
    heads = passage.introduction
    by_harm = bool(_lexicon("heads", passage.language).find(heads))
    if _lexicon("own", passage.language).find(heads):
        return None if by_harm else "own_interest"
    if by_harm:
        return "people_planet"
    return "own_interest" if _in_row(case, risk) else None


def _row(risk: Risk, case: Case) -> Passage | None:
    """Return the table row in which a risk stands; None where it stands in prose."""
    index = risk.evidence[0].passage if risk.evidence else -1
    if index < 0 or case.passages[index].kind != "table":
        return None
    passage = case.passages[index]
    return passage if passage.language in JUDGED_LANGUAGES else None


def _in_row(case: Case, risk: Risk) -> tuple[str, str] | None:
    """Return the words of own interest in a rating of a risk's row, or in the heads above it.

    With the cell in which they stand; empty where that is a head.
    """
    passage = _row(risk, case)
    if passage is None:
        return None
    cells = [c for c in passage.text.split(" | ") if _is_rating(c, passage.language)]
    for text, cell in (*((c, c) for c in cells), (passage.introduction, "")):
        if hits := _lexicon("own", passage.language).find(text):
            return text[hits[0].start : hits[0].end], cell
    return None


def _is_rating(cell: str, language: str) -> bool:
    """Return whether a cell begins with a judgement on a scale and gives its reason."""
    scale = rules("assessor.judging", "columns")["rating"][language]
    return any(h.start == 0 for h in _scale(tuple(scale)).find(cell))


def _own_interest(passage: Passage) -> str:
    """Return the words by which a sentence puts the firm's own interest first; else nothing."""
    text, language = passage.text, passage.language
    if passage.kind not in _STATED or language not in JUDGED_LANGUAGES:
        return ""
    own = _lexicon("own", language).find(text)
    if not own or not _lexicon("choice", language).find(text):
        return ""
    if _lexicon("told_apart", language).find(f"{passage.before} . {text}"):
        return ""
    around = " . ".join((text, *passage.headings[-1:], passage.before))
    if not _lexicon("about", language).find(around):
        return ""
    return text[own[0].start : own[0].end]


def _weighs_harm(passage: Passage) -> bool:
    """Return whether a sentence weighs risks by the harm that they do."""
    text, language = passage.text, passage.language
    if passage.kind not in _STATED or language not in JUDGED_LANGUAGES:
        return False
    return bool(
        _lexicon("people_planet", language).find(text) and _lexicon("choice", language).find(text)
    )


@cache
def _lexicon(name: str, language: str) -> Lexicon[None]:
    return Lexicon((None, term) for term in said()[name][language])


@cache
def _scale(terms: tuple[str, ...]) -> Lexicon[None]:
    return Lexicon((None, term) for term in terms)
