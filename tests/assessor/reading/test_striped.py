"""Tables with a colour under every other row and one line under their heads, as many are made."""

import pytest
from printed import BOLD, HEIGHT, Printed

from assessor.reading.limits import default_limits
from assessor.reading.pdf import read_pdf

XS = (60, 90, 250, 400, 520)
HEADS = ("Nr", "Wat er mis kan gaan", "Waar", "Ernst")
RISKS = (
    ("1", "Kosten die een werknemer|zelf betaalt", "Wolsztyn, Polen;|zagerij", "zeer ernstig"),
    (
        "2",
        "Gehoorschade aan de|zaaglijn van de fabriek|en in de perserij",
        "Bursa, Turkije",
        "matig",
    ),
    ("3", "Kinderen in ateliers die|stof naaien", "Izmir, Turkije", "zeer ernstig"),
    ("4", "Lasrook zonder|afzuiging", "Dong Nai, Vietnam", "ernstig"),
    ("5", "Kap van regenwoud voor|weiden", "Pará, Brazilië", "zeer ernstig"),
    ("6", "Werkweken boven zestig|uur", "Zhongshan, China", "ernstig"),
    ("7", "Chroom in het slib van|de looierij", "Arzignano, Italië", "matig"),
)
LINE, SPACE = 11, 5


def striped(page, top, rows, heads=HEADS):
    """Print a table; every first, third, fifth row has a colour. Return where it ends."""
    for x, head in zip(XS, heads, strict=False):
        page.lines(x + 3, top, head.split("|"), BOLD, LINE)
    top += LINE * max(head.count("|") + 1 for head in heads) - 6
    page.rule(XS[0] - 1, top, XS[-1] + 1, top)
    for number, row in enumerate(rows):
        height = LINE * max(cell.count("|") + 1 for cell in row) + SPACE
        if number % 2 == 0:
            page.canvas.setFillGray(0.9)
            page.canvas.rect(XS[0], HEIGHT - top - height, XS[-1] - XS[0], height, fill=1, stroke=0)
            page.canvas.setFillGray(0)
        for x, cell in zip(XS, row, strict=False):
            page.lines(x + 3, top + LINE, cell.split("|"), leading=LINE)
        top += height
    return top


def tables(page):
    blocks = read_pdf(page.bytes(), default_limits()).blocks
    return [block.text for block in blocks if block.kind == "table"]


def as_text(*rows):
    return "\n".join(" | ".join(cell.replace("|", " ") for cell in row) for row in rows)


@pytest.mark.parametrize("rows", [RISKS, RISKS[:6]], ids=["with", "without"])
def test_a_striped_table_is_read_from_its_heads_to_its_last_row_with_or_without_a_colour(rows):
    page = Printed()
    striped(page, 100, rows)
    assert tables(page) == [as_text(HEADS, *rows)]


def test_a_head_of_two_lines_stands_above_its_column():
    page = Printed()
    heads = ("Bij|risico", *HEADS[1:])
    striped(page, 100, RISKS, heads)
    assert tables(page) == [as_text(heads, *RISKS)]


def test_two_striped_tables_with_prose_between_them_stay_apart():
    page = Printed()
    end = striped(page, 100, RISKS)
    prose = [
        "De eerste twee risico’s hebben voorrang. Over het derde weten wij nog te weinig, omdat de",
        "fabriek ons niet toeliet; daarover volgt een eigen onderzoek in het najaar.",
    ]
    page.lines(58, end + 24, prose)
    page.text(58, end + 60, "Tabel 2. Risico’s voor de levering", BOLD)
    striped(page, end + 80, RISKS[1:])
    assert tables(page) == [as_text(HEADS, *RISKS), as_text(HEADS, *RISKS[1:])]


def test_two_ruled_tables_as_wide_are_parted_by_the_caption_between_them():
    page = Printed()
    rows = [[cell.replace("|", " ")[:24] for cell in row] for row in (HEADS, *RISKS)]
    page.table(XS, range(100, 260, 18), rows, upright=False)
    page.text(58, 266, "Tabel 2. Waar wij als eerste aan werken", BOLD)
    page.table(XS, range(280, 440, 18), rows, upright=False)
    assert tables(page) == [as_text(*rows)] * 2


def test_the_line_under_a_running_head_is_no_part_of_a_table_below_it():
    page = Printed()
    page.text(60, 46, "Ketenverslag 2026").text(470, 46, "KV-26-04")
    page.rule(60, 52, 535, 52)
    page.text(58, 84, "Tabel 1. Wat wij vonden", BOLD)
    striped(page, 104, RISKS)
    page.rule(60, 790, 535, 790)
    assert tables(page) == [as_text(HEADS, *RISKS)]


def test_long_cells_in_four_columns_without_lines_are_rows_by_the_white_between_them():
    page = Printed()
    rows = (("", "Wat wij doen", "Wie", "Stand"), *RISKS, *RISKS)
    top = 100
    for row in rows:
        for x, cell in zip(XS, row, strict=False):
            page.lines(x, top, cell.split("|"), leading=LINE)
        top += LINE * max(cell.count("|") + 1 for cell in row) + 9
    (read,) = tables(page)
    assert read.splitlines()[1:] == as_text(*RISKS, *RISKS).splitlines()
