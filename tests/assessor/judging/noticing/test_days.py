"""Dates as texts name them, and the day on which a document was made."""

from datetime import date

import pytest
from judged_files import table, word_file

from assessor.judging.noticing.days import spans
from assessor.judging.noticing.issued import issued
from assessor.model import Block


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("uiterlijk 1 juni 2026", date(2026, 6, 1), date(2026, 6, 1)),
        ("by March 24, 2026", date(2026, 3, 24), date(2026, 3, 24)),
        ("in maart 2025", date(2025, 3, 1), date(2025, 3, 31)),
        ("Q3 2025", date(2025, 7, 1), date(2025, 9, 30)),
        ("in het najaar van 2025", date(2025, 9, 1), date(2025, 12, 31)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("t/m 30-06-2024", date(2024, 6, 30), date(2024, 6, 30)),
        ("in 2025", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_date_is_read_from_its_first_to_its_last_day(text, first, last):
    (span,) = spans(text)
    assert (span.first, span.last) == (first, last)


def test_a_date_in_figures_that_can_be_read_in_two_ways_ends_at_the_later():
    (span,) = spans("03/04/2026")
    assert (span.first, span.last) == (date(2026, 3, 4), date(2026, 4, 3))


@pytest.mark.parametrize("text", ["2.025 stuks", "FY26", "€ 2025", "2024–2028"])
def test_what_is_no_date_is_not_read_as_a_day(text):
    assert all(span.is_a_year for span in spans(text))


@pytest.mark.parametrize(
    "blocks",
    [
        (table(("Opdrachtgever", "Dienst X"), ("Datum", "14-03-2025")), "Tekst."),
        (
            table(
                ("Overeenkomst", "Kleding, getekend 1 mei 2024"),
                ("Versie", "2.0 van 14 maart 2025; vervangt versie 1 van 3 april 2025"),
            ),
        ),
        ("Tiel, 14 maart 2025 Kenmerk: WV/25-0211/pb", "Geachte mevrouw,"),
        ("Datum", "14 maart 2025"),
        ("Eerste zin.", *("Nog een zin." for _ in range(12)), "Meppel, 14 maart 2025"),
    ],
)
def test_the_day_of_issue_is_the_one_that_the_document_gives_as_its_own(blocks):
    found = issued(word_file(*blocks))
    assert found is not None
    assert found.day == date(2025, 3, 14)


def test_a_report_of_a_year_was_made_after_it():
    title = Block("heading", "Jaarverslag keten 2025", language="nl")
    found = issued(word_file(title, "Tekst."))
    assert found is not None
    assert found.day == date(2025, 12, 31)


def test_the_day_of_the_contract_is_not_that_of_the_document():
    assert issued(word_file(table(("Overeenkomst", "Kleding, 1 mei 2024"), ("Van", "Ons")))) is None
