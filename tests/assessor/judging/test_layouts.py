"""Risks and actions are found in every layout that suppliers give them."""

from judged_files import table

from assessor.model import Block

RISKS = table(
    ("Code", "Wat er mis kan gaan", "Plaats"),
    ("K1", "Kinderarbeid in naaiateliers", "Bangladesh"),
    ("K2", "Vervuild afvalwater", "India"),
)


def labels(made):
    return [r.label for r in made.risks]


def item(text):
    return Block("list_item", text, language="nl")


def heading(text, level=1):
    return Block("heading", text, level=level, language="nl")


def test_several_cards_in_one_table_are_parted_where_their_first_head_comes_again(judged):
    card = (("Onderwerp", ""), ("Waar", ""), ("Hoe ernstig", "zwaar"), ("Kans", "groot"))
    first, second = (
        [(head, {"Onderwerp": what, "Waar": where}.get(head, said)) for head, said in card]
        for what, where in (
            ("Kinderarbeid op het land", "India"),
            ("Kinderarbeid", "Congo-Kinshasa"),
        )
    )
    made = judged(table(*first, *second))
    assert [(r.label, r.countries) for r in made.risks] == [
        ("Kinderarbeid op het land", ("IN",)),
        ("Kinderarbeid", ("CD",)),
    ]


def test_risks_side_by_side_are_told_by_their_columns(judged):
    made = judged(
        table(
            ("", "Kinderarbeid bij kobalt", "Kinderarbeid bij katoen"),
            ("Land", "Congo-Kinshasa", "India"),
            ("Ernst", "Zeer zwaar", "Zwaar"),
            ("Waarschijnlijkheid", "Groot", "Groot"),
        )
    )
    assert [(r.label, r.countries) for r in made.risks] == [
        ("Kinderarbeid bij kobalt", ("CD",)),
        ("Kinderarbeid bij katoen", ("IN",)),
    ]


def test_a_cell_where_country_and_topic_meet_is_a_risk_unless_it_is_low_or_unknown(judged):
    made = judged(
        table(
            ("Land", "Kinderarbeid", "Leefbaar loon", "Kinderarbeid thuis"),
            (
                "China",
                "Laag: leeftijd nagekeken",
                "Hoog: loon per stuk",
                "Onbekend: niet bezocht",
            ),
            (
                "India",
                "Hoog: kinderen in ateliers",
                "Laag: eigen cao",
                "Midden: dochters naaien mee",
            ),
        )
    )
    assert [(r.label, r.countries) for r in made.risks] == [
        ("Hoog: loon per stuk", ("CN",)),
        ("Hoog: kinderen in ateliers", ("IN",)),
        ("Midden: dochters naaien mee", ("IN",)),
    ]


def test_codes_in_a_column_refer_to_the_risks_of_another_table(judged):
    made = judged(
        RISKS,
        table(
            ("Nr.", "Ref.", "Wat er gebeurt", "Aanspreekbaar", "Klaar op", "Waaraan afgemeten"),
            ("M1", "K2", "Filter plaatsen", "J. Smit", "Q3 2027", "Lozing onder de norm"),
            ("M2", "K1", "Leeftijd controleren", "P. Vos", "medio 2027", "Geen kind onder 15"),
        ),
    )
    assert [(a.label, a.risk, a.owner, a.deadline, a.kpi) for a in made.actions] == [
        ("Filter plaatsen", "R2", "J. Smit", "Q3 2027", "Lozing onder de norm"),
        ("Leeftijd controleren", "R1", "P. Vos", "medio 2027", "Geen kind onder 15"),
    ]


def test_what_gives_way_to_a_column_that_is_headed_by_the_action(judged):
    made = judged(
        table(
            ("Wat", "Waar", "Hoe erg", "Wat doen we"),
            ("Kinderarbeid in ateliers", "Bangladesh", "heel erg", "Gezinnen bezoeken in mei"),
            ("Vervuild afvalwater", "India", "erg", "Nog niets"),
        )
    )
    assert labels(made) == ["Kinderarbeid in ateliers", "Vervuild afvalwater"]
    assert [(a.label, a.risk) for a in made.actions] == [("Gezinnen bezoeken in mei", "R1")]


