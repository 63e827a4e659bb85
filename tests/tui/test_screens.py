"""Walking through a submission as a reader does, key by key."""

from __future__ import annotations

import msgspec
import pytest
from builders import FINDINGS, finding, key, prepared
from piloting import settle, text_of
from textual.widgets import Input, OptionList, TextArea

from assessor.dossiers.store import Store
from assessor.errors import DossierLocked
from assessor.model import Words
from tui.queue import Wanted
from tui.widgets.evidence_card import EvidenceCard


def saved_reviews():
    store = Store()
    saved = store.find(key())
    store.close()
    return saved.reviews


async def test_the_overview_says_where_they_stand_in_word_symbol_and_number(walking):
    async with walking() as (app, _):
        text = text_of(app)
        assert "■■■□ 3 onderbouwd" in text
        assert "□□□□ 0 niet aangetroffen" in text
        assert "hoort in ander stuk" in text
        assert "0 van 4 beoordeeld" in text
        assert "%" not in text


async def test_another_checklist_goes_by_its_own_words_and_has_no_themes(walking):
    saved = prepared()
    own = Words("De onderdelen van de gunning", "The parts of the award")
    briefing = msgspec.structs.replace(saved.briefing, steps_name=own, themes=())
    async with walking(msgspec.structs.replace(saved, briefing=briefing)) as (app, pilot):
        text = text_of(app)
        assert "De onderdelen van de gunning" in text
        assert "OESO" not in text
        assert "Thema's" not in text
        await pilot.press("m")
        assert "kent geen thema's" in text_of(app)


async def test_enter_on_a_step_shows_its_findings_and_escape_shows_all(walking):
    async with walking() as (app, pilot):
        await pilot.press("down", "enter")
        await settle(pilot, "findings")
        assert "1 bevinding · 1 open" in text_of(app)
        await pilot.press("escape")
        assert "4 bevindingen · 4 open" in text_of(app)
        await pilot.press("escape")
        await settle(pilot, "overview")


async def test_a_step_without_findings_says_so(walking):
    async with walking() as (app, pilot):
        await pilot.press("enter")
        await settle(pilot, "findings")
        assert "Hier valt nu niets onder" in text_of(app)


