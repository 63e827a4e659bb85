"""Numbers, deadlines and totals that cannot both hold; and the many that only look so."""

import pytest
from builders import evidence
from judged_files import table, word_file

from assessor.judging.noticing.contradictions import on_counts
from assessor.judging.noticing.deadlines import on_deadlines
from assessor.judging.noticing.stale import days_of_issue
from assessor.judging.noticing.totals import on_totals
from assessor.model import Action


def counts(made):
    return list(on_counts(made, days_of_issue(made)))


CONTRADICTING = [
    ("We leveren aan negen afnemers.", "De tien afnemers krijgen de code."),
    ("Wij werken met 17 aannemers.", "Van onze 15 aannemers tekenden er vier."),
    ("In total, nine production sites make the printers.", "It covers the seven production sites."),
    (
        "In 2025 zijn 14 productielocaties bezocht.",
        "Wij bezochten 11 productielocaties in hetzelfde jaar.",
    ),
    ("De fabriek betaalde 412 werknemers terug.", "Alle 421 werknemers kregen hun geld terug."),
]


@pytest.mark.parametrize("texts", CONTRADICTING)
def test_two_numbers_of_the_same_whole_are_told_with_both_quotes(case, texts):
    language = "en" if "production sites" in texts[0] else "nl"
    (found,) = counts(case(*texts, languages=(language,)))
    assert (found.kind, found.cause) == ("contradiction", "counted_otherwise")
    assert [e.quote for e in found.evidence] == list(texts)
    assert all(e.reasons for e in found.evidence)


def test_the_two_places_may_stand_in_two_documents(case):
    analysis = word_file("Acht van de 14 fabrieken hebben een rapport.", file="analyse.docx")
    plan = word_file("Wij kopen rechtstreeks in bij 12 fabrieken.", file="plan.docx")
    (found,) = counts(case(documents=(analysis, plan)))
    assert [e.document for e in found.evidence] == [0, 1]


AGREEING = [
    ("Wij werken met 17 aannemers.", "Van onze 17 aannemers tekenden er vier."),
    ("Wij werken met 17 aannemers.", "Van onze 4 aannemers in de bouw weten wij meer."),
    ("Wij kopen in bij 14 fabrieken.", "De 12 fabrieken in China zijn bezocht."),
    ("Wij kopen in bij 14 fabrieken.", "De overige 12 fabrieken volgen later."),
    ("Wij kopen in bij 14 fabrieken.", "Onze 12 tier 2 fabrieken zijn onbekend."),
    ("In 2024 hadden wij 17 aannemers.", "In 2025 werken wij met 15 aannemers."),
    ("Wij kopen in bij 14 fabrieken.", "In 2021 kochten wij in bij onze 12 fabrieken."),
    ("Wij bezochten 12 fabrieken.", "De 12 fabrieken waren schoon. Wij kopen in bij 14 fabrieken."),
    ("Wij kopen in bij 14 fabrieken.", "De 12 fabrieken die wij bezochten, waren schoon."),
    ("Wij werken met ongeveer 20 aannemers.", "Van onze 17 aannemers tekenden er vier."),
    ("In 2025 zijn 14 locaties bezocht.", "In 2024 zijn 11 locaties bezocht."),
    ("In 2025 zijn 14 locaties bezocht.", "In 2025 zijn 11 locaties onaangekondigd bezocht."),
    ("Bij Noyya Knits werken 410 werknemers.", "Bij Sahlina Confection werken 450 werknemers."),
    ("Het kost € 14 per stuk.", "Het kost € 12 per stuk."),
]


@pytest.mark.parametrize("texts", AGREEING)
def test_parts_other_years_other_places_and_estimates_contradict_nothing(case, texts):
    assert not counts(case(*texts))


def action(id_, label, deadline, owner=None):
    return Action(id_, label, None, owner, deadline, None, "planned", (evidence(label),))


LABEL = "Inhoudingen voor caravans boven het wettelijk maximum terugbetalen"


def test_one_action_with_two_deadlines_is_told(case):
    actions = [action("A1", LABEL, "30 september 2026"), action("A2", f"{LABEL}.", "juni 2026")]
    (found,) = on_deadlines(case("Tekst."), actions)
    assert (found.kind, found.subject) == ("contradiction", "A1")
    assert "juni 2026" in found.explanation.nl


def test_a_table_and_the_text_about_it_may_give_other_deadlines(case):
    told = "Lisbroek zal de inhoudingen voor caravans uiterlijk in juni 2026 terugbetalen."
    made = case(told)
    (found,) = on_deadlines(made, [action("A1", LABEL, "30 september 2026", "Lisbroek Infra")])
    assert found.evidence[1].quote == told


def test_the_same_deadline_less_precise_or_another_action_is_no_contradiction(case):
    same = [action("A1", LABEL, "30 september 2026"), action("A2", LABEL, "2026")]
    other = [action("A1", LABEL, "juni 2026"), action("A2", "Nooduitgangen vrijmaken", "mei 2026")]
    assert not list(on_deadlines(case("Tekst."), same))
    assert not list(on_deadlines(case("Tekst."), other))


def rows(total, name="Aantal"):
    return table(
        ("Land", name), ("India", "5"), ("China", "6"), ("Turkije", "3"), ("Totaal", total)
    )


def test_a_total_that_does_not_add_up_is_told(case):
    (found,) = on_totals(case(rows("15")))
    assert (found.kind, found.cause) == ("contradiction", "sum_otherwise")
    assert "14" in found.title.nl


def test_a_total_that_adds_up_and_an_average_are_not(case):
    assert not list(on_totals(case(rows("14"))))
    assert not list(on_totals(case(rows("5", "Gemiddelde score"))))
