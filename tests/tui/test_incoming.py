"""Files come in: whose are they, in which dossier do they go, and what does the engine hear?"""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from builders import prepared
from piloting import choose_files, dialog, settle, text_of, until
from textual.widgets import Input

from assessor.dossiers.register import Contract
from assessor.dossiers.store import Store
from assessor.errors import OriginalMissing
from assessor.model import Words
from tui.assessing import assessed
from tui.days import day_of, is_day, typed
from tui.facts import Facts, category_of
from tui.incoming import Incoming
from tui.queue import Wanted

KEPT = Contract(
    supplier="Weverij Zon", number="A-17", category="workwear", signed_on=date(2018, 5, 1)
)


@pytest.fixture
def store(own_data):
    with closing(Store()) as store:
        yield store


@pytest.fixture
def asked():
    """What was asked of the engine."""
    return []


@pytest.fixture
def assess(asked):
    def make(request):
        asked.append(request)
        return prepared()

    return make


def file(folder, name="a.pdf", content=b"%PDF"):
    path = folder / name
    path.write_bytes(content)
    return path


# --- days and names -----------------------------------------------------------------------------


def test_a_day_is_read_as_people_type_it():
    for text in ("31-3-2027", "31/03/2027", "31.3.2027", "2027-03-31", " 31 3 2027 "):
        assert day_of(text) == date(2027, 3, 31)
    assert day_of("2018", year_is_enough=True) == date(2018, 12, 31)
    assert day_of("") is None
    assert typed(date(2027, 3, 31)) == "31-3-2027"
    assert not any(map(is_day, ("2018", "31-13-2027", "morgen", "0-0-0000")))


def test_a_category_is_known_by_its_name_in_either_language_and_by_its_code():
    assert category_of("bedrijfskleding") == category_of("workwear") == "workwear"
    assert category_of("snoep") is None


# --- what is offered ----------------------------------------------------------------------------


def form(contracts=(KEPT,), authors=()):
    made = Incoming([Path("a.pdf")], contracts, date(2026, 11, 21))
    made.authors = authors
    return made


def empty(**told):
    return dict.fromkeys(("supplier", "number", "category", "signed_on", "received_on"), "") | told


def test_known_suppliers_come_before_who_made_the_file_and_nobody_comes_twice():
    offered = form(authors=("WEVERIJ ZON", "J. Jansen")).suggestions("supplier", empty(), "nl")
    assert [suggestion.text for suggestion in offered] == ["Weverij Zon", "J. Jansen"]


def test_a_number_brings_what_is_known_of_the_contract():
    values = empty(supplier="weverij zon")
    (offered,) = form().suggestions("number", values, "en")
    assert offered.text == "A-17"
    assert offered.also["category"] == "Workwear"
    assert offered.also["signed_on"] == "1-5-2018"
    assert form().suggestions("number", empty(supplier="Ververij Maan"), "en") == []


def test_only_what_can_be_is_taken():
    assert form().wrong("category", empty(category="snoep"))
    assert form().wrong("signed_on", empty(signed_on="ooit"))
    assert form().wrong("received_on", empty(received_on="2026"))
    assert not any(form().wrong(name, empty()) for name in empty())
    told = form().facts(empty(supplier="Zon", category="Catering", signed_on="2018"))
    assert told == Facts("Zon", "", "catering", date(2018, 12, 31))


# --- where it goes ------------------------------------------------------------------------------


def test_the_engine_hears_category_and_day_of_signing(store, assess, asked, tmp_path):
    facts = Facts("Weverij Zon", "A-17", "workwear", date(2018, 5, 1), date(2026, 2, 1))
    saved = assessed(store, Wanted((file(tmp_path),), facts=facts), assess)
    assert (asked[0].category, asked[0].contract_date) == ("workwear", date(2018, 5, 1))
    assert (saved.supplier, saved.contract) == ("Weverij Zon", "A-17")
    assert saved.name == "Weverij Zon · A-17"
    assert store.shelf()[0].received_on == date(2026, 2, 1)


