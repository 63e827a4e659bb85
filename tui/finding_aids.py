"""What the finder offers: this screen's keys first, then those of every screen, then subjects.

Without Textual.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui import actions, keyring, look
from tui.saying import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assessor.dossiers.briefing import Subject
    from assessor.dossiers.store import Shelved
    from tui.actions import Action, Place
    from tui.state import Walk


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be done or gone to."""

    id: str
    """`action:ID`, `dossier:NUMBER`, `group:CODE` and so on; empty for a heading."""
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


def all_targets(
    place: Place, language: str, walk: Walk | None, shelf: Iterable[Shelved]
) -> list[Target]:
    """Return the same, and the suppliers, steps, themes and questions to go to."""
    targets = help_targets(place, language)
    if dossiers := [_dossier(line, language) for line in shelf]:
        targets += [_heading("screen.finder.dossiers", language), *dossiers]
    if walk is None:
        return targets
    briefing = walk.prepared.briefing
    return [
        *targets,
        _heading("screen.finder.groups", language),
        *(Target(f"group:{g.code}", "", g.name.told_in(language)) for g in briefing.groups),
        _heading("screen.finder.subjects", language),
        *(_subject(subject, language) for subject in briefing.subjects.values()),
    ]


def topic_targets(walk: Walk, language: str) -> list[Target]:
    """Return what can be added to the talk: a topic of one's own, or a finding."""
    return [
        Target(
            "own:",
            "+",
            say("screen.dialogue.own").told_in(language),
            say("screen.dialogue.own_help").told_in(language),
        ),
        *(
            Target(
                f"pick:{finding.id}",
                str(finding.priority),
                look.kind_name(finding.kind).told_in(language),
                walk.short_title(finding, language),
            )
            for finding in sorted(walk.talk.not_yet(), key=lambda finding: finding.priority)
        ),
    ]


def _dossier(line: Shelved, language: str) -> Target:
    judged = say("screen.dossiers.judged", judged=line.judged, total=line.findings)
    return Target(f"dossier:{line.submission}", "", line.name, judged.told_in(language))


def _subject(subject: Subject, language: str) -> Target:
    code = subject.code if look.is_measure(subject.code) else ""
    name, question = subject.name.told_in(language), subject.question.told_in(language)
    return Target(f"subject:{subject.code}", code, name, question)


def _heading(key: str, language: str) -> Target:
    return Target("", "", say(key).told_in(language))


def _of(chosen: Iterable[Action], language: str) -> Iterable[Target]:
    for action in chosen:
        yield Target(
            f"action:{action.id}",
            keyring.shown_key(action),
            action.label.told_in(language),
            action.help.told_in(language),
        )
