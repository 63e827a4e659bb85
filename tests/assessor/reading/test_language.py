"""Language per paragraph: nl, en, de and fr told apart, headings with their text."""

from __future__ import annotations

import pytest

from assessor.model import Block, Document
from assessor.reading.language import language_of, with_languages

PARAGRAPHS = {
    "nl": "De leverancier onderzoekt elk jaar de risico's op kinderarbeid in de hele keten.",
    "en": "Every year the supplier investigates the risks of child labour in the whole chain.",
    "de": "Der Lieferant untersucht jedes Jahr die Risiken von Kinderarbeit in der Lieferkette.",
    "fr": "Chaque année, le fournisseur examine les risques de travail des enfants dans la chaîne.",
}


def told(*texts):
    blocks = tuple(Block("paragraph", text) for text in texts)
    return with_languages(Document("a", "0", "docx", (), blocks, ()))


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_paragraphs_are_told_apart(language):
    assert language_of(PARAGRAPHS[language]) == language


def test_a_short_heading_takes_the_language_of_what_follows():
    dutch, english = PARAGRAPHS["nl"], PARAGRAPHS["en"]
    document = told("Bijlage A", dutch, dutch, "Code of Conduct 2025", english)
    assert [b.language for b in document.blocks] == ["nl", "nl", "nl", "en", "en"]


def test_languages_come_with_most_text_first():
    document = told(PARAGRAPHS["en"], PARAGRAPHS["nl"], PARAGRAPHS["nl"])
    assert document.languages == ("nl", "en")
    assert document.notes == ()


def test_a_document_of_numbers_has_no_language():
    document = told("12 345", "67")
    assert document.languages == ()
    assert {b.language for b in document.blocks} == {"und"}


def test_a_language_that_is_not_judged_is_told():
    notes = told(PARAGRAPHS["nl"], PARAGRAPHS["fr"]).notes
    assert [n.nl for n in notes] == [
        "Een deel van het document is in het Frans. Dat is wel gelezen, maar niet beoordeeld."
    ]
