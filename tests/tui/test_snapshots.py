"""What each screen looks like, at the smallest and a common size, in both languages."""

from __future__ import annotations

import sys

import pytest
from piloting import settle

pytestmark = pytest.mark.skipif(
    sys.version_info[:2] != (3, 11),
    reason="pictures differ a little between Python versions; they are kept for 3.11",
)

SIZES = [(80, 24), (120, 40)]
STEPS = {
    "overview": ("down",),
    "findings": ("3",),
    "finding": ("4",),
    "judged": ("4", "a"),
    "level": ("4", "o"),
    "note": ("4", "n"),
    "document": ("4", "d"),
    "dossiers": ("1",),
    "help": ("f1",),
}
PLACES = {"3": "findings", "4": "finding", "d": "document", "1": "dossiers"}


def pressing(*keys):
    async def before(pilot):
        await settle(pilot, "overview")
        for key in keys:
            await pilot.press(key)
            if key in PLACES:
                await settle(pilot, PLACES[key])
        await pilot.pause(0.1)

    return before


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("screen", STEPS)
def test_screen(snap_compare, make_app, screen, language, size):
    app = make_app(language=language)
    assert snap_compare(app, terminal_size=size, run_before=pressing(*STEPS[screen]))


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_theme(snap_compare, make_app, theme):
    app = make_app()
    app.theme = theme
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("4"))
