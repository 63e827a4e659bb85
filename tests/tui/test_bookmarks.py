"""Where a reader was on the screen is found again, and never in the way when it cannot be."""

from __future__ import annotations

import pytest
from builders import FROZEN
from piloting import Memory, settle, text_of
from submissions import whole

from assessor.dossiers.store import Saved
from tui import bookmarks
from tui.state import Walk


def walk(number=1):
    return Walk(Saved(number, "x", whole(), ()), Memory(), "j", None, lambda: FROZEN)


def test_a_place_and_a_view_come_back():
    there = walk()
    there.view.text, there.view.kind, there.view.order = "keten", "weak", "level"
    bookmarks.put(there, "findings", 2)
    mark = bookmarks.of(walk())
    assert (mark.place, mark.leaf) == ("findings", 2)
    assert bookmarks.view_of(mark) == there.view


def test_each_submission_has_its_own():
    bookmarks.put(walk(1), "risks", 0)
    assert bookmarks.of(walk(2)) is None


def test_what_is_no_more_is_left_out(own_data):
    own_data.mkdir(parents=True)
    (own_data / bookmarks.FILE).write_text(
        '{"1":{"place":"nowhere","group":"gone","kind":"vanished_risk","order":"colour"}}'
    )
    mark = bookmarks.of(walk())
    assert (mark.place, mark.group, mark.kind, mark.order) == ("overview", None, None, "priority")


@pytest.mark.parametrize("damaged", [b"", b"\xff\x00", b"[]"])
def test_a_damaged_file_is_no_bookmark(own_data, damaged):
    own_data.mkdir(parents=True)
    (own_data / bookmarks.FILE).write_bytes(damaged)
    assert bookmarks.of(walk()) is None


def test_the_oldest_are_forgotten(monkeypatch):
    monkeypatch.setattr(bookmarks, "_MOST", 2)
    for number in (1, 2, 3):
        bookmarks.put(walk(number), "risks", 0)
    assert bookmarks.of(walk(1)) is None
    assert bookmarks.of(walk(3)) is not None


async def test_the_program_opens_again_on_the_same_screen_with_the_same_view(walking):
    async with walking(whole()) as (_, pilot):
        await pilot.press("3")
        await settle(pilot, "findings")
        await pilot.press("k", "s", "7")
        await settle(pilot, "dialogue")
    async with walking(whole(), place="dialogue") as (app, pilot):
        await pilot.press("3")
        await settle(pilot, "findings")
        assert "op onderwerp · alleen: kan sterker" in text_of(app)


async def test_the_document_opens_again_at_the_same_page(walking):
    async with walking(whole()) as (_, pilot):
        await pilot.press("5")
        await settle(pilot, "document")
        await pilot.press("right", "right", "2")
        await settle(pilot, "overview")
        await pilot.press("5")
        await settle(pilot, "document")
    async with walking(whole(), place="document") as (app, pilot):
        await settle(pilot, "document")
        assert "bladzijde 3 van 3" in text_of(app)
