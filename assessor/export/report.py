"""What every export is made of: the machine's view, people's judgements beside it, the agenda."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from assessor.dialogue.proposal import proposed
from assessor.dossiers.review import History

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from assessor.dialogue.agenda import Agenda
    from assessor.dossiers.briefing import Briefing
    from assessor.dossiers.prepared import Prepared
    from assessor.dossiers.review import Review, Standing
    from assessor.model import Assessment, Document


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A person who judged findings."""

    who: str
    findings: int
    """On how many their judgement is the last word."""
    last: datetime


@dataclass(frozen=True)
class Report:
    """One submission, ready to be written in any form."""

    prepared: Prepared
    agenda: Agenda
    made_at: datetime
    """With time zone."""
    reviews: tuple[Review, ...] = ()
    supplier: str = ""
    """Name, where it is known."""
    contract: str = ""
    """Name or number, where it is known."""
    originals: dict[str, Path] = field(default_factory=dict)
    """The supplier's own files by content hash, where they still stand."""

    @property
    def assessment(self) -> Assessment:
        """Return the machine's view."""
        return self.prepared.assessment

    @property
    def briefing(self) -> Briefing:
        """Return the words of the checklist."""
        return self.prepared.briefing

    @property
    def documents(self) -> tuple[Document, ...]:
        """Return the documents as read."""
        return self.prepared.documents

    @cached_property
    def history(self) -> History:
        """Return what people made of the findings."""
        return History(self.reviews)

    @cached_property
    def reviewers(self) -> tuple[Reviewer, ...]:
        """Return who judged, the most findings first."""
        last = [
            standing.last
            for finding in self.assessment.findings
            if (standing := self.history.standing(finding.id)).last is not None
        ]
        people = {review.who for review in last if review is not None}
        made = (_reviewer(who, (r for r in last if r and r.who == who)) for who in people)
        return tuple(sorted(made, key=lambda reviewer: (-reviewer.findings, reviewer.who)))

    @cached_property
    def levels_by_people(self) -> dict[str, Standing]:
        """Return, by code, what counts where a person gave another level than the machine."""
        given: dict[str, Standing] = {}
        for finding in self.assessment.findings:
            standing = self.history.standing(finding.id)
            if standing.level is not None:
                given[finding.subject] = standing
        return given

    @property
    def judged(self) -> int:
        """Return how many findings have an opinion of a person."""
        return self.history.judged(finding.id for finding in self.assessment.findings)


def _reviewer(who: str, reviews: Iterable[Review]) -> Reviewer:
    own = list(reviews)
    return Reviewer(who, len(own), max(review.at for review in own))


def report_of(
    prepared: Prepared,
    made_at: datetime,
    reviews: Sequence[Review] = (),
    minutes: int | None = None,
) -> Report:
    """Return a report with the agenda that the program proposes."""
    agenda = proposed(prepared.assessment, prepared.briefing, History(reviews), minutes)
    return Report(prepared, agenda, made_at, tuple(reviews))
