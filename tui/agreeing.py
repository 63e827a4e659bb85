"""What was agreed: what, who does it, and when it is done. What is asked, and what is made of it.

Without Textual.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from assessor.dialogue.agenda import Agreement
from tui.asking import Field, Suggestion
from tui.days import day_of, is_day, typed
from tui.saying import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assessor.dialogue.agenda import Topic
    from assessor.model import Words
    from tui.asking import Values
    from tui.state import Walk

_WEEKS = (4, 13, 26, 52)
"""After how many weeks agreements are often looked at again."""


class Agreeing:
    """The form for one agreement."""

    def __init__(
        self, about: Words, people: Iterable[str], today: date, now: Agreement | None = None
    ) -> None:
        """Ask for an agreement.

        Args:
            about: name of the topic.
            people: who may do it, the likeliest first.
            today: from which days are counted.
            now: the agreement that is to be changed; None for a new one.
        """
        self._about = about
        self._people = tuple(dict.fromkeys(filter(None, people)))
        self._today = today
        self._now = now or Agreement("")

    @property
    def title(self) -> Words:
        """Return what it is about."""
        return say("screen.agreement.title", topic=self._about)

    @property
    def keys(self) -> Words:
        """Return what the keys do."""
        return say("screen.agreement.keys")

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return what is asked, in order."""
        stands = {"what": self._now.what, "who": self._now.who, "by": shown_day(self._now.by)}
        return tuple(
            Field(
                name,
                say(f"screen.agreement.field.{name}"),
                say(f"screen.agreement.help.{name}"),
                text,
            )
            for name, text in stands.items()
        )

    def suggestions(self, name: str, values: Values, language: str) -> Sequence[Suggestion]:  # noqa: ARG002  # as forms ask
        """Return what may be meant in a field, the likeliest first."""
        if name == "who":
            return [Suggestion(person) for person in self._people]
        if name == "by":
            return [
                Suggestion(
                    typed(self._today + timedelta(weeks=weeks)),
                    say("screen.agreement.in_weeks", weeks=weeks),
                )
                for weeks in _WEEKS
            ]
        return []

    def wrong(self, name: str, values: Values) -> Words | None:
        """Return why what stands in a field cannot be used; None when it can."""
        if name == "what" and not values["what"]:
            return say("screen.line.empty")
        if name == "by" and not is_day(values["by"]):
            return say("screen.incoming.no_day")
        return None

    @staticmethod
    def agreement(values: Values) -> Agreement:
        """Return what was agreed; only for values of which none is wrong."""
        day = day_of(values["by"])
        return Agreement(values["what"], values["who"], day.isoformat() if day else "")


def asking(walk: Walk, topic: Topic, place: int) -> Agreeing:
    """Return the form for an agreement on a topic, or for the one in that place, from 1."""
    owners = (a.who for known in walk.talk.agenda.topics for a in known.agreements)
    people = (walk.supplier, *owners, walk.who)
    today = datetime.now(UTC).astimezone().date()
    return Agreeing(topic.name, people, today, topic.agreements[place - 1] if place else None)


def shown_day(by: str) -> str:
    """Return the day of an agreement as it can be typed again; what is no day, as it stands."""
    try:
        return typed(date.fromisoformat(by))
    except ValueError:
        return by
