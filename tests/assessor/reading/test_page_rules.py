"""Tables of real submissions that the page's own rules, or no lines at all, would hide."""

from pathlib import Path

from assessor.reading.limits import default_limits
from assessor.reading.pdf import read_pdf

TUNE = Path(__file__).parents[3] / "corpora" / "gold" / "tune"


def rows_of(folder, page):
    (file,) = (TUNE / folder).glob("*.pdf")
    reading = read_pdf(file.read_bytes(), default_limits())
    tables = [b for b in reading.blocks if b.kind == "table" and b.page == page]
    return [
        [
            [c.text for c in table.cells if c.row == row]
            for row in sorted({c.row for c in table.cells})
        ]
        for table in tables
    ]


def test_the_rules_of_a_running_head_and_a_footer_are_no_lines_of_the_table_between_them():
    (first,) = rows_of("33-zomerkade", 3)
    assert first[0] == [
        "Code",
        "Wat er mis kan gaan of misgaat",
        "Plaats in de keten",
        "Onze rol en waarom",
    ]
    assert [row[0] for row in first[1:]] == ["K1", "K2", "K3"]
    (second,) = rows_of("33-zomerkade", 4)
    assert [row[0] for row in second] == ["Code", "K4", "K5", "K6", "K7"]


def test_two_tables_with_prose_between_them_are_two_where_their_lines_are_equally_wide():
    commitments, service = rows_of("38-fennimore", 4)
    assert service[0] == ["Service commitment", "Result", "Status"]
    assert len(commitments) == 9


def test_a_row_under_the_last_line_of_a_table_is_its_last_row():
    (table,) = rows_of("33-zomerkade", 7)
    assert table[-1][0] == "Biologisch aandeel zuivel"


def test_white_space_parts_rows_where_no_line_does_and_the_first_column_is_often_empty():
    tables = rows_of("27-oosterlaak", 3)
    assert [row[0] for row in tables[-1]][:4] == [
        "Kwartaal",
        "Q1 2026",
        "Q3 2026",
        "Beschermkappen op vijf zagen; wij betalen de helft",
    ]
    assert len(tables[-1]) == 11


def test_a_note_and_a_heading_between_two_registers_are_in_neither():
    people, product = rows_of("26-quillmark", 3)
    assert people[-1][:2] == ["HR-10", "CO2 of air freight and aluminium housings"]
    assert product[0][0] == "ID"
    assert product[1][0] == "PR-01"
