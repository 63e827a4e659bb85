"""Settings: few, checked, and the environment before the file."""

from __future__ import annotations

import pytest

from assessor import settings
from assessor.errors import SettingsError


@pytest.fixture
def written(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSESSOR_CONFIG", str(tmp_path))
    monkeypatch.delenv("ASSESSOR_LANGUAGE", raising=False)

    def write(text):
        (tmp_path / settings.FILE).write_text(text, "utf-8")

    return write


def test_without_a_file_the_program_speaks_dutch(written):
    assert settings.load().language == "nl"


def test_the_file_is_obeyed(written):
    written('language = "en"\nocr_seconds = 120')
    assert settings.load() == settings.Settings("en", 120)


def test_the_environment_goes_before_the_file(written, monkeypatch):
    written('language = "nl"')
    monkeypatch.setenv("ASSESSOR_LANGUAGE", "EN")
    assert settings.load().language == "en"


def test_an_unknown_setting_is_refused_with_the_nearest_name(written):
    written('langage = "en"')
    with pytest.raises(SettingsError) as error:
        settings.load()
    assert "'langage'" in error.value.what.nl
    assert "'language'" in error.value.remedy.nl


@pytest.mark.parametrize("line", ['language = "fr"', "ocr_seconds = -1", "ocr_seconds = true"])
def test_an_impossible_value_is_refused(written, line):
    written(line)
    with pytest.raises(SettingsError):
        settings.load()


def test_a_broken_file_is_refused_by_name(written):
    written("language = ")
    with pytest.raises(SettingsError, match=r"settings\.toml"):
        settings.load()
