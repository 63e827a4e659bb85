"""Which findings are shown, and in what order: filtered by words, step, kind and what is open.

Without Textual. Separate from the walk because what is shown of the list changes nothing in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from tui import look

if TYPE_CHECKING:
    from assessor.model import Finding, FindingKind
    from tui.state import Walk

Order = Literal["priority", "subject", "level"]
ORDERS: tuple[Order, ...] = get_args(Order)


@dataclass(slots=True)
class View:
    """What part of the findings is shown, and how."""

    text: str = ""
    """Typed by the reader; every word of it must occur."""
    group: str | None = None
    """Code of a step or theme."""
    kind: FindingKind | None = None
    only_open: bool = False
    order: Order = "priority"

    @property
    def is_narrowed(self) -> bool:
        """Return whether it may hide findings."""
        return bool(self.text or self.group or self.kind or self.only_open)


class Sieve:
    """Lets findings through as a view has it."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._texts: dict[tuple[str, str], str] = {}
        self._places = {code: n for n, code in enumerate(walk.prepared.briefing.subjects)}

    def shown(self, findings: list[Finding], view: View, language: str) -> list[Finding]:
        """Return the findings that the view lets through, in its order."""
        words = view.text.casefold().split()
        through = [finding for finding in findings if self._fits(finding, view, words, language)]
        return sorted(through, key=lambda finding: self._place(finding, view.order))

    def _place(self, finding: Finding, order: Order) -> tuple[int, int]:
        place = self._places.get(finding.subject, len(self._places))
        if order == "subject":
            return place, finding.priority
        if order == "priority":
            return finding.priority, place
        judgement = self._walk.judgement(finding.subject)
        return (judgement.level if judgement else look.HIGHEST + 1), place

    def _fits(self, finding: Finding, view: View, words: list[str], language: str) -> bool:
        if view.group is not None and self._walk.group_of(finding) != view.group:
            return False
        if view.kind is not None and finding.kind != view.kind:
            return False
        if view.only_open and self._walk.standing(finding).opinion is not None:
            return False
        if not words:
            return True
        text = self._searchable(finding, language)
        return all(word in text for word in words)

    def _searchable(self, finding: Finding, language: str) -> str:
        """Return all that a reader may look for, in lower case; made once, for long lists."""
        if (finding.id, language) not in self._texts:
            name = self._walk.subject_name(finding.subject)
            parts = (
                finding.subject,
                name.told_in(language) if name else "",
                finding.title.told_in(language),
                look.kind_name(finding.kind).told_in(language),
                *(evidence.quote for evidence in finding.evidence),
            )
            self._texts[finding.id, language] = " ".join(parts).casefold()
        return self._texts[finding.id, language]
