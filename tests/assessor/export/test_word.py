"""Note and letter: from templates one can replace, whose mistakes are told; fit for who listens."""

import io
import re
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from builders import finding
from docx.oxml.ns import qn
from reports import plain

from assessor.dossiers.prepared import Prepared
from assessor.errors import TemplateWrong
from assessor.export.templates.build import WRITERS, template_bytes
from assessor.export.word import shipped, to_word
from assessor.export.word_values import letter_values, note_values
from assessor.model import Words
from assessor.texts import LANGUAGES

KINDS = ("note", "letter")


def opened(data):
    return docx.Document(io.BytesIO(data))


def made(kind, language="nl", **more):
    return opened(to_word(kind, plain(**more), language))


def said(document):
    return "\n".join(t.text or "" for t in document.element.iter(qn("w:t")))


def own_template(tmp_path, *paragraphs):
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    path = tmp_path / "eigen.docx"
    document.save(path)
    return path


def problems(tmp_path, *paragraphs, kind="note"):
    with pytest.raises(TemplateWrong) as error:
        to_word(kind, plain(), "en", own_template(tmp_path, *paragraphs))
    assert "eigen.docx" in error.value.told_in("nl")
    return " ".join(problem.en for problem in error.value.problems)


# --- the shipped templates -------------------------------------------------------------------


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_template_is_what_the_script_makes(kind, language):
    parts = [zipfile.ZipFile(io.BytesIO(d)) for d in
             (shipped(kind, language), template_bytes(kind, language))]  # fmt: skip
    assert parts[0].namelist() == parts[1].namelist()
    for name in parts[0].namelist():
        assert parts[0].read(name) == parts[1].read(name), name


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("language", "locale"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_the_document_names_its_language_and_title(kind, language, locale):
    document = made(kind, language)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert {lang.get(qn("w:val")) for lang in defaults.iter(qn("w:lang"))} == {locale}
    assert document.core_properties.language == locale
    assert document.core_properties.title.endswith("Voorbeeld B.V.")


@pytest.mark.parametrize("kind", KINDS)
def test_headings_are_headings_and_go_down_step_by_step(kind):
    styles = [p.style.name for p in made(kind).paragraphs]
    levels = [0 if s == "Title" else int(s[-1]) for s in styles if s.startswith(("Title", "Head"))]
    assert levels[0] == 0
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("kind", KINDS)
def test_every_table_says_what_it_is_and_which_cells_are_heads(kind):
    tables = made(kind).tables
    assert tables
    for table in tables:
        properties = table._tbl.tblPr
        assert properties.find(qn("w:tblCaption")).get(qn("w:val"))
        look = properties.find(qn("w:tblLook"))
        has_head = look.get(qn("w:firstRow")) == "1"
        row = table.rows[0]._tr
        assert has_head == (row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None)
        assert has_head or look.get(qn("w:firstColumn")) == "1"


# --- what is in them -------------------------------------------------------------------------


def test_the_note_has_agenda_quotes_questions_and_room_to_write():
    document = made("note")
    text = said(document)
    for part in ("Agenda (75 minuten)", "Sterke punten", "blz. 2", "In 2025 bezochten wij",
                 "Tot welke schakel", "Waaruit blijkt dat?", "Bijlage"):  # fmt: skip
        assert part in text
    heads = [table.rows[0].cells[0].text for table in document.tables]
    assert heads.count("Aantekeningen") == heads.count("Afspraak") == 2
    agreements = next(t for t in document.tables if t.rows[0].cells[0].text == "Afspraak")
    assert [cell.text for cell in agreements.rows[0].cells] == ["Afspraak", "Wie", "Wanneer klaar"]
    assert len(agreements.rows) == 3


def test_the_note_shows_what_people_made_of_it_beside_the_program():
    text = said(made("note"))
    assert "jansen" in text
    assert "Navragen bij de fabriek." in text
    assert "3 onderbouwd" in text


def test_the_annex_covers_every_measure_and_topic():
    text = said(made("note"))
    for code in ("1.1", "2.4", "6.2"):
        assert f"{code} " in text
    for name in ("Leefbaar loon", "Kinderarbeid", "Onderwerp land.fpic"):
        assert name in text


def test_the_letter_holds_no_level_no_opinion_and_nothing_for_the_office_alone():
    text = said(made("letter"))
    for secret in ("genoemd", "beschreven", "●", "Navragen", "eens", "Namen, plaatsen",
                   "prioriteit", "Ontkend", "Kan sterker"):  # fmt: skip
        assert secret not in text


def test_the_letter_says_not_found_in_this_document_and_quotes_the_supplier():
    text = said(made("letter"))
    assert "“In 2025 bezochten wij de weverij" in text
    assert "dit document" in text
    assert "deze documenten" not in text.replace("Reactie op uw documenten", "")


@pytest.mark.parametrize("kind", KINDS)
def test_both_say_tool_checklist_hash_date_and_reviewers(kind):
    text = said(made(kind))
    for part in ("isv-assessor 0.1.0", "versie 2026.1", "ab" * 32, "21 november 2026", "jansen"):
        assert part in text


def test_without_findings_both_can_be_made():
    report = plain()
    empty = replace(report, agenda=replace(report.agenda, topics=(), strengths=()), reviews=())
    assert "geen onderwerp gekozen" in said(opened(to_word("note", empty, "nl")))
    assert "Waarover wij graag" not in said(opened(to_word("letter", empty, "nl")))


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_could_not_be_read_is_asked_for(kind):
    report = plain()
    unread = finding("u", "unread", "scan.pdf", 1, title=Words("Niet gelezen: scan.pdf", "x"))
    judged = replace(report.assessment, findings=(*report.assessment.findings, unread))
    prepared = Prepared(judged, report.documents, report.briefing)
    text = said(opened(to_word(kind, replace(report, prepared=prepared), "nl")))
    assert "Niet gelezen: scan.pdf" in text
    assert "Niet gelezen" not in said(made(kind))


# --- a person's own template -----------------------------------------------------------------


def test_a_person_can_use_their_own_template(tmp_path):
    path = own_template(
        tmp_path, "Voor {{ supplier }}", "{% for t in topics %}{{ t.name }};{% endfor %}"
    )
    text = said(opened(to_word("note", plain(), "nl", path)))
    assert "Voor Voorbeeld B.V." in text
    assert "Leefbaar loon;" in text


def test_all_names_that_do_not_exist_are_told_with_the_nearest(tmp_path):
    told = problems(
        tmp_path, "{{ suplier }}", "{% for t in topics %}{{ t.titel }}{% endfor %}", "{{ qqq }}"
    )
    assert "suplier: this name does not exist. Do you mean supplier?" in told
    assert "titel: this name does not exist. Do you mean title?" in told
    assert "qqq: this name does not exist." in told


def test_a_loop_that_is_not_closed_is_told(tmp_path):
    assert "endfor" in problems(tmp_path, "{% for t in topics %}{{ t.name }}")


def test_a_mark_that_is_not_closed_is_told_with_what_stands_near(tmp_path):
    assert "supplier" in problems(tmp_path, "Beste {{ supplier }")


def test_an_unknown_filter_is_told(tmp_path):
    assert "shout" in problems(tmp_path, "{{ supplier|shout }}")


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ supplier.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.system('touch kwaad') }}",
        "{% for i in range(10**9) %}x{% endfor %}",
    ],
)
def test_a_template_can_show_and_not_act(tmp_path, attack, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert problems(tmp_path, attack)
    assert not (tmp_path / "kwaad").exists()


@pytest.mark.parametrize("data", [b"", b"tekst", b"%PDF-1.7", b"PK\x03\x04 kapot"])
def test_what_is_no_word_file_is_refused(tmp_path, data):
    path = tmp_path / "sjabloon.docx"
    path.write_bytes(data)
    with pytest.raises(TemplateWrong) as error:
        to_word("note", plain(), "nl", path)
    assert "geen Word-bestand" in error.value.told_in("nl")


def test_a_zip_that_is_no_word_file_is_refused(tmp_path):
    path = tmp_path / "sjabloon.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(TemplateWrong):
        to_word("note", plain(), "nl", path)


def test_a_template_that_is_not_there_is_told(tmp_path):
    with pytest.raises(TemplateWrong) as error:
        to_word("note", plain(), "nl", tmp_path / "weg.docx")
    assert "weg.docx" in error.value.told_in("nl")


# --- the names that a template can use -------------------------------------------------------


def names_in(value):
    """Return all names under which a template finds something."""
    if isinstance(value, dict):
        return set(value) | {name for part in value.values() for name in names_in(part)}
    if isinstance(value, list):
        return {name for part in value for name in names_in(part)}
    return set()


@pytest.mark.parametrize("values", [note_values, letter_values])
def test_the_guide_lists_every_name_that_a_template_can_use(values):
    guide = (Path(__file__).parents[3] / "docs" / "exports.md").read_text("utf-8")
    listed = set(re.findall(r"`(\w+)`", guide))
    assert names_in(values(plain(), "en")) <= listed
