"""Text and Markdown hold the same content; what a document says can do no harm in either."""

import pytest
from builders import FROZEN
from judged_files import table, word_file

from assessor.checklist import load
from assessor.dossiers.briefing import brief
from assessor.dossiers.prepared import Prepared
from assessor.export.harmless import printable
from assessor.export.markdown import to_markdown
from assessor.export.markdown_parts import escaped
from assessor.export.plain import to_text
from assessor.export.report import report_of
from assessor.model import Submission
from assessor.pipeline import Engine

HOSTILE = "De ernst van \x1b[31m[b]risico's[/b]\x1b[0m \u202e weegt <script> het | zwaarst."


@pytest.fixture(scope="module")
def engine(data):
    return Engine(load(data / "checklists" / "small"))


@pytest.fixture(scope="module")
def assessment(engine):
    document = word_file(
        "In maart 2026 wogen wij de ernst en de waarschijnlijkheid van elk risico voor werknemers.",
        HOSTILE,
        table(("Risico", "Land"), ("Kinderarbeid in ateliers", "Bangladesh")),
    )
    return engine.assess(Submission((document,)))


@pytest.fixture(scope="module")
def briefing(engine):
    return brief(engine.checklist)


@pytest.fixture(scope="module")
def report(assessment, briefing):
    return report_of(Prepared(assessment, (), briefing), FROZEN)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_text_fits_eighty_columns(assessment, briefing, language):
    text = to_text(assessment, briefing, language)
    assert max(len(line) for line in text.splitlines()) <= 80
    assert text.endswith("\n")


def test_text_shows_level_as_symbol_number_and_word(assessment, briefing):
    text = to_text(assessment, briefing, "nl")
    level = next(m.level for m in assessment.measures if m.level)
    word = ("niet aangetroffen", "genoemd", "beschreven", "onderbouwd")[level]
    assert f"{'●' * level}{'○' * (4 - level)} {level} {word}" in text
    assert "hier niet verwacht" in text


def test_text_quotes_with_its_place(assessment, briefing):
    text = " ".join(to_text(assessment, briefing, "nl").split())
    assert "“In maart 2026 wogen wij de ernst en de waarschijnlijkheid van elk risico" in text


def test_no_text_of_a_document_steers_the_terminal(assessment, briefing, report):
    for made in (to_text(assessment, briefing, "nl"), to_markdown(report, "nl")):
        assert "\x1b" not in made
        assert "\u202e" not in made


def test_markdown_shows_a_documents_marks_as_they_are():
    assert escaped("*a* <b> [c](d) | e\nf") == r"\*a\* \<b\> \[c\](d) \| e f"


def test_markdown_holds_every_question_with_advice(report, engine):
    made = to_markdown(report, "en")
    assert "## The OECD steps" in made
    for question in engine.checklist.questions:
        assert question.name.en in made


def test_control_marks_are_dropped_and_letters_kept():
    assert printable("é\u200b\x07€\u202e") == "é€"
