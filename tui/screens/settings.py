"""How do I want it? Language, colours, my name; how to make letters larger, and every key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, get_args

from textual import on
from textual.widgets import Static

from assessor.texts import LANGUAGES
from tui import actions, keyring, themes
from tui.messages import Chosen, Rekeyed
from tui.plain import plain
from tui.saying import say
from tui.screens.ask_key import AskKey
from tui.screens.line import AskLine, needs_words
from tui.screens.question import Question, bindings
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.content import Content
    from textual.widget import Widget

    from tui.actions import Action, Place
    from tui.preferences import Preferences
    from tui.state import Walk

_KEY = 9
_LABEL = 18
_WHO = "who:"
_OWN_KEYS = "keys:own"


class Settings(Question):
    """The choices, and the keys below them."""

    place: ClassVar[Place] = "settings"
    BINDINGS = bindings("settings")

    def __init__(
        self,
        language: str,
        walk: Walk | None,
        preferences: Preferences,
        theme: str,
        at: str = "",
    ) -> None:
        """Show the choices, with the cursor at a row; empty for the first."""
        super().__init__(language, walk)
        self._at = at or f"language:{language}"
        self._preferences = preferences
        self._theme = theme

    def body(self) -> Iterable[Widget]:
        """Yield what is chosen here, how to make letters larger, and the list."""
        yield Static(plain(self.told("screen.settings.title")), id="summary")
        yield Static(plain(self.told("screen.settings.text_size")), classes="absent")
        yield Rows(id="settings")

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one(Rows).show([*self._choices(), *self._keys()], self._at)
        self.query_one(Rows).focus()

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Take over the choice under the cursor."""
        key = self.query_one(Rows).key or ""
        name, _, value = key.partition(":")
        if key == _WHO:
            title = say("screen.settings.who_title")
            ask = AskLine(self.language, title, self._preferences.reader, needs_words)
            self.app.push_screen(ask, self._named)
        elif key == _OWN_KEYS:
            self.post_message(Rekeyed("", "", key))
        elif name == "action":
            action = actions.known(value.partition(":")[0])
            self.app.push_screen(AskKey(self.language, action), partial(self._rekeyed, action, key))
        elif key:
            self.post_message(Chosen(name, value))

    def _named(self, who: str | None) -> None:
        if who is not None:
            self.post_message(Chosen("who", who))

    def _rekeyed(self, action: Action, row: str, key: str | None) -> None:
        if key is not None:
            self.post_message(Rekeyed(action.id, key, row))

    def _choices(self) -> Iterator[Row]:
        yield self._heading("screen.settings.language")
        for language in LANGUAGES:
            name = self.told(f"screen.settings.in.{language}")
            yield self._choice(f"language:{language}", name, is_on=language == self.language)
        yield self._heading("screen.settings.colours")
        for theme in themes.THEMES:
            name = self.told(f"screen.settings.theme.{theme.name}")
            yield self._choice(f"theme:{theme.name}", name, is_on=theme.name == self._theme)
        yield self._heading("screen.settings.who")
        told = plain(f"    {self._preferences.reader}")
        yield Row(partial(told.truncate, ellipsis=True), _WHO)

    def _keys(self) -> Iterator[Row]:
        yield self._heading("screen.settings.keys")
        if keyring.chosen():
            own = plain("    " + self.told("screen.settings.own_keys"))
            yield Row(partial(own.truncate, ellipsis=True), _OWN_KEYS)
        for action in actions.everywhere():
            yield self._key(action, "everywhere")
        for place in get_args(actions.Place):
            yield Row(partial(plain(self.told(f"screen.place.{place}")).truncate, ellipsis=True))
            for action in actions.of_place(place):
                yield self._key(action, place)

    def _heading(self, key: str) -> Row:
        return Row(partial(plain(self.told(key)).truncate, ellipsis=True))

    def _choice(self, key: str, name: str, *, is_on: bool) -> Row:
        told = plain(f"{'(x)' if is_on else '( )'} {name}", "bold" if is_on else "")
        return Row(partial(told.truncate, ellipsis=True), key)

    def _key(self, action: Action, place: str) -> Row:
        return Row(partial(self._draw, action), f"action:{action.id}:{place}")

    def _draw(self, action: Action, width: int) -> Content:
        mark = "*" if action.id in keyring.chosen() else " "
        shown = f"{mark} {keyring.shown_key(action)} "
        key = plain(shown, "bold $text-accent").truncate(_KEY, ellipsis=True, pad=True)
        label = plain(action.label.told_in(self.language)).truncate(_LABEL, pad=True)
        help_ = plain(action.help.told_in(self.language), "$muted")
        return (key + label + help_).truncate(width, ellipsis=True)
