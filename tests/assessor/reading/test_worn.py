"""Text layers that are full of mistakes are read anew where that can be done, and told of."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from pdf_files import pdf
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from assessor import reading
from assessor.reading import tesseract
from assessor.reading.legible import is_garbled
from assessor.reading.worn import is_better, is_worn

PROSE = [
    "De leverancier onderzoekt elk jaar de risico's in de keten van de kleding.",
    "In 2025 zijn twaalf fabrieken in India bezocht door twee eigen mensen.",
    "De werknemers van de spinnerij zijn daarbij gesproken zonder hun chef.",
    "Er was geen sprake van kinderarbeid op die locaties, wel van overwerk.",
    "De resultaten van het onderzoek staan in de bijlage bij dit verslag.",
]
MISREAD = [
    line.replace("De ", "Dc ").replace("van", "vaN a3 .").replace("de ", "dE . ") for line in PROSE
]
SHIFT = str.maketrans("abcdefghijklmnoprstuvwz", "qwrtypsdfghjklzxcvbnmqw")
needs_tesseract = pytest.mark.skipif(tesseract.missing() is not None, reason="no tesseract here")


def with_layer(lines):
    """Return a PDF of a picture of the prose, with the lines as unseen text over it."""
    (page,) = pypdfium2.PdfDocument(BytesIO(pdf(PROSE)))
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.drawImage(ImageReader(page.render(scale=200 / 72).to_pil()), 0, 0, *A4)
    text = canvas.beginText(72, 770)
    text.setTextRenderMode(3)
    text.setLeading(16)
    text.textLines(lines)
    canvas.drawText(text)
    canvas.save()
    return buffer.getvalue()


def read(tmp_path, data):
    path = tmp_path / "scan.pdf"
    path.write_bytes(data)
    return reading.read(path)


@needs_tesseract
def test_an_old_recognition_with_many_mistakes_is_read_anew(tmp_path):
    document = read(tmp_path, with_layer(MISREAD))
    assert [page.status for page in document.pages] == ["ocr"]
    assert " ".join(PROSE) in " ".join(block.text for block in document.blocks)


def test_a_good_old_recognition_is_kept(tmp_path):
    document = read(tmp_path, with_layer(PROSE))
    assert [page.status for page in document.pages] == ["read"]
    assert document.notes == ()


def test_without_tesseract_bad_text_is_kept_and_told_of(tmp_path, monkeypatch):
    monkeypatch.setattr(tesseract, "_program", lambda: None)
    monkeypatch.setattr(tesseract, "_installed", frozenset)
    document = read(tmp_path, with_layer(MISREAD))
    assert "kinderarbeid" in " ".join(block.text for block in document.blocks)
    assert document.unread_pages == ()
    assert any("Bladzijde 1" in note.nl and "fouten" in note.nl for note in document.notes)


def test_letters_of_a_wrong_font_are_known_by_their_lack_of_words():
    text = " ".join(PROSE).lower().translate(SHIFT)
    assert is_worn(text, invisible=False)
    assert is_better(" ".join(PROSE), text)
    assert not is_better(text, " ".join(PROSE))


def test_a_list_of_names_and_figures_is_not_worn():
    text = "Hans Jansen 14 Deventer India Bangladesh 22 Gazipur Ambur Türkiye Bursa 16,4 " * 6
    assert not is_worn(text, invisible=False)


def test_a_font_without_meaning_is_garbled_also_when_its_spaces_are():
    text = "".join(chr(ord(sign) - 29) for sign in " ".join(PROSE))
    assert is_garbled(text)
