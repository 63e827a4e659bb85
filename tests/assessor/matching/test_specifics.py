import pytest

from assessor.matching.specifics import countries_in, facts


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("number", "Wij bezochten 14 fabrieken."),
        ("number", "Bij 3 van 412 werknemers klopte het niet."),
        ("percentage", "In 35% van de gevallen."),
        ("percentage", "In 35 procent van de gevallen."),
        ("money", "Wij betaalden € 12.000 terug."),
        ("date", "Dat was in maart 2025."),
        ("date", "Het begon in 2024."),
        ("date", "Klaar in Q3 van het jaar."),
        ("place", "De ververij staat in Tiruppur."),
        ("party", "Dat deden wij met IndustriALL."),
        ("party", "Dat deden wij met Shanta Textiles."),
        ("role", "De inkoopmanager spreekt hen aan."),
        ("tier", "De spinnerij kent geen toezicht."),
        ("standard", "De fabriek heeft SA8000."),
        ("source", "Volgens Amnesty is dit gangbaar."),
        ("verification", "Zij interviewden en controleerden: een steekproef."),
    ],
)
def test_each_kind_of_fact_is_seen_in_dutch(kind, text):
    assert kind in facts(text, "nl").kinds


def test_a_year_is_a_date_and_not_a_number():
    assert facts("In 2024 gingen wij verder.", "nl").kinds == {"date"}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("fabrieken in Bangladesh en India", ("BD", "IN")),
        ("de Bengaalse fabrieken in Dhaka", ("BD",)),
        ("katoen uit Wit-Rusland", ("BY",)),
        ("mills in Türkiye and the UK", ("TR", "GB")),
        ("the Ivory Coast", ("CI",)),
        ("de VS", ("US",)),
        ("wij spreken elkaar vaker", ()),
    ],
)
def test_countries_are_known_by_name_adjective_and_city(text, countries):
    assert countries_in(text) == countries


def test_a_passage_with_a_place_is_tied_to_the_chain():
    assert facts("Wij waren in Dhaka.", "nl").is_tied
    assert not facts("Wij waren tevreden.", "nl").is_tied