def test_opening_the_same_files_again_keeps_contract_and_assessment(store, assess, asked, tmp_path):
    path = file(tmp_path)
    facts = Facts("Weverij Zon", "A-17", "workwear", date(2018, 5, 1))
    first = assessed(store, Wanted((path,), facts=facts), assess)
    again = assessed(store, Wanted((path,)), assess)
    assert (again.submission, again.assessment) == (first.submission, first.assessment)
    assert len(asked) == 1


def test_files_of_a_known_contract_go_to_its_dossier_with_its_facts(store, assess, asked, tmp_path):
    dossier = store.register.add(KEPT)
    facts = Facts("weverij zon", "a-17")
    saved = assessed(store, Wanted((file(tmp_path),), facts=facts), assess)
    assert saved.dossier == dossier
    assert (asked[0].category, asked[0].contract_date) == ("workwear", date(2018, 5, 1))


def test_the_same_files_for_another_supplier_are_another_submission(store, assess, asked, tmp_path):
    path = file(tmp_path)
    first = assessed(store, Wanted((path,), facts=Facts("Weverij Zon")), assess)
    other = assessed(store, Wanted((path,), facts=Facts("Ververij Maan")), assess)
    assert other.submission != first.submission
    assert store.register.get(first.dossier).supplier == "Weverij Zon"
    assert len(asked) == 1


def test_nothing_is_kept_of_what_could_not_be_assessed(store, tmp_path):
    def fails(_):
        raise OriginalMissing(Words("weg", "gone"), Words("", ""))

    with pytest.raises(OriginalMissing):
        assessed(store, Wanted((file(tmp_path),), facts=Facts("Weverij Zon")), fails)
    assert store.register.all() == ()


def test_assessing_anew_takes_our_copy_under_the_suppliers_own_name(store, assess, asked, tmp_path):
    path = file(tmp_path, "jaarverslag.pdf")
    saved = assessed(store, Wanted((path,)), assess)
    contract = store.register.get(saved.dossier)
    store.register.change(saved.dossier, Contract(name=contract.name, category="catering"))
    path.unlink()
    again = assessed(store, Wanted(anew=saved.submission), assess)
    assert again.submission == saved.submission
    assert Path(asked[1].files[0]).name == "jaarverslag.pdf"
    assert asked[1].category == "catering"


def test_assessing_anew_without_the_file_says_so(store, assess, tmp_path):
    path = file(tmp_path)
    saved = assessed(store, Wanted((path,)), assess)
    path.unlink()
    for copy in (store.database.folder / "originals").rglob("*"):
        if copy.is_file():
            copy.unlink()
    with pytest.raises(OriginalMissing):
        assessed(store, Wanted(anew=saved.submission), assess)


# --- on screen ----------------------------------------------------------------------------------


class Quick:
    """Assesses at once."""

    def __init__(self):
        self.requests = []

    def assess(self, request, hears):
        self.requests.append(request)
        return prepared()

    def stop(self):
        pass


@pytest.fixture
def quick(monkeypatch):
    worker = Quick()
    monkeypatch.setattr("tui.jobs.Worker", lambda: worker)
    return worker


@pytest.fixture
def folder(tmp_path, monkeypatch):
    place = tmp_path / "inbox"
    place.mkdir()
    file(place)
    monkeypatch.chdir(place)
    monkeypatch.setattr("assessor.reading.authorship.authors_of", lambda _: ("Weverij [/b] Zon",))
    return place


async def test_nothing_needs_to_be_told(walking, folder, quick):
    async with walking(wanted=Wanted(), place="dossiers") as (_, pilot):
        await choose_files(pilot, "enter")
        await settle(pilot, "overview")
        assert quick.requests[0].category is None