def test_a_measure_beside_an_action_is_its_target_and_an_action_where_it_stands_alone(judged):
    rows = [("Visit the workshops", "J. Smit", "May 2027"), ("Place a filter", "P. Vos", "Q3 2027")]
    heads = ("Action", "Owner", "Due date", "Measure")
    beside = judged(RISKS, table(heads, *[(*row, "None under fifteen") for row in rows]))
    alone = judged(RISKS, table(("Measure", "Owner", "Due date"), *rows))
    assert [(a.label, a.kpi) for a in beside.actions] == [
        (row[0], "None under fifteen") for row in rows
    ]
    assert [(a.label, a.kpi) for a in alone.actions] == [(row[0], None) for row in rows]


def test_of_an_old_and_a_new_date_the_new_one_counts_and_the_old_one_where_there_is_none(judged):
    made = judged(
        RISKS,
        table(
            ("Bij risico", "Wat wij doen", "Gereed (was)", "Gereed (nu)"),
            ("K1", "Leeftijd controleren", "1 mei 2026", "1 mei 2027"),
            ("K2", "Filter plaatsen", "1 juni 2026", "–"),
        ),
    )
    assert [a.deadline for a in made.actions] == ["1 mei 2027", "1 juni 2026"]


def test_who_answers_for_an_action_is_its_owner_and_not_who_carries_it_out(judged):
    made = judged(
        RISKS,
        table(
            ("Voor", "Maatregel", "Uitvoerder", "Verantwoordelijk", "Klaar", "Voortgang"),
            ("K1", "Leeftijd controleren", "Agent", "P. Vos", "Q4 2027", "30%"),
            ("K2", "Filter plaatsen", "Fabriek", "J. Smit", "Q4 2026", "100%"),
        ),
    )
    assert [(a.owner, a.status) for a in made.actions] == [
        ("P. Vos", "ongoing"),
        ("J. Smit", "done"),
    ]


def test_a_response_in_one_cell_is_parted_into_action_owner_date_and_target(judged):
    made = judged(
        table(
            ("ID", "Misstand", "Waar", "Ernst", "Antwoord"),
            (
                "A1",
                "Kinderarbeid",
                "India",
                "5",
                "Scholing betalen. J. Smit, vanaf mei 2027. Doel: 40 kinderen",
            ),
            ("A2", "Vervuild afvalwater", "India", "4", "Geen"),
        )
    )
    (action,) = made.actions
    assert (action.label, action.owner, action.deadline, action.kpi, action.risk) == (
        "Scholing betalen", "J. Smit", "vanaf mei 2027", "40 kinderen", "R1",
    )  # fmt: skip


def test_named_fields_in_the_text_of_a_list_are_those_of_its_actions(judged):
    made = judged(
        heading("Risico 1: Kinderarbeid in Bangladesh", 2),
        "In de ateliers werken kinderen.",
        heading("Risico 2: Kinderarbeid bij de plukkers", 2),
        "In de oogst werken kinderen mee.",
        heading("Maatregelen"),
        item(
            "1. Dorpen in kaart. Wij vragen om namen (risico 2). Trekker: A. Bos. "
            "Gereed: medio 2027. Meetpunt: tien dorpen. Status: nog niet gestart."
        ),
    )
    (action,) = made.actions
    told = (action.label, action.risk, action.owner, action.deadline, action.kpi, action.status)
    assert told == ("Dorpen in kaart", "R2", "A. Bos", "medio 2027", "tien dorpen", "planned")


def test_items_under_a_heading_on_actions_are_actions_with_what_their_brackets_say(judged):
    made = judged(
        heading("Onze acties"),
        item("• We vragen alle afnemers om een lijst."),
        item("• Leveranciers worden aangeschreven (Inkoop, vóór 1 december 2027)."),
    )
    assert [(a.owner, a.deadline) for a in made.actions] == [
        (None, None),
        ("Inkoop", "vóór 1 december 2027"),
    ]


def test_coded_items_under_a_heading_on_risks_are_risks_with_tier_and_country(judged):
    made = judged(
        heading("Te behandelen risico’s"),
        item("R1 Kinderarbeid bij de katoenpluk, Gujarat, India (tier 4). Ernst 5, kans 3."),
        item("R2 Kinderarbeid in naaiateliers, Bangladesh (tier 1). Ernst 4, kans 4."),
    )
    assert [(r.countries, r.tier) for r in made.risks] == [(("IN",), 4), (("BD",), 1)]


