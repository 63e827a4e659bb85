"""`assessor read`: the contract's text and JSON."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from pdf_files import pdf
from word_files import paragraph, row, table, word_file

from assessor.cli import main
from assessor.cli.read import as_text
from assessor.model import Block, Document, Page


@pytest.fixture(autouse=True)
def dutch(monkeypatch):
    monkeypatch.setenv("ASSESSOR_LANGUAGE", "nl")


def run(*line):
    return CliRunner().invoke(main, ["read", *map(str, line)])


def test_text_parts_pages_by_form_feeds_and_paragraphs_by_blank_lines():
    pages = tuple(Page(n, 595, 842, "read") for n in (1, 2, 3))
    blocks = (
        Block("header", "Acme", page=1),
        Block("heading", "Een", page=1),
        Block("paragraph", "Tekst.", page=1),
        Block("paragraph", "Slot.", page=3),
    )
    document = Document("a.pdf", "0", "pdf", pages, blocks, ())
    assert as_text(document) == "Een\n\nTekst.\f\fSlot."


def test_json_of_a_word_file_has_kinds_cells_and_no_pages(tmp_path):
    path = tmp_path / "plan.docx"
    path.write_bytes(word_file(paragraph("Kop", style="Kop1"), table(row("a", "b"))))
    result = run(path, "--format", "json")
    told = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (told["file"], told["format"], told["pages"]) == ("plan.docx", "docx", None)
    assert [block["kind"] for block in told["blocks"]] == ["heading", "table"]
    assert told["blocks"][0]["level"] == 1
    assert told["blocks"][1]["cells"][1] == {
        "row": 0,
        "column": 1,
        "row_span": 1,
        "column_span": 1,
        "text": "b",
    }


def test_json_of_a_pdf_has_pages_and_boxes(tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf(["De leverancier onderzoekt de keten."]))
    told = json.loads(run(path, "--format", "json").stdout)
    assert (told["pages"], told["unread_pages"]) == (1, [])
    (block,) = told["blocks"]
    x0, top, x1, bottom = block["boxes"][0]
    assert 70 < x0 < x1 < 300
    assert 50 < top < bottom < 80


def test_what_was_not_read_is_told_beside_the_text(tmp_path):
    path = tmp_path / "plan.docx"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>"
    path.write_bytes(word_file(paragraph("Zichtbaar.", hidden)))
    result = run(path)
    assert result.stdout == "Zichtbaar.\n"
    assert "verborgen tekst" in result.stderr
