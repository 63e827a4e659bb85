import time
from dataclasses import replace

import pytest
from pdf_files import bare_pdf, pdf
from printed import BOLD, TITLE, Printed

from assessor.errors import DamagedDocument, EncryptedDocument, LimitExceeded
from assessor.reading.limits import default_limits
from assessor.reading.pdf import read_pdf

PROSE = (
    "De leverancier koopt stoffen in bij drie spinnerijen in",
    "Tamil Nadu en bezoekt die elk jaar met een tolk zodat",
    "werknemers vrijuit kunnen spreken over hun loon en hun",
    "werktijden en over de huisvesting bij de fabriek.",
)


def read(data, **limits):
    return read_pdf(data, replace(default_limits(), **limits))


def of_kind(reading, kind):
    return [block.text for block in reading.blocks if block.kind == kind]


def test_lines_of_a_paragraph_become_one_text_with_a_line_each():
    reading = read(Printed().lines(72, 100, PROSE).bytes())
    (block,) = reading.blocks
    assert block.text == " ".join(PROSE)
    assert [block.text[line.start : line.end] for line in block.lines] == list(PROSE)
    assert block.lines[1].box.top > block.lines[0].box.top


def test_a_box_lies_where_the_text_was_printed():
    (block,) = read(Printed().text(72, 100, "Hier staat het").bytes()).blocks
    box = block.lines[0].box
    assert box.x0 == pytest.approx(72, abs=2)
    assert box.top < 100 < box.bottom + 1
    assert box.bottom - box.top < 12


def test_columns_are_read_one_after_the_other():
    page = Printed()
    for number in range(30):  # printed line by line across both columns
        page.text(60, 80 + 13 * number, f"links regel {number:02} van de eerste kolom")
        page.text(320, 80 + 13 * number, f"rechts regel {number:02} van de tweede kolom")
    text = " ".join(block.text for block in read(page.bytes()).blocks)
    assert text.index("links regel 29") < text.index("rechts regel 00")


def test_a_title_over_two_columns_comes_first():
    page = Printed()
    page.lines(60, 120, PROSE, leading=13).lines(330, 120, PROSE[:2], leading=13)
    page.text(60, 80, "Een titel over de volle breedte van de bladzijde", TITLE)
    first = read(page.bytes()).blocks[0]
    assert first.kind == "heading"
    assert first.level == 1


def test_headings_take_their_level_from_number_or_size():
    page = Printed().text(72, 60, "2 Risico's in de keten", TITLE)
    page.text(72, 100, "2.1 Kinderarbeid", BOLD).lines(72, 120, PROSE)
    page.text(72, 200, "2.1.3 Katoenpluk", BOLD).lines(72, 220, PROSE)
    found = [(b.level, b.text) for b in read(page.bytes()).blocks if b.kind == "heading"]
    assert found == [
        (1, "2 Risico's in de keten"),
        (2, "2.1 Kinderarbeid"),
        (3, "2.1.3 Katoenpluk"),
    ]


def test_list_items_keep_their_nesting():
    page = Printed().text(72, 100, "Wij doen het volgende:")
    page.text(80, 114, "1. bezoeken").text(100, 128, "a) aangekondigd").text(80, 142, "2. melden")
    found = [(b.level, b.text) for b in read(page.bytes()).blocks if b.kind == "list_item"]
    assert found == [(1, "1. bezoeken"), (2, "a) aangekondigd"), (1, "2. melden")]


def test_running_heads_with_changing_numbers_are_marked():
    page = Printed()
    for number in range(1, 7):
        side = "Jaarverslag 2025" if number % 2 else "Van Dam Textiel B.V."
        page.text(72, 40, side).lines(72, 120 + 9 * number, PROSE)
        page.text(280, 810, f"Pagina {number} van 6").page()
    reading = read(page.bytes())
    assert len(of_kind(reading, "header")) == 6
    assert of_kind(reading, "footer") == [f"Pagina {n} van 6" for n in range(1, 7)]


def test_a_paragraph_goes_on_over_the_page_with_both_pages_in_its_lines():
    page = Printed().lines(72, 700, PROSE[:2]).page().lines(72, 80, PROSE[2:])
    (block,) = read(page.bytes()).blocks
    assert block.text == " ".join(PROSE)
    assert [line.page for line in block.lines] == [1, 1, 2, 2]


def test_small_numbered_text_at_the_foot_is_a_footnote():
    page = Printed().lines(72, 100, PROSE)
    page.text(72, 780, "1 Zie het rapport van de Arbeidsinspectie.", ("Helvetica", 7))
    assert of_kind(read(page.bytes()), "footnote") == ["1 Zie het rapport van de Arbeidsinspectie."]


def test_dot_leaders_make_a_contents_page():
    page = Printed().text(72, 80, "Inhoudsopgave", TITLE)
    for number, name in enumerate(("Inleiding", "Risico's", "Maatregelen", "Klachten")):
        page.text(72, 110 + 16 * number, f"{name} {'.' * 60} {number + 3}")
    reading = read(page.bytes())
    assert len(of_kind(reading, "contents")) == 5