def test_risks_of_delivery_and_quality_are_none_of_this_chain(judged):
    made = judged(
        heading("Leveringsrisico’s"),
        table(
            ("Risico", "Kans", "Gevolg", "Maatregel", "Wie"),
            ("Schepen varen om", "Hoog", "Hoog", "Voorraad van tien weken", "Logistiek"),
            ("Dollar wordt duurder", "Hoog", "Laag", "Termijncontract", "Financiën"),
            ("Rits gaat stuk", "Laag", "Laag", "Keuring per partij", "Kwaliteit"),
        ),
    )
    assert made.risks == ()
    assert made.actions == ()


def test_of_a_list_of_the_firms_own_risks_only_those_to_people_count(judged):
    made = judged(
        table(
            ("Nr", "Wat kan er misgaan", "Kans", "Schade", "Hoe pakken we het aan", "Wie"),
            ("1", "Omzet valt weg", "3", "5", "Meer klanten zoeken", "Henk"),
            ("2", "Kinderarbeid in de fabriek", "1", "4", "Navragen bij de importeur", "Truus"),
            ("3", "Hek van de werf stuk", "4", "3", "Camera", "Wiebe"),
            ("4", "Prijs van kabel stijgt", "4", "3", "Prijs afspreken", "Truus"),
        )
    )
    assert labels(made) == ["Kinderarbeid in de fabriek"]
    assert [a.label for a in made.actions] == ["Navragen bij de importeur"]


def test_a_first_row_marked_as_head_on_the_next_page_is_a_row(judged):
    first = table(
        ("Bij", "Actie", "Wie", "Wanneer"), ("K1", "Leeftijd controleren", "P. Vos", "2027")
    )
    second = table(
        ("K2", "Filter plaatsen", "J. Smit", "Q1 2027"), ("K2", "Water meten", "J. Smit", "2027")
    )
    made = judged(RISKS, first, "Vervolg.", second)
    assert [a.label for a in made.actions] == [
        "Leeftijd controleren",
        "Filter plaatsen",
        "Water meten",
    ]


def test_an_action_names_its_risk_by_the_place_where_it_is(judged):
    made = judged(
        RISKS,
        table(
            ("Voor wie of wat", "Wat we doen", "Wie", "Klaar"),
            ("India", "Filter plaatsen", "J. Smit", "Q1 2027"),
            ("Bangladesh", "Scholing betalen", "P. Vos", "Q1 2027"),
        ),
    )
    assert [a.risk for a in made.actions] == ["R2", "R1"]


def test_marks_under_quarters_and_letters_under_names_tell_when_and_who(judged):
    made = judged(
        RISKS,
        table(
            ("Bij risico", "Maatregel", "Inkoop", "Directie", "Q1 2027", "Q2 2027", "Q3 2027"),
            ("K1", "Leeftijd controleren", "R", "A", "x", "x", ""),
            ("K2", "Filter plaatsen", "R", "I", "", "", "x"),
        ),
    )
    assert [(a.owner, a.deadline) for a in made.actions] == [
        ("Directie", "Q2 2027"),
        ("Inkoop", "Q3 2027"),
    ]


def test_a_name_with_named_fields_on_the_lines_under_it_is_one_action(judged):
    made = judged(
        RISKS,
        heading("Wat volgt"),
        "Filter plaatsen bij de ververij",
        "Bij risico: K2",
        "Trekker: J. Smit",
        "Gereed: Q3 2027",
        "Leeftijd controleren",
        "Bij risico: K1",
        "Trekker: P. Vos",
        "Gereed: afgerond in mei 2026",
    )
    assert [(a.label, a.risk, a.owner, a.status) for a in made.actions] == [
        ("Filter plaatsen bij de ververij", "R2", "J. Smit", "planned"),
        ("Leeftijd controleren", "R1", "P. Vos", "done"),
    ]


def test_numbers_without_a_head_that_skip_some_are_those_of_the_risks(judged):
    made = judged(
        table(
            ("Nr", "Risico", "Land"),
            ("1", "Kinderarbeid in naaiateliers", "Bangladesh"),
            ("2", "Vervuild afvalwater", "India"),
            ("3", "Kinderarbeid bij de oogst", "Vietnam"),
        ),
        table(
            ("", "Actie", "Wie", "Wanneer"),
            ("1", "Brief sturen", "J. Smit", "Q1 2027"),
            ("3", "Bellen", "P. Vos", "Q2 2027"),
            ("–", "Folder maken", "P. Vos", "Q3 2027"),
        ),
    )
    assert [a.risk for a in made.actions] == ["R1", "R3", None]


