"""What parts a plan, names a risk by number alone or is of the firm's own trade is told apart."""

from judged_files import table

from assessor.model import Block

RISKS = table(
    ("Code", "Wat er mis kan gaan", "Plaats"),
    ("K1", "Kinderarbeid in naaiateliers", "Bangladesh"),
    ("K2", "Vervuild afvalwater", "India"),
)


def block(kind, text, level=None):
    return Block(kind, text, level=level, language="nl")


def test_rows_that_part_a_plan_are_no_actions_and_those_of_the_delivery_are_left_out(judged):
    made = judged(
        RISKS,
        table(
            ("Risico", "Actie", "Wie", "Gereed"),
            ("K1", "Bezoeken met een bond", "J. Smit", "1 mei 2026"),
            ("K2", "Zuivering betalen", "J. Smit", "1 juni 2026"),
            ("Levering van de dienst", "", "", ""),
            ("", "Meters vervangen", "Magazijn", "1 juli 2026"),
        ),
    )
    assert [a.label for a in made.actions] == ["Bezoeken met een bond", "Zuivering betalen"]


def test_what_is_there_already_and_what_is_new_are_two_actions(judged):
    made = judged(
        table(
            ("Nr", "Risico", "Land", "Ernst", "Kans", "Beheersing"),
            (
                "1",
                "Kinderarbeid in naaiateliers",
                "India",
                "5",
                "4",
                "Bestaand: bezoek per jaar. Nieuw: school betalen; J. Smit, Q4 2026",
            ),
            ("2", "Vervuild afvalwater", "India", "4", "4", "Bestaand: meting per maand"),
        )
    )
    assert [(a.label, a.status) for a in made.actions] == [
        ("bezoek per jaar", "ongoing"),
        ("school betalen", "planned"),
        ("meting per maand", "ongoing"),
    ]


def test_risks_of_illness_outage_and_price_are_none_of_this_chain(judged):
    heads = ("Risico", "Kans", "Gevolg", "Maatregel", "Wie")
    own = (
        ("Ziekte in de keuken", "groot", "middel", "Pool uitbreiden", "H. Smit"),
        ("Stroomstoring koeling", "klein", "groot", "Aggregaat huren", "H. Smit"),
        ("Stijgende prijzen", "groot", "groot", "Prijs afspreken", "H. Smit"),
    )
    chain = (("Kinderarbeid op het land", "groot", "groot", "School betalen", "J. Smit"),)
    mixed = judged(table(heads, own[0], *chain, ("Kinderarbeid bij katoen", *chain[0][1:])))
    assert not judged(table(heads, *own)).risks
    assert [r.label for r in mixed.risks] == [
        "Kinderarbeid op het land",
        "Kinderarbeid bij katoen",
    ]


def test_a_heading_with_a_number_alone_is_named_by_its_first_sentence_and_holds_its_actions(judged):
    made = judged(
        block("heading", "Risico’s en wat wij doen", 1),
        block("heading", "Risico 1", 2),
        block("paragraph", "Kinderarbeid komt voor in naaiateliers in India. Wij zagen er vier."),
        block("list_item", "1.1 School betaald aan vier gezinnen (J. Smit, mei 2026)."),
        block("heading", "Risico 2", 2),
        block(
            "paragraph", "Kinderarbeid komt voor bij het plukken van katoen. Wij weten niet waar."
        ),
        block("list_item", "2.1 Plukkers bezoeken (J. Smit, juni 2026)."),
    )
    assert [r.label for r in made.risks] == [
        "Kinderarbeid komt voor in naaiateliers in India",
        "Kinderarbeid komt voor bij het plukken van katoen",
    ]
    assert [(a.label, a.risk) for a in made.actions] == [
        ("School betaald aan vier gezinnen", "R1"),
        ("Plukkers bezoeken", "R2"),
    ]


def test_a_card_under_question_and_answer_is_a_card(judged):
    made = judged(
        table(
            ("Vraag", "Antwoord"),
            ("Wat gaat er mis", "Kinderarbeid op het land"),
            ("Waar", "India"),
            ("Hoe ernstig", "zwaar"),
        )
    )
    assert [(r.label, r.countries) for r in made.risks] == [("Kinderarbeid op het land", ("IN",))]


def test_topics_of_a_plan_are_no_risks_where_nothing_weighs_or_places_them(judged):
    made = judged(
        table(
            ("Onderwerp", "Actie", "Wie", "Gereed"),
            ("Kinderarbeid", "Plukkers bezoeken", "J. Smit", "1 mei 2026"),
            ("Leefbaar loon", "School betalen", "J. Smit", "1 juni 2026"),
        )
    )
    assert not made.risks
    assert [a.label for a in made.actions] == ["Plukkers bezoeken", "School betalen"]
