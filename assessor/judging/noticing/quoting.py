"""Quotes a passage for a finding, verbatim, with the reasons why it is there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.matching.quotes import quote, stands
from assessor.matching.specifics import facts
from assessor.matching.stance import stance
from assessor.model import Evidence, Finding
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.judging.case import Case
    from assessor.model import Cause, FindingKind, Words

_COUNTED = {"deadline_passed", "empty_phrases"}
"""Causes whose title is another for one than for many."""
_LONGEST = 70
"""Characters of a label within a sentence."""


def quoted(case: Case, index: int, *reasons: Words, cell: str = "") -> Evidence | None:
    """Return a passage as evidence for a finding; None where its words do not stand verbatim.

    Args:
        case: the submission.
        index: of the passage.
        reasons: why it is quoted.
        cell: of a table's row the cell to be quoted; by default its longest.
    """
    passage = case.passages[index]
    document = case.document_of(passage)
    found = quote(passage, document)
    if found is None:
        return None
    if cell and stands(cell, found.page, document):
        found = replace(found, text=cell, boxes=())
    known = facts(passage.text, passage.language)
    row = (say("judging.reason_row", row=passage.text),) if passage.kind == "table" else ()
    return Evidence(
        document=passage.document,
        page=found.page,
        heading=passage.headings[-1] if passage.headings else None,
        boxes=found.boxes,
        quote=found.text,
        language=passage.language,
        stance=stance(passage.text, passage.language, known).stance,
        level=1,
        reasons=(*reasons, *row),
        passage=index,
    )


def finding(
    kind: FindingKind,
    subject: str,
    cause: Cause,
    evidence: Sequence[Evidence],
    **values: object,
) -> Finding:
    """Return a finding whose title, explanation and question stand under its cause in the texts."""
    filled = {name: _short(v) if isinstance(v, str) else v for name, v in values.items()}
    title = f"noticing.{cause}.title"
    if cause in _COUNTED:
        title += ".one" if values["count"] == 1 else ".many"
    bare = Finding(
        "",
        kind,
        subject,
        0,
        say(title, **filled),
        say(f"noticing.{cause}.explanation", **filled),
        tuple(evidence),
        (say(f"noticing.{cause}.question", **filled),),
    )
    return replace(bare, cause=cause)


def _short(said: str) -> str:
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
