"""Actions come out of tables with their fields, and each is tied to the risk that it answers."""

from judged_files import table

from assessor.model import Block, Cell

RISKS = table(
    ("Nr", "Risico", "Land", "Ernst"),
    ("R1", "Kinderarbeid in naaiateliers", "Bangladesh", "5"),
    ("R2", "Vervuild afvalwater", "India", "4"),
)


def test_columns_are_known_by_their_cells_when_their_heads_are_not(judged):
    made = judged(
        RISKS,
        table(
            ("Bij", "Wat", "Naam", "Moment", "Stand van zaken"),
            ("R2", "Filter plaatsen bij de ververij", "J. Smit", "1 mei 2027", "loopt"),
            ("R1", "Leeftijd controleren bij de ateliers", "P. Vos", "eind 2027", "gepland"),
        ),
    )
    told = [(a.label, a.risk, a.owner, a.deadline, a.status) for a in made.actions]
    assert told == [
        ("Filter plaatsen bij de ververij", "R2", "J. Smit", "1 mei 2027", "ongoing"),
        ("Leeftijd controleren bij de ateliers", "R1", "P. Vos", "eind 2027", "planned"),
    ]


def test_what_is_not_yet_settled_is_no_owner_deadline_or_target(judged):
    made = judged(
        RISKS,
        table(
            ("Risico", "Maatregel", "Wie", "Wanneer", "Doel"),
            ("R1", "In gesprek gaan", "Nader te bepalen", "Zo snel mogelijk", "–"),
        ),
    )
    (action,) = made.actions
    assert (action.owner, action.deadline, action.kpi) == (None, None, None)
    assert action.status == "unknown"


def test_an_action_with_a_date_is_planned_where_no_status_is_told(judged):
    made = judged(RISKS, table(("Risico", "Actie", "Wanneer"), ("R1", "Bezoek", "1 mei 2027")))
    assert made.actions[0].status == "planned"
    since = judged(RISKS, table(("Risico", "Actie", "Wanneer"), ("R1", "Test", "Sinds mei 2026")))
    assert since.actions[0].status == "ongoing"


def test_a_risk_that_stands_once_holds_for_the_rows_under_it(judged):
    made = judged(
        RISKS,
        table(
            ("Risico", "Actie", "Wie"),
            ("R2 Afvalwater", "Filter plaatsen", "Inkoop"),
            ("", "Water meten", "Inkoop"),
            ("–", "Workshop kleur", "Personeelszaken"),
        ),
    )
    assert [a.risk for a in made.actions] == ["R2", "R2", None]


def test_a_row_over_the_whole_width_names_the_risk_of_the_rows_under_it(judged):
    cells = [Cell(0, c, head, is_header=True) for c, head in enumerate(("Actie", "Wie", "Wanneer"))]
    rows = (
        ("Risico 2: vervuild afvalwater",),
        ("Filter plaatsen", "Inkoop", "1 mei 2027"),
        ("Risico 1: kinderarbeid",),
        ("Leeftijd controleren", "Inkoop", "1 juni 2027"),
    )
    for r, row in enumerate(rows, 1):
        span = 3 if len(row) == 1 else 1
        cells += [Cell(r, c, said, column_span=span) for c, said in enumerate(row)]
    text = "\n".join(["Actie | Wie | Wanneer", *(" | ".join(row) for row in rows)])
    made = judged(RISKS, Block("table", text, language="nl", cells=tuple(cells)))
    assert [(a.label, a.risk) for a in made.actions] == [
        ("Filter plaatsen", "R2"),
        ("Leeftijd controleren", "R1"),
    ]


OWN_WORK = ("–", "Nieuwe website met bestelportaal", "Marketing", "juni 2027")
IN_THE_CHAIN = (
    ("R1", "Leeftijden laten controleren in de naaiateliers", "Inkoop", "mei 2027"),
    ("–", "Naaisters in Bangladesh hun loonstrook laten zien", "Inkoop", "Q3 2027"),
)
PLAN = ("Risico", "Actie", "Wie", "Wanneer")


def test_the_own_work_of_a_firm_is_no_action_among_those_in_its_chain(judged):
    made = judged(RISKS, table(PLAN, *IN_THE_CHAIN, OWN_WORK))
    assert [a.label for a in made.actions] == [said for _, said, *_ in IN_THE_CHAIN]


def test_work_of_the_firm_that_answers_a_risk_is_an_action(judged):
    made = judged(RISKS, table(PLAN, *IN_THE_CHAIN, ("R2", *OWN_WORK[1:])))
    assert made.actions[-1].label == OWN_WORK[1]


def test_a_table_under_the_heading_of_a_risk_answers_that_risk(judged):
    made = judged(
        RISKS,
        Block("heading", "Aanpak van risico R2", level=2, language="nl"),
        table(("Actie", "Wie", "Wanneer"), ("Filter plaatsen", "Inkoop", "1 mei 2027")),
    )
    assert [a.risk for a in made.actions] == ["R2"]


def test_a_second_head_further_down_a_table_is_followed(judged):
    made = judged(
        RISKS,
        table(
            ("Maatregel", "Trekker", "Deadline", "Streefwaarde"),
            ("Uren betalen in plaats van meters", "P. Vos", "1 juli 2027", "alle opdrachten"),
            ("Risico", "Maatregel", "Trekker", "Deadline"),
            ("R1", "Leeftijd controleren", "J. Smit", "1 mei 2027"),
        ),
    )
    assert [(a.label, a.owner) for a in made.actions] == [
        ("Uren betalen in plaats van meters", "P. Vos"),
        ("Leeftijd controleren", "J. Smit"),
    ]


def test_a_date_parts_what_was_read_as_one_column(judged):
    made = judged(
        RISKS,
        table(
            ("Risico", "Actie", "Wie en wanneer"),
            ("R1", "Leeftijd controleren", "P. Vos, 1 mei 2027"),
        ),
    )
    assert (made.actions[0].owner, made.actions[0].deadline) == ("P. Vos", "1 mei 2027")


def test_agreements_on_service_are_no_actions_for_a_risk(judged):
    made = judged(
        Block("heading", "Bijlage: de dienst in cijfers", level=1, language="nl"),
        table(
            ("Afspraak", "Norm", "2026", "Wat we doen"),
            ("Wachttijd aan de telefoon", "60 sec.", "71 sec.", "Nieuw keuzemenu"),
        ),
    )
    assert made.actions == ()
