"""A quote in another language than the note's says so to Word, which reads aloud and spells."""

import io

import docx
import pytest
from docx.oxml.ns import qn
from reports import plain

from assessor.export.tongues import Foreign, marked, settle, spoken
from assessor.export.word import to_word

QUOTE = "De lonen in de spinnerij zijn nog niet onderzocht."


def runs(data):
    """Return each run's text with the language that it carries itself."""
    document = docx.Document(io.BytesIO(data))
    for run in document.element.iter(qn("w:r")):
        lang = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        text = "".join(t.text or "" for t in run.iter(qn("w:t")))
        yield text, lang.get(qn("w:val")) if lang is not None else None


@pytest.mark.parametrize("kind", ["note", "letter"])
def test_a_dutch_quote_in_an_english_document_is_marked_as_dutch(kind):
    made = list(runs(to_word(kind, plain(), "en")))
    assert (QUOTE, "nl-NL") in made
    assert {lang for text, lang in made if text and QUOTE not in text} <= {None, "nl-NL"}
    assert ("“", None) in made


@pytest.mark.parametrize("kind", ["note", "letter"])
def test_in_a_dutch_document_a_dutch_quote_needs_no_mark(kind):
    made = list(runs(to_word(kind, plain(), "nl")))
    assert any(QUOTE in text for text, _ in made)
    assert {lang for _, lang in made} == {None}


def test_a_template_of_ones_own_needs_nothing_for_it(tmp_path):
    document = docx.Document()
    run = document.add_paragraph().add_run("{% for t in topics %}{{ t.quotes[0].text }} ")
    run.bold = True
    run.add_break()
    run.add_text("{% endfor %}")
    document.save(tmp_path / "own.docx")
    data = to_word("note", plain(), "en", tmp_path / "own.docx")
    assert (QUOTE, "nl-NL") in list(runs(data))
    filled = docx.Document(io.BytesIO(data))
    assert all(run.bold for p in filled.paragraphs for run in p.runs if run.text.strip())


def test_no_mark_is_left_whatever_a_template_does_with_the_text():
    document = docx.Document()
    whole = str(marked(Foreign("Wij spraken met iedereen.", "nl")))
    for text in (whole, whole[:10], whole[10:], whole + whole, f"zo {whole} ja"):
        document.add_paragraph(text)
    settle(document)
    assert [p.text for p in document.paragraphs] == [
        "Wij spraken met iedereen.",
        "Wij sp",
        "raken met iedereen.",
        "Wij spraken met iedereen." * 2,
        "zo Wij spraken met iedereen. ja",
    ]


def test_what_is_in_no_language_that_is_known_stays_plain():
    assert type(spoken("Hallo", "und", "en")) is str
    assert type(spoken("Hello", "en", "en")) is str
    assert type(spoken("Hallo", "nl", "en")) is Foreign
