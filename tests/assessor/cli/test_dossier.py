"""`assessor dossier` keeps contracts and files, shows them, lets go of them, moves them."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from builders import FROZEN, finding, judgement, prepared, review
from click.testing import CliRunner

from assessor.cli import gathering, main
from assessor.dialogue.edits import Own
from assessor.dialogue.keeping import edit_to_json
from assessor.dossiers.changes import Change
from assessor.dossiers.store import Store
from assessor.model import Words
from assessor.pipeline import Nothing
from assessor.texts import LANGUAGES

FACTS = (
    "--supplier", "Weverij Zonnebloem", "--contract", "2024-17", "--category", "workwear",
    "--start", "2024-03-01", "--threshold", "2.2=3", "--deadline", "annual_report=2026-03-01",
)  # fmt: skip


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSESSOR_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("ASSESSOR_CONFIG", str(tmp_path))
    return tmp_path


@pytest.fixture
def seen(monkeypatch):
    """What the machine sees in any file; the list holds what it was asked."""
    asked = []

    def assess(files, key, arrival=None):
        asked.append((files, key))
        return seen.prepared

    def seen():
        return asked

    seen.prepared = prepared()
    monkeypatch.setattr(gathering, "assess_now", assess)
    return seen


@pytest.fixture
def report(home):
    file = home / "jaarverslag.pdf"
    file.write_bytes(b"%PDF-1.7 verslag")
    return file


def run(*line, **more):
    return CliRunner().invoke(main, ["dossier", *map(str, line)], **more)


def test_without_dossiers_that_is_said():
    assert run("list").stdout == "Er zijn nog geen dossiers.\n"


def test_a_contract_with_its_files_is_kept_and_shown(seen, report):
    assert run("add", *FACTS).exit_code == 0
    added = run("add", report, "--dossier", "2024-17", "--received", "2026-02-01")
    assert added.stdout == "Bewaard in dossier 1: Weverij Zonnebloem · 2024-17.\n"
    assert [(key.category, key.contract_date) for _, key in seen()] == [
        ("workwear", date(2024, 3, 1))
    ]
    page = run("show", "zonnebloem").stdout
    for told in (
        "Dossier 1: Weverij Zonnebloem · 2024-17",
        "Categorie: workwear",
        "Begint: 1 mrt 2024",
        "Afgesproken niveaus: 2.2: 3",
        "jaarverslag 1 mrt 2026",
        "Ontvangen op 1 feb 2026: jaarverslag.pdf",
        "beoordeeld: 0 van 4 bevindingen",
    ):
        assert told in page
    assert "jaarverslag.pdf" in run("list").stdout


def test_files_alone_are_kept_under_their_own_name(seen, report):
    assert run("add", report).stdout == "Bewaard in dossier 1: jaarverslag.\n"


def test_facts_are_completed_and_the_others_stay(seen):
    run("add", *FACTS)
    run("add", "--dossier", 1, "--end", "2028-02-29", "--threshold", "1.1=2")
    with closing(Store()) as store:
        contract = store.register.get(1)
    assert contract.ends_on == date(2028, 2, 29)
    assert contract.starts_on == date(2024, 3, 1)
    assert contract.thresholds == {"1.1": 2, "2.2": 3}


def test_the_same_contract_is_not_made_twice():
    run("add", *FACTS)
    again = run("add", *FACTS)
    assert again.exit_code == 2
    assert "--dossier 1" in again.stderr


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ((), "Noem een bestand"),
        (("--supplier", "X", "--start", "gisteren"), "2026-03-01"),
        (("--supplier", "X", "--threshold", "9.9=3"), "2.2=3"),
        (("--supplier", "X", "--threshold", "2.2=7"), "2.2=3"),
        (("--supplier", "X", "--deadline", "brief=2026-03-01"), "annual_report"),
        (("--supplier", "X", "--category", "boten"), "workwear"),
    ],
)
def test_what_cannot_be_is_told(line, told):
    result = run("add", *line)
    assert result.exit_code == 2
    assert told in result.stderr
    assert run("list").stdout == "Er zijn nog geen dossiers.\n"


def test_of_files_that_cannot_be_read_nothing_is_kept(monkeypatch, home):
    def fail(files, key, arrival):
        raise Nothing([("weg.pdf", Words("weg.pdf is er niet.", ""))])

    monkeypatch.setattr(gathering, "assess_now", fail)
    result = run("add", home / "weg.pdf", *FACTS)
    assert result.exit_code == 3
    assert "weg.pdf" in result.stderr
    assert run("list").stdout == "Er zijn nog geen dossiers.\n"


def test_a_new_checklist_shows_what_changed_and_keeps_judgements(seen, report):
    run("add", report)
    with closing(Store()) as store:
        store.record(1, review("agree", "f2"))
    before = prepared()
    seen.prepared = type(before)(
        replace(
            before.assessment,
            checklist_version="2027.1",
            measures=(judgement("1.1", 4), *before.assessment.measures[1:]),
            findings=(finding("f2", "weak", "6.2"),),
        ),
        before.documents,
        before.briefing,
    )
    told = run("add", report, "--dossier", 1).stdout
    for line in (
        "Anders dan bij de vorige beoordeling (checklist 2026.1, nu 2027.1):",
        "  1.1: 3 → 4",
        "  anders beoordeeld: De keten is alleen tot de weverij in beeld (eens)",
        "  niet meer gevonden: Lonen nog niet onderzocht",
        "nu anders: 1.",
    ):
        assert line in told
    assert "1.1: 3 → 4" in run("show", 1).stdout
    assert "beoordeeld: 1 van 1" in run("show", 1).stdout


def test_who_else_has_it_open_is_shown(seen, report):
    run("add", report)
    with closing(Store()) as store:
        store.presences.enter(1, "bakker")
        assert "Nu ook geopend door bakker op" in run("show", 1).stdout


def test_other_programs_get_json(seen, report):
    run("add", report, *FACTS)
    every = json.loads(run("list", "--format", "json").stdout)
    assert every["dossiers"][0]["number"] == "2024-17"
    one = json.loads(run("show", 1, "--format", "json").stdout)
    assert one["submissions"][0]["submission"]["files"] == ["jaarverslag.pdf"]


def test_a_dossier_goes_to_another_office(seen, report, home, monkeypatch):
    run("add", report, *FACTS)
    with closing(Store()) as store:
        store.record(1, review("agree", "f1"))
    place = home / "dossier.zip"
    assert run("export", 1, "--output", place).exit_code == 0
    assert run("export", 1, "--output", place).exit_code == 4
    assert run("export", 1, "--output", place, "--overwrite").exit_code == 0
    monkeypatch.setenv("ASSESSOR_DATA", str(home / "there"))
    told = run("import", place).stdout
    assert "Overgenomen als nieuw dossier 1: Weverij Zonnebloem · 2024-17." in told
    assert "oordelen van mensen 1" in told
    assert "Samengevoegd met dossier 1" in run("import", place).stdout


def test_facts_on_which_offices_differ_are_told(seen, home, monkeypatch):
    run("add", *FACTS)
    run("export", 1, "--output", home / "a.zip")
    run("add", "--dossier", 1, "--category", "ict")
    assert (
        "category: hier staat ict, in het bestand workwear" in run("import", home / "a.zip").stdout
    )


def test_an_export_that_cannot_be_written_is_told(home):
    run("add", *FACTS)
    (home / "file").write_text("in the way")
    result = run("export", 1, "--output", home / "file" / "a.zip")
    assert result.exit_code == 4
    assert "kan niet worden geschreven" in result.stderr


def test_a_zip_that_was_tampered_with_is_told(home):
    (home / "a.zip").write_bytes(b"PK")
    result = run("import", home / "a.zip")
    assert result.exit_code == 4
    assert "Er is niets overgenomen." in result.stderr


def test_removing_asks_first_and_keeps_a_copy(seen, report, home):
    run("add", report, *FACTS)
    assert run("remove", 1).exit_code == 2
    told = run("remove", 1, "--yes").stdout
    (copy,) = (home / "data" / "removed").iterdir()
    assert str(copy) in told
    assert run("list").stdout == "Er zijn nog geen dossiers.\n"
    assert "Overgenomen" in run("import", copy).stdout
    assert "jaarverslag.pdf" in run("list").stdout


def test_a_dossier_that_is_not_there_is_told():
    run("add", *FACTS)
    for line in (
        ("show", "Maan"),
        ("remove", "Maan", "--yes"),
        ("add", "--dossier", "Maan", "--name", "x"),
    ):
        result = run(*line)
        assert result.exit_code == 4
        assert "1 Weverij Zonnebloem" in result.stderr


def test_an_export_of_an_empty_dossier_is_told(home):
    run("add", *FACTS)
    line = ["export", "note", "--dossier", "1", "--output", str(home / "a.docx")]
    result = CliRunner().invoke(main, line)
    assert result.exit_code == 4
    assert "nog geen documenten" in result.stderr


def test_exports_know_the_contract_and_the_changed_agenda(seen, report, home):
    run("add", report, *FACTS)
    with closing(Store()) as store:
        edit = edit_to_json(Own("own-1", "Levertijden"))
        store.record_change(1, Change(FROZEN, "jansen", edit=edit))
    report.unlink()
    line = ["export", "markdown", "--dossier", "2024-17", "--output", str(home / "a.md")]
    result = CliRunner().invoke(main, line)
    assert result.exit_code == 0, result.stderr
    text = (home / "a.md").read_text("utf-8")
    for told in ("Weverij Zonnebloem", "2024-17", "Levertijden"):
        assert told in text


def test_names_of_files_cannot_write_on_the_screen(seen, home):
    file = home / "a\x1b[31m[b]rood.pdf"
    file.write_bytes(b"%PDF")
    run("add", file)
    for told in (run("list").stdout, run("show", 1).stdout):
        assert "\x1b" not in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["list", "show", "add", "remove", "export", "import"])
def test_help_is_in_words(name, language):
    text = run(name, "--help", "--language", language).stdout
    assert "dossier." not in text.replace("dossier.\n", "").replace("dossier. ", "")
