"""Dates that had passed when the document was made, while it speaks of them as still to come.

Certificates that have run out, deadlines of actions that are not told to be done, and plans for a
day that is gone. Measured against the document's own date, never against today.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from assessor.judging.noticing.days import spans
from assessor.judging.noticing.issued import Issued, issued
from assessor.judging.noticing.quoting import finding, quoted
from assessor.matching.decoys import decoy
from assessor.matching.phrases import Lexicon, words
from assessor.model import JUDGED_LANGUAGES
from assessor.rules import rules
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from assessor.judging.case import Case
    from assessor.judging.noticing.days import Span
    from assessor.model import Action, Evidence, Finding, Passage

_SHOWN = 3
"""Quotes with a finding; more is a list, not a reason."""
_STATED = {"paragraph", "list_item", "footnote"}
_OPEN = {"planned", "unknown", "ongoing"}
_LEAD, _FAR_LEAD = 3, 6
"""Words before a date that tell when, and of what, it is a date."""
_DAYS_A_MONTH = 30.44
_PARTS = re.compile(r"\||[.;:](?=\s|$)")
"""Where a cell of a row, or a line of a card, ends."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A date that had passed, with the passage that names it."""

    passage: int
    span: Span
    issued: Issued


def days_of_issue(case: Case) -> list[Issued | None]:
    """Return per document the day on which it was made.

    Where a document tells none: that of the latest other, or else the day it came in, or else the
    latest day that it tells of as past.
    """
    own = [issued(document) for document in case.documents]
    known = max((i for i in own if i), key=lambda i: i.day, default=None)
    if known is None and case.arrival.received_on is not None:
        known = Issued(case.arrival.received_on, "")
    return [i or known or _latest_past(case, n) for n, i in enumerate(own)]


def _latest_past(case: Case, document: int) -> Issued | None:
    """Return the latest day that a document tells of as past: it was made after that."""
    told = [
        span
        for passage in case.passages
        if passage.document == document and passage.kind in _STATED
        for span in spans(passage.text)
        if not span.is_a_year and _is_past(passage)
    ]
    latest = max(told, key=lambda s: s.first, default=None)
    return Issued(latest.first, latest.said, is_own=False) if latest else None


def _is_past(passage: Passage) -> bool:
    """Return whether a passage tells only of what has been."""
    text, language = passage.text, passage.language
    if language not in JUDGED_LANGUAGES or not lexicon("past", language).find(text):
        return False
    ahead = ("to_come", "due_by", "valid_until")
    return not any(lexicon(name, language).find(text) for name in ahead)


def on_stale_dates(
    case: Case, actions: Sequence[Action], days: Sequence[Issued | None]
) -> Iterator[Finding]:
    """Yield findings on what had run out, should have been done, or was still to come."""
    expired: list[Passed] = []
    planned: list[Passed] = []
    undone: list[Passed] = []
    for index, passage in enumerate(case.passages):
        day = days[passage.document]
        if day is None or passage.language not in JUDGED_LANGUAGES:
            continue
        found = [s for s in spans(passage.text) if s.last < day.day]
        if not found:
            continue
        if (span := _ran_out(passage, found)) is not None:
            expired.append(Passed(index, span, day))
        elif (span := _not_done(passage, found, day)) is not None:
            undone.append(Passed(index, span, day))
        elif (span := _still_to_come(passage, found, day)) is not None:
            planned.append(Passed(index, span, day))
    for passed in expired:
        if evidence := _told(case, passed):
            subject = case.documents[evidence.document].file
            yield finding("stale", subject, "no_longer_valid", [evidence], day=passed.span.said)
    if told := [e for e in (_told(case, p) for p in planned) if e]:
        subject = case.documents[told[0].document].file
        yield finding("stale", subject, "plan_passed", told[:_SHOWN], day=planned[0].span.said)
    yield from _on_actions(case, actions, days, undone)


def lexicon(name: str, language: str) -> Lexicon[None]:
    """Return a list of words of stale.yaml, ready to be found."""
    return _lexicon(name, "en" if language == "en" else "nl")


@cache
def said() -> dict[str, Any]:
    """Return the words and years of stale.yaml."""
    return cast("dict[str, Any]", rules("assessor.judging.noticing", "stale"))


@cache
def _lexicon(name: str, language: str) -> Lexicon[None]:
    return Lexicon((None, term) for term in said()[name][language])


def _told(case: Case, passed: Passed) -> Evidence | None:
    return quoted(case, passed.passage, because(passed))


def because(passed: Passed) -> Any:  # noqa: ANN401  # Words, which the texts alone make
    """Return the reason: the date, and the day of the document."""
    if not passed.issued.is_own:
        return say("noticing.reason_told", day=passed.span.said, issued=passed.issued.said)
    if not passed.issued.said:
        return say("noticing.reason_received", day=passed.span.said, issued=passed.issued.day)
    return say("noticing.reason_passed", day=passed.span.said, issued=passed.issued.said)


