"""Catering expects child labour, the one topic of the small checklist."""

import pytest
from judged_files import table, word_file

from assessor.checklist import load_categories
from assessor.judging.categories import likely_category
from assessor.judging.goods import pairs_in
from assessor.locations import categories
from assessor.model import Submission

CATERING = (
    "Wij verzorgen de catering, de bedrijfsrestaurants en de koffie in dit contract.",
    "De keuken kookt elke dag een warme maaltijd met groente, en de gasten kiezen uit het menu.",
    "Koffie en thee komen van een branderij; cacao en bananen koopt de groothandel in.",
    "De lunch en de banqueting rekenen de gasten af bij de kassa van het bedrijfsrestaurant.",
)


@pytest.fixture
def assess(engine):
    def run(*blocks, category="catering", file="risicoanalyse.docx"):
        documents = (word_file(*blocks, file=file),)
        return engine.assess(Submission(documents), category=category)

    return run


def silent(assessment):
    return [f for f in assessment.findings if f.kind == "expected_risk_missing"]


def test_silence_on_a_key_risk_becomes_one_finding_with_a_question(assess):
    (finding,) = silent(assess(*CATERING))
    assert finding.subject == "labour.child_labour"
    assert "In deze documenten is hierover niets gevonden" in finding.explanation.nl
    assert "landbouw" in finding.explanation.nl
    assert "ILO and UNICEF, 2021" in finding.explanation.nl
    assert finding.questions[0].nl.endswith("?")
    assert finding.evidence == ()


def test_who_names_the_risk_anywhere_is_not_asked_about_silence(assess):
    assert not silent(assess(*CATERING, "Kinderarbeid komt in onze keten niet voor."))
    assert not silent(assess(*CATERING, table(("Onderwerp", "Blz."), ("Kinderarbeid", "4"))))


def test_other_documents_than_a_risk_analysis_are_not_asked(assess):
    assert not silent(assess(*CATERING, file="brief.docx"))


def test_a_category_that_does_not_expect_it_does_not_ask(assess):
    assert not silent(assess(*CATERING, category="workplace"))


def test_a_product_and_a_country_together_ask_what_the_list_knows(assess):
    made = assess("Onze chocolade bevat cacao uit Ghana.", category="workplace")
    (finding,) = silent(made)
    assert [e.quote for e in finding.evidence] == ["Onze chocolade bevat cacao uit Ghana."]
    assert "cacao uit Ghana" in finding.explanation.nl
    assert "cocoa from Ghana" in finding.explanation.en
    assert "niet over deze leverancier" in finding.explanation.nl
    assert "cacao uit Ghana" in finding.questions[0].nl


def test_a_table_row_names_product_and_country_together_and_two_rows_do_not(assess):
    apart = table(("Product", "Land"), ("Cacao", "Nederland"), ("Servetten", "Ghana"))
    beside = table(("Product", "Land"), ("Cacao", "Ghana"), ("Servetten", "Nederland"))
    assert not silent(assess(apart, category="workplace"))
    (finding,) = silent(assess(beside, category="workplace"))
    assert finding.evidence[0].quote == "Cacao"
    assert any("Cacao | Ghana" in reason.nl for reason in finding.evidence[0].reasons)


def test_what_is_bought_nowhere_is_no_reason_to_ask(assess):
    assert not silent(assess("Wij kopen geen cacao uit Ghana.", category="workplace"))


def test_silence_does_not_come_before_a_denial(assess):
    made = assess(*CATERING, "Een klachtenregeling voor werknemers in de keten is er niet.")
    kinds = [f.kind for f in made.findings]
    assert "expected_risk_missing" in kinds
    if "denial" in kinds:
        assert kinds.index("denial") < kinds.index("expected_risk_missing")


def test_the_first_silence_ranks_above_the_next_so_that_they_do_not_fill_the_hour(engine):
    from assessor.judging.priorities import ranked
    from assessor.model import Finding, Words

    def found(kind, subject):
        return Finding(kind + subject, kind, subject, 0, Words("", ""), Words("", ""))

    findings = [found("expected_risk_missing", f"t{n}") for n in range(4)]
    findings += [found("gap", "2.4"), found("weak", "2.4"), found("gap", "6.2")]
    order = [f.subject for f in ranked(engine.checklist, findings, ())]
    assert order[:3] == ["2.4", "t0", "2.4"] or order[:2] == ["2.4", "t0"]
    assert order.index("6.2") < order.index("t2")


def test_an_older_contract_does_not_ask_for_every_theme(engine):
    from datetime import date

    from assessor.checklist.schema import Regime
    from assessor.judging.coverage import Circumstances, is_expected
    from assessor.judging.limits import of_contract

    note = {"nl": "Van voor 2019.", "en": "From before 2019."}
    old = Regime.model_validate(
        {"id": "2017", "until": date(2018, 12, 31), "not_contractual": ["labour"],
         "note": note, "source": "test"}
    )  # fmt: skip
    new = Regime.model_validate({"id": "2019", "note": note, "source": "test"})
    dated = engine.checklist.model_copy(update={"regimes": (old, new)})
    (told,) = of_contract(dated, date(2018, 12, 31))
    assert "Van voor 2019." in told.nl
    assert "Arbeid" in told.nl
    assert of_contract(dated, date(2019, 1, 1)) == ()
    assert of_contract(dated, None) == ()
    topic = dated.question("labour.child_labour")
    assert not is_expected(topic, Circumstances((), not_asked=frozenset({"labour"})))
    assert is_expected(topic, Circumstances(()))


def test_nobody_said_which_category_and_the_words_do(assess):
    made = assess(*CATERING, category=None)
    assert made.category == "catering"
    assert any("wijzen op Catering" in limit.nl for limit in made.limits)
    assert silent(made)


def test_a_few_words_make_a_category_doubtful_and_nothing_is_asked(assess):
    made = assess(
        "De koffie staat klaar en de lunch ook.",
        "Koffie is er elke dag, en lunch ook.",
        "Bij de koffie hoort thee.",
        category=None,
    )
    assert made.category == "catering"
    assert any("niet zeker" in limit.nl for limit in made.limits)
    assert not silent(made)


def test_words_that_point_nowhere_give_no_category(assess):
    made = assess("Het kantoor staat al jaren in Leeuwarden.", category=None)
    assert made.category is None
    assert any("niet herkend" in limit.nl for limit in made.limits)


def test_a_category_that_was_given_stands_whatever_the_words(assess):
    made = assess(*CATERING, category="energy")
    assert made.category == "energy"
    assert not any("categorie" in limit.nl for limit in made.limits)


def test_the_words_named_with_a_category_stand_in_the_document():
    found = likely_category((word_file(*CATERING),), load_categories(categories()))
    text = " ".join(CATERING).casefold()
    assert found.is_sure
    assert all(word in text for word in found.words)


def test_of_names_at_one_place_the_longest_is_meant(engine):
    case = engine.case(Submission((word_file("Rubberen handschoenen komen uit Maleisië."),)))
    goods = load_categories(categories()).goods
    assert {p.good.good for p in pairs_in(case, goods)} == {"Rubber Gloves"}


def test_a_checklist_without_types_of_document_does_not_speak_of_them():
    from assessor.judging.limits import limits_of
    from assessor.model import DocumentFacts

    submission = Submission((word_file("Een zin.", file="brief.docx"),))
    facts = (DocumentFacts("brief.docx", "0", "docx", None, ("nl",), (), ()),)
    for with_types in (True, False):
        said = limits_of(submission, facts, (), with_meaning=True, with_types=with_types)
        assert any("risicoanalyse" in limit.nl for limit in said) is with_types
