"""Files made from a known source: what is read is measured against it, with floors.

The source of each file is in tests/data/born; nothing about it is guessed.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import replace

import pytest
from born.brochure import Brochure
from born.scans import clean, scanned
from born.tables import HEADS, PROSE, ROWS, SHEETS, Cell
from born.word import TRUTH, word_with_everything
from rapidfuzz.distance import Levenshtein

from assessor import reading
from assessor.reading import tesseract
from assessor.reading.docx import read_docx
from assessor.reading.limits import default_limits
from assessor.reading.pdf import read_pdf

LIMITS = default_limits()
RUNNING = {"header", "footer"}
SEEDS = range(4)
SCANNED_PAGES = 3  # bench/scans.py takes eight
needs_tesseract = pytest.mark.skipif(tesseract.missing() is not None, reason="no tesseract here")


@pytest.fixture(scope="module", params=SEEDS)
def brochure(request):
    made = Brochure(pages=6, seed=request.param)
    return made.truth, read_pdf(made.bytes, LIMITS).blocks


def test_blocks_of_a_brochure_are_read_whole_and_of_their_kind(brochure):
    truth, blocks = brochure
    read = {(block.page, block.kind, block.text) for block in blocks}
    right = [known for known in truth if tuple(known) in read]
    assert len(right) >= 0.97 * len(truth), set(truth) - set(right)


def test_text_of_a_brochure_is_in_order_without_running_matter(brochure):
    truth, blocks = brochure
    said = [block.text for block in blocks if block.kind not in RUNNING]
    same = difflib.SequenceMatcher(None, [known.text for known in truth], said, autojunk=False)
    assert same.ratio() >= 0.97
    assert sum(block.kind in RUNNING for block in blocks) == 2 * 6
    assert not any(re.fullmatch(r"Pagina \d van 6|Risicoanalyse en maatregelen", t) for t in said)


def test_each_note_of_a_brochure_has_its_mark(brochure):
    truth, blocks = brochure
    marks = [
        block.text[mark.start : mark.end]
        for block in blocks
        for mark in block.marks
        if block.kind != "footnote"
    ]
    notes = [known.text.split()[0] for known in truth if known.kind == "footnote"]
    assert sorted(marks) == sorted(notes)


@pytest.mark.parametrize("name", SHEETS)
def test_every_cell_of_a_table_is_read_in_its_place(name):
    sheet = SHEETS[name]()
    blocks = read_pdf(sheet.bytes(), LIMITS).blocks
    (table,) = (block for block in blocks if block.kind == "table")
    read = {Cell(c.row, c.column, c.text, c.row_span, c.column_span) for c in table.cells if c.text}
    assert read == set(sheet.cells)
    assert [block.text for block in blocks if block.kind == "paragraph"] == [PROSE, PROSE]


@needs_tesseract
@pytest.mark.parametrize("name", ["ruled", "borderless"])
def test_rows_of_a_scanned_table_are_read_as_rows(name, tmp_path):
    sheet = SHEETS[name]()
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(sheet.bytes()))
    (table,) = (block for block in reading.read(path).blocks if block.kind == "table")
    known = "\n".join(" | ".join(row) for row in (HEADS, *ROWS))
    assert Levenshtein.normalized_similarity(table.text, known) >= 0.98
    assert table.text.count("\n") == known.count("\n")
    assert all(cell.box for cell in table.cells)


def test_a_word_file_with_everything_is_read_in_order():
    read = read_docx(word_with_everything(), LIMITS)
    assert [(block.kind, block.text) for block in read.blocks] == TRUTH
    assert len(read.notes) == 1


@needs_tesseract
def test_scanned_dutch_pages_are_recognised(tmp_path):
    data, texts = clean(SCANNED_PAGES)
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(data))
    document = reading.read(path, replace(LIMITS, ocr_seconds=200))
    assert [page.status for page in document.pages] == ["ocr"] * SCANNED_PAGES
    mistakes = 0
    for number, truth in enumerate(texts, 1):
        read = "\n".join(block.text for block in document.blocks if block.page == number)
        mistakes += Levenshtein.distance(truth, read)
    assert 1 - mistakes / sum(map(len, texts)) >= 0.995
