"""The command line's frame: two languages, clear failures, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from assessor.cli import COMMANDS, main
from assessor.cli.speaking import asked_for
from assessor.texts import LANGUAGES, sentences


@pytest.fixture(autouse=True)
def no_settings(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSESSOR_CONFIG", str(tmp_path))
    monkeypatch.delenv("ASSESSOR_LANGUAGE", raising=False)


def run(*line):
    return CliRunner().invoke(main, line)


def test_help_is_dutch_by_default_and_names_every_command():
    result = run("--help")
    assert result.exit_code == 0
    assert "Gebruik:" in result.stdout
    assert all(f"\n  {name} " in result.stdout for name in COMMANDS)


@pytest.mark.parametrize("line", [("--language", "en", "--help"), ("--help", "--language=en")])
def test_help_is_english_when_asked_anywhere_on_the_line(line):
    assert "Usage:" in run(*line).stdout


def test_the_environment_chooses_the_language(monkeypatch):
    monkeypatch.setenv("ASSESSOR_LANGUAGE", "en")
    assert "Usage:" in run("read", "--help").stdout


def test_without_a_command_the_help_is_shown():
    assert run().stdout == run("--help").stdout


def test_a_language_after_a_double_dash_is_an_argument():
    assert asked_for(["read", "--", "--language", "en"]) is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (("raed",), "Bedoelt u 'read'?"),
        (("zzzzzz",), "bestaat niet"),
        (("read",), "ontbreekt BESTAND"),
        (("read", "a", "b"), "hoort hier niet: b"),
        (("read", "a", "--format", "xml"), "text, json"),
        (("read", "--format"), "--format is niet goed gebruikt"),
        (("--nonsens",), "De optie --nonsens bestaat niet"),
        (("--language", "fr"), "nl, en"),
    ],
)
def test_wrong_usage_is_one_clear_line_and_a_hint(line, words):
    result = run(*line)
    assert result.exit_code == 2
    assert words in result.stderr
    assert len(result.stderr.strip().splitlines()) == 2
    assert result.stdout == ""


def test_a_file_that_cannot_be_read_gives_code_three(tmp_path):
    result = run("read", str(tmp_path / "weg.pdf"))
    assert result.exit_code == 3
    assert result.stderr == (
        "weg.pdf: Dit bestand bestaat niet. Controleer de naam en de map. [A201]\n"
    )


def test_broken_settings_are_one_clear_line(tmp_path):
    (tmp_path / "settings.toml").write_text("language = ", "utf-8")
    result = run("doctor")
    assert result.exit_code == 2
    assert "settings.toml" in result.stderr


def test_a_mistake_of_ours_is_told_without_a_traceback(tmp_path, monkeypatch):
    def broken(path):
        raise ZeroDivisionError("0/0")

    monkeypatch.setattr("assessor.reading.read", broken)
    result = run("read", str(tmp_path))
    assert result.exit_code == 70
    assert "ZeroDivisionError: 0/0" in result.stderr
    assert "Traceback" not in result.stderr


def test_output_survives_a_terminal_that_knows_no_accents():
    odd = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "assessor", "doctor"], env=odd, capture_output=True, check=True
    )
    assert "geïnstalleerd" in subprocess.run(
        [sys.executable, "-m", "assessor", "--help"], env=odd, capture_output=True, check=True
    ).stdout.decode("utf-8")
    assert done.stderr == b""


def test_a_reader_that_goes_away_makes_no_noise():
    command = f"{sys.executable} -m assessor --help | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=True)
    assert done.stderr == b""


def test_a_process_ends_with_its_exit_code_and_with_all_that_it_said(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "assessor", "assess", str(tmp_path / "none.pdf")],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 3
    assert "none.pdf" in done.stderr.decode("utf-8")


def test_what_a_command_wants_done_at_the_end_is_done():
    command = (
        "import atexit, sys; from assessor import cli; command = cli.main;"
        "cli.main = lambda: (atexit.register(print, 'done at the end'), command());"
        "sys.argv = ['assessor', '--version']; cli.run()"
    )
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, check=True)
    assert done.stdout.decode("utf-8").splitlines()[1:] == ["done at the end"]


def test_both_languages_say_the_same_things():
    dutch, english = (set(sentences(language)) for language in LANGUAGES)
    assert dutch == english
