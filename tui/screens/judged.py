"""What every screen about a submission can do: take back, bring back, discuss, take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.errors import AssessorError
from tui import look
from tui.messages import Failed
from tui.saying import say
from tui.screens.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessor.dossiers.review import Review
    from assessor.model import Finding, Words
    from tui.messages import TakeAlong


class Judged(Question):
    """A screen about a submission."""

    def action_undo(self) -> None:
        """Take back the newest judgement."""
        self._take(self.walk.undo, "screen.saved.undone", "screen.saved.nothing_to_undo")

    def action_redo(self) -> None:
        """Bring back what was taken back last."""
        self._take(self.walk.redo, "screen.saved.redone", "screen.saved.nothing_to_redo")

    def action_export(self) -> None:
        """Ask in which form and where to the submission is to be written."""
        from tui.screens.export import Export

        self.app.push_screen(Export(self.language, self.walk), self._export)

    def discuss(self, finding: Finding | None) -> None:
        """Put a finding on the agenda; say so, and what the program thinks of the number."""
        if finding is None:
            return
        try:
            is_new = finding in self.walk.talk.not_yet()
            if is_new:
                self.walk.talk.pick(finding)
        except AssessorError as error:
            self.post_message(Failed(error))
            return
        topics = len(self.walk.talk.agenda.topics)
        key = "screen.dialogue.picked" if is_new else "screen.dialogue.picked_before"
        self.tell(say(key, count=topics), "$text-success" if is_new else "")

    def _export(self, wanted: TakeAlong | None) -> None:
        if wanted is not None:
            self.post_message(wanted)

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
