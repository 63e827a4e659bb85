from judged_files import table, word_file

from assessor.model import Block


def level(assessment, code):
    topics = [t for theme in assessment.themes for t in theme.topics]
    return next(j for j in (*assessment.measures, *topics) if j.code == code)


def test_every_question_is_judged_once_and_in_order(judged):
    made = judged("Dit gaat nergens over, al is het een hele zin.")
    assert [m.code for m in made.measures] == ["2.4", "6.2"]
    assert [t.code for theme in made.themes for t in theme.topics] == ["labour.child_labour"]


def test_nothing_found_is_level_zero_with_what_an_answer_would_hold(judged):
    found = level(judged("Het kantoor staat al jaren in Leeuwarden."), "2.4")
    assert found.level == 0
    assert found.evidence == ()
    assert found.missing


def test_a_quote_stands_verbatim_in_the_document(judged):
    text = "Wij wegen de ernst en de waarschijnlijkheid van elk risico voor werknemers."
    evidence = level(judged(f"Eerst dit. {text} En dan dat."), "2.4").evidence
    assert [e.quote for e in evidence] == [text]


def test_a_level_comes_with_reasons_in_both_languages(judged):
    evidence = level(judged("Wij wegen de ernst en de waarschijnlijkheid van risico's."), "2.4")
    reasons = evidence.evidence[0].reasons
    assert any("ernst" in r.nl and "ernst" in r.en for r in reasons)


def test_what_another_document_covers_is_not_expected_here(judged):
    assert not level(judged("Een zin over iets anders dan dit."), "6.2").expected
    unknown = judged("Een zin over iets anders dan dit.", file="brief.docx")
    assert level(unknown, "6.2").expected


def test_a_denial_is_a_finding_and_no_evidence(judged):
    made = judged("Kinderarbeid is in onze keten niet aangetroffen en komt niet voor.")
    assert level(made, "labour.child_labour").level == 0
    denial = next(f for f in made.findings if f.kind == "denial")
    assert denial.subject == "labour.child_labour"
    assert "Kinderarbeid" in denial.evidence[0].quote


def test_a_gap_says_not_found_in_these_documents(judged):
    gap = next(f for f in judged("Een zin over niets bijzonders hier.").findings if f.kind == "gap")
    assert "In deze documenten" in gap.explanation.nl
    assert gap.questions


def test_risks_are_read_from_a_table_whatever_its_columns_are_called(judged):
    made = judged(
        table(
            ("Mogelijke misstand", "Waar", "Prioriteit"),
            ("Kinderarbeid in de naaiateliers", "Bangladesh", "Hoog"),
            ("Te lange werkdagen bij spoed", "Vietnam", "Laag"),
        )
    )
    assert [(r.id, r.countries, r.prioritised) for r in made.risks] == [
        ("R1", ("BD",), True),
        ("R2", ("VN",), False),
    ]
    assert made.risks[0].topic == "labour.child_labour"


def test_actions_are_read_with_owner_deadline_and_the_risk_they_answer(judged):
    made = judged(
        table(
            ("Risico", "Land"),
            ("Kinderarbeid in naaiateliers", "Bangladesh"),
            ("Vervuild afvalwater", "India"),
        ),
        table(
            ("Risico", "Maatregel", "Wie", "Wanneer", "Status"),
            (
                "Kinderarbeid naaiateliers",
                "Leeftijd controleren",
                "Inkoop",
                "1 mei 2027",
                "gepland",
            ),
        ),
    )
    (action,) = made.actions
    assert (action.risk, action.owner, action.deadline) == ("R1", "Inkoop", "1 mei 2027")
    assert action.status == "planned"
    orphans = [f.subject for f in made.findings if f.kind == "orphan_risk"]
    assert orphans == ["R2"]


def test_at_most_five_findings_come_first(judged):
    made = judged(
        table(("Risico", "Land"), *((f"Misstand nummer {n}", "India") for n in range(12))),
        table(("Actie", "Wie"), ("Leeftijden controleren in de fabriek", "Directie")),
    )
    assert sum(f.priority == 1 for f in made.findings) == 5


def test_a_language_that_is_not_judged_is_said(judged):
    made = judged("Wir lehnen Kinderarbeit strikt ab.", languages=("de",))
    assert any("de" in limit.nl for limit in made.limits)


def test_the_same_documents_give_the_same_assessment(judged):
    blocks = ("Wij wegen de ernst van risico's.", "Er is een meldpunt voor werknemers.")
    assert judged(*blocks) == judged(*blocks)


def test_several_documents_are_one_submission(judged):
    first = word_file("Een zin over niets bijzonders hier.", file="risicoanalyse.docx")
    second = word_file("In 2025 ontving het meldpunt 14 meldingen uit Dhaka.", file="verslag.docx")
    made = judged(documents=(first, second))
    assert level(made, "6.2").evidence[0].document == 1


def test_risks_numbered_in_a_language_that_is_not_judged_name_no_topic(judged):
    german = Block("heading", "1. Kinderarbeit", level=1, language="de")
    more = Block("heading", "2. Kinderarbeit", level=1, language="de")
    assert judged(german, "Text.", more, "Text.").risks == ()
