"""Running text names risks and actions too: who does what by when, and which risk it answers."""

import pytest
from judged_files import word_file

from assessor.judging.announced import announced
from assessor.judging.naming import parts_of
from assessor.judging.particulars import particulars
from assessor.judging.prose import Prose
from assessor.judging.told import Told
from assessor.judging.topics import Topics
from assessor.model import Block, Submission


@pytest.fixture
def case(engine):
    def made(*blocks):
        return engine.case(Submission((word_file(*blocks),)))

    return made


def heading(text):
    return Block("heading", text, level=1, language="nl")


PLAN = (
    heading("Wat wij gaan doen"),
    "Onze inkoper vraagt de fabriek in Bangladesh vóór 1 juli 2026 om de leeftijden.",
    "De kantine kreeg een nieuwe koffiemachine.",
)


def test_a_sentence_under_a_heading_of_plans_is_likelier_an_action_than_one_about_the_canteen(case):
    chances = Prose(case(*PLAN), {}).chances("action")
    announcing, about_coffee = (chances[i] for i in sorted(chances))
    assert announcing > 3 * about_coffee


def test_harm_to_people_abroad_is_likelier_a_risk_than_what_the_firm_did(case):
    chances = Prose(
        case(
            heading("Welke risico's wij zien"),
            "In Bangladesh werken kinderen in de naaiateliers.",
            "Wij hebben onze website vernieuwd.",
        ),
        {},
    ).chances("risk")
    harm, website = (chances[i] for i in sorted(chances))
    assert harm > 3 * website


def test_what_readers_would_quote_on_measures_is_likelier_an_action(case):
    made = case(*PLAN)
    quoted, silent = (
        Prose(made, {"3.2": dict.fromkeys(range(4), chance)}).chances("action")
        for chance in (0.9, 0.0)
    )
    assert quoted
    assert all(quoted[place] > silent[place] for place in silent)


def test_where_a_checklist_asks_other_questions_prose_is_told_without_them(case):
    made = case(*PLAN)
    assert Prose(made, {"3.2": {}}).known_as("risk") == "risk"
    assert Prose(made, {"criterion_4": {}}).known_as("risk") == "risk_untold"


def test_an_action_in_prose_has_its_owner_its_date_and_its_own_words(engine, case):
    made = case(*PLAN)
    on_topic = Topics({}, engine.rules.terms)
    actions = announced(Told(made, on_topic, {}), (), ())
    assert [(a.owner, a.deadline, a.status) for a in actions] == [
        ("Onze inkoper", "vóór 1 juli 2026", "planned")
    ]
    assert actions[0].evidence[0].quote.startswith("Onze inkoper vraagt")


@pytest.mark.parametrize(
    ("said", "owner", "deadline", "status"),
    [
        (
            "Before 1 July 2026 our buyer in Lahore will list every home stitcher.",
            "our buyer in Lahore",
            "Before 1 July 2026",
            "planned",
        ),
        (
            "Product development will bring a chrome-free glove in spring 2027.",
            "Product development",
            "spring 2027",
            "planned",
        ),
        ("De afzuiging is op 19 januari 2026 vervangen.", None, "19 januari 2026", "done"),
        (
            "In de loop van 2026 vraagt ons inkoopteam de leveranciers om hun code.",
            "ons inkoopteam",
            "2026",
            "planned",
        ),
        ("Adaklar should be visited with an interpreter.", None, None, "planned"),
    ],
)
def test_a_sentence_says_who_does_it_by_when_and_how_far_it_is(said, owner, deadline, status):
    language = "en" if "will" in said or "should" in said else "nl"
    told = particulars(said, "", language)
    assert told.owner == owner
    assert (told.deadline or "").endswith(deadline or "")
    assert (told.deadline is None) == (deadline is None)
    assert told.status == status


def test_labels_in_a_sentence_say_who_when_and_how_it_is_measured():
    said = (
        "Wij meten de uren. Trekker: A. Dijkshoorn. Gereed: medio 2026. "
        "Meetpunt: geen week boven 60 uur."
    )
    told = particulars(said, "", "nl")
    assert (told.owner, told.deadline, told.kpi) == (
        "A. Dijkshoorn",
        "medio 2026",
        "geen week boven 60 uur",
    )


def test_a_date_to_which_an_action_was_moved_goes_before_the_first():
    said = "We would take samples by May 2025."
    assert particulars(said, "We have moved it to November 2026.", "en").deadline.endswith(
        "November 2026"
    )


def test_an_aim_in_the_next_sentence_is_the_target():
    said = "Product development will bring a chrome-free glove into the contract."
    told = particulars(said, "The aim is 40 per cent of all leather gloves.", "en")
    assert told.kpi == "40 per cent of all leather gloves"


def test_a_sentence_without_several_harms_stays_whole(engine):
    on_topic = Topics({}, engine.rules.terms)
    said = "Children pick cotton with their parents."
    assert parts_of(said, "en", on_topic) == [said]


def test_questions_and_guidance_name_nothing(case):
    made = case("Welke kinderarbeid heeft u in Bangladesh gevonden?")
    assert not Prose(made, {}).sentences
