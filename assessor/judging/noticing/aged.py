"""Old sources, audits and policies that are told of as if they showed how things are now."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assessor.judging.noticing.days import Span, spans
from assessor.judging.noticing.quoting import finding, quoted
from assessor.judging.noticing.stale import Passed, because, lexicon, said
from assessor.matching.decoys import decoy
from assessor.model import JUDGED_LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assessor.judging.case import Case
    from assessor.judging.noticing.issued import Issued
    from assessor.model import Cause, Finding, Passage

_SHOWN = 3
_CITED = re.compile(r"[A-Z][^.:;|]{4,80}, [A-Z][^.:;|]{4,80}, (?:19|20)\d\d\.?")
"""Who, what and a year, and no more: a note that was read as a paragraph."""
_LONGEST_LEAD = 60
"""Characters between a policy and the day on which it was adopted."""
_DAYS_A_MONTH = 30.44


def on_old_grounds(case: Case, days: Sequence[Issued | None]) -> Iterator[Finding]:
    """Yield at most one finding on old sources, one on old proof and one on an old policy."""
    found: dict[Cause, list[Passed]] = {}
    seen: set[str] = set()
    for index, passage in enumerate(case.passages):
        day = days[passage.document]
        if day is None or passage.language not in JUDGED_LANGUAGES or passage.text in seen:
            continue
        dated = spans(passage.text)
        cause = _cause(passage, dated, day) if dated else None
        if cause:
            seen.add(passage.text)
            found.setdefault(cause, []).append(Passed(index, dated[-1], day))
    for cause, several in found.items():
        told = [e for p in several if (e := quoted(case, p.passage, because(p)))]
        if told:
            subject = case.documents[told[0].document].file
            day_said = several[0].span.said
            yield finding("stale", subject, cause, told[:_SHOWN], count=len(told), day=day_said)


def _cause(passage: Passage, dated: Sequence[Span], day: Issued) -> Cause | None:
    """Return in which way a passage leans on something old; None where it does not."""
    age = day.day.year - max(s.last.year for s in dated)
    years, language = said()["years"], passage.language
    if age < min(years.values()):
        return None
    is_note = passage.kind == "footnote"
    if is_note and age >= years["proof"] and lexicon("proof", language).find(passage.text):
        return "old_proof"
    if age >= years["source"] and _is_source(passage):
        return "old_source"
    if age >= years["policy"] and _is_policy(passage, dated[-1]):
        return "old_document"
    return None


def _is_source(passage: Passage) -> bool:
    """Return whether a passage names a source that its year makes old."""
    if lexicon("standing", passage.language).find(passage.text):
        return False
    if passage.kind == "footnote":
        return decoy(passage) == "reference"
    if _CITED.fullmatch(passage.text) and decoy(passage) is None:
        return True
    is_line = passage.kind in {"caption", "list_item", "paragraph"}
    cues = lexicon("source", passage.language).find(passage.text)
    return is_line and bool(cues) and cues[0].start == 0


def _is_policy(passage: Passage, span: Span) -> bool:
    named = lexicon("policy", passage.language).find(passage.text)
    lead = passage.text[named[0].end : span.start] if named else ""
    if not named or span.start < named[0].end or len(lead) > _LONGEST_LEAD:
        return False
    return bool(lexicon("adopted", passage.language).find(lead))


def on_late_report(case: Case, days: Sequence[Issued | None]) -> Iterator[Finding]:
    """Yield a finding per report that came in long after what it tells of."""
    if case.arrival.received_on is None:
        return
    for document, day in zip(case.documents, days, strict=True):
        if day is None or not day.said:
            continue
        months = (case.arrival.received_on - day.day).days / _DAYS_A_MONTH
        if months > said()["months"]["received"]:
            values = {"day": day.said, "received": case.arrival.received_on, "file": document.file}
            yield finding("stale", document.file, "late_report", [], **values)
