"""Every key can be another one; no key does two things at once, and sentences name the new one."""

from __future__ import annotations

import re

import pytest
from piloting import settle, text_of
from submissions import whole
from textual.widgets import Input

from assessor.texts import LANGUAGES, sentences
from tui import actions, keyring, preferences
from tui.preferences import Preferences
from tui.saying import say
from tui.widgets.rows import Rows


@pytest.fixture(autouse=True)
def own_keys():
    keyring.take({})
    yield
    keyring.take({})


def go_to(app, action, place):
    """Put the cursor of the settings on an action."""
    rows = app.screen.query_one(Rows)
    rows.action_end(-1)
    while rows.key != f"action:{action}:{place}":
        before = rows.key
        rows.action_move(1)
        assert rows.key != before, f"{action} is not in the list"


async def choose(app, pilot, action, place, *keys):
    go_to(app, action, place)
    await pilot.press("enter", *keys)
    await pilot.pause(0.1)


async def test_a_chosen_key_works_at_once_is_shown_and_is_remembered(walking):
    async with walking(whole()) as (app, pilot):
        await pilot.press("8")
        await settle(pilot, "settings")
        await choose(app, pilot, "agree", "finding", "j")
        assert "* j" in text_of(app)
        await pilot.press("4")
        await settle(pilot, "finding")
        assert " j Eens" in text_of(app)
        await pilot.press("a")
        assert app.walk.judged == 0
        await pilot.press("j")
        await pilot.pause(0.1)
        assert app.walk.judged == 1
    assert preferences.load().keys == {"agree": "j"}
    async with walking(whole(), place="finding") as (app, pilot):
        await pilot.press("u", "j")
        await pilot.pause(0.1)
        assert app.walk.judged == 1
        assert keyring.keys_of(actions.known("agree")) == ("j",)


async def test_a_key_of_every_screen_can_be_another_one(walking):
    async with walking(whole()) as (app, pilot):
        await pilot.press("8")
        await settle(pilot, "settings")
        await choose(app, pilot, "show_dialogue", "everywhere", "g")
        assert "g is al de toets voor “Bespreek”" in text_of(app)
        await pilot.press("i")
        await pilot.pause(0.1)
        await pilot.press("2")
        await settle(pilot, "overview")
        await pilot.press("i")
        await settle(pilot, "dialogue")
        assert " i Gesprek" in text_of(app)


async def test_keys_that_move_and_type_are_refused_and_escape_changes_nothing(walking):
    async with walking(whole()) as (app, pilot):
        await pilot.press("8")
        await settle(pilot, "settings")
        await choose(app, pilot, "agree", "finding", "down")
        assert "↓ doet overal hetzelfde" in text_of(app)
        await pilot.press("escape")
        await settle(pilot, "settings")
        assert keyring.chosen() == {}


async def test_one_key_and_all_keys_can_be_put_back(walking):
    async with walking(whole()) as (app, pilot):
        await pilot.press("8")
        await settle(pilot, "settings")
        await choose(app, pilot, "agree", "finding", "j")
        await choose(app, pilot, "back", "settings", "z")
        await choose(app, pilot, "agree", "finding", "backspace")
        assert keyring.chosen() == {"back": "z"}
        await choose(app, pilot, "back", "settings", "backspace")
        assert keyring.chosen() == {}
        await choose(app, pilot, "agree", "finding", "j")
        rows = app.screen.query_one(Rows)
        while rows.key != "keys:own":
            rows.action_move(-1)
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert "* j" not in text_of(app)
    assert preferences.load().keys == {}


async def test_a_letter_is_still_a_letter_where_one_types(walking):
    preferences.save(Preferences(keys={"filter": "y", "quit": "z"}))
    async with walking(whole()) as (app, pilot):
        await pilot.press("3")
        await settle(pilot, "findings")
        await pilot.press("y", *"zyay")
        assert app.screen.query_one(Input).value == "zyay"


def test_two_actions_can_change_keys_with_each_other():
    keyring.take({"agree": "o", "disagree": "a"})
    assert keyring.keymap() == {"finding.agree": "o", "finding.disagree": "a"}


@pytest.mark.parametrize(
    "kept",
    [
        {"agree": "o"},
        {"agree": "q"},
        {"agree": "up"},
        {"agree": "z", "doubt": "z"},
        {"gone": "z"},
        {"undo": "x"},
        {"agree": "w", "disagree": "a", "doubt": "w"},
    ],
)
def test_a_file_with_keys_that_cannot_be_leaves_each_key_with_one_meaning(kept):
    keyring.take(kept)
    for place in actions.QUESTIONS:
        shown = (*actions.of_place(place), *actions.everywhere())
        keys = [key for action in shown for key in keyring.keys_of(action)]
        assert len(keys) == len(set(keys)), place


def test_another_key_leaves_the_second_key_of_an_action():
    keyring.take({"leave_out": "w"})
    assert keyring.keys_of(actions.known("leave_out")) == ("w", "delete")
    assert keyring.keymap() == {"dialogue.leave_out": "w,delete"}


def test_sentences_name_the_key_that_does_it():
    assert "Press q to" in say("screen.head.how_to_quit").en
    keyring.take({"quit": "f10", "undo": "left_square_bracket"})
    assert "Press F10 to" in say("screen.head.how_to_quit").en
    assert say("screen.dialogue.saved").nl.endswith("[ = ongedaan maken")


@pytest.mark.parametrize(
    ("key", "shown"),
    [("f4", "F4"), ("slash", "/"), ("ctrl+p", "Ctrl+P"), ("shift+up", "Shift+↑"), ("é", "é"),
     ("question_mark", "?"), ("plus", "+"), ("full_stop", "."), ("A", "A"), ("delete", "Del"),
     ("pageup", "pageup")],
)  # fmt: skip
def test_a_key_is_shown_as_it_stands_on_a_keyboard(key, shown):
    assert keyring.shown(key) == shown


def test_no_sentence_names_a_key_that_could_be_another_one():
    fixed = {"screen.note.unsaved", "screen.line.empty", "screen.export.exists",
             "screen.findings.filter"}  # fmt: skip
    named = re.compile(
        r"\b(Esc|Enter|F\d)\b|\([a-z\d]\)|(?:[Pp]ress|[Dd]ruk op|[Mm]et|Kies) [a-z\d]\b"
    )
    for language in LANGUAGES:
        for key, text in sentences(language).items():
            of_dialog = key.endswith("keys") and key != "screen.settings.keys"
            if key.startswith("screen.") and key not in fixed and not of_dialog:
                assert not named.search(text), (key, text)
