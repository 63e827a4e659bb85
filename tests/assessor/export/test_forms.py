"""Text and Markdown hold the same content; what a document says can do no harm in either."""

import pytest
from judged_files import table, word_file

from assessor.checklist import load
from assessor.export.markdown import escaped, to_markdown
from assessor.export.plain import printable, to_text
from assessor.model import Submission
from assessor.pipeline import Engine

HOSTILE = "De ernst van \x1b[31m[b]risico's[/b]\x1b[0m \u202e weegt <script> het | zwaarst."


@pytest.fixture(scope="module")
def engine(data):
    return Engine(load(data / "checklists" / "small"))


@pytest.fixture(scope="module")
def assessment(engine):
    document = word_file(
        "Wij wegen de ernst en de waarschijnlijkheid van elk risico voor werknemers.",
        HOSTILE,
        table(("Risico", "Land"), ("Kinderarbeid in ateliers", "Bangladesh")),
    )
    return engine.assess(Submission((document,)))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_text_fits_eighty_columns(assessment, engine, language):
    text = to_text(assessment, engine.checklist, language)
    assert max(len(line) for line in text.splitlines()) <= 80
    assert text.endswith("\n")


def test_text_shows_level_as_symbol_number_and_word(assessment, engine):
    text = to_text(assessment, engine.checklist, "nl")
    assert "●●○○ 2 beschreven" in text
    assert "hier niet verwacht" in text


def test_text_quotes_with_its_place(assessment, engine):
    text = " ".join(to_text(assessment, engine.checklist, "nl").split())
    assert "“Wij wegen de ernst en de waarschijnlijkheid van elk risico" in text


def test_no_text_of_a_document_steers_the_terminal(assessment, engine):
    for write in (to_text, to_markdown):
        made = write(assessment, engine.checklist, "nl")
        assert "\x1b" not in made
        assert "\u202e" not in made


def test_markdown_shows_a_documents_marks_as_they_are():
    assert escaped("*a* <b> [c](d) | e\nf") == r"\*a\* \<b\> \[c\](d) \| e f"


def test_markdown_holds_every_question_with_advice(assessment, engine):
    made = to_markdown(assessment, engine.checklist, "en")
    assert "## The OECD steps" in made
    for question in engine.checklist.questions:
        assert question.name.en in made


def test_control_marks_are_dropped_and_letters_kept():
    assert printable("é\u200b\x07€\u202e") == "é€"
