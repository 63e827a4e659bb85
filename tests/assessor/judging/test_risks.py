"""Risks come out of tables of any shape, and out of prose only where it counts them itself."""

from dataclasses import replace

import pytest
from judged_files import table

from assessor.model import Block


def labels(made):
    return [r.label for r in made.risks]


@pytest.mark.parametrize(
    "heads",
    [
        ("Nr", "Onze zorg", "Waar", "Hoe ernstig", "Kans"),
        ("#", "Punt", "Waar", "Zw", "Ka"),
        ("No.", "Issue", "Where", "Gravity", "Probability"),
        ("", "What we worry about", "Country", "S", "L"),
    ],
)
def test_a_column_of_risks_is_known_by_its_scores_when_its_head_is_not(judged, heads):
    made = judged(
        table(
            heads,
            ("1", "Kinderarbeid in naaiateliers", "Bangladesh", "5", "3"),
            ("2", "Vervuild afvalwater", "India", "3", "4"),
            ("3", "Lange werkweken", "Vietnam", "4", "4"),
        )
    )
    assert labels(made) == [
        "Kinderarbeid in naaiateliers",
        "Vervuild afvalwater",
        "Lange werkweken",
    ]
    assert [r.countries for r in made.risks] == [("BD",), ("IN",), ("VN",)]


def test_a_table_without_any_head_is_known_by_what_its_cells_look_like(judged):
    rows = (
        ("2", "Kinderarbeid bij de oogst", "H", "M", "De kinderen gaan niet naar school"),
        ("3", "Kinderarbeid in de weverij", "M", "H", "Enkele tientallen kinderen"),
        ("4", "Uitbuiting van jonge naaisters", "H", "L", "Zij horen bij de armste gezinnen"),
    )
    unmarked = table(*rows)
    made = judged(
        replace(unmarked, cells=tuple(replace(c, is_header=False) for c in unmarked.cells))
    )
    assert labels(made) == [
        "Kinderarbeid bij de oogst",
        "Kinderarbeid in de weverij",
        "Uitbuiting van jonge naaisters",
    ]


def test_a_head_that_was_read_into_the_first_row_is_parted_from_it(judged):
    made = judged(
        table(
            ("No. 1", "Issue Fees and debts of migrants", "Where Penang, Malaysia", "Gravity 5"),
            ("2", "Excessive overtime", "Penang, Malaysia", "4"),
            ("3", "Overcrowded hostels", "Penang, Malaysia", "3"),
        )
    )
    assert labels(made) == [
        "Fees and debts of migrants",
        "Excessive overtime",
        "Overcrowded hostels",
    ]


def test_a_column_called_risk_that_holds_judgements_is_no_column_of_risks(judged):
    made = judged(
        table(
            ("Locatie", "Actie", "Verantwoordelijk", "Gereed", "Risico bij uitloop"),
            ("Roermond", "Antenne op het dak", "M. Jansen", "4 maart 2027", "Laag"),
            ("Venlo", "Nieuwe mast van 12 meter", "M. Jansen", "6 maart 2027", "Hoog: vergunning"),
            ("Weert", "Router vervangen", "T. de Boer", "9 maart 2027", "Midden"),
        )
    )
    assert made.risks == ()
    assert made.actions == ()


def test_what_is_material_to_the_firm_is_no_risk_of_this_chain(judged):
    made = judged(
        Block("caption", "Tabel 4. Uitkomst van de materialiteitsanalyse", language="nl"),
        table(
            ("Onderwerp", "Prioriteit"), ("Kinderarbeid", "Hoog"), ("Cyberveiligheid", "Zeer hoog")
        ),
    )
    assert made.risks == ()


def test_a_table_that_only_explores_gives_no_risks_beside_the_one_that_weighs(judged):
    made = judged(
        table(("Product", "Land", "Probleem"), ("Kabel", "Chili", "Landconflicten bij mijnen")),
        table(
            ("Risico", "Land", "Ernst", "Kans"),
            ("Kinderarbeid bij kobalt", "Congo-Kinshasa", "5", "3"),
            ("Afvalwater van de ververij", "India", "3", "3"),
        ),
    )
    assert labels(made) == ["Kinderarbeid bij kobalt", "Afvalwater van de ververij"]


