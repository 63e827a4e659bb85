"""A sentence about an action says who, by when, measured by what, how far, against which risk."""

import pytest
from judged_files import table, word_file

from assessor.judging.answering import Answered
from assessor.judging.choosing import Reading, likeliest
from assessor.judging.doers import doers
from assessor.judging.particulars import particulars
from assessor.judging.replies import Replies
from assessor.judging.times import times, without_time
from assessor.judging.told import Told
from assessor.judging.topics import Topics
from assessor.model import Block, Evidence, Risk, Submission


def risk(number, label, passage):
    quoted = Evidence(0, None, None, (), label, "nl", "done", 1, (), passage)
    return Risk(f"R{number}", label, None, (), None, None, (quoted,))


@pytest.fixture
def case(engine):
    def made(*blocks):
        return engine.case(Submission((word_file(*blocks),)))

    return made


def test_the_reading_with_the_highest_sum_of_signs_counts():
    by = Reading("before May", {"led_by": 1.0, "month": 1.0})
    assert likeliest([Reading(None, {"unsaid": 1.0}), by], "deadline") == "before May"


@pytest.mark.parametrize(
    ("said", "language", "owner"),
    [
        ("• Femke Ruigrok (inkoop) – vraagt alle ateliers om hun adres.", "nl", "Femke Ruigrok"),
        ("The wells are sampled every June by Ostrander College.", "en", "Ostrander College"),
        ("Stop the night shifts in the spinning hall (Marguerite, 31 May).", "en", "Marguerite"),
        ("Wij betalen voortaan binnen dertig dagen.", "nl", None),
    ],
)
def test_who_does_it_stands_before_a_dash_after_by_or_in_brackets_and_we_is_nobody(
    said, language, owner
):
    told = particulars(said, "", language).owner
    assert (told or "").startswith(owner or "")
    assert (told is None) == (owner is None)


def test_a_word_that_only_begins_a_sentence_is_no_name():
    said = {r.says for r in doers("Since March Teodora counts the pallets.", "", "en")}
    assert "Teodora" in said
    assert not {"Since", "March", "Since March"} & said


@pytest.mark.parametrize(
    ("said", "deadline"),
    [
        ("De spinnerij plaatst een filter, klaar vóór het moessonseizoen van 2027.", "2027"),
        ("Every buyer signs the clause by the end of May 2026.", "by the end of May 2026"),
        ("Sedert 1 augustus 2025 werft de fabriek zelf.", "1 augustus 2025"),
        ("New gloves may only be bought with a label.", None),
    ],
)
def test_a_time_may_be_a_season_a_feast_or_a_day_but_not_the_verb_may(said, deadline):
    told = particulars(said, "", "nl").deadline
    assert (told or "").endswith(deadline or "")
    assert (told is None) == (deadline is None)


def test_the_words_that_lead_a_time_belong_to_it():
    assert "from 1 April" in {r.says for r in times("We pay more from 1 April.", "")}
    assert without_time("By 3 May 2026 the board decides.") == "the board decides."


@pytest.mark.parametrize(
    ("following", "kpi"),
    [
        ("Goed als: niemand nog iets betaalt.", "niemand nog iets betaalt"),
        ("Het doel is 12 van 12 ateliers.", "12 van 12 ateliers"),
        ("", None),
    ],
)
def test_a_target_is_what_is_called_so(following, kpi):
    assert particulars("Wij bezoeken de ateliers.", following, "nl").kpi == kpi


@pytest.mark.parametrize(
    ("said", "language", "status"),
    [
        ("De fabriek zal de vaten in 2027 vervangen.", "nl", "planned"),
        ("In maart kregen de plukkers hun geld terug.", "nl", "done"),
        ("De paspoorten zijn in 2024 teruggegeven.", "nl", "done"),
        ("The agent was replaced in June 2024.", "en", "done"),
        ("We will ask the mill for its permits.", "en", "planned"),
        ("Een gesprek hierover is nog bezig.", "nl", "ongoing"),
    ],
)
def test_tense_and_words_say_how_far_an_action_is(said, language, status):
    assert particulars(said, "", language).status == status


def test_a_named_status_after_the_sentence_goes_before_its_tense():
    assert particulars("Filter plaatsen in de hal.", "Stand: klaar.", "nl").status == "done"


def test_an_action_answers_the_risk_with_which_it_shares_rare_words(engine, case):
    made = case(
        Block("heading", "Wat er misgaat", level=1, language="nl"),
        "Looiers ademen chroomdamp in boven de open vaten.",
        "Plukkers van hazelnoten lenen geld van een ronselaar.",
        Block("heading", "Wat wij doen", level=1, language="nl"),
        "Boven de vaten hangt vanaf mei een kap die chroomdamp afzuigt.",
    )
    texts = [p.text for p in made.passages]
    at = [next(i for i, t in enumerate(texts) if t.startswith(s)) for s in ("Looiers", "Plukkers")]
    action = next(i for i, t in enumerate(texts) if t.startswith("Boven"))
    risks = [risk(n, texts[i], i) for n, i in enumerate(at, 1)]
    assert Replies(made, risks, Topics({}, engine.rules.terms)).answered(action) == "R1"
    assert Replies(made, [], Topics({}, engine.rules.terms)).answered(action) is None


def test_a_row_without_a_reference_answers_the_risk_whose_rare_words_it_shares(case, engine):
    made = case(
        "Looiers ademen chroomdamp in boven de open vaten.",
        "Plukkers van hazelnoten lenen geld van een ronselaar.",
        *(f"Bladzijde {n} gaat over het magazijn aan de haven." for n in range(20)),
        table(
            ("Actie", "Wie", "Wanneer"),
            ("Kap boven de vaten die chroomdamp afzuigt", "T. Overmeer", "1 mei 2027"),
        ),
    )
    on_topic = Topics({}, engine.rules.terms)
    risks = [risk(n, made.passages[n - 1].text, n - 1) for n in (1, 2)]
    told = Told(made, on_topic, {})
    (row,) = told.having("action")
    assert Answered(made, risks, on_topic, told).by_row(row) == "R1"


def test_a_risk_that_is_named_by_its_number_is_the_one_that_is_answered(engine, case):
    made = case("Looiers ademen damp in.", "Kinderen rapen lompen.", "De kap komt er (risico 2).")
    risks = [risk(n, made.passages[n - 1].text, n - 1) for n in (1, 2)]
    assert Replies(made, risks, Topics({}, engine.rules.terms)).answered(2) == "R2"
