"""One file in: a Document out, or a clear refusal, whatever the file is."""

from __future__ import annotations

import hashlib
import os
import time
from dataclasses import replace

import pytest
from bombs import (
    deep_arrays,
    deep_pages,
    huge_picture,
    laughing_entities,
    nested_tables,
    outside_entity,
    unicode_ranges,
    wide_font,
    wide_predictor,
)
from pdf_files import (
    bare_pdf,
    deep_dictionaries,
    flate_bomb,
    form_laughs,
    looping_pages,
    many_pages,
    pdf,
    previous_loop,
    vast_page,
    without_pages,
)
from word_files import paragraph, row, table, word_file

from assessor import reading
from assessor.errors import (
    DamagedDocument,
    EmptyFile,
    EncryptedDocument,
    FileMissing,
    LimitExceeded,
    NoPages,
    NotAFile,
    ReadingError,
    UnsupportedFormat,
)
from assessor.reading.limits import default_limits

SMALL = replace(default_limits(), memory_mib=400, seconds=5)
SENTENCE = "De leverancier onderzoekt elk jaar de risico's op kinderarbeid in de keten."


@pytest.fixture
def file(tmp_path):
    def written(content, name="document.pdf"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return written


def test_a_pdf_becomes_a_document(file):
    content = pdf([SENTENCE], ["Tweede bladzijde met nog een hele zin over leveranciers."])
    document = reading.read(file(content))
    assert document.format == "pdf"
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert [page.status for page in document.pages] == ["read", "read"]
    assert document.blocks[0].text == SENTENCE
    assert document.languages == ("nl",)


def test_the_content_decides_and_not_the_name(file):
    word = file(word_file(paragraph(SENTENCE)), "eigenlijk_word.pdf")
    assert reading.read(word).format == "docx"
    assert reading.read(file(pdf([SENTENCE]), "eigenlijk_pdf.docx")).format == "pdf"


def test_a_word_file_with_macros_is_read_like_any_other(file):
    macros = word_file(paragraph(SENTENCE), parts={"vbaProject.bin": "x"})
    assert reading.read(file(macros, "met_macro.docm")).blocks[0].text == SENTENCE


REFUSED = {
    "empty": (b"", EmptyFile, "leeg"),
    "rtf": (b"{\\rtf1 tekst}", UnsupportedFormat, "RTF"),
    "web page": (b"<!DOCTYPE html><html></html>", UnsupportedFormat, "webpagina"),
    "picture": (b"\x89PNG\r\n\x1a\n rest", UnsupportedFormat, "afbeelding"),
    "plain text": (b"gewone tekst", UnsupportedFormat, "tekstbestand"),
    "unknown": (b"\x00\x01\x02\x03", UnsupportedFormat, "onbekend"),
    "damaged pdf": (b"%PDF-1.7 en dan niets", DamagedDocument, "beschadigd"),
    "damaged word": (b"PK\x03\x04 en dan niets", DamagedDocument, "beschadigd"),
    "pdf without pages": (without_pages(), NoPages, "geen bladzijden"),
    "pdf without text": (pdf([]), NoPages, "geen leesbare tekst"),
    "locked pdf": (pdf([SENTENCE], encrypt="geheim"), EncryptedDocument, "wachtwoord"),
    "old word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
        UnsupportedFormat,
        ".doc",
    ),
    "locked word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        EncryptedDocument,
        "wachtwoord",
    ),
}


