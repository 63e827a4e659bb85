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

Place = Literal[
    "dossiers",
    "overview",
    "findings",
    "finding",
    "document",
    "risks",
    "dialogue",
    "settings",
    "changed",
    "contract",
    "opening",
]
QUESTIONS: tuple[Place, ...] = (
    "dossiers",
    "overview",
    "findings",
    "finding",
    "document",
    "risks",
    "dialogue",
    "settings",
)
"""The screens between which the number keys 1, 2, … go, in that order."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a person can do."""

    id: str
    """Also the name of the method that does it, `action_ID`; but see `call`."""
    keys: tuple[str, ...]
    """As Textual names them; the first is the one that is shown, unless the reader chose another
    (keyring.py)."""
    places: tuple[Place, ...] = ()
    """Screens on which it works; empty for everywhere."""
    hinted: tuple[Place, ...] | None = None
    """Screens in whose bottom line it stands; None for all of its screens."""
    judges: bool = False
    """Whether it stands as a button beside the evidence."""

    @property
    def call(self) -> str:
        """Return what Textual runs: the id, or for a screen's number key `show` with its place."""
        place = self.id.removeprefix(_SHOW)
        return self.id if place == self.id else f"show('{place}')"

    @property
    def method(self) -> str:
        """Return the name of the method that does it."""
        return f"action_{self.call.partition('(')[0]}"

    @property
    def label(self) -> Words:
        """Return the one or two words for the button."""
        return say(f"screen.action.{self.id}.label")

    @property
    def help(self) -> Words:
        """Return the sentence for the help screen."""
        return say(f"screen.action.{self.id}.help")

    @property
    def bindings(self) -> tuple[str, ...]:
        """Return the names of its bindings: one per screen, or its id where it works everywhere."""
        return tuple(f"{place}.{self.id}" for place in self.places) or (self.id,)

    def meets(self, other: Action) -> bool:
        """Return whether both work on a same screen, so that they need different keys."""
        everywhere = not self.places or not other.places
        return everywhere or not set(self.places).isdisjoint(other.places)


_SHOW = "show_"

_WALK: tuple[Place, ...] = ("overview", "findings", "finding", "document", "risks", "dialogue")
"""The screens about a submission."""

ACTIONS: tuple[Action, ...] = (
    Action("agree", ("a",), ("finding",), hinted=(), judges=True),
    Action("disagree", ("o",), ("finding",), hinted=(), judges=True),
    Action("doubt", ("t",), ("finding",), hinted=(), judges=True),
    Action("not_applicable", ("x",), ("finding",), hinted=(), judges=True),
    Action("note", ("n",), ("finding", "dialogue"), hinted=(), judges=True),
    Action("next_open", ("enter",), ("finding",)),
    Action("previous_finding", ("left",), ("finding",)),
    Action("next_finding", ("right",), ("finding",)),
    Action("edit", ("enter",), ("dialogue",)),
    Action("add_topic", ("b",), ("dialogue",)),
    Action("add_question", ("v",), ("dialogue",)),
    Action("agreement", ("a",), ("dialogue",)),
    Action(
        "choose",
        ("enter",),
        ("dossiers", "overview", "findings", "risks", "settings", "changed", "contract"),
    ),
    Action("export", ("e",), _WALK, hinted=("overview", "risks", "dialogue")),
    Action("leave_out", ("x", "delete"), ("dialogue",)),
    Action("higher", ("h", "shift+up"), ("dialogue",)),
    Action("lower", ("l", "shift+down"), ("dialogue",)),
    Action("minutes", ("m",), ("dialogue",)),
    Action("open_document", ("d",), ("finding", "risks", "dialogue"), hinted=("finding",)),
    Action("next_quote", ("n",), ("document",)),
    Action("previous_quote", ("p",), ("document",)),
    Action("previous_page", ("left",), ("document",)),
    Action("next_page", ("right",), ("document",)),
    Action("open_marked", ("o",), ("document",)),
    Action("add_files", ("n",), ("dossiers",)),
    Action("leave_queue", ("x", "delete"), ("dossiers",), hinted=()),
    Action("matrix", ("m",), ("overview",)),
    Action("contract", ("c",), ("dossiers", "overview")),
    Action("changed", ("w",), ("overview", "findings"), hinted=()),
    Action("remove", ("x", "delete"), ("contract",)),
    Action("again", ("b",), ("overview", "changed", "contract"), hinted=("changed", "contract")),
    Action("filter", ("slash",), ("findings",)),
    Action("only_open", ("v",), ("findings",)),
    Action("only_kind", ("k",), ("findings",)),
    Action("order", ("s",), ("findings",)),
    Action("discuss", ("g",), ("findings", "finding"), hinted=(), judges=True),
    Action("undo", ("u",), _WALK, hinted=(), judges=True),
    Action("redo", ("r",), _WALK, hinted=()),
    Action("stop", ("escape",), ("opening",)),
    Action("back", ("escape",), (*_WALK, "settings", "changed", "contract")),
    Action("copy", ("c",), ("finding",)),
    *(Action(f"{_SHOW}{place}", (str(n),), hinted=()) for n, place in enumerate(QUESTIONS, 1)),
    Action("find", ("f4", "ctrl+p"), hinted=()),
    Action("language", ("f2",), hinted=()),
    Action("theme", ("f3",), hinted=()),
    Action("help", ("f1", "question_mark")),
    Action("quit", ("q",)),
)


def of_place(place: Place) -> tuple[Action, ...]:
    """Return the actions that only some screens have, for this one."""
    return tuple(action for action in ACTIONS if place in action.places)


def everywhere() -> tuple[Action, ...]:
    """Return the actions that every screen has."""
    return tuple(action for action in ACTIONS if not action.places)


def hints(place: Place) -> tuple[Action, ...]:
    """Return what stands in the bottom line of a screen."""
    shown = (*of_place(place), *everywhere())
    return tuple(a for a in shown if a.hinted is None or place in a.hinted)


def judging(place: Place) -> tuple[Action, ...]:
    """Return the buttons beside the evidence."""
    return tuple(action for action in of_place(place) if action.judges)


def tabs() -> tuple[Action, ...]:
    """Return the screens that one can go to by number."""
    return tuple(action for action in ACTIONS if action.id.startswith(_SHOW))


def exists(id_: str) -> bool:
    """Return whether there is an action with this id."""
    return any(action.id == id_ for action in ACTIONS)


def known(id_: str) -> Action:
    """Return the action with this id."""
    return next(action for action in ACTIONS if action.id == id_)
