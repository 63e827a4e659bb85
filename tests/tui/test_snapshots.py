"""What each screen looks like: both sizes, both languages, light and in high contrast.

Each pair of these occurs for every screen; not each combination, as most differ in nothing.
"""

from __future__ import annotations

import sys

import pytest
from piloting import settle
from submissions import whole

pytestmark = pytest.mark.skipif(
    sys.version_info[:2] != (3, 11),
    reason="pictures differ a little between Python versions; they are kept for 3.11",
)

SMALL, LARGE = (80, 24), (120, 40)
LOOKS = {
    "nl-80x24-light": ("nl", SMALL, "light"),
    "en-80x24-contrast": ("en", SMALL, "contrast"),
    "nl-120x40-contrast": ("nl", LARGE, "contrast"),
    "en-120x40-light": ("en", LARGE, "light"),
}
SCREENS = {
    "overview": ("down",),
    "matrix": ("m",),
    "findings": ("3",),
    "finding": ("4",),
    "document": ("4", "d"),
    "risks": ("6",),
    "dialogue": ("7",),
    "settings": ("8",),
    "dossiers": ("1",),
    "help": ("f1",),
}
DIALOGS = {
    "judged": ("4", "a"),
    "level": ("4", "o"),
    "note": ("4", "n"),
    "not applicable": ("4", "x"),
    "export": ("e",),
    "topic": ("7", "b"),
    "question": ("7", "down", "enter"),
    "minutes": ("7", "m"),
}
PLACES = {
    "1": "dossiers",
    "3": "findings",
    "4": "finding",
    "d": "document",
    "6": "risks",
    "7": "dialogue",
    "8": "settings",
}


def pressing(*keys):
    async def before(pilot):
        await settle(pilot, "overview")
        for key in keys:
            await pilot.press(key)
            if key in PLACES:
                await settle(pilot, PLACES[key])
        await pilot.pause(0.1)

    return before


@pytest.fixture
def looking(snap_compare, make_app, tmp_path, monkeypatch):
    """Return a function that compares a screen, in a folder that is the same for everyone."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("tui.taking.usual_folder", lambda: tmp_path / "Documenten")

    def look(keys, language, size, theme):
        app = make_app(whole(), language)
        app.theme = theme
        assert snap_compare(app, terminal_size=size, run_before=pressing(*keys))

    return look


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(looking, screen, look):
    looking(SCREENS[screen], *look)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("dialog", DIALOGS)
def test_dialog(looking, dialog, language):
    looking(DIALOGS[dialog], language, SMALL, "dark")
