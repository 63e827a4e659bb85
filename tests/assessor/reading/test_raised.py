from dataclasses import replace

import pytest
from printed import BODY, BOLD, TITLE, Printed

from assessor.model import Document
from assessor.reading.limits import default_limits
from assessor.reading.passages import passages_of
from assessor.reading.pdf import read_pdf
from assessor.reading.raised import with_raised

SMALL = ("Helvetica", 6)
NOTE = ("Helvetica", 8)
WIDER = ("Helvetica-Bold", 10.6)


def read(page):
    return read_pdf(page.bytes(), default_limits())


def of_kind(reading, kind):
    return [block.text for block in reading.blocks if block.kind == kind]


def marked(page, x, top, text, mark, rest=""):
    """Print a line with a small raised mark in it."""
    page.text(x, top, text)
    x += page.canvas.stringWidth(text, *BODY)
    page.text(x, top - 4, mark, SMALL)
    x += page.canvas.stringWidth(mark, *SMALL) + 3
    return page.text(x, top, rest) if rest else page


def note(page, x, top, mark, text):
    return page.text(x, top - 3, mark, SMALL).text(x + 5, top, text, NOTE)


def test_a_raised_mark_does_not_end_the_paragraph():
    page = marked(Printed(), 60, 100, "Wij gebruikten een sectorbeeld.", "2", "Dat is van 2016")
    page.text(60, 112, "en daarom oud, maar er is geen nieuwer beeld van de sector.")
    (block,) = read(page).blocks
    assert block.text.startswith("Wij gebruikten een sectorbeeld.2 Dat is van 2016 en daarom oud")
    assert [block.text[mark.start : mark.end] for mark in block.marks] == ["2"]


def test_a_figure_as_large_as_its_word_stays_as_it_is():
    (block,) = read(
        Printed().text(60, 100, "De uitstoot staat op formulier B2 van het dossier.")
    ).blocks
    assert "B2" in block.text


def test_the_raised_two_of_square_metres_is_no_mark():
    (block,) = read(marked(Printed(), 60, 100, "De hal meet 400 m", "2", "en is nieuw.")).blocks
    assert "400 m2" in block.text
    assert block.marks == ()


def test_a_number_set_lower_is_not_raised():
    settings = {0: (10.0, 0, 100.0), 1: (10.0, 0, 100.0), 2: (6.0, 0, 102.0)}
    assert with_raised("CO2", settings.__getitem__) == "CO2"


@pytest.mark.parametrize("columns", [1, 2])
def test_each_note_at_the_foot_is_a_footnote_with_its_number_after_all_columns(columns):
    page = Printed()
    for column in range(columns):
        for row in range(20):
            page.text(60 + 250 * column, 100 + 13 * row, f"kolom {column} regel {row} van de tekst")
    page.rule(60, 700, 180, 700)
    note(page, 60, 712, "1", "Malarvu Trust, verslag van het gesprek in Dindigul.")
    note(page, 60, 722, "2", "Loonkompas Textiel, Loonmeting Gazipur, 2025.")
    note(page, 60, 732, "3", "Laboratorium Zuid, meetrapport.")
    reading = read(page)
    assert of_kind(reading, "footnote") == [
        "1 Malarvu Trust, verslag van het gesprek in Dindigul.",
        "2 Loonkompas Textiel, Loonmeting Gazipur, 2025.",
        "3 Laboratorium Zuid, meetrapport.",
    ]
    assert [block.kind for block in reading.blocks[-3:]] == ["footnote"] * 3


def test_a_note_under_a_table_stays_above_the_text_that_follows():
    page = Printed().lines(60, 100, ["Boven de noot staat tekst van gewone grootte."])
    note(page, 60, 300, "1", "Zonder uitzendkrachten.")
    page.lines(
        60, 340, ["Hieronder gaat het verhaal verder met een nieuwe", "alinea van twee regels."]
    )
    texts = [block.text for block in read(page).blocks]
    assert texts[1] == "1 Zonder uitzendkrachten."


def test_a_bold_line_that_fills_its_column_is_a_heading_when_the_type_size_changes():
    page = Printed()
    page.text(60, 100, "De handschoenenfabriek in Hai Phong en Ha", WIDER)
    page.lines(60, 114, ["Bij Song Thuy Gloves waren twee van de zes uit", "gangen dicht."])
    assert of_kind(read(page), "heading") == ["De handschoenenfabriek in Hai Phong en Ha"]


def test_bold_words_that_run_on_into_the_text_make_no_heading():
    page = Printed().text(60, 100, "De handschoenenfabriek in Hai Phong en Ha", BOLD)
    page.lines(60, 112, ["noi waren twee van de zes nooduitgangen gesloten", "met dozen."])
    assert of_kind(read(page), "heading") == []


def test_a_sentence_goes_on_in_the_next_column_with_an_amount():
    page = Printed()
    for row in range(8):
        page.text(60, 100 + 13 * row, "een regel die de hele kolom vult en door")
    page.lines(
        330, 100, ["25.400 taka nodig, en dat is meer dan het loon.", "Zo is het."], leading=13
    )
    (block,) = read(page).blocks
    assert "en door 25.400 taka nodig" in block.text


def test_marks_that_the_file_wrote_before_all_notes_are_joined_to_them():
    page = Printed().lines(60, 100, [f"regel {row} van de tekst" for row in range(20)])
    page.text(60, 697, "1", SMALL).text(60, 707, "2", SMALL)
    page.text(65, 700, "Malarvu Trust, verslag van het gesprek.", NOTE)
    page.text(65, 710, "Loonkompas Textiel, meting.", NOTE)
    assert of_kind(read(page), "footnote")[-1] == "2 Loonkompas Textiel, meting."


def passages(page):
    reading = read(page)
    blocks = tuple(replace(block, language="nl") for block in reading.blocks)
    return passages_of(Document("a.pdf", "0", "pdf", reading.pages, blocks, ("nl",)))


def test_a_passage_ends_before_its_mark_and_still_stands_verbatim_in_the_file():
    page = marked(Printed(), 60, 100, "Wij gebruikten een sectorbeeld.", "2", "Dat is oud.")
    assert [p.text for p in passages(page)] == ["Wij gebruikten een sectorbeeld.", "Dat is oud."]


def test_a_footnote_is_judged_under_the_headings_and_after_the_sentence_of_its_mark():
    page = Printed().text(60, 80, "De spinnerij", TITLE)
    marked(page, 60, 100, "Er is een sectorbeeld.", "2", "Dat is oud.")
    page.text(60, 200, "De looierij", TITLE)
    page.lines(60, 220, [f"Regel {row} van de tekst over de looierij." for row in range(20)])
    note(page, 60, 712, "2", "Textielkring, Sectorbeeld veiligheidsschoenen, 2016.")
    said = passages(page)[-1]
    assert said.text == "Textielkring, Sectorbeeld veiligheidsschoenen, 2016."
    assert said.kind == "footnote"
    assert said.headings == ("De spinnerij",)
    assert said.before == "Er is een sectorbeeld."
