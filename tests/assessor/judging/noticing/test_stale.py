"""What had passed, run out or grown old on the day of the document itself."""

from datetime import date

import pytest
from builders import evidence
from judged_files import table, word_file

from assessor.judging.noticing.aged import on_late_report, on_old_grounds
from assessor.judging.noticing.stale import days_of_issue, on_stale_dates
from assessor.model import Action, Block

ISSUED = table(("Datum", "14 maart 2026"), ("Van", "Ons"))


def stale(case, *blocks, actions=(), **more):
    made = case(ISSUED, *blocks, **more)
    return list(on_stale_dates(made, actions, days_of_issue(made)))


def action(deadline, status="planned"):
    return Action(
        "A1", "Nooduitgangen vrijmaken", "R1", None, deadline, None, status, (evidence(),)
    )


def test_a_certificate_that_has_run_out_is_told_with_its_date_and_that_of_the_document(case):
    (found,) = stale(case, "Het certificaat van de fabriek is geldig tot en met 30 juni 2025.")
    assert (found.kind, found.cause) == ("stale", "no_longer_valid")
    assert "30 juni 2025" in found.title.nl
    assert found.evidence[0].quote.startswith("Het certificaat")
    assert "14 maart 2026" in found.evidence[0].reasons[0].nl


@pytest.mark.parametrize(
    "told",
    [
        "Het certificaat van de fabriek is geldig tot en met 30 juni 2027.",
        "Het certificaat was geldig tot 30 juni 2025 en is verlengd.",
        "Het certificaat was geldig tot 30 juni 2025; nu is het verlopen.",
    ],
)
def test_what_still_holds_or_is_told_openly_is_not_stale(case, told):
    assert not stale(case, told)


def test_a_plan_for_a_day_that_has_passed_is_told(case):
    (found,) = stale(case, "Wendelien evalueert het plan in het najaar van 2025.")
    assert found.cause == "plan_passed"


@pytest.mark.parametrize(
    "told",
    [
        "In het najaar van 2025 evalueerden wij het plan, en dat heeft veel geleerd.",
        "Wij zullen het plan van 3 maart 2025 in 2027 herzien.",
        "Wij zullen het plan uiterlijk in juni 2026 herzien.",
        "Op 3 maart 2025 besloot de directie om te gaan betalen.",
    ],
)
def test_what_is_told_as_past_or_still_lies_ahead_is_not_stale(case, told):
    assert not stale(case, told)


def test_an_action_whose_deadline_has_passed_is_told_under_its_own_name(case):
    (found,) = stale(case, "Tekst.", actions=[action("30 juni 2025")])
    assert (found.cause, found.subject) == ("deadline_passed", "A1")
    assert "Nooduitgangen vrijmaken" in found.title.nl


@pytest.mark.parametrize(
    ("deadline", "status"),
    [
        ("30 juni 2025", "done"),
        ("30 juni 2027", "planned"),
        ("1 maart 2023", "ongoing"),
        ("sinds 1 juni 2025", "planned"),
        (None, "planned"),
        ("zo snel mogelijk", "planned"),
    ],
)
def test_what_is_done_or_lies_ahead_or_merely_began_then_is_not_late(case, deadline, status):
    assert not stale(case, "Tekst.", actions=[action(deadline, status)])


def test_a_row_that_says_itself_that_it_has_not_begun_is_told(case):
    rows = table(
        ("Wat", "Klaar", "Stand"), ("Brief aan de fabriek", "1 mei 2025", "Nog niet begonnen")
    )
    (found,) = stale(case, rows)
    assert found.cause == "deadline_passed"


def test_a_row_that_runs_since_a_date_is_not_late(case):
    rows = table(("Wat", "Klaar", "Stand"), ("Brief aan de fabriek", "vanaf 1 mei 2025", "Loopt"))
    assert not stale(case, rows)


def test_a_document_without_a_date_is_younger_than_what_it_tells_as_past(case):
    blocks = (
        "Op 4 november 2025 bezochten wij de fabriek in Savar.",
        "Het certificaat van de fabriek is geldig tot en met 30 juni 2025.",
    )
    made = case(*blocks)
    (found,) = on_stale_dates(made, (), days_of_issue(made))
    assert "4 november 2025" in found.evidence[0].reasons[0].nl


def test_without_any_date_of_the_document_nothing_is_called_late(case):
    made = case("Het certificaat van de fabriek is geldig tot en met 30 juni 2025.")
    assert not list(on_stale_dates(made, (), days_of_issue(made)))


def test_where_the_document_has_no_date_the_day_on_which_it_came_in_counts(case):
    made = case(
        "Het certificaat van de fabriek is geldig tot en met 30 juni 2025.",
        received_on=date(2026, 1, 9),
    )
    (found,) = on_stale_dates(made, (), days_of_issue(made))
    assert "2026-01-09" in found.evidence[0].reasons[0].nl


def old(case, *blocks):
    made = case(ISSUED, *blocks)
    return [f.cause for f in on_old_grounds(made, days_of_issue(made))]


def note(text):
    return Block("footnote", text, language="nl")


def test_old_sources_audits_and_policies_are_told(case):
    assert old(case, note("Textielkring Oost, Sectorbeeld veiligheidsschoenen, 2016.")) == [
        "old_source"
    ]
    assert old(case, note("SMETA-auditrapport van de fabriek in Hat Yai, 9 mei 2022.")) == [
        "old_proof"
    ]
    assert old(case, "Ons mensenrechtenbeleid is van mei 2017 en geldt voor alle inkoop.") == [
        "old_document"
    ]


@pytest.mark.parametrize(
    "told",
    [
        note("Textielkring Oost, Sectorbeeld veiligheidsschoenen, 2023."),
        note("ILO, Verdrag 138 over de minimumleeftijd, 1973."),
        note("SMETA-auditrapport van de fabriek in Hat Yai, 9 mei 2025."),
        "Ons inkoopbeleid is op 4 juni 2024 vastgesteld.",
        "In 2009 begonnen wij met twee mensen en een bus.",
    ],
)
def test_recent_sources_conventions_and_history_are_not_old_grounds(case, told):
    assert not old(case, told)


def test_a_report_that_came_in_long_after_its_year_is_told(case):
    title = Block("heading", "Jaarverslag keten 2023", language="nl")
    late = case(documents=(word_file(title, "Tekst."),), received_on=date(2026, 1, 9))
    (found,) = on_late_report(late, days_of_issue(late))
    assert found.cause == "late_report"
    soon = case(documents=(word_file(title, "Tekst."),), received_on=date(2024, 3, 1))
    assert not list(on_late_report(soon, days_of_issue(soon)))
