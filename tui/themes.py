"""Dark, light and high contrast: the three ways the screens can look."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="dark",
    primary="#4ea1dc",
    secondary="#8fb8d8",
    accent="#f2b640",
    foreground="#e6eaee",
    background="#10161c",
    surface="#171f27",
    panel="#22303c",
    success="#6cc08b",
    warning="#f2b640",
    error="#f08a80",
    dark=True,
    variables={"muted": "#9db0c0", "mark": "#3d4a1f"},
)
LIGHT = Theme(
    name="light",
    primary="#0a5a96",
    secondary="#154273",
    accent="#8a5a00",
    foreground="#1b1f23",
    background="#ffffff",
    surface="#f4f6f8",
    panel="#dfe7ee",
    success="#1f6b3a",
    warning="#8a5a00",
    error="#a3271d",
    dark=False,
    variables={"muted": "#4c5a66", "mark": "#fff0b3"},
)
CONTRAST = Theme(
    name="contrast",
    primary="#ffff00",
    secondary="#ffffff",
    accent="#00ffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#262626",
    success="#00ff00",
    warning="#ffff00",
    error="#ff9d9d",
    dark=True,
    luminosity_spread=0.0,
    text_alpha=1.0,
    variables={"muted": "#ffffff", "mark": "#003b5c"},
)
THEMES = (DARK, LIGHT, CONTRAST)
"""In the order in which the theme key goes through them."""


def known(name: str) -> str:
    """Return the name of a theme that exists: this one, or else the dark one."""
    return name if name in {theme.name for theme in THEMES} else DARK.name


def after(name: str) -> str:
    """Return the name of the theme that follows."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)]
