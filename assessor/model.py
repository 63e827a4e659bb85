"""The frozen things that flow through the house, so that every stage speaks of the same.

Nothing here reads, computes or prints. Coordinates are PDF points from the page's top left;
pages are 1-based; offsets count characters of the text they point into.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Language = Literal["nl", "en"]
JUDGED_LANGUAGES: tuple[str, ...] = ("nl", "en")
"""Passages in other languages are read, and told of as not judged."""
Stance = Literal["done", "planned", "denied", "vague"]
DocumentType = Literal["risk_analysis", "action_plan", "annual_report"]
BlockKind = Literal[
    "heading",
    "paragraph",
    "list_item",
    "table",
    "footnote",
    "caption",
    "contents",
    "header",
    "footer",
]
PageStatus = Literal["read", "ocr", "blank", "worn", "unread", "failed"]
ActionStatus = Literal["done", "ongoing", "planned", "unknown"]
FindingKind = Literal[
    "gap",
    "weak",
    "strength",
    "denial",
    "orphan_risk",
    "orphan_action",
    "contradiction",
    "stale",
    "boilerplate",
    "expected_risk_missing",
    "unread",
    "dropped_promise",
    "vanished_risk",
]
Cause = Literal[
    "counted_otherwise",
    "dated_otherwise",
    "sum_otherwise",
    "deadline_passed",
    "plan_passed",
    "no_longer_valid",
    "old_source",
    "old_proof",
    "old_document",
    "late_report",
    "empty_phrases",
    "other_customer",
    "copied_guidance",
    "copied_submission",
    "instead_of_analysis",
    "own_interest",
    "interest_beside_harm",
]
"""Why a finding is there, where its kind does not tell."""
Grounds = Literal["people_planet", "own_interest"]
"""By what a risk was put first or later: harm to people and nature, or the firm's own interest."""
FactKind = Literal[
    "number",
    "percentage",
    "money",
    "date",
    "place",
    "party",
    "role",
    "tier",
    "standard",
    "source",
    "verification",
]


class Words(NamedTuple):
    """One thing said in both languages of the program."""

    nl: str
    en: str

    def told_in(self, language: str) -> str:
        """Return the Dutch or the English wording; Dutch for any other language."""
        return self.en if language == "en" else self.nl


class Box(NamedTuple):
    """A rectangle on a page, in points from the top left."""

    x0: float
    top: float
    x1: float
    bottom: float


# --- what was read ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """Where a stretch of a block's text stands on paper."""

    start: int
    """Offset in the block's text of its first character."""
    end: int
    """Offset after its last character."""
    page: int | None
    """1-based; None for Word."""
    box: Box | None


class Mark(NamedTuple):
    """Where the raised number of a note stands in a block's text; of a footnote, its own."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `row` and `column` count from 0."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    page: int | None = None
    box: Box | None = None
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table, … in reading order."""

    kind: BlockKind
    text: str
    """Hyphens at line ends joined; table rows as " | "-joined lines."""
    page: int | None = None
    """Page on which it begins."""
    level: int | None = None
    """Of headings (1 is the highest) and list items (1 is not nested)."""
    language: str = "und"
    """ISO 639-1, or "und" where it cannot be told."""
    lines: tuple[Line, ...] = ()
    """In order, covering the text; empty for Word. For tables one per row of text."""
    cells: tuple[Cell, ...] = ()
    """Tables only."""
    marks: tuple[Mark, ...] = ()
    """In order; only where they are printed raised, and not in tables."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the file has it, before we made blocks of it."""

    number: int
    width: float
    height: float
    status: PageStatus
    """`worn`: the text has many mistakes; `unread`: an image, no text; `failed`: it is damaged."""
    text: str = ""
    """The page's text in the file's own order: what a quote must be found in."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read."""

    file: str
    """Base name as given."""
    sha256: str
    format: Literal["pdf", "docx"]
    pages: tuple[Page, ...]
    """Empty for Word, which has no fixed pages."""
    blocks: tuple[Block, ...]
    languages: tuple[str, ...]
    """ISO 639-1, most text first."""
    notes: tuple[Words, ...] = ()
    """What the reader should know was not, or not surely, read."""

    @property
    def unread_pages(self) -> tuple[int, ...]:
        """Return the numbers of the pages that hold something we could not read."""
        return tuple(p.number for p in self.pages if p.status in {"unread", "failed"})


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, list item or table row: the unit that is judged, with its surroundings."""

    document: int
    """Index of its document in the submission."""
    block: int
    """Index of its block in the document."""
    start: int
    """Offset in the block's text."""
    end: int
    text: str
    kind: BlockKind
    language: str
    page: int | None
    headings: tuple[str, ...] = ()
    """Headings above it, highest first."""
    introduction: str = ""
    """The line that introduces its list, or the heads of its table's columns."""
    before: str = ""
    """The sentence before it in the same block or list."""
    after: str = ""


