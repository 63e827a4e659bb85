"""Tables that no list of heads foresaw are read by what their cells tell."""

from judged_files import table

from assessor.model import Block

RISKS = table(
    ("Code", "Wat er mis kan gaan", "Plaats"),
    ("K1", "Kinderarbeid in naaiateliers", "Bangladesh"),
    ("K2", "Vervuild afvalwater", "India"),
)


def labels(made):
    return [r.label for r in made.risks]


def test_every_bullet_under_now_and_later_is_an_action_by_then_unless_it_tells_its_own_date(judged):
    made = judged(
        RISKS,
        table(
            ("Nu", "Straks", "Later"),
            (
                "• Leeftijd controleren bij de poort (P. Vos, 1 mei) • Filter plaatsen in India",
                "• Scholing betalen voor allen (Inkoop, september, doel: allen op school)",
                "• Niets",
            ),
        ),
    )
    assert [(a.label, a.owner, a.deadline, a.kpi) for a in made.actions] == [
        ("Leeftijd controleren bij de poort", "P. Vos", "1 mei", None),
        ("Filter plaatsen in India", None, "Nu", None),
        ("Scholing betalen voor allen", "Inkoop", "september", "allen op school"),
    ]


def test_months_over_the_columns_are_a_plan_with_what_stands_at_the_left_for_its_risk(judged):
    made = judged(
        RISKS,
        table(
            ("Risico", "0-6 maanden", "6-12 maanden"),
            (
                "Kinderarbeid in naaiateliers",
                "Namen vragen aan de importeur",
                "Scholing betalen voor allen",
            ),
        ),
    )
    assert [(a.label, a.deadline, a.risk) for a in made.actions] == [
        ("Namen vragen aan de importeur", "0-6 maanden", "R1"),
        ("Scholing betalen voor allen", "6-12 maanden", "R1"),
    ]


def test_numbers_by_stage_are_no_plan(judged):
    made = judged(table(("", "Dit jaar", "Volgend jaar"), ("Klachten", "4", "3")))
    assert made.actions == ()


def test_items_in_the_cell_of_one_risk_are_actions_of_that_risk(judged):
    made = judged(
        table(
            ("Risico", "Land", "Maatregel"),
            (
                "Kinderarbeid in naaiateliers",
                "India",
                "1. Leeftijd controleren 2. Scholing betalen",
            ),
            ("Vervuild afvalwater", "India", "a) Filter plaatsen b) Water meten"),
        )
    )
    assert [(a.label, a.risk) for a in made.actions] == [
        ("Leeftijd controleren", "R1"),
        ("Scholing betalen", "R1"),
        ("Filter plaatsen", "R2"),
        ("Water meten", "R2"),
    ]


def test_what_of_a_card_that_says_who_is_hurt_and_how_badly_is_a_risk(judged):
    made = judged(
        table(
            ("Wat", "Kinderarbeid in ateliers aan huis"),
            ("Wie wordt geraakt", "Meisjes van tien jaar"),
            ("Waar", "India"),
            ("Hoe erg", "5 van 5"),
            ("Wat wij doen", "• Leeftijd controleren (P. Vos, 1 mei) • Scholing betalen"),
        ),
        table(
            ("Wat", "Scholing betalen voor allen"), ("Wie", "J. Smit"), ("Wanneer", "1 mei 2027")
        ),
    )
    assert labels(made) == ["Kinderarbeid in ateliers aan huis"]
    assert [(a.label, a.owner) for a in made.actions] == [
        ("Leeftijd controleren", "P. Vos"),
        ("Scholing betalen", None),
        ("Scholing betalen voor allen", "J. Smit"),
    ]


def test_a_card_without_a_name_is_called_by_what_stands_above_it(judged):
    made = judged(
        Block("heading", "Kinderarbeid bij de pluk", level=2, language="nl"),
        table(("Wie wordt geraakt", "Meisjes"), ("Waar", "India"), ("Hoe erg", "zwaar")),
    )
    assert [(r.label, r.countries) for r in made.risks] == [("Kinderarbeid bij de pluk", ("IN",))]


def test_cells_that_end_in_a_colour_are_risks_wherever_the_head_of_the_table_is(judged):
    made = judged(
        table(
            ("India – katoen", "Kinderarbeid op het land (rood)", "–"),
            ("Pakistan – leer", "Kinderarbeid aan huis (geel)", "Vervuild afvalwater (oranje)"),
        )
    )
    assert [(r.label, r.countries) for r in made.risks] == [
        ("Kinderarbeid op het land (rood)", ("IN",)),
        ("Kinderarbeid aan huis (geel)", ("PK",)),
        ("Vervuild afvalwater (oranje)", ("PK",)),
    ]


