"""The one table of what a person can do: it feeds keys, hints, buttons, help and the finder.

Without Textual, so that documentation and tests can read it too. Labels and explanations stand in
texts under `screen.action.ID`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from assessor.texts import say

if TYPE_CHECKING:
    from assessor.model import Words

Place = Literal["dossiers", "overview", "findings", "finding", "document", "opening"]
QUESTIONS: tuple[Place, ...] = ("dossiers", "overview", "findings", "finding", "document")
"""The screens between which the number keys 1, 2, … go, in that order."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a person can do."""

    id: str
    """Also the name of the method that does it: `action_ID`."""
    keys: tuple[str, ...]
    """As Textual names them; the first is the one that is shown."""
    places: tuple[Place, ...] = ()
    """Screens on which it works; empty for everywhere."""
    hinted: bool = True
    """Whether it stands in the bottom line of its screens."""
    judges: bool = False
    """Whether it stands as a button beside the evidence."""

    @property
    def label(self) -> Words:
        """Return the one or two words for the button."""
        return say(f"screen.action.{self.id}.label")

    @property
    def help(self) -> Words:
        """Return the sentence for the help screen."""
        return say(f"screen.action.{self.id}.help")

    @property
    def shown_key(self) -> str:
        """Return the key as it stands on a keyboard."""
        return _SHOWN.get(self.keys[0], self.keys[0].upper() if self.is_function else self.keys[0])

    @property
    def is_function(self) -> bool:
        """Return whether its key is F1 to F12."""
        return self.keys[0][0] == "f" and self.keys[0][1:].isdigit()


_SHOWN = {
    "enter": "Enter",
    "escape": "Esc",
    "left": "←",
    "right": "→",
    "slash": "/",
}

_HISTORY: tuple[Place, ...] = ("overview", "findings", "finding", "document")

ACTIONS: tuple[Action, ...] = (
    Action("agree", ("a",), ("finding",), hinted=False, judges=True),
    Action("disagree", ("o",), ("finding",), hinted=False, judges=True),
    Action("doubt", ("t",), ("finding",), hinted=False, judges=True),
    Action("note", ("n",), ("finding",), hinted=False, judges=True),
    Action("next_open", ("enter",), ("finding",)),
    Action("previous_finding", ("left",), ("finding",)),
    Action("next_finding", ("right",), ("finding",)),
    Action("open_document", ("d",), ("finding",)),
    Action("next_quote", ("n",), ("document",)),
    Action("previous_quote", ("p",), ("document",)),
    Action("previous_page", ("left",), ("document",)),
    Action("next_page", ("right",), ("document",)),
    Action("choose", ("enter",), ("dossiers", "overview", "findings")),
    Action("filter", ("slash",), ("findings",)),
    Action("only_open", ("v",), ("findings",)),
    Action("order", ("s",), ("findings",)),
    Action("undo", ("u",), _HISTORY, hinted=False, judges=True),
    Action("redo", ("r",), _HISTORY, hinted=False),
    Action("stop", ("escape",), ("opening",)),
    Action("back", ("escape",), ("overview", "findings", "finding", "document")),
    Action("copy", ("c",), ("finding",)),
    Action("show_dossiers", ("1",), hinted=False),
    Action("show_overview", ("2",), hinted=False),
    Action("show_findings", ("3",), hinted=False),
    Action("show_finding", ("4",), hinted=False),
    Action("show_document", ("5",), hinted=False),
    Action("find", ("f4", "ctrl+p"), hinted=False),
    Action("language", ("f2",), hinted=False),
    Action("theme", ("f3",), hinted=False),
    Action("help", ("f1", "question_mark"), hinted=True),
    Action("quit", ("q",), hinted=True),
)


def of_place(place: Place) -> tuple[Action, ...]:
    """Return the actions that only some screens have, for this one."""
    return tuple(action for action in ACTIONS if place in action.places)


def everywhere() -> tuple[Action, ...]:
    """Return the actions that every screen has."""
    return tuple(action for action in ACTIONS if not action.places)


def hints(place: Place) -> tuple[Action, ...]:
    """Return what stands in the bottom line of a screen."""
    return tuple(action for action in (*of_place(place), *everywhere()) if action.hinted)


def judging(place: Place) -> tuple[Action, ...]:
    """Return the buttons beside the evidence."""
    return tuple(action for action in of_place(place) if action.judges)
