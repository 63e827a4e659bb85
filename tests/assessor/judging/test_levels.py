import pytest

from assessor.judging.levels import Cues, cues_of, level_of
from assessor.matching.terms import QuestionTerms


@pytest.fixture
def leveled(engine):
    def level(text, code="2.4", grade=4.0):
        question = engine.checklist.question(code)
        cues = cues_of(text, "nl", question, QuestionTerms(engine.checklist))
        return level_of(grade, cues, question)

    return level


def test_a_profession_stays_at_level_one_however_high_the_grade(leveled):
    level, why = leveled("Wij streven naar zorgvuldig prioriteren.")
    assert level == 1
    assert "algemene uitspraak" in why[0].nl


def test_a_promise_is_no_proof(leveled):
    level, why = leveled("Wij zullen in 2027 met de vakbond in Dhaka 14 risico's prioriteren.")
    assert level == 2
    assert "voornemen" in why[0].nl


def test_few_facts_can_not_be_substantiated(leveled):
    level, _ = leveled("De inkoper weegt de ernst van elk risico.")
    assert level == 2


def test_facts_tied_to_the_chain_without_an_outcome_reach_three(leveled):
    level, _ = leveled(
        "In maart 2025 stond dwangarbeid bij 12 spinnerijen in Tamil Nadu bovenaan, volgens Arisa."
    )
    assert level == 3


def test_a_denial_without_a_search_is_worth_nothing(leveled):
    level, _ = leveled("Er is geen kinderarbeid aangetroffen.", "labour.child_labour")
    assert level == 0


def test_length_alone_lifts_nothing(leveled):
    short = leveled("Wij streven naar een goede volgorde.", grade=1.2)
    long = leveled("Wij streven naar een goede volgorde" + " en naar nog veel meer" * 20, grade=1.2)
    assert short[0] == long[0]


@pytest.mark.parametrize("grade", [-1.0, 0.0, 0.9])
def test_what_is_relevant_and_no_denial_is_at_least_mentioned(leveled, grade):
    assert leveled("De inkoper weegt de ernst.", grade=grade)[0] == 1


def test_cues_hold_no_length(engine):
    fields = set(Cues.__dataclass_fields__)
    assert fields == {"facts", "heard", "aspects", "beside"}
