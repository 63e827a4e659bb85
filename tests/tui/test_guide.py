"""The guide to the walk-through names keys and buttons as they are on the Dutch screen."""

from __future__ import annotations

import re
from pathlib import Path

from tui import keyring
from tui.actions import ACTIONS

GUIDE = Path(__file__).parents[2] / "docs" / "walkthrough.md"
PAIR = re.compile(r"`([^`]+)` \(?\*([^*]+)\*|\(`([^`]+)`, \*([^*]+)\*\)|`([^`]+)`\s*\n?\*([^*]+)\*")


def pairs():
    text = " ".join(GUIDE.read_text("utf-8").split())
    return [tuple(filter(None, found)) for found in PAIR.findall(text)]


def test_every_key_that_the_guide_names_does_what_it_says():
    keyring.take({})
    known = {(keyring.shown_key(action), action.label.nl) for action in ACTIONS}
    assert len(pairs()) > 20
    assert [pair for pair in pairs() if pair not in known] == []


def test_every_picture_of_the_guide_is_there():
    pictures = re.findall(r"\((images/[a-z.]+)\)", GUIDE.read_text("utf-8"))
    assert len(pictures) == 8
    assert all((GUIDE.parent / picture).is_file() for picture in pictures)
