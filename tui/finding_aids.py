"""What the finder offers: this screen's keys first, then those of every screen, then subjects.

Without Textual.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessor.texts import say
from tui import actions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.actions import Action, Place
    from tui.state import Walk


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be done or gone to."""

    id: str
    """`action:ID` or `group:CODE`; empty for a heading."""
    key: str
    label: str
    help: str = ""


def help_targets(place: Place, language: str) -> list[Target]:
    """Return what can be done on a screen, and on all."""
    return [
        _heading("screen.finder.here", language),
        *_of(actions.of_place(place), language),
        _heading("screen.finder.everywhere", language),
        *_of(actions.everywhere(), language),
    ]


def all_targets(place: Place, language: str, walk: Walk | None) -> list[Target]:
    """Return the same, and the steps and themes to go to."""
    targets = help_targets(place, language)
    if walk is None:
        return targets
    groups = walk.prepared.briefing.groups
    return [
        *targets,
        _heading("screen.finder.groups", language),
        *(Target(f"group:{g.code}", "", g.name.told_in(language)) for g in groups),
    ]


def _heading(key: str, language: str) -> Target:
    return Target("", "", say(key).told_in(language))


def _of(chosen: Iterable[Action], language: str) -> Iterable[Target]:
    for action in chosen:
        yield Target(
            f"action:{action.id}",
            action.shown_key,
            action.label.told_in(language),
            action.help.told_in(language),
        )
