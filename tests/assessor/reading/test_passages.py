"""Passages: what is judged, with what stands around it."""

from __future__ import annotations

from dataclasses import replace

from pdf_files import pdf

from assessor import reading
from assessor.model import Block, Cell, Document, Line, Page
from assessor.reading import passages as cutting
from assessor.reading.limits import default_limits
from assessor.reading.passages import passages_of as passages


def document(*blocks, pages=()):
    return Document("a.pdf", "0", "pdf", pages, blocks, ("nl",))


def test_sentences_know_their_headings_and_neighbours():
    first, second, third = passages(
        document(
            Block("heading", "Risico's", level=1),
            Block("heading", "Katoen", level=2),
            Block("paragraph", "Eerste zin. Tweede zin."),
        )
    )[1:]
    assert first.headings == ("Risico's",)
    assert second.text == "Eerste zin."
    assert second.headings == ("Risico's", "Katoen")
    assert (second.before, second.after) == ("", "Tweede zin.")
    assert third.before == "Eerste zin."


def test_a_heading_closes_those_below_it():
    cut = passages(
        document(
            Block("heading", "Een", level=1),
            Block("heading", "Diep", level=3),
            Block("heading", "Twee", level=2),
            Block("paragraph", "Zin."),
        )
    )
    assert cut[-1].headings == ("Een", "Twee")


def test_list_items_carry_the_line_that_introduces_them():
    cut = passages(
        document(
            Block("paragraph", "Wij kopen in. Wij doen het volgende:"),
            Block("list_item", "onderzoek", level=1),
            Block("footnote", "Een noot."),
            Block("list_item", "in India", level=2),
            Block("list_item", "herstel", level=1),
        )
    )
    items = {p.text: p for p in cut if p.kind == "list_item"}
    assert items["onderzoek"].introduction == "Wij doen het volgende:"
    assert items["in India"].introduction == "onderzoek"
    assert items["herstel"].introduction == "Wij doen het volgende:"
    assert (items["in India"].before, items["in India"].after) == ("onderzoek", "herstel")


def test_a_paragraph_that_introduces_nothing_is_no_introduction():
    cut = passages(document(Block("paragraph", "Wij kopen in."), Block("list_item", "katoen")))
    assert cut[-1].introduction == ""


def test_table_rows_carry_the_heads_of_their_columns_and_what_spans_them():
    cells = (
        Cell(0, 0, "Risico", is_header=True),
        Cell(0, 1, "Maatregel", is_header=True),
        Cell(1, 0, "Kinderarbeid", row_span=2),
        Cell(1, 1, "Audit"),
        Cell(2, 1, "Training"),
    )
    text = "Risico | Maatregel\nKinderarbeid | Audit\nTraining"
    first, second = passages(document(Block("table", text, cells=cells)))
    assert first.text == "Kinderarbeid | Audit"
    assert first.introduction == "Risico | Maatregel"
    assert second.introduction == "Risico | Maatregel\nKinderarbeid"
    assert text[second.start : second.end] == "Training"


def test_running_heads_and_contents_are_not_passages():
    blocks = (Block("header", "Acme"), Block("contents", "1 Inleiding 3"), Block("footer", "1"))
    assert passages(document(*blocks)) == ()


def test_a_sentence_stands_on_the_page_where_it_begins():
    text = "Op de eerste. Op de tweede."
    lines = (Line(0, 13, 1, None), Line(14, 27, 2, None))
    cut = passages(document(Block("paragraph", text, page=1, lines=lines)))
    assert [p.page for p in cut] == [1, 2]


def test_a_long_list_item_is_cut_into_sentences():
    text = "Wij onderzoeken de keten van katoen. " * 20
    cut = passages(document(Block("list_item", text.strip(), level=1)))
    assert len(cut) == 20


def test_every_passage_is_verbatim_in_its_block():
    blocks = (
        Block("paragraph", "  Een zin.  Nog een!  "),
        Block("caption", "Tabel 1: Landen"),
        Block("footnote", "Zie www.acme.nl."),
    )
    made = document(*blocks, pages=(Page(1, 1, 1, "read"),))
    for passage in passages(made, 3):
        assert passage.document == 3
        assert blocks[passage.block].text[passage.start : passage.end] == passage.text


def test_of_a_document_that_is_too_long_the_first_passages_are_judged_and_the_rest_is_told(
    tmp_path, monkeypatch
):
    few = replace(default_limits(), passages=3)
    monkeypatch.setattr(cutting, "default_limits", lambda: few)
    path = tmp_path / "lang.pdf"
    path.write_bytes(pdf(["Een zin. Nog een zin."], ["Een derde zin.", "", "Een vierde zin."]))
    document = reading.read(path, few)
    assert len(passages(document)) == 3
    assert any("De eerste 3 zinnen" in n.nl and "bladzijde 2" in n.nl for n in document.notes)