# --- what was judged -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote that counts for a question, with the reasons."""

    document: int
    page: int | None
    heading: str | None
    boxes: tuple[Box, ...]
    quote: str
    """Verbatim from the document; white space and line-end hyphens folded."""
    language: str
    stance: Stance
    level: int
    """1 to 4."""
    reasons: tuple[Words, ...]
    passage: int = -1
    """Index in the submission's passages; -1 where there is none."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Where the submission stands on one measure, theme or topic."""

    code: str
    level: int
    """0 to 4; see the contract's LEVELS."""
    confidence: float
    """Chance from 0 to 1 that a trained assessor gives this level or one beside it."""
    expected: bool
    """False where another document type covers it: then level 0 is no gap."""
    evidence: tuple[Evidence, ...] = ()
    """Best first."""
    missing: tuple[Words, ...] = ()
    """What the next level would need and the text does not give."""
    grounds: tuple[Words, ...] = ()
    """Why the level is what it is."""


@dataclass(frozen=True, slots=True)
class ThemeJudgement:
    """A theme and every topic under it."""

    judgement: Judgement
    topics: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk that the documents name."""

    id: str
    label: str
    topic: str | None
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-2."""
    tier: int | None
    prioritised: bool | None
    evidence: tuple[Evidence, ...]
    grounds: Grounds | None = None
    """By what it was put first or later; None where that is not said."""


@dataclass(frozen=True, slots=True)
class Action:
    """A measure that the documents announce or report."""

    id: str
    label: str
    risk: str | None
    """Id of the risk that it answers; None for an orphan."""
    owner: str | None
    deadline: str | None
    kpi: str | None
    status: ActionStatus
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something worth bringing to the dialogue."""

    id: str
    """Stable for the same documents and checklist."""
    kind: FindingKind
    subject: str
    priority: int
    """1 (first) to 5."""
    title: Words
    explanation: Words
    evidence: tuple[Evidence, ...] = ()
    questions: tuple[Words, ...] = ()
    cause: Cause | None = None


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the assessment says of one file."""

    file: str
    sha256: str
    format: Literal["pdf", "docx"]
    pages: int | None
    languages: tuple[str, ...]
    types: tuple[DocumentType, ...]
    unread_pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """All that the machine says of one submission; human judgement stands beside it."""

    generator_version: str
    checklist_id: str
    checklist_version: str
    category: str | None
    documents: tuple[DocumentFacts, ...]
    measures: tuple[Judgement, ...]
    """In the taxonomy's order."""
    themes: tuple[ThemeJudgement, ...]
    risks: tuple[Risk, ...] = ()
    actions: tuple[Action, ...] = ()
    findings: tuple[Finding, ...] = ()
    limits: tuple[Words, ...] = ()
    """What was not or not surely read, in plain words."""


@dataclass(frozen=True, slots=True)
class Submission:
    """The files of one supplier that belong together, as far as they could be read."""

    documents: tuple[Document, ...]
    refused: tuple[tuple[str, Words], ...] = field(default=())
    """(file name, what happened and what to do)."""
