"""Which finding of a new assessment is the same as one of an earlier, whatever it is called now.

People's judgements are kept under a thread: a name that goes on through all assessments of a
submission. So they stay when the machine changes its mind, and never end up with another risk that
happens to bear the same number.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from assessor.model import Assessment, Finding

Threads = dict[str, str]
"""Names of threads by ids of findings."""
_STANDINGS = {"gap", "weak", "strength"}
"""Kinds that say where one subject stands: a gap that is now a strength is the same finding."""

_OF_A_QUOTE = {"denial", "contradiction", "stale", "boilerplate"}
"""Kinds of which a submission may hold several on one subject: the text tells them apart."""

_BEFORE = "before"

_Trace = tuple[str, ...]


def threads_for(
    assessment: Assessment, earlier: Iterable[tuple[Assessment, Threads]], mark: str
) -> Threads:
    """Return the threads of a new assessment.

    Args:
        assessment: the new one.
        earlier: those before it with their threads, the newest first.
        mark: sets new threads apart from old ones that have the name already.
    """
    known: dict[_Trace, str] = {}
    for older, threads in earlier:
        for trace, finding in _traced(older).items():
            known.setdefault(trace, threads.get(finding.id, finding.id))
    taken = set(known.values())
    return {
        finding.id: known.get(trace) or _new_name(finding.id, taken, mark)
        for trace, finding in _traced(assessment).items()
    }


def named(threads: Mapping[str, str]) -> dict[str, str]:
    """Return the ids of findings by the names of their threads.

    The name of an earlier thread that is now the id of something else gets another one.
    """
    names = {thread: finding for finding, thread in threads.items()}
    clashing = {finding: f"{finding}@{_BEFORE}" for finding in threads if finding not in names}
    return clashing | names


def _new_name(finding: str, taken: set[str], mark: str) -> str:
    return f"{finding}@{mark}" if finding in taken else finding


def _traced(assessment: Assessment) -> dict[_Trace, Finding]:
    """Return the findings by what they are about; a number tells apart those about the same."""
    labels = {risk.id: risk.label for risk in assessment.risks}
    labels |= {action.id: action.label for action in assessment.actions}
    standing = {f.subject for f in assessment.findings if _is_plain_standing(f)}
    return _numbered([(_about(f, labels, standing), f) for f in assessment.findings])


def _is_plain_standing(finding: Finding) -> bool:
    return finding.kind in _STANDINGS and finding.cause is None


def _numbered(pairs: Sequence[tuple[_Trace, Finding]]) -> dict[_Trace, Finding]:
    seen: Counter[_Trace] = Counter()
    traced: dict[_Trace, Finding] = {}
    for about, finding in pairs:
        seen[about] += 1
        traced[*about, str(seen[about])] = finding
    return traced


def _about(finding: Finding, labels: Mapping[str, str], standing: set[str]) -> _Trace:
    """Return what a finding is about.

    What is weak for a reason of its own is where the subject stands, unless that is told beside it.
    """
    is_standing = finding.kind in _STANDINGS
    is_beside = finding.subject in standing or not is_standing
    kind: str = "standing" if is_standing else finding.kind
    if finding.cause is not None and is_beside:
        kind = f"{kind}:{finding.cause}"
    subject = " ".join(labels.get(finding.subject, finding.subject).casefold().split())
    is_of_a_quote = finding.kind in _OF_A_QUOTE and finding.evidence
    quoted = finding.evidence[0].quote if is_of_a_quote else ""
    return kind, subject, quoted
