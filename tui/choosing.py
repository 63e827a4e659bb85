"""The part of the program that is as the reader likes it: language, colours, name and keys, kept.

Separate from app.py, which is about which screen is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from assessor.texts import LANGUAGES
from tui import actions, keyring, themes
from tui.messages import Chosen, Rekeyed
from tui.screens.question import Question
from tui.working import Working

if TYPE_CHECKING:
    from tui.queue import Wanted


class Choosing(Working):
    """What the reader chose, and what is done with it."""

    def __init__(self, wanted: Wanted, language: str | None = None) -> None:
        super().__init__(wanted)
        self.language = language or self.preferences.language or LANGUAGES[0]
        self.setting = ""
        """Row of the settings that was chosen last, to come back to."""
        keyring.take(self.preferences.keys)
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.known(self.preferences.theme)

    @property
    def question_language(self) -> str:
        """Return the language in which the program speaks now."""
        return self.language

    def action_language(self) -> None:
        """Speak the other language, from the present screen on."""
        place = LANGUAGES.index(self.language)
        self.speak(LANGUAGES[(place + 1) % len(LANGUAGES)])

    def speak(self, language: str) -> None:
        """Speak a language, from the present screen on."""
        self.language = language
        self.remember(language=language)
        if isinstance(self.screen, Question):
            self.show(self.screen.place)

    def action_theme(self) -> None:
        """Take the next colours."""
        self.wear(themes.after(self.theme))

    def wear(self, theme: str) -> None:
        """Take the colours of that name."""
        self.theme = theme
        self.remember(theme=theme)

    @on(Chosen)
    def follow_choice(self, event: Chosen) -> None:
        """Take over what was chosen in the settings."""
        self.setting = f"{event.name}:{event.value}"
        if event.name == "language":
            self.speak(event.value)
            return
        if event.name == "theme":
            self.wear(event.value)
        else:
            self.setting = f"{event.name}:"
            self.remember(**{event.name: event.value})
        self.show("settings")

    @on(Rekeyed)
    def follow_key(self, event: Rekeyed) -> None:
        """Let an action listen to another key, or every action to its own again."""
        chosen = keyring.chosen() if event.action else {}
        if event.action:
            chosen[event.action] = event.key
            if event.key == actions.known(event.action).keys[0]:
                del chosen[event.action]
        keyring.take(chosen)
        self.remember(keys=keyring.chosen())
        self.set_keymap(keyring.keymap())
        self.setting = event.row
        self.show("settings")