@pytest.mark.parametrize(("content", "error", "word"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_by_name_with_a_remedy(file, content, error, word):
    with pytest.raises(error) as refusal:
        reading.read(file(content, "plan.pdf"))
    assert refusal.value.what.nl.startswith("plan.pdf: ")
    assert word in refusal.value.what.nl
    assert refusal.value.remedy.nl
    assert refusal.value.remedy.en


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    with pytest.raises(FileMissing):
        reading.read(tmp_path / "weg.pdf")
    with pytest.raises(NotAFile):
        reading.read(tmp_path)


def test_a_file_that_is_too_large_is_not_opened(file):
    path = file(b"%PDF-1.7")
    os.truncate(path, 201 * 2**20)
    with pytest.raises(LimitExceeded):
        reading.read(path)


def test_a_name_that_is_not_utf8_is_no_obstacle(tmp_path):
    path = tmp_path / os.fsdecode(b"plan\xff.pdf")
    path.write_bytes(pdf([SENTENCE]))
    assert reading.read(path).blocks[0].text == SENTENCE


def test_too_many_pages_are_refused(file):
    with pytest.raises(LimitExceeded):
        reading.read(file(many_pages(default_limits().pages + 1)))


BOMBS = {
    "flate bomb": lambda: flate_bomb(450),
    "forms that draw forms": form_laughs,
    "looping page tree": looping_pages,
    "dictionaries that never close": lambda: deep_dictionaries(500_000),
    "vast page": lambda: vast_page(10_000_000),
    "loop of predecessors": previous_loop,
    "no objects": lambda: bare_pdf(b"null"),
    "columns of a predictor": wide_predictor,
    "ranges of a font": unicode_ranges,
    "widths of a font": wide_font,
    "chain of pages": lambda: deep_pages(2000),
    "arrays in arrays": lambda: deep_arrays(100_000),
    "vast picture": huge_picture,
    "entities that laugh": laughing_entities,
    "entity from outside": outside_entity,
    "nested tables": lambda: nested_tables(300),
    "ten thousand rows": lambda: word_file(table(*[row("a", "b")] * 10_000)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_hostile_file_is_read_or_refused_within_its_limits(file, name):
    started = time.monotonic()
    try:
        document = reading.read(file(BOMBS[name]()), SMALL)
    except ReadingError:
        document = None
    assert time.monotonic() - started < 2 * SMALL.seconds + 5
    assert document is None or document.blocks or document.unread_pages


def test_a_table_with_more_rows_than_can_be_judged_is_refused(file):
    rows = [row("a", "b")] * (default_limits().blocks + 1)
    with pytest.raises(LimitExceeded):
        reading.read(file(word_file(table(*rows))))


def test_a_reader_that_never_ends_is_stopped(file):
    hurried = replace(SMALL, seconds=0)
    with pytest.raises(LimitExceeded) as refusal:
        reading.read(file(pdf([SENTENCE])), hurried)
    assert "langer dan 0 seconden" in refusal.value.what.nl


def test_a_reader_without_memory_is_a_clear_refusal(file):
    with pytest.raises(ReadingError):
        reading.read(file(flate_bomb(450)), replace(SMALL, memory_mib=200))


def test_a_folder_of_the_supplier_cannot_lend_modules(file, tmp_path, monkeypatch):
    (tmp_path / "msgspec.py").write_text("raise SystemExit('ingebroken')")
    monkeypatch.chdir(tmp_path)
    assert reading.read(file(pdf([SENTENCE]))).blocks


def test_a_broken_installation_is_not_blamed_on_the_file(file, tmp_path, monkeypatch):
    modules = tmp_path / "modules"
    modules.mkdir()
    (modules / "pypdfium2.py").write_text("raise ImportError('weg')")
    monkeypatch.setenv("PYTHONPATH", str(modules))
    with pytest.raises(ImportError, match="install isv-assessor again"):
        reading.read(file(pdf([SENTENCE])))


def test_another_language_is_read_and_told(file):
    german = "Der Lieferant untersucht jedes Jahr die Risiken der Kinderarbeit in der Lieferkette. "
    document = reading.read(file(word_file(paragraph(german * 3)), "bericht.docx"))
    assert document.languages == ("de",)
    assert any("Duits" in note.nl for note in document.notes)


def test_each_page_is_told_when_it_is_read(file):
    heard = []
    reading.read(
        file(pdf([SENTENCE], [SENTENCE], [SENTENCE])), follows=lambda *told: heard.append(told)
    )
    assert heard == [("pages", 1, 3), ("pages", 2, 3), ("pages", 3, 3)]
