"""The table of actions is whole: no dead key, no double key, no label without words."""

from __future__ import annotations

from typing import get_args

import pytest

from assessor.texts import sentences
from tui import actions
from tui.actions import ACTIONS, Place
from tui.app import AssessorApp
from tui.screens.changed import Changed
from tui.screens.contract import ContractScreen
from tui.screens.dialogue import Dialogue
from tui.screens.document import DocumentScreen
from tui.screens.dossiers import Dossiers
from tui.screens.finding import FindingScreen
from tui.screens.findings import Findings
from tui.screens.opening import Opening
from tui.screens.overview import Overview
from tui.screens.risks import Risks
from tui.screens.settings import Settings

SCREENS = {
    screen.place: screen
    for screen in (
        Changed,
        ContractScreen,
        Dialogue,
        DocumentScreen,
        Dossiers,
        FindingScreen,
        Findings,
        Opening,
        Overview,
        Risks,
        Settings,
    )
}


@pytest.mark.parametrize("place", get_args(Place))
def test_every_screen_can_do_what_the_table_says(place):
    for action in actions.of_place(place):
        assert hasattr(SCREENS[place], action.method), action.id


def test_the_program_can_do_what_the_table_says_of_everywhere():
    for action in actions.everywhere():
        assert hasattr(AssessorApp, action.method), action.id


@pytest.mark.parametrize("place", get_args(Place))
def test_no_key_does_two_things_on_one_screen(place):
    keys = [k for a in (*actions.of_place(place), *actions.everywhere()) for k in a.keys]
    assert len(keys) == len(set(keys))


def test_no_action_needs_a_control_key():
    assert not [action.id for action in ACTIONS if action.keys[0].startswith("ctrl")]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_labels_are_short_and_help_is_a_sentence(language):
    for action in ACTIONS:
        assert 0 < len(action.label.told_in(language)) <= 16, action.id
        assert action.help.told_in(language).endswith((".", "?")), action.id


def test_texts_hold_no_action_that_the_table_lacks():
    known = {
        f"screen.action.{action.id}.{part}" for action in ACTIONS for part in ("label", "help")
    }
    for language in ("nl", "en"):
        said = {key for key in sentences(language) if key.startswith("screen.action.")}
        assert said == known
