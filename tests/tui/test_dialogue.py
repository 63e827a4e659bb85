"""Preparing the talk on screen, key by key."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from piloting import dialog, settle, text_of, until
from submissions import whole
from textual.widgets import Input, TextArea

from assessor.errors import DossierLocked
from assessor.export.forms import FORMS
from assessor.model import Words
from tui.taking import report
from tui.widgets.rows import Rows


def form_named(name):
    return next(form for form in FORMS if form.name == name)


async def talking(pilot):
    await pilot.press("7")
    await settle(pilot, "dialogue")


async def write(pilot, *keys):
    await pilot.press(*keys)
    await pilot.pause()


async def test_the_talk_shows_strengths_topics_and_minutes(walking):
    async with walking(whole(), size=(80, 40)) as (app, pilot):
        await talking(pilot)
        text = text_of(app)
        assert "75 minuten · 3 onderwerpen, elk 10 minuten" in text
        assert "+ Onderwerp 3.2" in text
        assert "1 2.2 Keten in beeld tot voorbij de eerste schakel · kan sterker" in text
        assert "vervolgvraag   Wat zag de laatste controle niet?" in text
        assert "De leverancier vertelt" in text


async def test_a_topic_goes_later_and_back(walking):
    async with walking(whole()) as (app, pilot):
        await talking(pilot)
        await write(pilot, "l")
        assert "1 6.2 Klachtenregeling" in text_of(app)
        await write(pilot, "u")
        assert "1 2.2 Keten in beeld" in text_of(app)
        await write(pilot, "h")
        assert "Verder kan dit onderwerp niet" in text_of(app)


async def test_a_question_is_reworded_in_ones_own_words(walking):
    async with walking(whole()) as (app, pilot):
        await talking(pilot)
        await write(pilot, "down", "enter")
        assert app.screen.query_one(TextArea).text == "Tot welke schakel kent u de herkomst?"
        app.screen.query_one(TextArea).text = "Wie weeft er [/b]?"
        await write(pilot, "enter")
        await settle(pilot, "dialogue")
        assert "begin met      Wie weeft er [/b]?" in text_of(app)


async def test_a_question_a_topic_and_a_strength_are_left_out_and_brought_back(walking):
    async with walking(whole()) as (app, pilot):
        await talking(pilot)
        await write(pilot, "down", "x")
        assert "begin met      Tot welke" not in text_of(app).partition("6.2")[0]
        await write(pilot, "up", "x")
        assert "2 onderwerpen" in text_of(app)
        await write(pilot, "home", "x")
        assert "nog niets sterks gekozen" in text_of(app)
        await write(pilot, "u", "u", "u")
        assert "3 onderwerpen" in text_of(app)
        assert "nog niets sterks" not in text_of(app)
        await write(pilot, "r")
        assert "nog niets sterks" not in text_of(app)
        assert "Weer gedaan" in text_of(app)


async def test_ones_own_question_and_topic_are_added(walking):
    async with walking(whole(), size=(80, 40)) as (app, pilot):
        await talking(pilot)
        await write(pilot, "v", *"Mag ik mee?", "enter")
        await settle(pilot, "dialogue")
        assert "eigen vraag    Mag ik mee?" in text_of(app)
        await write(pilot, "b", "enter", *"Prijs", "enter")
        await settle(pilot, "dialogue")
        assert "4 Prijs · eigen onderwerp" in text_of(app)


async def test_the_program_warns_beyond_five_topics(walking):
    async with walking(whole()) as (app, pilot):
        await talking(pilot)
        for _ in range(3):
            await write(pilot, "b", "enter", *"Punt", "enter")
            await settle(pilot, "dialogue")
        assert "U heeft 6 onderwerpen gekozen" in text_of(app)


async def test_minutes_are_asked_for_and_odd_ones_refused(walking):
    async with walking(whole()) as (app, pilot):
        await talking(pilot)
        await write(pilot, "m")
        app.screen.query_one(Input).value = "7"
        await write(pilot, "enter")
        assert "van 30 tot 240 minuten" in text_of(app)
        app.screen.query_one(Input).value = "60"
        await write(pilot, "enter")
        await settle(pilot, "dialogue")
        assert "60 minuten · 3 onderwerpen" in text_of(app)
        await write(pilot, "end", "enter")
        app.screen.query_one(Input).value = "0"
        await write(pilot, "enter")
        await settle(pilot, "dialogue")
        assert "55 minuten" in text_of(app)


async def test_a_finding_is_put_on_the_agenda_while_judging(walking):
    async with walking(whole()) as (app, pilot):
        await talking(pilot)
        await write(pilot, "x", "4")
        await settle(pilot, "finding")
        await write(pilot, "g")
        assert "Het gesprek heeft nu 3 onderwerpen" in text_of(app)
        await write(pilot, "g")
        assert "staat al op de agenda" in text_of(app)


async def test_a_note_on_a_topic_is_kept(walking):
    async with walking(whole()) as (app, pilot):
        await talking(pilot)
        await write(pilot, "n", *"bel eerst", "enter")
        await settle(pilot, "dialogue")
        assert "notitie: bel eerst" in text_of(app)
    async with walking(whole(), place="dialogue") as (app, pilot):
        assert "notitie: bel eerst" in text_of(app)


async def test_what_cannot_be_saved_is_told_and_the_agenda_stays(walking, monkeypatch):
    def busy(*_):
        raise DossierLocked(Words("Bezet.", "Busy."), Words("Wacht.", "Wait."))

    async with walking(whole()) as (app, pilot):
        await talking(pilot)
        monkeypatch.setattr(app.desk.store, "record_change", busy)
        await write(pilot, "x")
        assert "Bezet." in text_of(app)
        await write(pilot, "enter")
        await settle(pilot, "dialogue")
        assert "3 onderwerpen" in text_of(app)


async def test_from_a_topic_to_its_quote_and_back(walking):
    async with walking(whole()) as (app, pilot):
        await talking(pilot)
        await pilot.press("d")
        await settle(pilot, "document")
        await pilot.pause()
        assert "▶ Wij kennen onze eerste schakel" in text_of(app)
        await pilot.press("escape")
        await settle(pilot, "dialogue")


async def agree(pilot, *what):
    await pilot.press("a")
    await dialog(pilot, "Form")
    await pilot.press(*what, "enter")
    await settle(pilot, "dialogue")


async def test_an_agreement_is_written_down_changed_and_withdrawn(walking):
    async with walking(whole(), size=(80, 40)) as (app, pilot):
        await talking(pilot)
        await agree(pilot, *"Lijst sturen [/b]", "tab", "down", "tab", *"1-3-2027")
        assert "afspraak       Lijst sturen [/b] · jansen · uiterlijk 1 mrt 2027" in text_of(app)
        rows = app.screen.query_one(Rows)
        while not (rows.key or "").startswith("agreement"):
            await pilot.press("down")
        await pilot.press("enter")
        form = await dialog(pilot, "Form")
        assert form.values == {"what": "Lijst sturen [/b]", "who": "jansen", "by": "1-3-2027"}
        await pilot.press("tab", "tab", "down", "enter")
        await settle(pilot, "dialogue")
        assert "1 mrt 2027" not in text_of(app)
        await write(pilot, "u")
        assert "1 mrt 2027" in text_of(app)
        await pilot.press("up")
        while not (rows.key or "").startswith("agreement"):
            await pilot.press("down")
        await write(pilot, "x")
        assert "afspraak   " not in text_of(app)


async def test_an_agreement_needs_words_and_a_topic(walking):
    async with walking(whole()) as (app, pilot):
        await talking(pilot)
        await pilot.press("a")
        await dialog(pilot, "Form")
        await pilot.press("enter")
        await until(pilot, "Schrijf eerst iets")
        await pilot.press("escape", "end", "a")
        await settle(pilot, "dialogue")
        assert "Ga eerst naar een onderwerp" in text_of(app)


async def test_an_agreement_is_in_the_file_that_one_takes_along(walking, tmp_path):
    async with walking(whole()) as (app, pilot):
        await talking(pilot)
        await agree(pilot, *"Lijst sturen", "tab", *"J. Bakker", "tab", *"1-3-2027")
        about = report(app.walk, ())
    for name in ("note", "xlsx"):
        (made,) = form_named(name).write(about, "nl", None).values()
        with ZipFile(BytesIO(made)) as zipped:
            text = "".join(
                zipped.read(part).decode("utf-8", "replace") for part in zipped.namelist()
            )
        assert all(words in text for words in ("Lijst sturen", "J. Bakker", "1 maart 2027")), name
    for name in ("markdown", "json", "html"):
        (made,) = form_named(name).write(about, "nl", None).values()
        text = made.decode()
        assert all(words in text for words in ("Lijst sturen", "Bakker", "1 maart 2027")), name
