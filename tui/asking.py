"""What a form asks: fields, what may be filled in at one key, and which answers can be used.

Without Textual, so that what a form makes of its answers can be tested without a screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from tui.look import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.model import Words

Values = Mapping[str, str]
"""What stands in the fields, by name."""


@dataclass(frozen=True, slots=True)
class Field:
    """One line to fill in; any may stay empty, unless the form says otherwise."""

    name: str
    label: Words
    help: Words
    """What may stand there."""
    text: str = ""
    """What stands there at first."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may be meant."""

    text: str
    why: Words = NOTHING
    """Where it comes from, or what it means."""
    also: Values = field(default_factory=dict)
    """What then follows for other fields."""


class Asked(Protocol):
    """A form."""

    @property
    def title(self) -> Words:
        """Return what it is about."""

    @property
    def keys(self) -> Words:
        """Return what the keys do."""

    @property
    def fields(self) -> Sequence[Field]:
        """Return what is asked, in order."""

    def suggestions(self, name: str, values: Values, language: str) -> Sequence[Suggestion]:
        """Return what may be meant in a field, the likeliest first."""

    def wrong(self, name: str, values: Values) -> Words | None:
        """Return why what stands in a field cannot be used; None when it can."""
