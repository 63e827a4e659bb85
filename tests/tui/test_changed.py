"""Assessed again: every judgement stays, and one sees where the program changed its view."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import msgspec
import pytest
from builders import evidence, finding, judgement, key, prepared, review
from piloting import settle, text_of, until

from assessor.dossiers.changes import Change
from assessor.dossiers.store import Store
from assessor.model import Words
from tui.queue import Wanted

BEFORE = [
    finding("gap-6.2", "gap", "6.2"),
    finding("weak-2.2", "weak", "2.2"),
    finding("weak-1.1", "weak", "1.1"),
]
AFTER = [
    finding("weak-6.2", "weak", "6.2", evidence=(evidence("Nu [/b] wel."),)),
    finding("weak-2.2", "weak", "2.2"),
    finding("gap-4.1", "gap", "4.1", evidence=()),
]


def made(findings, version, **more):
    whole = prepared(findings)
    judged = replace(whole.assessment, checklist_version=version, **more)
    return msgspec.structs.replace(whole, assessment=judged)


@pytest.fixture
def reassessed(own_data):
    """Return how to put two assessments in the store, judged and talked about in between."""
    first = made(BEFORE, "2026.1")
    with closing(Store()) as store:
        saved = store.keep(key(), first)
        store.record(saved.submission, review("agree", "gap-6.2"))
        store.record(saved.submission, review("doubt", "weak-1.1"))
        said = b'{"type":"Agree","topic":"gap-6.2","what":"Loket openen","who":"Zon","by":""}'
        store.record_change(saved.submission, Change(review().at, "jansen", edit=said.decode()))
        levels = (judgement("1.1", 4), *first.assessment.measures[1:])
        store.keep(key(checklist="c2"), made(AFTER, "2027.1", measures=levels))
    return first


@pytest.fixture
def today(monkeypatch):
    from assessor.dossiers import ageing

    monkeypatch.setattr(ageing, "checklist_hash", lambda: "c2")


@pytest.fixture
def walking_again(reassessed, today, monkeypatch):
    """Return an app on the store with both assessments."""
    from contextlib import asynccontextmanager

    from tui.app import AssessorApp

    @asynccontextmanager
    async def walk(language="nl", size=(80, 24)):
        app = AssessorApp(Wanted(dossier="risico"), language)
        async with app.run_test(size=size) as pilot:
            await settle(pilot, "overview")
            yield app, pilot

    return walk


async def test_the_reader_hears_what_they_should_look_at_again(walking_again):
    async with walking_again() as (_, pilot):
        await until(pilot, "2 bevindingen die u al beoordeelde, ziet het programma nu anders (w)")


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_changes_stand_with_what_people_judged_before_them(walking_again, language):
    async with walking_again(language) as (app, pilot):
        await pilot.press("w")
        await settle(pilot, "changed")
        text = text_of(app)
        assert "2026.1 → 2027.1" in text
        assert ("anders beoordeeld" if language == "nl" else "judged otherwise") in text
        lines = [line for line in text.splitlines() if line.startswith(" ! ")]
        assert len(lines) == 2
        assert "Nu [/b] wel." in text


async def test_a_level_that_changed_is_told_in_words(walking_again):
    async with walking_again(size=(120, 40)) as (app, pilot):
        await pilot.press("w")
        await settle(pilot, "changed")
        await pilot.press("end")
        lines = [line for line in text_of(app).splitlines() if "→" in line and "1.1" in line]
        assert lines
        assert all("3 onderbouwd" in line for line in lines)
        await pilot.press("enter")
        assert "geen bevinding" in text_of(app)


async def test_enter_opens_the_finding_with_the_judgement_that_was_kept(walking_again):
    async with walking_again() as (app, pilot):
        await pilot.press("w")
        await settle(pilot, "changed")
        await pilot.press("enter")
        await settle(pilot, "finding")
        assert app.walk.current.id == "weak-6.2"
        assert app.walk.standing(app.walk.current).opinion == "agree"
        await pilot.press("u")
        await pilot.pause()
        assert "Ongedaan" in text_of(app)


async def test_what_was_agreed_stays_with_the_finding_that_is_now_another_kind(walking_again):
    async with walking_again(size=(80, 60)) as (app, pilot):
        await pilot.press("7")
        await settle(pilot, "dialogue")
        assert "Loket openen · Zon" in text_of(app)


async def test_what_is_gone_cannot_be_opened(walking_again):
    async with walking_again() as (app, pilot):
        await pilot.press("w")
        await settle(pilot, "changed")
        rows = app.screen.query_one("#register")
        while "niet meer gevonden" not in _line(app, rows):
            await pilot.press("down")
        await pilot.press("enter")
        assert "Hierover staat nu geen bevinding" in text_of(app)


def _line(app, rows):
    strip = app.screen._compositor.render_strips()[
        rows.region.y + rows.cursor - rows.scroll_offset.y
    ]
    return "".join(segment.text for segment in strip)


async def test_the_finder_knows_the_way(walking_again):
    async with walking_again() as (_, pilot):
        await pilot.press("f4", *"anders ziet", "enter")
        await settle(pilot, "changed")
        await pilot.press("escape")
        await settle(pilot, "overview")


async def test_files_that_were_assessed_once_have_nothing_to_compare(walking):
    async with walking() as (app, pilot):
        await pilot.press("w")
        await settle(pilot, "changed")
        assert "één keer beoordeeld" in text_of(app)
        await pilot.press("enter", "b")
        await until(pilot, "Er is niets veranderd")


async def test_assessing_again_with_a_newer_checklist_ends_with_what_is_otherwise(
    walking, tmp_path, monkeypatch
):
    from assessor.dossiers import ageing, fingerprint

    class Quick:
        def assess(self, request, hears):
            return made(AFTER, "2027.1")

        def stop(self):
            pass

    monkeypatch.setattr("tui.jobs.Worker", Quick)
    file = tmp_path / "plan.pdf"
    file.write_bytes(b"%PDF plan")
    with closing(Store()) as store:
        mark = fingerprint.key_for([file], None)
        saved = store.keep(replace(mark, checklist="c1", program="0.1.0"), made(BEFORE, "2026.1"))
        store.record(saved.submission, review("agree", "gap-6.2"))
    monkeypatch.setattr(ageing, "checklist_hash", lambda: "c2")
    async with walking(wanted=Wanted(dossier="plan")) as (app, pilot):
        await until(pilot, "De checklist is nieuwer dan deze beoordeling")
        await pilot.press("b")
        await settle(pilot, "changed")
        assert "anders beoordeeld" in text_of(app)
        assert app.walk.judged == 1


@pytest.mark.parametrize(
    "text", ["[@click=app.quit]x[/]", "\x1b[2Jx\u202e", "x" * 5_000, "漢" * 90]
)
async def test_hostile_findings_are_only_words(own_data, today, text):
    from tui.app import AssessorApp

    words = Words(text, text)
    odd = finding(title=words, explanation=words, evidence=(evidence(text),))
    with closing(Store()) as store:
        store.keep(key(), made(BEFORE, "2026.1"))
        store.keep(key(checklist="c2"), made([odd], text))
    app = AssessorApp(Wanted(dossier="risico"), "nl")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, "overview")
        await pilot.press("w")
        await settle(pilot, "changed")
        await pilot.press("end", "home")
        assert "\x1b" not in text_of(app)
        assert "\u202e" not in text_of(app)
        assert app.is_running
