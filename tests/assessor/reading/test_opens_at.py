"""The copy of a PDF opens at the page and quote in hand; all that stood in the file stays."""

import io

import pypdfium2
import pytest
from pdf_files import pdf
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from assessor.model import Box
from assessor.reading.marking import Start, highlighted
from assessor.reading.opens_at import opening_at

CATALOGUE = (
    b"<</Type /Catalog /Pages 2 0 R /Lang (nl\\(x\\)) /Odd#20name [1 -2.5 null true (\xff)]"
    b" /OpenAction [3 0 R /Fit]>>"
)
OBJECTS = (
    CATALOGUE,
    b"<</Type /Pages /Kids [3 0 R 4 0 R] /Count 2>>",
    b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 400 600]>>",
    b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 400 600]>>",
)


def by_hand(*, with_stream, catalogue=CATALOGUE):
    """Return a PDF of two empty pages, its cross-references as a table or as a stream."""
    made, places = b"%PDF-1.7\n", []
    for number, content in enumerate((catalogue, *OBJECTS[1:]), 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(made)
    if with_stream:
        rows = b"".join(b"\x01" + place.to_bytes(2, "big") + b"\x00" for place in (*places, start))
        made += (
            b"5 0 obj\n<</Type /XRef /Size 6 /Root 1 0 R /W [1 2 1] /Index [1 5] /Length %d>>"
            % (len(rows))
        )
        made += b"\nstream\n" + rows + b"\nendstream\nendobj\n"
    else:
        rows = b"".join(b"%010d 00000 n \n" % place for place in places)
        made += b"xref\n0 5\n0000000000 65535 f \n" + rows + b"trailer\n<</Size 5 /Root 1 0 R>>\n"
    return made + b"startxref\n%d\n%%%%EOF\n" % start


def opened(data):
    """Return the page, counted from 1, and the view with which a program begins."""
    document = PDFDocument(PDFParser(io.BytesIO(data)), fallback=False)
    page, view, *more = document.catalog["OpenAction"]
    pages = [found.pageid for found in PDFPage.create_pages(document)]
    return pages.index(page.objid) + 1, view.name, *more


@pytest.mark.parametrize("with_stream", [False, True])
def test_it_opens_at_the_page_whichever_way_the_file_keeps_its_table(with_stream):
    before = by_hand(with_stream=with_stream)
    made = opening_at(before, 2, 512.4)
    assert made.startswith(before)
    assert opened(made) == (2, "FitH", 512)
    assert opened(opening_at(before, 2)) == (2, "Fit")
    assert len(pypdfium2.PdfDocument(made)) == 2


def test_what_else_the_catalogue_says_stays():
    made = opening_at(by_hand(with_stream=False), 1)
    told = PDFDocument(PDFParser(io.BytesIO(made)), fallback=False).catalog
    assert told["Lang"] == b"nl(x)"
    assert told["Odd name"] == [1, -2.5, None, True, b"\xff"]


def test_a_copy_can_be_changed_again():
    twice = opening_at(opening_at(by_hand(with_stream=True), 2), 1)
    assert opened(twice) == (1, "Fit")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 broken",
        b"",
        pdf(["op slot"], encrypt="geheim"),
        by_hand(with_stream=False, catalogue=b"(no dictionary)"),
        by_hand(with_stream=True)[:-20],
    ],
    ids=["broken", "empty", "locked", "no catalogue", "cut off"],
)
def test_a_file_in_which_it_cannot_be_said_stays_as_it_is(data):
    assert opening_at(data, 1) == data


def test_a_page_that_is_not_there_is_not_opened():
    before = by_hand(with_stream=False)
    assert opening_at(before, 3) == before


def test_a_quote_comes_into_sight_with_some_lines_above_it():
    box = Box(72, 300, 200, 312)
    made = highlighted(pdf(["een"], ["twee"]), (), Start(2, box))
    page, view, top = opened(made)
    assert (page, view) == (2, "FitH")
    assert 842 - 300 < top < 842 - 300 + 100