def test_a_row_that_says_not_yet_known_is_no_risk(judged):
    made = judged(
        table(
            ("Product", "Risico", "Land"),
            ("Cacao", "Kinderarbeid", "Ivoorkust"),
            ("Thee", "Nog niet onderzocht", "India"),
        )
    )
    assert labels(made) == ["Kinderarbeid"]


def test_prose_says_which_risks_of_a_table_come_first(judged):
    made = judged(
        table(
            ("Nr", "Risico", "Land"),
            ("1", "Kinderarbeid in naaiateliers", "Bangladesh"),
            ("2", "Vervuild afvalwater", "India"),
            ("3", "Lange werkweken", "Vietnam"),
        ),
        "De eerste twee krijgen prioriteit.",
    )
    assert [r.prioritised for r in made.risks] == [True, True, False]


def test_a_place_lies_in_the_country_that_the_document_says(judged):
    made = judged(
        "De jassen komen uit Gazipatu (Bangladesh).",
        table(
            ("Risico", "Waar", "Ernst"),
            ("Kinderarbeid", "Gazipatu", "5"),
            ("Lange werkweken", "Gazipatu", "3"),
        ),
    )
    assert [r.countries for r in made.risks] == [("BD",), ("BD",)]


def test_with_a_table_prose_adds_only_a_risk_that_it_counts_on(judged):
    rows = table(
        ("Risico", "Land"),
        ("Kinderarbeid in naaiateliers", "Bangladesh"),
        ("Vervuild afvalwater", "India"),
    )
    assert len(judged(rows, "Een bron noemt kinderarbeid in Vietnam een probleem.").risks) == 2
    further = "Het derde risico uit de analyse is kinderarbeid bij de mijnen."
    assert labels(judged(rows, further))[2:] == [further]


def test_numbered_headings_are_risks_where_there_is_no_table(judged):
    made = judged(
        Block("heading", "Risico 1: Kinderarbeid in Bangladesh", level=2, language="nl"),
        "In de ateliers werken kinderen.",
        Block("heading", "Risico 2: Kinderarbeid bij de plukkers", level=2, language="nl"),
        "In de oogst werken kinderen mee.",
    )
    assert labels(made) == ["Kinderarbeid in Bangladesh", "Kinderarbeid bij de plukkers"]
    assert made.risks[0].countries == ("BD",)


def test_the_column_called_risk_wins_from_the_one_called_theme(judged):
    made = judged(
        table(
            ("Thema", "Risico", "Land", "Ernst"),
            ("Arbeid", "Kinderarbeid in naaiateliers", "Bangladesh", "hoog"),
            ("Milieu", "Vervuild afvalwater", "India", "laag"),
        )
    )
    assert labels(made) == ["Kinderarbeid in naaiateliers", "Vervuild afvalwater"]
    assert [r.prioritised for r in made.risks] == [True, False]


def test_risks_that_stand_only_beside_their_actions_are_each_told_once(judged):
    made = judged(
        table(
            ("Risk", "Likelihood", "Impact", "Mitigation", "Owner"),
            ("Child labour in cotton", "4", "5", "Check ages at the farms", "Sourcing"),
            ("Child labour in cobalt", "3", "5", "Join a traceability scheme", "Sourcing"),
            ("Child labour in cobalt", "3", "5", "Ask the smelters", "Quality"),
        )
    )
    assert labels(made) == ["Child labour in cotton", "Child labour in cobalt"]
    assert [a.risk for a in made.actions] == ["R1", "R2", "R2"]


def test_a_card_with_its_heads_at_the_left_tells_one_risk_and_its_action(judged):
    made = judged(
        table(
            ("Risico", "Kinderarbeid in naaiateliers"),
            ("Land", "Bangladesh"),
            ("Maatregel", "Leeftijd controleren bij de ateliers"),
            ("Wie", "Inkoop"),
            ("Wanneer", "1 mei 2027"),
        )
    )
    assert [(r.label, r.countries) for r in made.risks] == [
        ("Kinderarbeid in naaiateliers", ("BD",))
    ]
    assert [(a.risk, a.owner, a.deadline) for a in made.actions] == [("R1", "Inkoop", "1 mei 2027")]


def test_the_card_on_a_title_page_is_no_risk(judged):
    made = judged(
        table(
            ("Onderwerp", "Risicoanalyse keten"),
            ("Datum", "1 mei 2027"),
            ("Opgesteld door", "J. Smit"),
            ("Status", "definitief"),
        )
    )
    assert made.risks == ()
    assert made.actions == ()


