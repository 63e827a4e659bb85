"""What is on the table: one submission, its judgements, and where the reader is in it.

Without Textual, so that every rule of walking and judging can be tested without a screen. A
judgement is in the store before any method here returns.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from assessor.dossiers.review import History, Review
from assessor.model import Words
from tui import look
from tui.view import Sieve, View

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessor.dossiers.ageing import Reason
    from assessor.dossiers.changed_view import ChangedView
    from assessor.dossiers.changes import Change
    from assessor.dossiers.prepared import Prepared
    from assessor.dossiers.presence import Presence
    from assessor.dossiers.register import Contract
    from assessor.dossiers.review import ReviewKind, Standing
    from assessor.dossiers.store import Saved
    from assessor.model import Action, Finding, FindingKind, Judgement, Risk
    from tui.talk import Talk


class Keeper(Protocol):
    """What a walk needs of the store."""

    def record(self, submission: int, review: Review) -> Review:
        """Return the event once it is on disk."""

    def record_change(self, submission: int, change: Change) -> Change:
        """Return the change of the agenda once it is on disk."""

    def remember_place(self, submission: int, who: str, finding: str) -> None:
        """Write down where a person is."""


def _now() -> datetime:
    return datetime.now(UTC)


class Walk:
    """A walk through the findings of one submission."""

    def __init__(
        self,
        saved: Saved,
        keeper: Keeper,
        who: str,
        place: str | None = None,
        now: Callable[[], datetime] = _now,
    ) -> None:
        """Put a saved submission on the table.

        Args:
            saved: the submission with its assessment and reviews.
            keeper: where judgements go.
            who: the login name of the reader.
            place: id of the finding at which the reader was last.
            now: tells the time.
        """
        self.submission = saved.submission
        self.name = saved.name
        self.dossier = saved.dossier
        self.supplier = saved.supplier
        self.contract = saved.contract
        self.prepared = prepared = saved.prepared
        self.who = who
        self._reviews = list(saved.reviews)
        self.history = History(saved.reviews)
        self.view = View()
        self.others: tuple[Presence, ...] = ()
        """Colleagues who have it open too."""
        self.changed: ChangedView | None = None
        """What the program sees otherwise than in the assessment before this one."""
        self.aged: tuple[Reason, ...] = ()
        """Why it would be assessed otherwise today."""
        self._saved = saved
        self._keeper = keeper
        self._now = now
        self._findings = {finding.id: finding for finding in prepared.assessment.findings}
        self._judgements = _judgements(prepared)
        self._labels = _labels(prepared)
        self._groups = {
            code: group.code for group in prepared.briefing.groups for code in group.subjects
        }
        self._sieve = Sieve(self)
        self.was_here_before = place in self._findings
        self._current = place if place in self._findings else self._first_open()

    @cached_property
    def talk(self) -> Talk:
        """Return the talk that is prepared; made when first asked for, as its rules cost time."""
        from tui.talk import Talk

        return Talk(self, self._saved.changes, self._keeper, self._now)

    @property
    def reviews(self) -> tuple[Review, ...]:
        """Return every judgement in order, with what was taken back."""
        return tuple(self._reviews)

    def learn(self, contract: Contract, aged: tuple[Reason, ...]) -> None:
        """Take over what the contract is now, and whether the assessment still fits it."""
        self.name, self.supplier, self.contract = contract.name, contract.supplier, contract.number
        self.aged = aged

    # --- findings ----------------------------------------------------------------------------

    @property
    def current(self) -> Finding | None:
        """Return the finding that the reader is at; None when there are none."""
        return self._findings.get(self._current or "")

    @property
    def judged(self) -> int:
        """Return how many findings have an opinion."""
        return self.history.judged(self._findings)

    @property
    def total(self) -> int:
        """Return how many findings there are."""
        return len(self._findings)

    def holds(self, finding: Finding) -> bool:
        """Return whether a finding is one of this assessment."""
        return finding.id in self._findings

    def standing(self, finding: Finding) -> Standing:
        """Return what the reader made of a finding."""
        return self.history.standing(finding.id)

    def shown(self, language: str) -> list[Finding]:
        """Return the findings that the view lets through, in its order."""
        return self._sieve.shown(list(self._findings.values()), self.view, language)

    def place_of(self, finding: Finding, language: str) -> tuple[int, int] | None:
        """Return the number of a finding among those shown, and their count; None when hidden."""
        shown = [f.id for f in self.shown(language)]
        return (shown.index(finding.id) + 1, len(shown)) if finding.id in shown else None

    def group_of(self, finding: Finding) -> str | None:
        """Return the code of the step or theme that a finding belongs to."""
        return self.group_of_subject(finding.subject)

    def group_of_subject(self, code: str) -> str | None:
        """Return the code of the step or theme that a measure, topic or theme belongs to."""
        group = self._groups.get(code)
        return code if group is None and code in self._judgements else group

    def open_by_group(self) -> Counter[str | None]:
        """Return per step or theme how many findings have no opinion yet."""
        return Counter(
            self.group_of(finding)
            for finding in self._findings.values()
            if self.standing(finding).opinion is None
        )

    def of_subject(self, code: str) -> Finding | None:
        """Return the most pressing finding about a measure or topic; None without one."""
        about = (finding for finding in self._findings.values() if finding.subject == code)
        return min(about, key=lambda finding: finding.priority, default=None)

    @property
    def kinds(self) -> list[FindingKind]:
        """Return the kinds of finding that there are, the most pressing first."""
        findings = sorted(self._findings.values(), key=lambda finding: finding.priority)
        return list(dict.fromkeys(finding.kind for finding in findings))

    # --- walking -----------------------------------------------------------------------------

    def go_to(self, finding: str) -> None:
        """Make the finding with this id the current one, and remember that."""
        self._current = finding
        self._keeper.remember_place(self.submission, self.who, finding)

    def step(self, by: int, language: str) -> bool:
        """Return whether a finding stands so many places on or back; it is current then."""
        shown = [finding.id for finding in self.shown(language)]
        if self._current not in shown:
            return bool(shown) and self._arrive(shown[0])
        place = shown.index(self._current) + by
        return 0 <= place < len(shown) and self._arrive(shown[place])

    def go_to_next_open(self, language: str) -> bool:
        """Return whether a finding, first among those shown, has no opinion; it is current then."""
        for findings in (self.shown(language), list(self._findings.values())):
            ids = [f.id for f in findings]
            start = ids.index(self._current) + 1 if self._current in ids else 0
            for id_ in (*ids[start:], *ids[:start]):
                if self.history.standing(id_).opinion is None and id_ != self._current:
                    return self._arrive(id_)
        return False

    # --- judging -----------------------------------------------------------------------------

    def judge(self, kind: ReviewKind, level: int | None = None, why: str = "") -> Review:
        """Return the judgement of the current finding, once it is saved.

        Raises:
            DossierError: when it could not be saved; then nothing has changed.
        """
        finding = self.current
        assert finding is not None
        return self._record(
            Review(self._now(), self.who, kind, finding.id, finding.subject, level, why)
        )

    def undo(self) -> Review | None:
        """Return the newest judgement, taken back, its finding current; None without one."""
        return self._take("undo", self.history.undoable)

    def redo(self) -> Review | None:
        """Return what was taken back last, brought back, its finding current; None without one."""
        return self._take("redo", self.history.redoable)

    # --- what the checklist says ---------------------------------------------------------------

    def judgement(self, code: str) -> Judgement | None:
        """Return where the machine puts a measure, theme or topic; None for risks and actions."""
        return self._judgements.get(code)

    def subject_name(self, code: str) -> Words | None:
        """Return the name of a measure, topic, step, theme, risk or action."""
        briefing = self.prepared.briefing
        if subject := briefing.subjects.get(code):
            return subject.name
        return self._labels.get(code)

    def short_title(self, finding: Finding, language: str) -> str:
        """Return the title, but of "kind: subject" only the subject: the kind stands beside it."""
        title = finding.title.told_in(language)
        name = self.subject_name(finding.subject)
        told = name.told_in(language) if name else ""
        if told and title.endswith(f": {told}"):
            title = told
        return f"{finding.subject} {title}" if look.is_measure(finding.subject) else title

    # --- inside ------------------------------------------------------------------------------

    def _first_open(self) -> str | None:
        shown = self.shown("nl")
        still_open = [f.id for f in shown if self.standing(f).opinion is None]
        return next(iter(still_open or [f.id for f in shown]), None)

    def _arrive(self, id_: str) -> bool:
        self.go_to(id_)
        return True

    def _take(self, kind: ReviewKind, target: Review | None) -> Review | None:
        if target is None:
            return None
        self._record(
            Review(self._now(), self.who, kind, target.finding, target.subject, target=target.id)
        )
        if target.finding in self._findings:
            self._arrive(target.finding)
        return target

    def _record(self, review: Review) -> Review:
        saved = self._keeper.record(self.submission, review)
        self._reviews.append(saved)
        self.history.add(saved)
        return saved


def _labels(prepared: Prepared) -> dict[str, Words]:
    """Return the names of steps, themes, risks and actions, by code or id."""
    assessment = prepared.assessment
    found: tuple[Risk | Action, ...] = (*assessment.risks, *assessment.actions)
    named = {group.code: group.name for group in prepared.briefing.groups}
    return named | {item.id: Words(item.label, item.label) for item in found}


def _judgements(prepared: Prepared) -> dict[str, Judgement]:
    themes = prepared.assessment.themes
    every = (
        *prepared.assessment.measures,
        *(theme.judgement for theme in themes),
        *(topic for theme in themes for topic in theme.topics),
    )
    return {judgement.code: judgement for judgement in every}
