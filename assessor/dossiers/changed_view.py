"""What the machine sees otherwise than before, beside what people made of it.

A new checklist or program gives a new assessment of the same files; every human judgement stays,
and here is what a person may want to look at again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.dossiers.review import History, Standing
    from assessor.dossiers.threads import Threads
    from assessor.model import Assessment, Finding, Judgement

What = Literal["new", "gone", "kind", "evidence"]


@dataclass(frozen=True, slots=True)
class LevelChange:
    """A measure, theme or topic that the machine puts on another level."""

    code: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding that is new or gone, of another kind, or with other quotes."""

    what: What
    before: Finding | None
    after: Finding | None
    standing: Standing
    """What people made of it."""

    @property
    def finding(self) -> Finding:
        """Return the finding as it is, or as it last was."""
        finding = self.after or self.before
        assert finding is not None
        return finding


@dataclass(frozen=True, slots=True)
class ChangedView:
    """Two assessments of the same files, compared."""

    checklist_before: str
    """Version."""
    checklist_after: str
    levels: tuple[LevelChange, ...]
    findings: tuple[FindingChange, ...]

    @property
    def judged(self) -> tuple[FindingChange, ...]:
        """Return the changes in what a person judged already."""
        return tuple(change for change in self.findings if change.standing.opinion is not None)


def changed_view(
    before: tuple[Assessment, Threads], after: tuple[Assessment, Threads], history: History
) -> ChangedView:
    """Return what changed between two assessments of the same files.

    Args:
        before: the earlier one with its threads.
        after: the later one with its threads.
        history: people's judgements, under the names of threads.
    """
    return ChangedView(
        before[0].checklist_version,
        after[0].checklist_version,
        tuple(_levels(before[0], after[0])),
        tuple(_findings(before, after, history)),
    )


def _levels(before: Assessment, after: Assessment) -> Iterator[LevelChange]:
    earlier = {judgement.code: judgement.level for judgement in _judgements(before)}
    for judgement in _judgements(after):
        level = earlier.get(judgement.code, 0)
        if judgement.level != level:
            yield LevelChange(judgement.code, level, judgement.level)


def _judgements(assessment: Assessment) -> Iterator[Judgement]:
    yield from assessment.measures
    for theme in assessment.themes:
        yield theme.judgement
        yield from theme.topics


def _findings(
    before: tuple[Assessment, Threads], after: tuple[Assessment, Threads], history: History
) -> Iterator[FindingChange]:
    earlier, later = _by_thread(*before), _by_thread(*after)
    for thread, finding in later.items():
        old = earlier.get(thread)
        if (what := _what(old, finding)) is not None:
            yield FindingChange(what, old, finding, history.standing(thread))
    for thread, finding in earlier.items():
        if thread not in later:
            yield FindingChange("gone", finding, None, history.standing(thread))


def _by_thread(assessment: Assessment, threads: Threads) -> dict[str, Finding]:
    return {threads.get(finding.id, finding.id): finding for finding in assessment.findings}


def _what(before: Finding | None, after: Finding) -> What | None:
    if before is None:
        return "new"
    if before.kind != after.kind:
        return "kind"
    quotes = [[evidence.quote for evidence in finding.evidence] for finding in (before, after)]
    return "evidence" if quotes[0] != quotes[1] else None
