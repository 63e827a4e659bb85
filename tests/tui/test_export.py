"""Taking a submission along from the screen; nothing is written over unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloting import settle, text_of, until
from submissions import whole
from textual.widgets import Input

from tui import opener, taking
from tui.preferences import Preferences, load, save


@pytest.fixture(autouse=True)
def folder(tmp_path):
    place = tmp_path / "documents"
    place.mkdir()
    save(Preferences(folder=str(place)))
    return place


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_two_keys_make_the_note_for_the_talk(walking, folder, language):
    async with walking(whole(), language) as (_, pilot):
        await pilot.press("e", "enter")
        await until(pilot, "✓")
    (made,) = folder.iterdir()
    assert made.suffix == ".docx"
    assert made.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("number", range(1, 7))
async def test_every_other_form_is_made_or_says_why_not(walking, folder, number):
    async with walking(whole()) as (app, pilot):
        await pilot.press("e", *["down"] * number, "enter")
        await until(pilot, "A603" if number == 3 else "✓")
        assert app.is_running
    assert len(list(folder.iterdir())) == (number != 3)


async def test_a_file_that_stands_there_is_replaced_only_when_asked(walking, folder):
    taken = folder / "mijn.docx"
    taken.write_text("van vorige week")
    async with walking(whole()) as (app, pilot):
        await pilot.press("e")
        app.screen.query_one(Input).value = str(taken)
        await pilot.press("enter", "enter")
        assert "Daar staat al een bestand" in text_of(app)
        assert taken.read_text() == "van vorige week"
        await pilot.press("f9")
        await until(pilot, "✓ Opgeslagen")
    assert taken.read_bytes().startswith(b"PK")


async def test_a_second_note_gets_a_name_of_its_own(walking, folder):
    for _ in range(2):
        async with walking(whole()) as (_, pilot):
            await pilot.press("e", "enter")
            await until(pilot, "✓ Opgeslagen")
    assert sorted(p.name for p in folder.iterdir()) == [
        "risicoanalyse-gespreksnotitie-2.docx",
        "risicoanalyse-gespreksnotitie.docx",
    ]


async def test_a_folder_is_no_file_and_a_missing_ending_is_added(walking, folder):
    async with walking(whole()) as (app, pilot):
        await pilot.press("e")
        app.screen.query_one(Input).value = str(folder)
        await pilot.press("enter")
        assert "Noem ook een bestandsnaam" in text_of(app)
        app.screen.query_one(Input).value = str(folder / "v1.2")
        await pilot.press("enter")
        await until(pilot, "✓ Opgeslagen")
    assert (folder / "v1.2.docx").exists()


async def test_the_note_can_be_in_the_other_language(walking, folder):
    async with walking(whole()) as (app, pilot):
        await pilot.press("e", "f2")
        assert "In het Engels" in text_of(app)
        await pilot.press("enter")
        await until(pilot, "✓ Opgeslagen")
    assert (folder / "risicoanalyse-note.docx").exists()


async def test_a_folder_that_cannot_be_written_is_told(walking, tmp_path):
    (tmp_path / "file").write_text("in the way")
    async with walking(whole()) as (app, pilot):
        await pilot.press("e")
        app.screen.query_one(Input).value = str(tmp_path / "file" / "note.docx")
        await pilot.press("enter")
        await until(pilot, "A602")


async def test_the_chosen_folder_is_remembered(walking, folder, tmp_path):
    async with walking(whole()) as (app, pilot):
        await pilot.press("e")
        app.screen.query_one(Input).value = str(tmp_path / "elders" / "note.docx")
        await pilot.press("enter")
        await until(pilot, "✓ Opgeslagen")
    assert load().folder == str(tmp_path / "elders")


async def test_without_the_suppliers_own_file_there_is_no_marked_copy(walking):
    async with walking(whole()) as (_, pilot):
        await pilot.press("5")
        await settle(pilot, "document")
        await pilot.press("o")
        await until(pilot, "A603")


@pytest.mark.parametrize(("shown", "words"), [(True, "eigen venster"), (False, "geen venster")])
async def test_a_marked_copy_is_shown_or_its_place_told(walking, monkeypatch, shown, words):
    monkeypatch.setattr(taking, "marked", lambda *_: Path("kopie.pdf"))
    monkeypatch.setattr("tui.jobs.open_file", lambda _: shown)
    async with walking(whole(), size=(120, 40)) as (app, pilot):
        await pilot.press("5")
        await settle(pilot, "document")
        await pilot.press("o")
        await until(pilot, words)
        assert "kopie.pdf" in text_of(app)


async def test_the_marked_copy_is_asked_for_at_the_page_and_quote_in_hand(walking, monkeypatch):
    asked = []
    monkeypatch.setattr(taking, "marked", lambda _, *at: asked.append(at))
    async with walking(whole()) as (app, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        await pilot.press("d")
        await settle(pilot, "document")
        await pilot.press("o")
        await pilot.pause(0.1)
        quote = app.walk.current.evidence[0]
        await pilot.press("right", "o")
        await pilot.pause(0.1)
    assert asked[0] == (0, "nl", quote.page, quote.quote)
    assert asked[1] == (0, "nl", quote.page + 1, None)


def test_nothing_is_opened_where_there_are_no_windows(monkeypatch, tmp_path):
    monkeypatch.setattr(opener.sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not opener.open_file(tmp_path / "a.pdf")


def test_the_computer_is_asked_to_open_it(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(opener.sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(opener.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(opener.subprocess, "Popen", lambda command, **_: asked.append(command))
    assert opener.open_file(tmp_path / "a b.pdf")
    assert asked == [["xdg-open", str(tmp_path / "a b.pdf")]]


def test_a_program_that_is_not_there_opens_nothing(monkeypatch, tmp_path):
    def fails(*_, **__):
        raise OSError

    monkeypatch.setattr(opener, "can_open", lambda: True)
    monkeypatch.setattr(opener.subprocess, "Popen", fails)
    assert not opener.open_file(tmp_path / "a.pdf")


def test_the_usual_folder_is_one_that_is_there():
    assert taking.usual_folder().is_dir()
    assert isinstance(taking.usual_folder(), Path)