def test_a_risk_of_a_word_or_two_is_told_with_the_column_that_describes_it(judged):
    made = judged(
        table(
            ("Ref", "Risk area", "Description", "Rating"),
            ("R-1", "Child labour", "Children of pickers work in the cotton fields", "High"),
            ("R-2", "Waste water", "Dye works pollute the river beside the village", "Low"),
        )
    )
    assert labels(made) == [
        "Child labour: Children of pickers work in the cotton fields",
        "Waste water: Dye works pollute the river beside the village",
    ]


def test_a_description_is_the_risk_where_the_head_says_so(judged):
    made = judged(
        table(
            ("Nr", "Omschrijving van het risico", "Kans", "Gevolg"),
            ("1", "Kinderarbeid in naaiateliers", "3", "5"),
            ("2", "Vervuild afvalwater bij ververijen", "4", "4"),
        )
    )
    assert labels(made) == ["Kinderarbeid in naaiateliers", "Vervuild afvalwater bij ververijen"]


def test_scored_risks_with_their_measure_beside_them_count_before_headings(judged):
    made = judged(
        table(
            ("Ref", "Risk description", "Where", "L", "I", "Control in place"),
            ("E1", "Child labour in cotton", "India", "3", "4", "Code of conduct"),
            ("E2", "Polluted waste water of dye works", "Bangladesh", "2", "4", "Letter sent"),
        ),
        Block("heading", "Our findings in more detail", level=1),
        *(
            block
            for topic in ("Cotton", "Dye works", "Sewing")
            for block in (
                Block("heading", topic, level=2),
                Block("paragraph", "Child labour may occur there, and waste water is polluted."),
            )
        ),
    )
    assert labels(made) == ["Child labour in cotton", "Polluted waste water of dye works"]


def test_issues_of_a_plan_that_tell_more_than_a_topic_are_its_risks(judged):
    made = judged(
        table(
            ("No.", "Issue", "Action", "Responsible", "Due"),
            ("1", "Child labour in the sewing rooms at Dhaka", "Visit", "J. Smit", "1 May 2027"),
            ("2", "Polluted waste water below the dye works", "Filter", "J. Smit", "1 June 2027"),
        )
    )
    assert labels(made) == [
        "Child labour in the sewing rooms at Dhaka",
        "Polluted waste water below the dye works",
    ]


def test_sheets_of_the_same_form_are_one_list_of_risks(judged):
    def sheet(risk, place):
        return table(
            ("Kern", risk),
            ("Plaats", place),
            ("Ernst", "4 uit 5"),
        )

    made = judged(
        sheet("Kinderarbeid in naaiateliers", "Bangladesh"),
        sheet("Vervuild afvalwater bij ververijen", "India"),
        sheet("Lege vaten worden op de markt verkocht", "Ghana"),
    )
    assert len(made.risks) == 3


def test_what_stands_at_the_left_of_a_list_is_no_head_when_it_only_holds_such_a_word(judged):
    made = judged(
        table(
            ("Salient risk", "Link of the chain", "Persons concerned", "Rank"),
            ("Child labour and the debt behind it", "Sewing, Bangladesh", "Some 640", "1"),
            ("Exposure to polluted waste water", "Dye works, India", "Neighbours", "2"),
            ("Tin from conflict-affected areas", "Smelters, unknown", "Communities", "3"),
        )
    )
    assert labels(made)[:2] == [
        "Child labour and the debt behind it",
        "Exposure to polluted waste water",
    ]


def test_single_digits_under_the_point_they_answer_are_the_numbers_of_risks(judged):
    made = judged(
        table(
            ("#", "Punt", "Waar", "Ernst", "Kans"),
            ("1", "Kinderarbeid in naaiateliers", "Bangladesh", "5", "4"),
            ("2", "Vervuild afvalwater bij ververijen", "India", "4", "4"),
        ),
        table(
            ("Nr", "Punt", "Maatregel", "Trekker", "Klaar"),
            ("M1", "1", "Leeftijd controleren bij de poort", "P. Vos", "1 mei 2027"),
            ("M2", "1", "Scholing betalen voor allen", "P. Vos", "1 juni 2027"),
            ("M3", "2", "Filter laten plaatsen", "P. Vos", "1 juli 2027"),
        ),
    )
    assert [a.risk for a in made.actions] == ["R1", "R1", "R2"]
