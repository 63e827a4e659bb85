"""What was agreed: each fact is changed by itself, kept at once, and told to the engine."""

from __future__ import annotations

from contextlib import closing
from datetime import date

import pytest
from builders import briefing, key, prepared
from piloting import dialog, settle, text_of, until

from assessor.dossiers.register import Contract
from assessor.dossiers.shelving import MadeAt
from assessor.dossiers.store import Store
from assessor.errors import DossierError
from tui.deal import Deal
from tui.queue import Wanted
from tui.terms import AskDay, AskFact, AskLevel


@pytest.fixture
def deal(own_data):
    with closing(Store()) as store:
        saved = store.keep(key(), prepared())
        made = store.assessments(saved.submission)[0]
        yield Deal(store.register, saved.dossier, briefing(), made)


def test_facts_are_kept_one_by_one_and_taken_away_by_nothing(deal):
    deal.tell("supplier", "Weverij Zon")
    deal.tell("category", "Catering")
    deal.tell("signed_on", "2018")
    assert (deal.contract.supplier, deal.contract.category) == ("Weverij Zon", "catering")
    assert deal.contract.signed_on == date(2018, 12, 31)
    deal.tell("category", "")
    assert deal.contract.category is None


def test_what_changes_the_judgement_is_told(deal):
    assert deal.aged == ()
    deal.tell("category", "Catering")
    assert deal.aged == ("category",)
    deal.tell("starts_on", "1-3-2018")
    assert deal.aged == ("category", "contract_date")


def test_levels_and_deadlines_come_and_go(deal):
    deal.agree_level("2.2", 3)
    deal.agree_level("2.2", 4)
    deal.agree_day("annual_report", date(2027, 3, 1))
    assert deal.contract.thresholds == {"2.2": 4}
    assert [due.due_on for due in deal.contract.deadlines] == [date(2027, 3, 1)]
    deal.drop_level("2.2")
    deal.drop_day(0)
    assert (deal.contract.thresholds, deal.contract.deadlines) == ({}, ())


def test_what_cannot_be_is_refused_and_changes_nothing(deal):
    deal.tell("starts_on", "1-3-2026")
    with pytest.raises(DossierError):
        deal.tell("ends_on", "1-3-2025")
    assert deal.contract.ends_on is None


def test_the_forms_take_only_what_can_be(deal):
    ask = AskLevel(deal.briefing)
    assert ask.wrong("code", {"code": "9.9"})
    assert ask.wrong("level", {"level": "5"})
    assert ask.wrong("code", {"code": "2.2"}) is None
    assert AskDay().wrong("due_on", {"due_on": ""})
    assert AskDay().wrong("type", {"type": "brief"})
    assert AskDay.type_of("Jaarverslag") == AskDay.type_of("annual report") == "annual_report"
    assert AskFact(deal, "ends_on", "nl").wrong("ends_on", {"ends_on": "ooit"})
    assert AskFact(deal, "category", "nl").wrong("category", {"category": "snoep"})


def test_an_assessment_made_with_the_same_facts_is_not_aged():
    from assessor.dossiers.ageing import aged

    made = MadeAt(None, "1", "0.1.0", "ict", date(2018, 1, 1), "c1")
    assert aged(made, Contract(category="ict", starts_on=date(2018, 1, 1))) == ()
    assert aged(made, Contract(category="ict")) == ("contract_date",)


# --- on screen ----------------------------------------------------------------------------------


async def change(pilot, *keys):
    await pilot.press("enter")
    await dialog(pilot, "Form")
    await pilot.press(*keys, "enter")
    await settle(pilot, "contract")


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_contract_is_filled_in_by_keyboard_alone(walking, language):
    async with walking(language=language) as (app, pilot):
        await pilot.press("c")
        await settle(pilot, "contract")
        await change(pilot, *"Zon [/b]")
        assert "Zon [/b]" in text_of(app)
        await pilot.press("down", "down", "down")
        await change(pilot, "down")
        await until(pilot, "b beoordeelt u opnieuw" if language == "nl" else "b to assess again")
        await pilot.press(*["down"] * 5)
        await change(pilot, *"Keten" if language == "nl" else "Chain", "down", "tab", *"3")
        assert "2.2" in text_of(app)
        await pilot.press("end")
        await change(pilot, "down", "tab", *"1-3-2027")
        assert "2027" in text_of(app)
        assert app.walk.supplier == "Zon [/b]"


async def test_what_was_agreed_is_taken_away_with_x(walking):
    async with walking() as (app, pilot):
        await pilot.press("c")
        await settle(pilot, "contract")
        await pilot.press("x")
        assert "Dit haalt u weg door het leeg te maken" in text_of(app)
        await pilot.press("end")
        await change(pilot, "down", "tab", *"1-3-2027")
        await pilot.press("up", "x")
        await until(pilot, "Opgeslagen")
        assert "1 maart 2027" not in text_of(app)


async def test_what_cannot_be_kept_is_told(walking):
    async with walking() as (_, pilot):
        await pilot.press("c")
        await settle(pilot, "contract")
        await pilot.press("down", "down", "enter")
        await dialog(pilot, "Form")
        await pilot.press("end", *["backspace"] * 20, "enter")
        await dialog(pilot, "Trouble")


async def test_the_contract_opens_from_the_list_of_dossiers(walking):
    async with walking(wanted=Wanted(), place="dossiers") as (_, pilot):
        await pilot.press("c")
        await settle(pilot, "contract")
        await pilot.press("escape")
        await settle(pilot, "overview")


async def test_without_a_dossier_there_is_no_contract(own_data):
    from tui.app import AssessorApp

    app = AssessorApp(Wanted(), "nl")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, "dossiers")
        await pilot.press("c")
        await until(pilot, "Ga eerst naar een dossier")


@pytest.mark.parametrize("text", ["[@click=app.quit]x[/]", "x" * 180, "漢字" * 60, "{0} %s"])
async def test_hostile_facts_are_only_words(walking, text, own_data):
    async with walking() as (app, pilot):
        with closing(Store()) as store:
            store.register.change(1, Contract(name=text, supplier=text, number=text[:90]))
        await pilot.press("c")
        await settle(pilot, "contract")
        await pilot.press("enter", "escape", "1")
        await settle(pilot, "dossiers")
        await pilot.press("f4", "escape")
        assert app.is_running