def test_the_column_that_tells_harm_is_the_risk_where_no_head_says_so(judged):
    made = judged(
        table(
            ("Tag", "Waar het zit", "Wat er stuk gaat", "Last", "Kop", "Krab"),
            ("T1", "Ververij in Tirupur, India", "Gif in de rivier achter de hal", "5", "4", "3"),
            ("T2", "Atelier in Dhaka, Bangladesh", "Meisjes van tien naaien mee", "4", "4", "2"),
        )
    )
    assert [(r.label, r.countries) for r in made.risks] == [
        ("Gif in de rivier achter de hal", ("IN",)),
        ("Meisjes van tien naaien mee", ("BD",)),
    ]


def test_who_bears_it_and_a_score_tell_a_risk_under_heads_that_nobody_knows(judged):
    made = judged(
        table(
            ("Regel", "Verhaal", "Op wie", "Z/A/H"),
            ("A", "Kinderarbeid op het land", "Twaalf gezinnen", "5/2/5"),
            ("B", "Het pad over de begraafplaats", "Dezelfde families", "4/2/5"),
        )
    )
    assert labels(made) == ["Kinderarbeid op het land", "Het pad over de begraafplaats"]


def test_words_and_prices_that_are_explained_are_no_risks(judged):
    made = judged(
        Block("heading", "Begrippen", level=2, language="nl"),
        table(("Maatregel", "wat de kans verkleint"), ("Kinderarbeid", "werk onder de 15 jaar")),
        table(
            ("Stroom", "Ton", "Koper", "Prijsrisico"),
            ("Papier, ook van kinderarbeid", "40", "Molen", "Laag"),
            ("Folie", "30", "Fabriek in India", "Hoog"),
        ),
    )
    assert made.risks == ()


def test_a_promise_is_an_action_as_far_as_yes_no_or_partly_says(judged):
    made = judged(
        RISKS,
        table(
            ("Beloofd", "Uitgekomen?", "Hoe dat komt"),
            ("Leeftijd controleren bij de poort", "ja", "Sinds mei"),
            ("Filter plaatsen bij de ververij", "bijna", "Levering te laat"),
            ("Scholing betalen voor allen", "nee", "Geen geld"),
        ),
    )
    assert [(a.label, a.status) for a in made.actions] == [
        ("Leeftijd controleren bij de poort", "done"),
        ("Filter plaatsen bij de ververij", "ongoing"),
        ("Scholing betalen voor allen", "planned"),
    ]


def test_a_row_that_names_a_country_says_where_the_risks_under_it_are(judged):
    made = judged(
        table(
            ("Risico", "Ernst", "Kans"),
            ("BANGLADESH", "", ""),
            ("Kinderarbeid in ateliers", "5", "4"),
            ("INDIA", "", ""),
            ("Vervuild afvalwater", "4", "4"),
        )
    )
    assert [(r.label, r.countries) for r in made.risks] == [
        ("Kinderarbeid in ateliers", ("BD",)),
        ("Vervuild afvalwater", ("IN",)),
    ]


def test_a_list_of_harm_without_dates_or_deeds_is_a_list_of_risks(judged):
    made = judged(
        Block("heading", "Wat eerst", level=1, language="nl"),
        Block("list_item", "1. Gif in de groeve. Mannen hoesten bloed.", language="nl"),
        Block("list_item", "2. De wei van het dorp. Gezinnen zijn hun grond kwijt.", language="nl"),
        Block("list_item", "3. Kinderarbeid aan de lijn. Zwaar, voor velen.", language="nl"),
    )
    assert [label.partition(".")[0] for label in labels(made)] == [
        "Gif in de groeve",
        "De wei van het dorp",
        "Kinderarbeid aan de lijn",
    ]


def test_a_line_that_begins_with_the_field_of_an_action_is_one(judged):
    made = judged(
        RISKS,
        "Doen: Filter plaatsen bij de ververij. Wie: J. Smit. Wanneer: mei 2027. Stand: loopt.",
        "Doen: Leeftijd controleren aan de poort. Wie: P. Vos. Wanneer: juni 2027. Stand: klaar.",
    )
    assert [(a.label, a.owner, a.deadline, a.status) for a in made.actions] == [
        ("Filter plaatsen bij de ververij", "J. Smit", "mei 2027", "ongoing"),
        ("Leeftijd controleren aan de poort", "P. Vos", "juni 2027", "done"),
    ]