async def test_escape_assesses_nothing(walking, folder, quick):
    async with walking(wanted=Wanted(), place="dossiers") as (app, pilot):
        await pilot.press("n", "enter")
        await dialog(pilot, "Form")
        await pilot.press("escape")
        await until(pilot, "Er is niets toegevoegd")
        assert app.queue.jobs == []


async def test_all_is_told_by_keyboard_alone(walking, folder, quick):
    async with walking(wanted=Wanted(), place="dossiers") as (app, pilot):
        await pilot.press("n", "enter")
        await dialog(pilot, "Form")
        await until(pilot, "staat in het bestand")
        await pilot.press("down", "tab", *"A-17", "tab", *"kled", "down", "tab", *"2018", "enter")
        await settle(pilot, "overview")
        request = quick.requests[0]
        assert (request.category, request.contract_date) == ("workwear", date(2018, 12, 31))
        assert app.walk.supplier == "Weverij [/b] Zon"
        assert "Weverij [/b] Zon · A-17" in text_of(app)


async def test_a_wrong_day_is_told_and_the_cursor_goes_there(walking, folder, quick):
    async with walking(wanted=Wanted(), place="dossiers") as (_, pilot):
        await pilot.press("n", "enter")
        form = await dialog(pilot, "Form")
        await pilot.press("tab", "tab", "tab", *"ooit", "shift+tab", "enter")
        await until(pilot, "Dat is geen datum")
        assert form.focused.id == "field-signed_on"
        assert quick.requests == []


async def test_going_past_a_suggestion_and_back_leaves_what_was_typed(walking, folder, quick):
    async with walking(wanted=Wanted(), place="dossiers") as (_, pilot):
        await pilot.press("n", "enter")
        form = await dialog(pilot, "Form")
        await until(pilot, "staat in het bestand")
        await pilot.press(*"Wev", "down", "up")
        await pilot.pause()
        assert form.query(Input).first().value == "Wev"


async def test_who_types_faster_than_the_screen_gets_what_fits_what_they_typed(
    walking, folder, quick
):
    async with walking(wanted=Wanted(), place="dossiers") as (_, pilot):
        await pilot.press("n", "enter")
        form = await dialog(pilot, "Form")
        await pilot.press("tab", "tab")
        form.query_one("#field-category", Input).value = "afval"
        form.action_move(1)
        await pilot.pause()
        assert form.values["category"] == "Grondstoffenmanagement en afvalzorg"
        form.focus_next()
        form.focus_previous()
        form.action_move(1)
        await pilot.pause()
        assert form.values["category"] == "Grondstoffenmanagement en afvalzorg"


async def test_files_that_are_in_a_dossier_come_with_its_facts(walking, folder, quick):
    async with walking(wanted=Wanted(), place="dossiers") as (app, pilot):
        await pilot.press("n", "enter")
        await dialog(pilot, "Form")
        await pilot.press(*"Zon", "tab", *"A-17", "enter")
        await settle(pilot, "overview")
        await pilot.press("1")
        await settle(pilot, "dossiers")
        await pilot.press("n", "enter")
        form = await dialog(pilot, "Form")
        await until(pilot, "A-17")
        assert form.values["supplier"] == "Zon"
        assert len(app.desk.contracts()) == 2


@pytest.mark.parametrize(
    "text", ["[@click=app.quit]x[/]", "\x1b[2Jx\u202e", "x" * 5_000, "漢" * 90]
)
async def test_hostile_names_are_only_names(walking, folder, quick, monkeypatch, text):
    monkeypatch.setattr("assessor.reading.authorship.authors_of", lambda _: (text,))
    async with walking(wanted=Wanted(), place="dossiers") as (app, pilot):
        await pilot.press("n", "enter")
        await dialog(pilot, "Form")
        await until(pilot, "staat in het bestand")
        await pilot.press("down", "tab", *"[/b]", "tab", "tab", "shift+tab")
        await pilot.pause()
        assert "\x1b" not in text_of(app)
        assert "\u202e" not in text_of(app)
        assert app.is_running