def test_pages_tell_whether_they_were_read():
    page = Printed().text(72, 100, "Tekst").page()
    page.canvas.rect(100, 100, 300, 300, fill=1)
    page.page().page()
    assert [p.status for p in read(page.bytes()).pages] == ["read", "unread", "blank"]


def test_text_taken_apart_into_letters_is_not_read():
    page = Printed()
    for number in range(12):
        page.text(72, 100 + 14 * number, "M I N D E R  V E I L I G  W E R K")
    assert read(page.bytes()).pages[0].status == "unread"


def test_sideways_pages_are_read_and_their_boxes_turned_back():
    page = Printed()
    page.canvas.rotate(90)
    page.canvas.setFont("Helvetica", 10)
    for number, line in enumerate(PROSE):
        page.canvas.drawString(100, -200 - 12 * number, line)
    (block,) = read(page.bytes()).blocks
    assert block.text == " ".join(PROSE)
    first = block.lines[0].box
    assert first.bottom - first.top > first.x1 - first.x0
    assert first.x0 == pytest.approx(190, abs=12)


def test_page_text_keeps_the_files_own_order():
    page = Printed().text(72, 400, "onder").text(72, 100, "boven")
    assert read(page.bytes()).pages[0].text.split() == ["onder", "boven"]


def test_a_password_is_asked_for_clearly():
    with pytest.raises(EncryptedDocument):
        read(pdf(["geheim"], encrypt="sleutel"))


def test_a_damaged_file_is_refused_clearly():
    with pytest.raises(DamagedDocument):
        read(b"%PDF-1.7\nniets meer")


def test_more_pages_than_allowed_are_refused():
    with pytest.raises(LimitExceeded):
        read(pdf(["een"], ["twee"], ["drie"]), pages=2)


def test_a_page_beyond_the_limits_costs_only_itself():
    reading = read(pdf(["kort"], ["woord " * 30]), characters_per_page=100)
    assert [page.status for page in reading.pages] == ["read", "failed"]
    assert reading.notes[0].nl.startswith("Bladzijde 2")


def test_a_page_as_large_as_a_field_is_not_read():
    data = bare_pdf(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 10000000 10000000]>>",
    )
    assert read(data).pages[0].status == "failed"


def test_every_quote_of_real_reports_stands_in_its_page(shared):
    path = shared / "data" / "documents" / "nl" / "kamervragen_ekv_baggersector_imvo.pdf"
    reading = read(path.read_bytes())
    folded = {p.number: "".join(p.text.replace("-\n", "").split()) for p in reading.pages}
    for block in reading.blocks:
        for line in block.lines:
            piece = "".join(block.text[line.start : line.end].split())
            assert piece.replace("-", "") in folded[line.page].replace("-", "")


def test_page_numbers_in_a_column_of_their_own_make_a_contents_page():
    page = Printed().text(72, 80, "Inhoud", TITLE)
    for number, name in enumerate(("Inleiding", "Risico's", "Maatregelen", "Klachten", "Bijlagen")):
        page.text(72, 110 + 16 * number, f"{number + 1}. {name}").text(
            480, 110 + 16 * number, str(3 + 2 * number)
        )
    assert of_kind(read(page.bytes()), "contents")[1:3] == ["1. Inleiding 3", "2. Risico's 5"]


def test_footnotes_under_each_other_are_told_apart():
    page = Printed().lines(72, 100, PROSE)
    notes = ["1 Zie het jaarverslag.", "2 Wet van 2022,", "artikel 4.", "3 Idem."]
    page.lines(72, 740, notes, ("Helvetica", 7), leading=9)
    found = of_kind(read(page.bytes()), "footnote")
    assert found == ["1 Zie het jaarverslag.", "2 Wet van 2022, artikel 4.", "3 Idem."]


def test_letter_spaced_headings_are_read_as_words():
    page = Printed().lines(72, 140, PROSE)
    page.canvas.setFont(*TITLE)
    page.canvas.drawString(72, 740, "L E V E R A N C I E R", charSpace=2)
    assert of_kind(read(page.bytes()), "heading") == ["LEVERANCIER"]


def test_a_footer_close_to_the_text_is_still_a_footer():
    page = Printed()
    for number, line in enumerate(PROSE, 1):
        page.text(72, 772, line).text(72, 784, f"Blad {number}").page()
    assert of_kind(read(page.bytes()), "footer") == ["Blad 1", "Blad 2", "Blad 3", "Blad 4"]


def test_a_page_of_thousands_of_labels_in_a_grid_takes_seconds_not_minutes():
    page = Printed()
    for place in range(0, 800, 4):
        page.rule(0, place, 590, place).rule(place, 0, place, 800)
    for number in range(9000):
        page.text(number % 130 * 4.2 + 1, number // 130 * 4 + 4, "7", ("Helvetica", 3))
    started = time.process_time()
    assert len(read(page.bytes()).pages[0].text.split()) == 9000
    assert time.process_time() - started < 15


def test_a_page_of_too_many_lines_is_read_without_tables_and_says_so():
    page = Printed().text(72, 40, "Kaart van de keten")
    for number in range(30):
        page.rule(72, 100 + 9 * number, 400, 100 + 9 * number)
    reading = read(page.bytes(), paths_per_page=20)
    assert reading.pages[0].status == "read"
    assert "zeer veel lijnen" in reading.notes[0].nl
