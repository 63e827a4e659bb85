"""What a careful reader stumbles over: figures, dates, phrases and grounds that do not hold up.

Each part yields findings with their reasons; what they are worth is decided elsewhere.
They change no level.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.judging.noticing.aged import on_late_report, on_old_grounds
from assessor.judging.noticing.contradictions import on_counts
from assessor.judging.noticing.copies import on_guidance, on_others
from assessor.judging.noticing.deadlines import on_deadlines
from assessor.judging.noticing.instead import on_certificates
from assessor.judging.noticing.interest import on_own_interest, with_grounds
from assessor.judging.noticing.phrases import on_empty_phrases, on_other_customers
from assessor.judging.noticing.stale import days_of_issue, on_stale_dates
from assessor.judging.noticing.totals import on_totals

if TYPE_CHECKING:
    from assessor.checklist import Checklist
    from assessor.judging.case import Case, Outcome
    from assessor.model import Finding

__all__ = ["notice", "with_grounds"]


def notice(case: Case, checklist: Checklist, outcome: Outcome) -> tuple[Finding, ...]:
    """Return what there is to stumble over in a submission, without ids and priorities.

    Args:
        case: the submission.
        checklist: what is judged; what it has no measure for is not told.
        outcome: what was judged of it, its risks with their grounds.
    """
    days = days_of_issue(case)
    found = (
        *on_counts(case, days),
        *on_deadlines(case, outcome.actions),
        *on_totals(case),
        *on_stale_dates(case, outcome.actions, days),
        *on_old_grounds(case, days),
        *on_late_report(case, days),
        *on_empty_phrases(case, checklist),
        *on_other_customers(case),
        *on_guidance(case, checklist),
        *on_others(case, case.arrival.others),
        *on_certificates(case, outcome.judgements),
        *on_own_interest(case, outcome.risks),
    )
    measures = {measure.code for measure in checklist.measures}
    return tuple(f for f in found if f.kind != "weak" or f.subject in measures)