async def test_agreeing_saves_and_goes_on_by_itself(walking):
    async with walking() as (app, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        await pilot.press("a")
        text = text_of(app)
        assert "✓ Opgeslagen: eens." in text
        assert "1 van 4 beoordeeld" in text
        assert "Geen klachtenregeling aangetroffen" in text
        (event,) = saved_reviews()
        assert (event.kind, event.finding, event.who) == ("agree", "f1", "jansen")


async def test_disagreeing_asks_for_another_level(walking):
    async with walking() as (app, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        await pilot.press("o")
        assert app.screen.query_one(OptionList).highlighted == 2
        await pilot.press("3")
        await settle(pilot, "finding")
        assert "oneens, volgens u onderbouwd" in text_of(app)
        assert [(e.kind, e.level) for e in saved_reviews()] == [("disagree", 3)]


async def test_escape_from_choosing_a_level_saves_nothing(walking):
    async with walking() as (_, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        await pilot.press("o", "escape")
        await settle(pilot, "finding")
        assert saved_reviews() == ()


async def test_disagreeing_where_there_is_no_level_saves_at_once(walking):
    findings = (finding("f9", "orphan_risk", "r1"),)
    async with walking(prepared(findings)) as (_, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        await pilot.press("o")
        await pilot.pause()
        assert [(e.kind, e.level) for e in saved_reviews()] == [("disagree", None)]


async def test_a_note_is_saved_and_does_not_go_on(walking):
    async with walking() as (app, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        await pilot.press("n", *"bel [/b]", "enter")
        await settle(pilot, "finding")
        assert "notitie: bel [/b]" in text_of(app)
        assert [(e.kind, e.why) for e in saved_reviews()] == [("note", "bel [/b]")]


async def test_leaving_a_note_warns_before_words_are_lost(walking):
    async with walking() as (app, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        await pilot.press("n", "x", "escape")
        assert "nog niet opgeslagen" in text_of(app)
        assert app.screen.query_one(TextArea).text == "x"
        await pilot.press("escape")
        await settle(pilot, "finding")
        assert saved_reviews() == ()


async def test_undo_and_redo_work_from_every_screen(walking):
    async with walking() as (app, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        await pilot.press("t", "u")
        await pilot.pause()
        assert "Ongedaan gemaakt: twijfel" in text_of(app)
        assert "De keten is alleen tot" in text_of(app)
        await pilot.press("3")
        await settle(pilot, "findings")
        await pilot.press("r")
        assert "1 van 4 beoordeeld" in text_of(app)
        await pilot.press("u", "u")
        assert "niets om ongedaan te maken" in text_of(app)
        assert [e.kind for e in saved_reviews()] == ["doubt", "undo", "redo", "undo"]


async def test_the_last_judgement_says_that_all_is_done(walking):
    async with walking(prepared(FINDINGS[:1])) as (app, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        await pilot.press("a")
        assert "Alle bevindingen zijn beoordeeld" in text_of(app)


async def test_arrows_go_through_the_list_and_stop_at_its_ends(walking):
    async with walking() as (app, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        await pilot.press("left")
        assert "de eerste bevinding" in text_of(app)
        await pilot.press("right", "right", "right", "right")
        assert "de laatste bevinding" in text_of(app)
        assert "Bezoek met resultaat" in text_of(app)


async def test_typing_filters_at_once(walking):
    async with walking() as (app, pilot):
        await pilot.press("3")
        await settle(pilot, "findings")
        await pilot.press("slash", *"loon")
        assert "1 bevinding ·" in text_of(app)
        await pilot.press("enter", "enter")
        await settle(pilot, "finding")
        assert "Lonen nog niet onderzocht" in text_of(app)
        await pilot.press("escape")
        await settle(pilot, "findings")
        assert app.screen.query_one(Input).value == "loon"
        await pilot.press("escape")
        assert "4 bevindingen" in text_of(app)


async def test_judged_findings_can_be_hidden_and_the_order_changed(walking):
    async with walking() as (app, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        await pilot.press("a", "3")
        await settle(pilot, "findings")
        await pilot.press("v", "s")
        assert "3 bevindingen · 3 open · op onderwerp · alleen open" in text_of(app)


async def test_the_document_opens_at_the_quote_and_steps_through_quotes(walking):
    async with walking() as (app, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        await pilot.press("d")
        await settle(pilot, "document")
        await pilot.pause()
        assert "bladzijde 2 van 3 · citaat 1 van 2" in text_of(app)
        assert "▶ Wij kennen onze eerste schakel goed." in text_of(app)
        await pilot.press("n")
        assert "▶ De lonen in de spinnerij" in text_of(app)
        await pilot.press("n")
        assert "geen citaten meer" in text_of(app)
        await pilot.press("p", "p")
        assert "citaat 1 van 2" in text_of(app)
        await pilot.press("left")
        assert "bladzijde 1 van 3 · geen citaten" in text_of(app)
        await pilot.press("left")
        assert "de eerste bladzijde" in text_of(app)
        await pilot.press("escape")
        await settle(pilot, "finding")


async def test_tab_chooses_the_quote_that_is_copied_with_its_source(walking):
    async with walking() as (app, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        await pilot.press("tab", "c")
        assert isinstance(app.screen.focused, EvidenceCard)
        assert app.clipboard.endswith("(risicoanalyse.pdf, bladzijde 2, onder “3 De keten”)")
        assert "Gekopieerd met bron" in text_of(app)


async def test_the_whole_program_changes_language_at_run_time_and_remembers(walking):
    async with walking() as (app, pilot):
        await pilot.press("f2")
        await pilot.pause(0.1)
        text = text_of(app)
        assert "Highest level" in text
        assert "0 of 4 judged" in text
        assert "Overzicht" not in text
        assert app.preferences.language == "en"


async def test_colours_change_and_are_remembered(walking):
    async with walking() as (app, pilot):
        await pilot.press("f3")
        assert (app.theme, app.preferences.theme) == ("light", "light")
        await pilot.press("f3", "f3")
        assert app.theme == "dark"


async def test_help_filters_as_you_type_and_does_what_is_chosen(walking):
    async with walking() as (app, pilot):
        await pilot.press("f1")
        assert "Per stap en thema" in text_of(app)
        await pilot.press(*"hoog contrast")
        await pilot.press("enter")
        await pilot.pause()
        assert app.theme == "light"


async def test_the_finder_goes_to_a_theme(walking):
    async with walking() as (app, pilot):
        await pilot.press("f4", *"arbeid", "enter")
        await settle(pilot, "findings")
        assert "alleen: Arbeid" in text_of(app)


async def test_the_mouse_reaches_tabs_rows_and_buttons(walking):
    async with walking() as (app, pilot):
        await pilot.click("#tabs", offset=(32, 0))
        await settle(pilot, "findings")
        await pilot.click("Rows", offset=(5, 1))
        await pilot.click("Rows", offset=(5, 1))
        await settle(pilot, "finding")
        await pilot.click("#judging", offset=(3, 0))
        await pilot.pause()
        assert "✓ Opgeslagen: eens." in text_of(app)
        assert saved_reviews()[0].finding == "f2"


async def test_the_program_comes_back_at_the_finding_where_the_reader_was(walking):
    async with walking() as (_, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        await pilot.press("right", "right")
    async with walking(place="finding") as (app, _):
        assert "Lonen nog niet onderzocht" in text_of(app)


async def test_without_a_name_all_dossiers_are_shown(walking):
    async with walking(wanted=Wanted(), place="dossiers") as (app, pilot):
        assert "21 nov 2026" in text_of(app)
        assert "0 van 4 beoordeeld" in text_of(app)
        await pilot.press("enter")
        await settle(pilot, "overview")


async def test_an_unknown_name_is_told_and_the_list_shown(walking):
    async with walking(wanted=Wanted(dossier="nergens"), place=None) as (app, pilot):
        await pilot.pause(0.5)
        assert "geen dossier of bestand met de naam nergens" in text_of(app)
        assert "[A500]" not in text_of(app)
        assert "A500" in text_of(app)
        await pilot.press("enter")
        await settle(pilot, "dossiers")


async def test_what_cannot_be_saved_is_told_and_not_counted(walking, monkeypatch):
    def busy(*_):
        raise DossierLocked(Words("Bezet.", "Busy."), Words("Wacht.", "Wait."))

    async with walking() as (app, pilot):
        await pilot.press("4")
        await settle(pilot, "finding")
        monkeypatch.setattr(app.desk.store, "record", busy)
        await pilot.press("a")
        await pilot.pause()
        assert "Bezet." in text_of(app)
        await pilot.press("enter")
        await settle(pilot, "finding")
        assert "0 van 4 beoordeeld" in text_of(app)
        assert "Opgeslagen" not in text_of(app)


async def test_control_c_says_how_to_quit_in_the_readers_language(walking):
    async with walking() as (app, pilot):
        await pilot.press("ctrl+c")
        assert "Stoppen doet u met q" in text_of(app)


async def test_no_english_of_textual_shows_in_dutch(walking):
    async with walking() as (app, _):
        assert list(app.get_system_commands(app.screen)) == []
        assert not app.ENABLE_COMMAND_PALETTE


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_label_of_the_bottom_line_is_cut(walking, size):
    async with walking(size=size) as (app, pilot):
        for number, place in (("2", "overview"), ("3", "findings"), ("4", "finding")):
            await pilot.press(number)
            await settle(pilot, place)
            keys = [k for k in app.screen.query("#hints Key") if k.display]
            assert all(k.region.right <= size[0] for k in keys)
            assert keys[-1].action.id in {"help", "quit"}


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_way_from_the_overview_to_the_note_is_told_at_the_smallest_size(
    walking, language
):
    async with walking(language=language) as (app, pilot):
        for number, place, wanted in (
            ("2", "overview", {"export", "choose", "help"}),
            ("4", "finding", {"next_open", "open_document", "help"}),
            ("7", "dialogue", {"edit", "add_topic", "agreement", "export", "help"}),
        ):
            await pilot.press(number)
            await settle(pilot, place)
            shown = {key.action.id for key in app.screen.query("#hints Key") if key.display}
            assert wanted <= shown
            tabs = [key.action.id for key in app.screen.query("#tabs Key") if key.display]
            assert "show_dialogue" in tabs
