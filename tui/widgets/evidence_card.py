"""A quote with all that says where it comes from and why it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from assessor.texts import say
from tui import look
from tui.plain import clean, plain

if TYPE_CHECKING:
    from assessor.model import Evidence


def source(evidence: Evidence, file: str, language: str) -> str:
    """Return file, page and heading in one line."""
    parts = [file]
    if evidence.page is not None:
        parts.append(say("screen.evidence.page", page=evidence.page).told_in(language))
    if evidence.heading:
        parts.append(say("screen.evidence.heading", heading=evidence.heading).told_in(language))
    return ", ".join(parts)


class EvidenceCard(Static, can_focus=True):
    """The card; the one with the focus is the one that is copied or opened."""

    def __init__(self, evidence: Evidence, file: str, language: str) -> None:
        self.evidence = evidence
        self._source = source(evidence, file, language)
        reasons = " ".join(reason.told_in(language) for reason in evidence.reasons)
        lines = [
            plain(f"“{evidence.quote}”", "bold"),
            plain(self._source, "$text-accent"),
            plain(
                say(
                    "screen.evidence.stance",
                    stance=look.stance_name(evidence.stance),
                    level=say("screen.evidence.level", level=evidence.level),
                ).told_in(language)
            )
            + plain(f" {reasons}" if reasons else "", "$muted"),
        ]
        super().__init__(Content("\n").join(lines))

    @property
    def text(self) -> str:
        """Return the quote with its source, to paste elsewhere."""
        return clean(f"“{self.evidence.quote}” ({self._source})")
