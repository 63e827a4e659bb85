"""Any bytes in: a Document or a clear refusal out, and every passage maps back to its place."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_files import pdf
from word_files import cell, paragraph, row, run, table, word_file

from assessor import reading
from assessor.errors import ReadingError
from assessor.model import Document
from assessor.reading.docx import read_docx
from assessor.reading.limits import default_limits
from assessor.reading.passages import passages_of

LIMITS = default_limits()
WHOLE_WORD_FILE = word_file(
    paragraph("Risico's", style="Kop1"),
    paragraph("Wij onderzoeken de keten. Elk jaar opnieuw.", number=1),
    table(row("Risico", "Maatregel", "Termijn"), row("Kinderarbeid", "Audit", "2026")),
)
WHOLE_PDF = pdf(["De leverancier onderzoekt de keten. Elk jaar opnieuw."], ["Slot."])
BEGINNINGS = st.sampled_from(
    [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)

words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30).map(
    lambda text: text.replace("&", "").replace("<", "").replace(">", "")
)
spans = st.builds(
    lambda span, merge: f'<w:gridSpan w:val="{span}"/>{merge}',
    st.integers(-5, 10**9),
    st.sampled_from(["", "<w:vMerge/>", '<w:vMerge w:val="restart"/>']),
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(beginning=BEGINNINGS, rest=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path, beginning, rest):
    path = tmp_path / "any"
    path.write_bytes(beginning + rest)
    with pytest.raises(ReadingError) as refusal:
        reading.read(path)
    assert refusal.value.remedy.nl


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=st.integers(0, len(WHOLE_PDF) - 1), patch=st.binary(min_size=1, max_size=12))
def test_a_patched_pdf_is_read_or_refused(tmp_path, place, patch):
    path = tmp_path / "patched.pdf"
    path.write_bytes(WHOLE_PDF[:place] + patch + WHOLE_PDF[place + len(patch) :])
    try:
        document = reading.read(path)
    except ReadingError:
        return
    check_places(document)


paragraphs = st.builds(
    lambda text, style, number, level: paragraph(
        run(text), style=style, number=number, level=level
    ),
    words,
    st.sampled_from([None, "Kop1", "Kop2", "Bijschrift", "Inhopg1", "Rond", "bestaat niet"]),
    st.sampled_from([None, 1, 2, 3, 99]),
    st.integers(-1, 12),
)
tables = st.recursive(
    paragraphs,
    lambda content: st.lists(
        st.lists(st.builds(cell, content, spans), min_size=1, max_size=4), min_size=1, max_size=4
    ).map(lambda rows: table(*(row(*cells) for cells in rows)) + paragraph("")),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(place=st.integers(0, len(WHOLE_WORD_FILE) - 1), patch=st.binary(min_size=1, max_size=12))
def test_a_patched_word_file_is_read_or_refused(place, patch):
    data = WHOLE_WORD_FILE[:place] + patch + WHOLE_WORD_FILE[place + len(patch) :]
    try:
        read = read_docx(data, LIMITS)
    except ReadingError:
        return
    check_places(document(read.blocks))


@settings(max_examples=100, deadline=None)
@given(body=st.lists(tables | paragraphs, max_size=6))
def test_any_nest_of_paragraphs_and_tables_is_read(body):
    try:
        read = read_docx(word_file(*body), LIMITS)
    except ReadingError:
        return
    check_places(document(read.blocks))
    for block in read.blocks:
        assert block.text.strip()
        assert all(c.column_span <= LIMITS.span for c in block.cells)


def document(blocks):
    return Document("a.docx", "0", "docx", (), tuple(blocks), ())


def check_places(document):
    numbers = {page.number for page in document.pages}
    for passage in passages_of(document):
        block = document.blocks[passage.block]
        assert block.text[passage.start : passage.end] == passage.text
        assert passage.text.strip()
        assert passage.page is None or passage.page in numbers
        assert all(line.box is not None for line in block.lines if line.page in numbers)