def test_cells_with_a_score_behind_them_are_risks_of_their_row(judged):
    made = judged(
        table(
            ("Product", "Land", "Mensen", "Natuur"),
            (
                "Katoen",
                "India",
                "Kinderarbeid bij de pluk (5)",
                "Vervuild afvalwater uit ververij (3)",
            ),
            ("Leer", "Pakistan", "Kinderarbeid in de looierij (4)", "–"),
        )
    )
    assert [(r.label, r.countries) for r in made.risks] == [
        ("Kinderarbeid bij de pluk (5)", ("IN",)),
        ("Vervuild afvalwater uit ververij (3)", ("IN",)),
        ("Kinderarbeid in de looierij (4)", ("PK",)),
    ]


def test_items_that_each_name_a_topic_and_a_country_are_risks_without_a_heading_that_says_so(
    judged,
):
    made = judged(
        heading("Achter de vlam"),
        item("• Kinderarbeid bij de oogst in India. Een bond telde er veertig."),
        item("• Kinderarbeid in de mijnen van Congo-Kinshasa. De mijn kennen we niet."),
        item("• Kinderarbeid in ateliers in Bangladesh. Gezien bij een bezoek."),
    )
    assert [r.countries for r in made.risks] == [("IN",), ("CD",), ("BD",)]


def test_a_heading_that_names_who_answers_holds_for_the_items_under_it(judged):
    made = judged(
        RISKS,
        heading("Ververij in India – trekker: mr. K. Wessels"),
        item("• De ververij plaatst een filter: 1 september 2027."),
        item("• De uitslag gaat naar de bewoners."),
    )
    assert [(a.owner, a.risk) for a in made.actions] == [("mr. K. Wessels", "R2")] * 2


def test_a_time_line_tells_actions_with_the_date_before_them(judged):
    made = judged(
        RISKS,
        heading("Mijlpalen"),
        "Q1 2026: Filter plaatsen in India. [##########] klaar (Inkoop).",
        "Q4 2027: Scholing betalen in Bangladesh. [·····] Trekker: J. Smit. Meetlat: 40 kinderen.",
    )
    told = [(a.label, a.risk, a.owner, a.deadline, a.kpi) for a in made.actions]
    assert told == [
        ("Filter plaatsen in India", "R2", "Inkoop", "Q1 2026", None),
        ("Scholing betalen in Bangladesh", "R1", "J. Smit", "Q4 2027", "40 kinderen"),
    ]


def test_what_follows_on_the_name_of_who_answers_is_no_part_of_it(judged):
    made = judged(
        heading("Acties 2027"),
        item(
            "1. Namen vragen aan de importeur. Trekker: D. Smit, inkoop. Af te ronden eind Q3 2027."
        ),
        item("2. Brief sturen. Trekker: P. Vos."),
    )
    assert made.actions[0].owner == "D. Smit, inkoop"
    assert "Q3 2027" in made.actions[0].deadline


def test_a_deadline_is_read_from_its_first_word_on(judged):
    made = judged(
        heading("Acties 2027"),
        item("1. Namen vragen aan de importeur. Trekker: D. Smit. Af te ronden begin september."),
        item("2. Brief sturen. Trekker: P. Vos."),
    )
    assert made.actions[0].deadline == "begin september"


def test_those_with_whom_a_supplier_spoke_are_no_actions(judged):
    made = judged(
        RISKS,
        heading("Gesprekken en vervolg"),
        "Voor deze analyse spraken wij met twee organisaties van werknemers.",
        item("Vrouwenhuis Malar, in Dindigul op 11 februari 2026. Het raadde ons aan te blijven."),
        item("Vakbond Sramik, in Gazipur op 22 april 2026. De bond vroeg om hogere prijzen."),
        heading("Vervolg"),
        "Dit volgt daarop:",
        item("In april 2027 bezoekt de inkoper de fabriek in Gazipur."),
    )
    assert [a.label for a in made.actions] == [
        "In april 2027 bezoekt de inkoper de fabriek in Gazipur"
    ]
