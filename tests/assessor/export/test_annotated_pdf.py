"""The supplier's own PDF comes back with its quotes marked, and with every byte of its own."""

import hashlib
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from builders import FROZEN, assessment, briefing, evidence, finding, review
from pdf_files import pdf
from reportlab.pdfgen.canvas import Canvas
from reports import plain

from assessor import reading
from assessor.dossiers.prepared import Prepared
from assessor.errors import DamagedDocument, OriginalMissing
from assessor.export.annotated_pdf import annotated, annotated_at
from assessor.export.report import report_of
from assessor.model import Box, DocumentFacts
from assessor.reading.marked import drawn

LINE = "In 2025 bezochten wij de weverij in Tiruppur."


def turned(degrees):
    """Return a PDF whose page is shown turned, with text that reads level when shown."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=(400, 600))
    canvas.setPageRotation(degrees)
    canvas.translate(200, 300)
    canvas.rotate(degrees)
    canvas.drawString(-150, 20, LINE)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def report_on(path, *, reviews=()):
    read = reading.read(path)
    block = next(b for b in read.blocks if LINE in b.text)
    quote = replace(evidence(LINE, 1), boxes=tuple(line.box for line in block.lines))
    facts = DocumentFacts(read.file, read.sha256, "pdf", len(read.pages), ("nl",), (), ())
    judged = assessment((finding("f1", evidence=(quote, quote)),), documents=(facts,))
    bare = tuple(replace(m, evidence=()) for m in judged.measures)
    themes = tuple(replace(t, topics=()) for t in judged.themes)
    judged = replace(judged, measures=bare, themes=themes)
    report = report_of(Prepared(judged, (read,), briefing()), FROZEN, reviews)
    return replace(report, originals={read.sha256: path})


@pytest.fixture
def original(tmp_path):
    path = tmp_path / "risicoanalyse.pdf"
    path.write_bytes(pdf([LINE, "Verder niets."], ["Tweede bladzijde."]))
    return path


def notes(data):
    """Return, of the first page, each annotation's text and its rectangle in PDF points."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    found = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        size = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
        buffer = (pdfium.FPDF_WCHAR * (size // 2))()
        pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size)
        box = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(annotation, box)
        pdfium.FPDFPage_CloseAnnot(annotation)
        text = bytes(buffer).decode("utf-16-le").rstrip("\0")
        found.append((text, (box.left, box.bottom, box.right, box.top)))
    page.close()
    document.close()
    return found


def test_the_suppliers_own_bytes_come_first_and_unchanged(original):
    before = original.read_bytes()
    (made,) = annotated(report_on(original), "nl").values()
    assert made.startswith(before)
    assert len(made) > len(before)
    assert original.read_bytes() == before


def test_a_quote_is_marked_once_with_what_it_is_about(original):
    (made,) = annotated(report_on(original), "nl").values()
    ((text, _),) = notes(made)
    assert "Keten in beeld tot voorbij de eerste schakel: 2 beschreven" in text
    assert "Tot welke schakel kent u de herkomst?" in text


def test_the_note_says_what_a_person_made_of_it(original):
    (made,) = annotated(report_on(original, reviews=[review("agree", "f1")]), "en").values()
    assert "agree (jansen)" in notes(made)[0][0]


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_the_mark_lies_on_the_words_whichever_way_the_page_is_turned(tmp_path, degrees):
    path = tmp_path / "gedraaid.pdf"
    path.write_bytes(turned(degrees))
    (made,) = annotated(report_on(path), "nl").values()
    ((_, (left, bottom, right, top)),) = notes(made)
    document = pypdfium2.PdfDocument(made)
    text = document[0].get_textpage()
    for index in (0, len(LINE) - 2):
        x0, y0, x1, y1 = text.get_charbox(index)
        assert left - 3 <= x0 <= x1 <= right + 3
        assert bottom - 3 <= y0 <= y1 <= top + 3
    assert (right - left) * (top - bottom) < 400 * 40


def test_a_pdf_that_is_gone_or_changed_is_not_marked(original):
    report = report_on(original)
    original.write_bytes(original.read_bytes() + b"\n% later")
    with pytest.raises(OriginalMissing):
        annotated(report, "nl")
    original.unlink()
    with pytest.raises(OriginalMissing) as error:
        annotated(report, "nl")
    assert "risicoanalyse.pdf" in error.value.told_in("nl")


def test_without_any_pdf_there_is_nothing_to_mark():
    report = plain()
    facts = replace(report.assessment.documents[0], format="docx", pages=None)
    judged = replace(report.assessment, documents=(facts,))
    with pytest.raises(OriginalMissing):
        annotated(replace(report, prepared=Prepared(judged, (), briefing())), "nl")


def test_a_pdf_that_cannot_be_opened_any_more_is_told(tmp_path):
    path = tmp_path / "kapot.pdf"
    path.write_bytes(b"%PDF-1.7 kapot")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    facts = DocumentFacts("kapot.pdf", digest, "pdf", 1, (), (), ())
    quote = replace(evidence(page=1), boxes=(Box(1, 1, 9, 9),))
    judged = assessment((finding(evidence=(quote,)),), documents=(facts,))
    report = report_of(Prepared(judged, (), briefing()), FROZEN)
    with pytest.raises(DamagedDocument):
        annotated(replace(report, originals={digest: path}), "nl")


def test_a_copy_to_look_at_opens_where_the_quote_stands(original):
    made = annotated_at(report_on(original), 0, "nl", 1, LINE)
    assert made.startswith(original.read_bytes())
    assert len(notes(made)) == 1
    assert b"/FitH 8" in made
    assert b"/FitH" not in annotated_at(report_on(original), 0, "nl", 2)


def test_only_pages_that_exist_are_drawn(original):
    pictures = drawn(original, [1, 2, 7])
    assert set(pictures) == {1, 2}
    assert all(picture[8:12] == b"WEBP" for picture in pictures.values())
