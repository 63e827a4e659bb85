"""A certificate, a membership or another's audit where a look of one's own should be."""

from __future__ import annotations

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
    from assessor.model import Evidence, Finding, Judgement, Passage

_STATED = {"paragraph", "list_item", "footnote", "table"}
_SHOWN = 3
_LOW = (1, 2)
"""Levels that certificates alone may have brought."""


@cache
def said() -> dict[str, Any]:
    """Return the words of grounds.yaml on certificates."""
    return cast("dict[str, Any]", rules("assessor.judging.noticing", "grounds")["instead"])


def on_certificates(case: Case, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Yield at most one finding: where a certificate, membership or audit ends the looking."""
    evidence: list[Evidence] = []
    for index, passage in enumerate(case.passages):
        if (named := _leans_on(passage)) and (
            e := quoted(case, index, say("noticing.reason_instead", proof=named))
        ):
            evidence.append(e)
    if not evidence:
        evidence = _resting(judgements)
    if evidence:
        yield finding("weak", said()["subject"], "instead_of_analysis", evidence[:_SHOWN])


def _leans_on(passage: Passage) -> str:
    """Return the proof from which a sentence draws that no look is needed; else nothing."""
    text, language = passage.text, passage.language
    if passage.kind not in _STATED or language not in JUDGED_LANGUAGES:
        return ""
    if _lexicon("told_apart", language).find(text):
        return ""
    if not _lexicon("concludes", language).find(text):
        return ""
    if not _lexicon("about", language).find(f"{text} . {passage.before}"):
        return ""
    if proof := _lexicon("proof", language).find(text):
        return text[proof[0].start : proof[0].end]
    begins = any(hit.start == 0 for hit in _lexicon("so", language).find(text))
    before = _lexicon("proof", language).find(passage.before) if begins else []
    return passage.before[before[0].start : before[0].end] if before else ""


def _resting(judgements: Sequence[Judgement]) -> list[Evidence]:
    """Return the evidence of a measure that rests on certificates, memberships and audits alone."""
    for judgement in judgements:
        if judgement.code not in said()["rests_on"] or judgement.level not in _LOW:
            continue
        if len(judgement.evidence) >= said()["fewest"] and all(map(_is_proof, judgement.evidence)):
            return list(judgement.evidence)
    return []


def _is_proof(evidence: Evidence) -> bool:
    is_judged = evidence.language in JUDGED_LANGUAGES
    return is_judged and bool(_lexicon("proof", evidence.language).find(evidence.quote))


@cache
def _lexicon(name: str, language: str) -> Lexicon[None]:
    return Lexicon((None, term) for term in said()[name][language])
