"""Sentence bounds in Dutch and English business prose."""

from __future__ import annotations

import pytest

from assessor.errors import SettingsError
from assessor.reading import sentences as module
from assessor.reading.sentences import sentences

WHOLE = [
    "Zij leveren o.a. katoen, d.w.z. garen, uit India.",
    "Zie art. 5 lid 2, par. 3.2 en blz. 12 van het rapport.",
    "Dhr. J. de Vries en mevr. A.B. Jansen voeren het gesprek.",
    "De omzet was 3,5 mln. euro op 1 jan. 2024.",
    "Hema B.V. Nederland koopt in.",
    "See e.g. the U.S. Department of Labor list, no. 12, p. 4.",
    "Wij vragen: wat ging er mis? en wat niet.",
    "1. Inleiding en doel",
]


@pytest.mark.parametrize("text", WHOLE)
def test_an_abbreviation_does_not_end_a_sentence(text):
    assert [text[b.start : b.end] for b in sentences(text)] == [text]


PARTED = [
    ["Dit geldt voor Acme B.V.", "De leverancier meldt dit."],
    ["Wij kopen katoen, wol, enz.", "Het meeste komt uit India."],
    ["Is dat zo?", "Wij denken van wel!", "Dat bleek in 2024."],
    ['"Wij weten het niet."', "Dat schreef de fabriek."],
    ["Er zijn twaalf klachten.3", "Alle zijn opgelost."],
    ["The answer is no.", "We agree."],
    ["Wij doen het volgende:", "• onderzoek", "• herstel"],
]


@pytest.mark.parametrize("parts", PARTED)
def test_a_full_stop_ends_a_sentence(parts):
    text = " ".join(parts)
    assert [text[b.start : b.end] for b in sentences(text)] == parts


def test_a_soft_line_end_is_inside_a_sentence():
    text = "De leverancier onderzoekt\nde keten tot in\nIndia en China."
    assert len(sentences(text)) == 1


def test_a_blank_line_parts_what_has_no_full_stop():
    assert len(sentences("Een kop\n\nEen zin zonder punt")) == 2


def test_nothing_yields_nothing():
    assert sentences("  \n ") == []


def test_a_flood_of_marks_takes_no_time():
    assert sentences("." * 60_000 + "x" * 60_000 + " " * 60_000 + "\n" * 60_000)


def test_a_user_may_add_abbreviations(tmp_path, monkeypatch):
    (tmp_path / "abbreviations.toml").write_text('never = ["Afdh."]', "utf-8")
    monkeypatch.setenv("ASSESSOR_CONFIG", str(tmp_path))
    module._abbreviations.cache_clear()
    try:
        assert len(sentences("De afdh. Inkoop beslist.")) == 1
    finally:
        module._abbreviations.cache_clear()
    monkeypatch.delenv("ASSESSOR_CONFIG")
    assert len(sentences("De afdh. Inkoop beslist.")) == 2


def test_a_broken_list_of_the_user_is_told(tmp_path, monkeypatch):
    (tmp_path / "abbreviations.toml").write_text("never = [", "utf-8")
    monkeypatch.setenv("ASSESSOR_CONFIG", str(tmp_path))
    module._abbreviations.cache_clear()
    with pytest.raises(SettingsError, match=r"abbreviations\.toml"):
        sentences("Een zin. Nog een.")
