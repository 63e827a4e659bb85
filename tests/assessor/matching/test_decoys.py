import pytest

from assessor.matching.decoys import decoy
from assessor.model import Passage


def passage(text, kind="paragraph"):
    return Passage(0, 0, 0, len(text), text, kind, "nl", 1)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Hoe voorkomt u kinderarbeid in uw keten?", "paragraph", "question"),
        ("Beschrijf hoe uw bedrijf risico's prioriteert.", "paragraph", "question"),
        ("Bedrijven dienen de ernst van risico's te wegen.", "paragraph", "guidance"),
        ("Kinderarbeid ............ 12", "paragraph", "contents"),
        ("Ernst en waarschijnlijkheid", "heading", "heading"),
        ("Geen kinderarbeid.", "paragraph", "short"),
        ("Wij bezochten in 2025 veertien fabrieken.", "paragraph", None),
    ],
)
def test_what_states_nothing_is_told_from_a_statement(text, kind, expected):
    assert decoy(passage(text, kind)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bureau voor Ketens, Lijst van goederen met kinderarbeid, uitgave 2024.", "reference"),
        ("Wij spraken met Ketenraad, op 3 mei 2025, over de lonen in Dhaka.", None),
    ],
)
def test_a_note_that_only_names_a_source_is_no_statement(text, expected):
    assert decoy(passage(text, "footnote")) == expected


def test_what_stands_under_a_glossary_explains_words():
    text = "FPIC betekent vrije en geïnformeerde toestemming vooraf."
    below = Passage(0, 0, 0, len(text), text, "paragraph", "nl", 1, headings=("Begrippenlijst",))
    assert decoy(below) == "glossary"
