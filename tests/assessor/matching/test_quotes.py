import pytest

from assessor.matching.quotes import quote, squeeze
from assessor.model import Block, Box, Cell, Document, Line, Page, Passage


def document(block, *texts):
    pages = tuple(Page(n, 595, 842, "read", text) for n, text in enumerate(texts, 1))
    return Document("a.pdf", "0" * 64, "pdf", pages, (block,), ("nl",))


def passage(block, start=0, end=None, **more):
    end = len(block.text) if end is None else end
    return Passage(0, 0, start, end, block.text[start:end], block.kind, "nl", 1, **more)


def test_a_sentence_is_quoted_with_the_boxes_of_its_lines():
    text = "Wij waren in Dhaka. Dat was goed."
    lines = (Line(0, 20, 1, Box(1, 1, 9, 2)), Line(20, 33, 1, Box(1, 3, 9, 4)))
    block = Block("paragraph", text, 1, lines=lines)
    made = quote(passage(block, 0, 19), document(block, "Wij waren in\nDhaka. Dat was goed."))
    assert made is not None
    assert made.text == "Wij waren in Dhaka."
    assert made.boxes == (Box(1, 1, 9, 2),)


def test_a_hyphen_at_a_line_end_does_not_break_a_quote():
    block = Block("paragraph", "onze leveranciersrelaties", 1, lines=(Line(0, 25, 1, None),))
    assert quote(passage(block), document(block, "onze leveranciers-\nrelaties")) is not None


def test_what_does_not_stand_on_its_page_is_not_quoted():
    block = Block("paragraph", "verzonnen woorden hier", 1, lines=(Line(0, 22, 1, None),))
    assert quote(passage(block), document(block, "heel iets anders")) is None


def test_of_a_sentence_over_two_pages_the_longer_part_is_quoted_from_its_page():
    text = "kort en dan een veel langer stuk op de volgende bladzijde"
    block = Block("paragraph", text, 1, lines=(Line(0, 8, 1, None), Line(8, len(text), 2, None)))
    made = quote(passage(block), document(block, "kort en", text[8:]))
    assert made is not None
    assert (made.page, made.text) == (2, text[8:])


def test_of_a_table_row_one_cell_is_quoted_as_it_stands():
    cells = (Cell(0, 0, "India", page=1), Cell(0, 1, "Dwangarbeid in spinnerijen", page=1))
    block = Block("table", "India | Dwangarbeid in spinnerijen", 1, cells=cells)
    made = quote(passage(block), document(block, "Dwangarbeid in India\nspinnerijen"))
    assert made is None or made.text == "India"
    made = quote(passage(block), document(block, "India Dwangarbeid in spinnerijen"))
    assert made is not None
    assert made.text == "Dwangarbeid in spinnerijen"


def test_white_space_hyphens_and_ligatures_are_all_that_is_folded():
    assert squeeze("e\ufb03ci\u00adënt  werk-\nwijze") == squeeze("efficiënt werkwijze")
    assert squeeze("Wij wel") != squeeze("wij wel")


@pytest.mark.parametrize("mark", ["• ", "\uf0b7 ", "– ", "2. ", "(a) ", "12) "])
def test_a_bullet_or_a_number_is_not_part_of_what_is_quoted(mark):
    text = f"{mark}Wij waren in Dhaka."
    block = Block("list_item", text, 1, lines=(Line(0, len(text), 1, None),))
    made = quote(passage(block), document(block, "Wij waren in Dhaka."))
    assert made is not None
    assert made.text == "Wij waren in Dhaka."


@pytest.mark.parametrize(
    "text", ["2025 was een goed jaar.", "“Nee” zei de fabriek.", "€ 12 per dag."]
)
def test_a_sentence_keeps_its_own_first_sign(text):
    block = Block("paragraph", text, 1, lines=(Line(0, len(text), 1, None),))
    assert quote(passage(block), document(block, text)).text == text
