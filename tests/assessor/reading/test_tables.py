import pytest
from printed import BOLD, Printed

from assessor.reading.limits import default_limits
from assessor.reading.pdf import read_pdf

MATRIX = (
    ("Risico", "Land", "Eigenaar", "Datum"),
    ("Kinderarbeid", "India", "Inkoop", "2025"),
    ("Lage lonen", "Bangladesh", "Inkoop", "2026"),
    ("Afvalwater", "Turkije", "Milieu", "2026"),
    ("Overwerk", "China", "Inkoop", "2027"),
)
XS = (60, 180, 290, 400, 500)
YS = tuple(100 + 18 * n for n in range(6))


def tables(page):
    reading = read_pdf(page.bytes(), default_limits())
    return [block for block in reading.blocks if block.kind == "table"]


@pytest.mark.parametrize(
    ("upright", "flat"), [(True, True), (False, True), (True, False), (False, False)]
)
def test_a_matrix_is_found_whatever_lines_it_has(upright, flat):
    (block,) = tables(Printed().table(XS, YS, MATRIX, upright=upright, flat=flat))
    assert block.text == "\n".join(" | ".join(row) for row in MATRIX)
    assert [cell.text for cell in block.cells if cell.row == 2] == list(MATRIX[2])


def test_cells_lie_on_the_page_where_their_lines_are():
    (block,) = tables(Printed().table(XS, YS, MATRIX))
    cell = next(cell for cell in block.cells if cell.text == "Bangladesh")
    assert cell.page == 1
    assert cell.box == pytest.approx((180, 136, 290, 154), abs=1)


def test_the_row_of_names_is_the_header():
    (block,) = tables(Printed().table(XS, YS, MATRIX))
    assert {cell.row for cell in block.cells if cell.is_header} == {0}


def test_a_cell_without_a_line_inside_spans_columns():
    page = Printed().table(
        (60, 180, 290, 400), YS[1:4], (("Spanje", "12", "13"), ("Italië", "14", "15"))
    )
    page.rule(60, 100, 400, 100).rule(60, 100, 60, 118).rule(180, 100, 180, 118)
    page.rule(400, 100, 400, 118).text(183, 112, "Bezoeken")
    (block,) = tables(page)
    head = next(cell for cell in block.cells if cell.text == "Bezoeken")
    assert (head.row, head.column, head.column_span) == (0, 1, 2)


def test_a_cell_of_several_lines_is_one_cell():
    page = Printed().table(XS, (100, 150, 200, 250), (MATRIX[0], MATRIX[1], MATRIX[2]))
    page.text(63, 174, "bij spinnerijen")
    (block,) = tables(page)
    assert "Kinderarbeid bij spinnerijen" in [cell.text for cell in block.cells]


def test_prose_in_two_columns_is_no_table():
    page = Printed()
    for number in range(12):
        page.text(60, 100 + 13 * number, "De leverancier bezoekt elk jaar drie fabrieken")
        page.text(320, 100 + 13 * number, "en spreekt daar zonder leiding met werknemers")
    assert tables(page) == []


def test_a_box_around_prose_is_no_table():
    page = Printed().table((60, 400), (90, 160), ())
    page.lines(66, 104, ["Let op: dit kader is geen tabel maar", "een opmerking bij de tekst."] * 2)
    assert tables(page) == []


def test_text_after_a_table_stays_outside_it():
    page = (
        Printed().table(XS, YS, MATRIX).text(60, 230, "Bron: eigen onderzoek van de leverancier.")
    )
    reading = read_pdf(page.bytes(), default_limits())
    assert [block.kind for block in reading.blocks] == ["table", "paragraph"]


def test_bold_names_without_lines_head_their_columns():
    page = Printed().table(XS, YS, MATRIX[:1], upright=False, flat=False, font=BOLD)
    page.table(XS, YS[1:], MATRIX[1:], upright=False, flat=False)
    (block,) = tables(page)
    assert [cell.text for cell in block.cells if cell.is_header] == list(MATRIX[0])


def test_a_table_goes_on_over_the_page_under_its_first_heads():
    page = Printed().table(XS, YS[:4], MATRIX[:3]).page()
    page.table(XS, YS[:4], (MATRIX[0], *MATRIX[3:]))
    (block,) = tables(page)
    assert block.text == "\n".join(" | ".join(row) for row in MATRIX)
    assert {cell.page for cell in block.cells} == {1, 2}
    assert {line.page for line in block.lines} == {1, 2}
    assert {cell.row for cell in block.cells if cell.is_header} == {0}


def test_a_table_that_goes_on_without_heads_is_joined_too():
    page = Printed().table(XS, YS[:4], MATRIX[:3]).page().table(XS, YS[:3], MATRIX[3:])
    (block,) = tables(page)
    assert block.text == "\n".join(" | ".join(row) for row in MATRIX)


def test_the_rest_of_a_row_on_the_next_page_belongs_to_that_row():
    page = Printed().table(XS, YS[:4], MATRIX[:3]).page()
    page.table(XS, YS[:4], (("", "en Nepal", "", ""), *MATRIX[3:]))
    (block,) = tables(page)
    assert "Bangladesh en Nepal" in [cell.text for cell in block.cells]


def test_tables_with_other_columns_stay_apart():
    page = Printed().table(XS, YS, MATRIX).page()
    page.table((60, 120, 500), YS, [(row[0][:4], row[1]) for row in MATRIX])
    assert len(tables(page)) == 2


def test_heads_above_the_first_line_belong_to_the_table():
    page = Printed().table(XS, YS[:1], MATRIX[:1], upright=False, flat=False)
    page.table(XS, YS[1:], MATRIX[1:], upright=False)
    (block,) = tables(page)
    assert block.text.startswith("Risico | Land | Eigenaar | Datum\nKinderarbeid")


def test_coloured_cells_part_a_table_without_lines():
    page = Printed()
    for row in range(3):
        for column in range(3):
            shade = 0.9 if (row + column) % 2 else 0.7
            page.canvas.setFillGray(shade)
            page.canvas.rect(60 + 120 * column, 700 - 40 * row, 120, 40, fill=1, stroke=0)
    page.canvas.setFillGray(0)
    for row, words in enumerate(
        (("Loon", "Land", "Wie"), ("te laag", "India", "Inkoop"), ("geen", "China", "Inkoop"))
    ):
        for column, word in enumerate(words):
            page.text(70 + 120 * column, 125 + 40 * row, word)
    (block,) = tables(page)
    assert block.text == "Loon | Land | Wie\nte laag | India | Inkoop\ngeen | China | Inkoop"


def test_a_chart_is_no_table():
    page = Printed()
    for number in range(6):
        page.rule(100, 100 + 30 * number, 400, 100 + 30 * number)
        page.text(80, 103 + 30 * number, str(100 - 20 * number))
    page.rule(100, 100, 100, 250).rule(400, 100, 400, 250)
    curve = page.canvas.beginPath()
    curve.moveTo(105, 600)
    for number in range(1, 12):
        curve.lineTo(105 + 25 * number, 600 + 90 * (number % 3) + number)
    page.canvas.drawPath(curve)
    assert tables(page) == []
