"""Scans: the text is recognised however the page lies, and what is not read is told."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from pdf_files import pdf, scanned
from PIL import Image

from assessor import reading
from assessor.model import Box
from assessor.reading import tesseract
from assessor.reading.limits import default_limits
from assessor.reading.tesseract import PrintedWord
from assessor.reading.tilt import Tilt, tilt_of

SENTENCES = [
    "De leverancier onderzoekt elk jaar de risico's in de keten.",
    "In 2025 zijn twaalf fabrieken in India bezocht door Acme.",
    "De werknemers van de spinnerij zijn daarbij gesproken.",
    "Er was geen sprake van kinderarbeid op die locaties.",
    "De resultaten staan in de bijlage bij dit verslag.",
]
WORDS = re.findall(r"\w+", " ".join(SENTENCES))

needs_tesseract = pytest.mark.skipif(tesseract.missing() is not None, reason="no tesseract here")


def picture(degrees=0, dpi=200):
    (page,) = pypdfium2.PdfDocument(BytesIO(pdf(SENTENCES)))
    drawn = page.render(scale=dpi / 72, grayscale=True).to_pil()
    bicubic = Image.Resampling.BICUBIC
    return drawn.rotate(degrees, resample=bicubic, expand=degrees == 90, fillcolor=255)


def read(tmp_path, *pictures, **limits):
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(*pictures))
    return reading.read(path, replace(default_limits(), **limits))


@needs_tesseract
@pytest.mark.parametrize("degrees", [0, 1.8, -1.8, 180, 90])
def test_a_scan_is_read_in_order_however_it_lies(tmp_path, degrees):
    document = read(tmp_path, picture(degrees))
    text = " ".join(block.text for block in document.blocks)
    assert [page.status for page in document.pages] == ["ocr"]
    assert re.findall(r"\w+", text) == WORDS
    assert document.languages == ("nl",)
    assert any("een scan" in note.nl for note in document.notes)


@needs_tesseract
def test_the_pages_that_are_recognised_are_counted(tmp_path):
    path, heard = tmp_path / "scan.pdf", []
    path.write_bytes(scanned(picture()))
    reading.read(path, follows=lambda *told: heard.append(told))
    assert heard == [("pages", 1, 1), ("scans", 0, 1)]


@needs_tesseract
def test_the_boxes_lie_where_the_text_is_printed(tmp_path):
    document = read(tmp_path, picture())
    line = document.blocks[0].lines[0]
    assert line.box.x0 == pytest.approx(72, abs=3)
    assert line.box.top < 842 - 770 < line.box.bottom + 3


@needs_tesseract
def test_a_picture_without_text_stays_unread(tmp_path):
    document = read(tmp_path, Image.new("L", (600, 800), 128), picture())
    assert document.unread_pages == (1,)
    assert any("Niet gelezen: bladzijde 1." in note.nl for note in document.notes)


@needs_tesseract
def test_when_time_is_up_the_rest_stays_unread(tmp_path):
    document = read(tmp_path, picture(), picture(), ocr_seconds=0)
    assert document.unread_pages == (1, 2)


def test_without_tesseract_a_scan_is_unread_and_the_way_out_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(tesseract, "_program", lambda: None)
    monkeypatch.setattr(tesseract, "_installed", frozenset)
    document = read(tmp_path, picture())
    assert document.unread_pages == (1,)
    assert document.blocks == ()
    assert any("tesseract" in note.nl for note in document.notes)


LYING = {
    0: (Box(10, 20, 60, 30), Box(70, 20, 120, 30)),
    1: (Box(20, 140, 30, 190), Box(20, 80, 30, 130)),
    2: (Box(140, 270, 190, 280), Box(80, 270, 130, 280)),
    3: (Box(170, 10, 180, 60), Box(170, 70, 180, 120)),
}


@pytest.mark.parametrize("turns", LYING)
def test_a_turned_page_is_known_by_the_way_its_lines_run(turns):
    words = [PrintedWord(("1", "1", "1"), "woord", *map(int, box), 90) for box in LYING[turns]]
    assert tilt_of(words, 200, 300).turns == turns


@pytest.mark.parametrize("turns", range(4))
def test_a_box_made_level_and_put_back_covers_where_it_was(turns):
    tilt = Tilt(turns, 0.02, 200, 300)
    box = Box(50, 60, 90, 70)
    back = tilt.as_it_lies(tilt.level(box))
    assert back.x0 <= box.x0 + 1e-6
    assert back.top <= box.top + 1e-6
    assert back.x1 >= box.x1 - 1e-6
    assert back.bottom >= box.bottom - 1e-6
    assert back.x1 - back.x0 < 42
    assert back.bottom - back.top < 42
