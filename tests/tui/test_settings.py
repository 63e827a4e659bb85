"""Settings on screen, and what the program says where it cannot work."""

from __future__ import annotations

import io

import pytest
from piloting import settle, text_of
from submissions import whole
from textual.widgets import Input

from tui import app as programs
from tui.preferences import load


async def test_language_colours_and_name_are_chosen_and_remembered(walking):
    async with walking(whole()) as (app, pilot):
        await pilot.press("8")
        await settle(pilot, "settings")
        await pilot.press("down", "enter")
        await pilot.pause(0.1)
        assert "How do you want it?" in text_of(app)
        await pilot.press("down", "down", "enter")
        await pilot.pause(0.1)
        assert app.theme == "light"
        assert "(x) light" in text_of(app)
        await pilot.press("down", "down", "enter")
        app.screen.query_one(Input).value = ""
        await pilot.press("enter")
        assert "Write something first" in text_of(app)
        app.screen.query_one(Input).value = "A. de Vries"
        await pilot.press("enter")
        await settle(pilot, "settings")
    kept = load()
    assert (kept.language, kept.theme, kept.reader) == ("en", "light", "A. de Vries")


async def test_every_key_stands_in_the_settings_and_says_what_it_does(walking):
    async with walking(whole(), size=(120, 200)) as (app, pilot):
        await pilot.press("8")
        await settle(pilot, "settings")
        text = text_of(app)
        assert "Toetsen bij het gesprek" in text
        assert "Zet deze bevinding op de agenda" in text
        await pilot.press("end", "enter")
        text = text_of(app)
        assert "Welke toets wilt u voor “Stop”?" in text
        assert "Stop met beoordelen." in text


async def test_settings_are_there_without_a_dossier(walking):
    from tui.queue import Wanted

    async with walking(wanted=Wanted(), place="dossiers") as (app, pilot):
        await pilot.press("7")
        assert "Open eerst een dossier" in text_of(app)
        await pilot.press("8")
        await settle(pilot, "settings")
        await pilot.press("escape")
        await settle(pilot, "dossiers")


@pytest.mark.parametrize("size", [(50, 20), (100, 10)])
async def test_a_terminal_that_is_too_small_says_what_it_needs(walking, size):
    async with walking(size=size) as (app, pilot):
        assert "80 tekens breed en 24 regels hoog" in " ".join(text_of(app).split())
        await pilot.resize_terminal(80, 24)
        await pilot.pause(0.1)
        assert "OESO-stappen" in text_of(app)
        assert "80 tekens breed" not in text_of(app)


def test_a_terminal_without_utf8_is_told_before_anything_is_drawn(monkeypatch, capsys):
    latin = io.TextIOWrapper(io.BytesIO(), encoding="iso8859-15")
    monkeypatch.setattr(programs.sys, "stdout", latin)
    assert programs.walk_through((), None, None, "nl") == 1
    told = capsys.readouterr().err
    assert "UTF-8" in told
    assert told.isascii()


async def test_the_finder_goes_to_a_question_and_to_a_dossier(walking):
    async with walking(whole()) as (app, pilot):
        await pilot.press("f4", *"leefbaar", "enter")
        await settle(pilot, "finding")
        assert "Lonen nog niet onderzocht" in text_of(app)
        await pilot.press("f4", *"kinderarbeid", "enter")
        await settle(pilot, "overview")
        assert "geen bevinding" in text_of(app)
        await pilot.press("f4", *"risicoanalyse", "enter")
        await pilot.pause(0.3)
        assert app.walk.submission == 1


async def test_a_colleague_who_has_it_open_is_told_of(walking):
    from assessor.dossiers.store import Store

    async with walking(whole()) as (app, pilot):
        other = Store()
        other.presences.enter(app.walk.submission, "pietersen")
        app.stay()
        await pilot.pause(0.3)
        text = text_of(app)
        assert "ook open bij pietersen" in text
        assert "Uw oordelen worden beide bewaard" in text or "pietersen heeft dit dossier" in text
        other.close()
        app.stay()
        await pilot.pause(0.3)
        assert "ook open bij" not in text_of(app)


async def test_not_applicable_needs_a_reason_and_keeps_it(walking):
    async with walking(whole()) as (app, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        await pilot.press("x", "enter")
        assert "Schrijf eerst iets" in text_of(app)
        await pilot.press(*"Geen teelt", "enter")
        await settle(pilot, "finding")
        assert "niet van toepassing" in text_of(app)
        await pilot.press("left")
        assert "– n.v.t. · notitie: Geen teelt" in text_of(app)


async def test_the_matrix_says_where_themes_meet_steps(walking):
    async with walking(whole()) as (app, pilot):
        await pilot.press("m")
        assert "Hoeveel passages over dit thema" in text_of(app)
        await pilot.press("m")
        assert "Hoogste niveau" in text_of(app)
