"""Which key does what: the keys of the table of actions, or those that the reader chose instead.

Without Textual. One for the whole program, as one person sits at its keyboard.
"""

from __future__ import annotations

import unicodedata
from itertools import combinations
from typing import TYPE_CHECKING

from assessor.texts import say
from tui import actions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assessor.model import Words
    from tui.actions import Action

KEPT = frozenset(
    {
        *("up", "down", "pageup", "pagedown", "home", "end"),
        *("tab", "shift+tab", "escape", "backspace", "ctrl+c", "ctrl+q", "ctrl+z"),
    }
)
"""Keys that move, type, close a dialog or belong to the terminal; they keep doing that."""
_SHOWN = {
    "enter": "Enter",
    "escape": "Esc",
    "delete": "Del",
    "insert": "Ins",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "space": "␣",
    "slash": "/",
    "backslash": "\\",
    "at": "@",
    "plus": "+",
    "minus": "-",
    "underscore": "_",
}
_chosen: dict[str, str] = {}
"""By the id of an action."""


def take(chosen: Mapping[str, str]) -> None:
    """Use these keys from now on; where one cannot be, its action gets the table's own key."""
    _chosen.clear()
    _chosen.update(
        (name, key) for name, key in chosen.items() if actions.exists(name) and key not in KEPT
    )
    while clashing := _clashing():
        for action in clashing:
            _chosen.pop(action.id, None)


def chosen() -> dict[str, str]:
    """Return the keys that are not the table's own, by the id of their action."""
    return dict(_chosen)


def keymap() -> dict[str, str]:
    """Return, for Textual, the keys of each binding that has others than the table's own."""
    return {
        binding: ",".join(keys_of(actions.known(name)))
        for name in _chosen
        for binding in actions.known(name).bindings
    }


def keys_of(action: Action) -> tuple[str, ...]:
    """Return the keys of an action; the first is the one that is shown."""
    key = _chosen.get(action.id)
    rest = action.keys[1:] if key else action.keys
    return tuple(dict.fromkeys((key, *rest) if key else rest))


def refusal(action: Action, key: str) -> Words | None:
    """Return why an action cannot have a key, or None when it can."""
    if key in KEPT:
        return say("screen.key.kept", shown=shown(key))
    for other in actions.ACTIONS:
        if other.id != action.id and other.meets(action) and key in keys_of(other):
            return say("screen.key.taken", shown=shown(key), label=other.label)
    return None


def shown_key(action: Action) -> str:
    """Return the key of an action as it stands on a keyboard."""
    return shown(keys_of(action)[0])


def names() -> dict[str, str]:
    """Return the keys as sentences name them: `key_undo` and so on."""
    return {f"key_{action.id}": shown_key(action) for action in actions.ACTIONS}


def shown(key: str) -> str:
    """Return a key as it stands on a keyboard: F4, Enter, /, Ctrl+P."""
    held, plus, last = key.rpartition("+")
    if plus:
        return "+".join([*(part.title() for part in held.split("+")), shown(last).upper()])
    if key in _SHOWN or len(key) == 1:
        return _SHOWN.get(key, key)
    try:
        return unicodedata.lookup(key.replace("_", " "))
    except KeyError:
        return key.upper() if key[1:].isdigit() else key.replace("_", " ")


def _clashing() -> list[Action]:
    """Return actions with a key that was chosen, for which another action listens too."""
    return [
        action
        for pair in combinations(actions.ACTIONS, 2)
        if pair[0].meets(pair[1]) and set(keys_of(pair[0])) & set(keys_of(pair[1]))
        for action in pair
        if action.id in _chosen
    ]
