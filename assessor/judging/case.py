"""What judging works with: the rules that hold for every submission, and one submission's case."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from assessor.checklist import Categories, Checklist
    from assessor.judging.evidence import Weighed
    from assessor.judging.levels import Grader
    from assessor.matching.candidates import Candidate
    from assessor.matching.lessons import Lessons
    from assessor.matching.terms import QuestionTerms
    from assessor.model import (
        Action,
        Document,
        DocumentFacts,
        Finding,
        Judgement,
        Passage,
        Risk,
        Submission,
        Words,
    )


@dataclass(frozen=True)
class Rulebook:
    """A checklist with what was learned from it."""

    checklist: Checklist
    categories: Categories
    """What one may expect per category."""
    terms: QuestionTerms
    lessons: Lessons
    grader: Grader
    counts_from: float
    """Relevance from which a candidate is surely about its question."""
    doubtful_from: float
    """Relevance from which a submission is not silent on a question."""
    looked_at: float
    """Relevance from which a passage is a candidate at all."""
    with_meaning: bool
    """Whether the embeddings take part."""


@dataclass(frozen=True)
class Arrival:
    """How a submission came in, beside its files."""

    received_on: date | None = None
    """None where that is not known."""
    others: Mapping[str, AbstractSet[int]] = field(default_factory=dict)
    """By the name of another supplier, the prints of what it handed in (see noticing.copies)."""


@dataclass(frozen=True)
class Case:
    """One submission, read and matched."""

    submission: Submission
    passages: Sequence[Passage]
    candidates: Sequence[Candidate]
    category: str | None = None
    """As given; None where nobody said so."""
    contract_date: date | None = None
    """When the contract was signed, where that is known."""
    arrival: Arrival = field(default_factory=Arrival)

    @property
    def documents(self) -> tuple[Document, ...]:
        """Return the documents of the submission."""
        return self.submission.documents

    def document_of(self, passage: Passage) -> Document:
        """Return the document in which a passage stands."""
        return self.documents[passage.document]


@dataclass(frozen=True)
class Outcome:
    """All that was judged of a case, from which findings are drawn."""

    documents: Sequence[DocumentFacts]
    judgements: Sequence[Judgement]
    """Of measures and topics."""
    denials: Mapping[str, Sequence[Weighed]]
    """Passages that deny without a search, by code."""
    risks: Sequence[Risk] = field(default=())
    actions: Sequence[Action] = field(default=())
    refused: Sequence[tuple[str, Words]] = field(default=())
    """Files that could not be read: name, and what happened."""
    silent: Sequence[Finding] = field(default=())
    """Expected risks that the documents do not name."""
    noticed: Sequence[Finding] = field(default=())
    """What a careful reader stumbles over: figures, dates, phrases, grounds."""
