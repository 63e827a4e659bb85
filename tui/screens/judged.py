"""Taking back and bringing back judgements: the same on every screen about a submission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.errors import AssessorError
from assessor.texts import say
from tui import look
from tui.messages import Failed
from tui.screens.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessor.dossiers.review import Review
    from assessor.model import Words


class Judged(Question):
    """A screen on which undo and redo work."""

    def action_undo(self) -> None:
        """Take back the newest judgement."""
        self._take(self.walk.undo, "screen.saved.undone", "screen.saved.nothing_to_undo")

    def action_redo(self) -> None:
        """Bring back what was taken back last."""
        self._take(self.walk.redo, "screen.saved.redone", "screen.saved.nothing_to_redo")

    def refresh_judgements(self) -> None:
        """Show the judgements as they are now."""
        self.fill_head()

    def _take(self, take: Callable[[], Review | None], told: str, nothing: str) -> None:
        try:
            review = take()
        except AssessorError as error:
            self.post_message(Failed(error))
            return
        if review is None:
            self.tell(say(nothing))
            return
        self.refresh_judgements()
        self.tell(say(told, what=what_was_done(review)), "$text-success")


def what_was_done(review: Review) -> Words:
    """Return a judgement in a few words: agreed, disagreed with a level, noted."""
    if review.kind == "disagree" and review.level is not None:
        return say("screen.done.disagree_level", level=look.level_name(review.level))
    return say(f"screen.done.{review.kind}")
