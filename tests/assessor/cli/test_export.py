"""`assessor export` writes every form from a dossier or from files, and loses nothing."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace

import pytest
from builders import prepared, review
from click.testing import CliRunner
from pdf_files import pdf

from assessor.cli import main
from assessor.dialogue.edits import Own
from assessor.dialogue.keeping import agenda_to_json, edits_to_json
from assessor.dossiers.fingerprint import key_for
from assessor.dossiers.store import Store
from assessor.export.forms import FORMS
from assessor.texts import LANGUAGES


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSESSOR_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("ASSESSOR_CONFIG", str(tmp_path))
    return tmp_path


@pytest.fixture
def file(home):
    """A supplier's file of which the assessment, and a judgement on it, is saved."""
    path = home / "risicoanalyse.pdf"
    path.write_bytes(pdf(["Een zin."], ["Nog een."], ["Het eind."]))
    key = key_for([path], None)
    made = prepared()
    facts = replace(made.assessment.documents[0], sha256=key.files[0].sha256)
    judged = replace(made.assessment, documents=(facts,))
    with closing(Store()) as store:
        saved = store.keep(key, type(made)(judged, made.documents, made.briefing))
        store.record(saved.submission, review("agree", "f1"))
    return path


def run(*line):
    return CliRunner().invoke(main, ["export", *map(str, line)])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_is_written_from_a_saved_dossier(file, home, form, language):
    place = home / f"uit{form.suffix}"
    result = run(form.name, "--dossier", "1", "--output", place, "--language", language)
    assert result.exit_code == 0, result.stderr
    assert place.stat().st_size > 1000
    assert str(place) in result.stderr
    assert result.stdout == ""


def test_files_that_were_assessed_before_come_with_their_judgements(file, home):
    place = home / "uit.json"
    assert run("json", file, "--output", place).exit_code == 0
    assert json.loads(place.read_bytes())["opinions"]["f1"]["who"] == "jansen"


def test_a_dossier_is_found_by_a_part_of_its_name(file, home):
    assert run("markdown", "--dossier", "RISICO", "--output", home / "a.md").exit_code == 0


def test_a_dossier_that_is_not_there_is_told_with_those_that_are(file, home):
    result = run("note", "--dossier", "Zonnebloem", "--output", home / "a.docx")
    assert result.exit_code == 4
    assert "1 risicoanalyse" in result.stderr


@pytest.mark.parametrize("line", [(), ("x.pdf", "--dossier", "1")])
def test_files_or_a_dossier_are_needed_and_not_both(home, line):
    result = run("note", *line, "--output", home / "a.docx")
    assert result.exit_code == 2
    assert "--dossier" in result.stderr


def test_output_is_needed(home):
    result = run("note", "--dossier", "1")
    assert result.exit_code == 2
    assert "--output" in result.stderr


def test_a_file_that_is_not_there_is_told(home):
    result = run("note", home / "weg.pdf", "--output", home / "a.docx")
    assert result.exit_code == 3
    assert "weg.pdf" in result.stderr


def test_a_file_that_stands_there_stays(file, home):
    place = home / "notitie.docx"
    place.write_bytes(b"aantekeningen van het gesprek")
    result = run("note", "--dossier", "1", "--output", place)
    assert result.exit_code == 4
    assert place.read_bytes() == b"aantekeningen van het gesprek"
    assert run("note", "--dossier", "1", "--output", place, "--overwrite").exit_code == 0


def test_the_suppliers_file_stays_even_when_asked(file, home):
    before = file.read_bytes()
    assert run("pdf", file, "--output", file, "--overwrite").exit_code == 4
    assert file.read_bytes() == before


def test_minutes_shape_the_agenda(file, home):
    place = home / "a.md"
    assert run("markdown", "--dossier", "1", "--output", place, "--minutes", 60).exit_code == 0
    assert "Agenda (60 minuten)" in place.read_text("utf-8")
    assert run("note", "--dossier", "1", "--output", home / "b", "--minutes", 5).exit_code == 2


def test_an_agenda_or_its_changes_can_be_given(file, home):
    changes = home / "wijzigingen.json"
    changes.write_bytes(edits_to_json([Own("own-1", "Levertijden")]))
    place = home / "a.md"
    line = ("markdown", "--dossier", "1", "--output", place, "--overwrite", "--agenda")
    assert run(*line, changes).exit_code == 0
    assert "Levertijden" in place.read_text("utf-8")

    from builders import FROZEN

    from assessor.export.report import report_of

    changes.write_bytes(agenda_to_json(report_of(prepared(()), FROZEN).agenda))
    assert run(*line, changes).exit_code == 0
    assert "Er is geen onderwerp gekozen." in place.read_text("utf-8")


@pytest.mark.parametrize("data", [b"{}", b"onzin", b"[1]"])
def test_what_is_no_agenda_is_told(file, home, data):
    (home / "a.json").write_bytes(data)
    result = run("note", "--dossier", "1", "--output", home / "b", "--agenda", home / "a.json")
    assert result.exit_code == 2
    assert "A604" in result.stderr


def test_the_template_can_be_copied_changed_and_used(file, home):
    copy = home / "sjabloon.docx"
    assert run("template", "note", "--output", copy).exit_code == 0
    line = ("note", "--dossier", "1", "--output", home / "a.docx", "--template")
    assert run(*line, copy).exit_code == 0
    copy.write_bytes(b"geen Word")
    result = run(*line, copy, "--overwrite")
    assert result.exit_code == 2
    assert "sjabloon.docx" in result.stderr


def test_every_mistake_of_a_template_is_a_line(file, home):
    import docx

    wrong = docx.Document()
    wrong.add_paragraph("{{ suplier }} {{ topcis }}")
    wrong.save(str(home / "fout.docx"))
    result = run("note", "--dossier", "1", "--output", home / "a", "--template", home / "fout.docx")
    assert result.exit_code == 2
    assert "  suplier: deze naam bestaat niet. Bedoelt u supplier?" in result.stderr
    assert "  topcis: deze naam bestaat niet. Bedoelt u topics?" in result.stderr
    assert not (home / "a").exists()


def test_the_letter_asks_to_be_read_before_it_is_sent(file, home):
    assert "Lees deze brief" in run("letter", "--dossier", "1", "--output", home / "a.docx").stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_in_words(home, language):
    for name in ("note", "template"):
        text = run(name, "--help", "--language", language).stdout
        assert "export." not in text
