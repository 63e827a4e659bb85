"""Every sentence on screen stands in both languages, and none is there that nobody says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tui
from assessor import dossiers, warm
from assessor.texts import sentences

PARTS = ("screen.", "dossiers.", "review.")
FILLED_IN = (
    *("action", "level", "certainty", "opinion", "stance", "kind", "done", "help", "place"),
    *("export.name", "export.help", "export.file", "export.in", "settings.in", "settings.theme"),
    *("findings.by", "dialogue.asked", "risks.fact", "risks.standing", "risks.facts_"),
    "opening.of_",
)
"""Parts of which the last word is filled in at run time; other tests go through them."""
NOT_SENTENCES = {"dossiers.db", "dossiers.id", "screen.json"}
COUNTED = re.compile(r"\.(none|one|many)$")


def code():
    review = Path(warm.__file__).parent / "cli" / "review.py"
    folders = (Path(tui.__file__).parent, Path(dossiers.__file__).parent)
    files = [review, Path(warm.__file__), *(f for folder in folders for f in folder.rglob("*.py"))]
    return "\n".join(file.read_text("utf-8") for file in files)


def keys(language):
    return {key for key in sentences(language) if key.startswith(PARTS)}


def test_both_languages_say_the_same_things():
    assert keys("nl") == keys("en")


def test_every_sentence_fills_in_the_same_words_in_both_languages():
    for key in keys("nl"):
        words = [set(re.findall(r"\{(\w+)\}", sentences(lang)[key])) for lang in ("nl", "en")]
        assert words[0] == words[1], key


def test_no_sentence_is_missing():
    said = set(re.findall(r'"((?:screen|dossiers|review)\.[a-z_.]+[a-z])"', code()))
    known = keys("nl") | {COUNTED.sub("", key) for key in keys("nl")}
    assert said - NOT_SENTENCES <= known


def test_no_sentence_is_unused():
    text = code()
    unused = {
        key
        for key in keys("nl")
        if not key.partition(".")[2].startswith(FILLED_IN)
        and COUNTED.sub("", key).removesuffix("_remedy") not in text
        and f'"{COUNTED.sub("", key).rpartition(".")[2].removesuffix("_remedy")}"' not in text
    }
    assert unused == set()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_sentence_passes_a_verdict(language):
    for key in keys(language):
        assert not re.search(
            r"voldoet|niet in orde|overtred|complian|violat|fail", sentences(language)[key]
        ), key
