"""How far an action is, as suppliers write it where their table tells the status."""

import pytest
from judged_files import table

from assessor.judging.reported import reported

RISKS = table(
    ("Code", "Wat er mis kan gaan", "Plaats"),
    ("K1", "Kinderarbeid in naaiateliers", "Bangladesh"),
    ("K2", "Vervuild afvalwater", "India"),
)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Gereed", "done"),
        ("Gehaald: van 9,2 naar 3,7", "done"),
        ("Late, but done in September", "done"),
        ("klaar sinds 26 januari", "done"),
        ("Ja, sinds 1 juni", "done"),
        ("46 of 46", "done"),
        ("Drie van drie", "done"),
        ("100%", "done"),
        ("✓", "done"),
        ("Loopt", "ongoing"),
        ("31 of 46 done", "ongoing"),
        ("17 van 31; verschoven naar juli 2026", "ongoing"),
        ("60 %", "ongoing"),
        ("twee van de vijf", "ongoing"),
        ("ruim een derde betaald", "ongoing"),
        ("Done but for 8", "ongoing"),
        ("not reached", "ongoing"),
        ("Niet gehaald", "ongoing"),
        ("not met", "ongoing"),
        ("vertraagd", "ongoing"),
        ("Brief verstuurd", "ongoing"),
        ("roof on", "ongoing"),
        ("→ loopt", "ongoing"),
        ("Nog niet begonnen", "planned"),
        ("nog te beginnen", "planned"),
        ("Not done, next year", "planned"),
        ("beloofd", "planned"),
        ("not yet due", "planned"),
        ("Nee", "planned"),
        ("0 of 46", "planned"),
        ("By 31 December", "planned"),
        ("○ nog niet", "planned"),
        ("Vervallen", "unknown"),
        ("✗ blijven liggen", "unknown"),
        ("n.t.b.", "unknown"),
        ("onbekend", "unknown"),
        ("–", None),
        ("", None),
    ],
)
def test_the_first_word_for_a_status_counts_and_anything_else_tells_of_work_begun(said, status):
    assert reported(said) == status


@pytest.mark.parametrize(
    "head", ["Hoe staat het ervoor", "Wat ervan kwam", "Hoe het afliep", "Wat we deden"]
)
def test_a_column_tells_the_status_under_the_heads_of_plain_words(judged, head):
    made = judged(
        RISKS,
        table(
            ("Wat we gaan doen", "Wie", "Klaar op", head),
            ("Leeftijd controleren bij de poort", "P. Vos", "1 mei 2027", "af"),
            (
                "Filter plaatsen in India",
                "P. Vos",
                "1 juni 2027",
                "Filter besteld, levering in mei",
            ),
        ),
    )
    assert [a.status for a in made.actions] == ["done", "ongoing"]


def test_a_result_tells_the_status_beside_a_target_and_is_the_target_without_one(judged):
    row = ("Leeftijd controleren bij de poort", "P. Vos", "1 mei 2027")
    beside = judged(
        RISKS,
        table(
            ("Maatregel", "Wie", "Termijn", "Indicator", "Resultaat"),
            (*row, "Niemand onder de 18", "bij 4 van de 9 poorten"),
        ),
    )
    (action,) = beside.actions
    assert (action.kpi, action.status) == ("Niemand onder de 18", "ongoing")
    alone = judged(
        RISKS, table(("Maatregel", "Wie", "Termijn", "Resultaat"), (*row, "Niemand onder de 18"))
    )
    (action,) = alone.actions
    assert (action.kpi, action.status) == ("Niemand onder de 18", "planned")