def _ran_out(passage: Passage, found: Sequence[Span]) -> Span | None:
    """Return the date until which something was valid, where it is told of as valid."""
    if lexicon("told_openly", passage.language).find(passage.text):
        return None
    cues = lexicon("valid_until", passage.language).find(passage.text)
    later = [
        span
        for span in found
        for cue in cues
        if span.start >= cue.end and len(words(passage.text[cue.end : span.start])) <= _LEAD
    ]
    return later[0] if later else None


def _still_to_come(passage: Passage, found: Sequence[Span], day: Issued) -> Span | None:
    """Return the date that has passed and for which something is only planned."""
    text, language = passage.text, passage.language
    if passage.kind not in _STATED or decoy(passage) is not None:
        return None
    if any(s.last >= day.day for s in spans(text)):
        return None
    if lexicon("told_openly", language).find(text) or lexicon("looks_back", language).find(text):
        return None
    is_to_come = lexicon("to_come", language).find(text)
    if not is_to_come and not all(_is_deadline(text, s, language) for s in found):
        return None
    due = [s for s in found if _is_due(text, s, language)]
    return due[0] if len(due) == len(found) else None


def _is_deadline(text: str, span: Span, language: str) -> bool:
    """Return whether the words directly before a date make it one by which something is due."""
    lead = words(text[: span.start])[-_FAR_LEAD:]
    hits = lexicon("due_by", language).find_in(lead)
    return bool(lead) and any(hit.end == lead[-1].end for hit in hits)


def _not_done(passage: Passage, found: Sequence[Span], day: Issued) -> Span | None:
    """Return the date that has passed of a row or a card that says it is still to be done."""
    text, language = passage.text, passage.language
    if passage.kind not in {"table", "list_item"} or any(s.last >= day.day for s in spans(text)):
        return None
    parts = [part.strip(" .") for part in _PARTS.split(text)]
    is_open = any(
        hit.start == 0 for part in parts for hit in lexicon("not_done", language).find(part)
    )
    dated = [
        s
        for s in found
        if any(part.endswith(s.said) for part in parts)
        and not lexicon("begins", language).find_in(words(text[: s.start])[-_LEAD:])
    ]
    return dated[0] if is_open and dated and not dated[0].is_a_year else None


def _is_due(text: str, span: Span, language: str) -> bool:
    """Return whether the date is one on which something is to happen, not that of a paper."""
    lead = words(text[: span.start])[-_FAR_LEAD:]
    if not lead:
        return False
    if lead[-1].form in said()["of"] and lexicon("of_a_document", language).find_in(lead):
        return False
    if span.is_a_year:
        return lead[-1].form in {"eind", "uiterlijk", "by", "before", "voor", "in"}
    return bool(lexicon("before_a_date", language).find_in(lead[-1:]))


def _on_actions(
    case: Case,
    actions: Sequence[Action],
    days: Sequence[Issued | None],
    undone: Sequence[Passed],
) -> Iterator[Finding]:
    """Yield one finding on the actions that should have been done and are not told to be.

    Args:
        case: the submission.
        actions: as they were found.
        days: on which the documents were made.
        undone: rows and cards that say so, whether or not an action was found in them.
    """
    late: list[tuple[str, str, str, Evidence]] = []
    for action in actions:
        if action.status not in _OPEN or not action.evidence or not action.deadline:
            continue
        evidence, ends = action.evidence[0], spans(action.deadline)
        day = days[evidence.document]
        if lexicon("begins", evidence.language).find(action.deadline):
            continue
        if day is None or not ends or not _is_late(action, max(s.last for s in ends), day):
            continue
        if _is_told_openly(case, evidence):
            continue
        passed = Passed(evidence.passage, ends[-1], day)
        told = replace(evidence, reasons=(because(passed), *evidence.reasons))
        late.append((action.id, action.label, action.deadline, told))
    known = {evidence.passage for *_, evidence in late}
    for passed in undone:
        if passed.passage not in known and (row := _told(case, passed)):
            file = case.documents[row.document].file
            late.append((file, row.quote, passed.span.said, row))
    if late:
        subject, label, day_said, _ = late[0]
        evidences = [evidence for *_, evidence in late[:_SHOWN]]
        values = {"count": len(late), "label": label, "day": day_said}
        yield finding("stale", subject, "deadline_passed", evidences, **values)


def _is_late(action: Action, last: date, day: Issued) -> bool:
    """Return whether the day has passed; long ago, what runs on most likely began on it."""
    months = (day.day - last).days / _DAYS_A_MONTH
    return months > 0 and (action.status != "ongoing" or months <= said()["months"]["ongoing"])


def _is_told_openly(case: Case, evidence: Evidence) -> bool:
    """Return whether the row says itself what became of the action."""
    if evidence.passage < 0:
        return False
    passage = case.passages[evidence.passage]
    return bool(lexicon("told_openly", passage.language).find(passage.text))
