"""`assessor doctor`: honest about what is missing and what that costs."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from assessor.cli import main
from assessor.reading import tesseract


@pytest.fixture(autouse=True)
def here(monkeypatch, tmp_path):
    monkeypatch.setenv("ASSESSOR_LANGUAGE", "nl")
    monkeypatch.setenv("ASSESSOR_DATA", str(tmp_path / "mijn gegevens"))


@pytest.fixture
def without_tesseract(monkeypatch):
    monkeypatch.setattr(tesseract, "_program", lambda: None)
    monkeypatch.setattr(tesseract, "_installed", frozenset)


def test_it_tells_versions_and_places(tmp_path):
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 0
    assert "pypdfium2: versie" in result.stdout
    assert f"Gegevens: {tmp_path / 'mijn gegevens'}" in result.stdout


def test_without_tesseract_it_tells_how_to_install_it(without_tesseract):
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 0
    assert "ontbreekt  Tekst in scans" in result.stdout
    assert "apt install tesseract-ocr" in result.stdout


def test_a_missing_needed_part_gives_code_one(monkeypatch):
    monkeypatch.setattr("assessor.cli.checkup._NEEDED", ("bestaat-niet",))
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 1
    assert "FOUT       Onderdeel bestaat-niet: ontbreekt" in result.stdout
