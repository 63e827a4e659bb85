import pytest

from assessor.matching.specifics import facts
from assessor.matching.stance import stance


def heard(text, language="nl"):
    return stance(text, language, facts(text, language))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wij hebben in 2025 alle 14 fabrieken bezocht.", "done"),
        ("Wij bezoeken elke fabriek één keer per jaar.", "done"),
        ("Wij zullen in 2027 alle fabrieken bezoeken.", "planned"),
        ("Uiterlijk 30 juni 2026 is de audit klaar.", "planned"),
        ("Wij streven naar een leefbaar loon.", "vague"),
        ("Mensenrechten staan hoog in het vaandel.", "vague"),
        ("Wij hebben geen kinderarbeid aangetroffen.", "denied"),
        ("Dwangarbeid komt in onze keten niet voor.", "denied"),
    ],
)
def test_dutch_stances_are_told_apart(text, expected):
    assert heard(text).stance == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We visited all 14 factories in 2025.", "done"),
        ("We will visit all factories in 2027.", "planned"),
        ("We strive for a living wage.", "vague"),
        ("No child labour was found.", "denied"),
    ],
)
def test_english_stances_are_told_apart(text, expected):
    assert heard(text, "en").stance == expected


def test_a_denial_with_a_described_search_is_a_reported_check():
    said = heard("Geen enkel geval van kinderarbeid is gevonden bij de 14 bezochte locaties.")
    assert said.stance == "done"
    assert said.is_searched


def test_saying_what_is_not_known_is_candour_and_no_denial():
    assert heard("Wij hebben nog geen inzicht in de spinnerijen.").stance != "denied"
