"""Sentences are quoted with those beside them, verbatim and never too long."""

from __future__ import annotations

import pytest

from assessor.judging import stretches
from assessor.judging.case import Case
from assessor.judging.evidence import weigh_all
from assessor.judging.stretches import pieces
from assessor.model import Block, Document, Submission
from assessor.reading.passages import passages_of

SENTENCES = (
    "In de ververij in Narayanganj vonden wij in mei 2025 twaalf meisjes van dertien jaar.",
    "Kinderarbeid stond in geen enkel auditrapport over deze ververij.",
    "De meisjes gaan weer naar school en kinderarbeid wordt er elk kwartaal nagekeken.",
    "In juli 2025 zag Shramik Kendra er geen kinderarbeid meer.",
    "Over kinderarbeid in de andere ververijen weten wij nog niets.",
)
ELSEWHERE = "Bij de spinnerij in Dindigul werken vier meisjes van vijftien; dat is kinderarbeid."


@pytest.fixture
def case(engine):
    blocks = (
        Block("paragraph", " ".join(SENTENCES), language="nl"),
        Block("paragraph", ELSEWHERE, language="nl"),
    )
    document = Document("analyse.docx", "0" * 64, "docx", (), blocks, ("nl",))
    passages = list(passages_of(document))
    return Case(Submission((document,)), passages, engine.matcher.match(passages))


@pytest.fixture
def on_children(case, engine):
    """Return the passages on child labour in reading order."""
    return weigh_all(case, engine.rules)["labour.child_labour"]


ALL = dict.fromkeys(range(6), 0.1)
"""Every passage of the case may be quoted along."""


def quotes(shown, case, beside=ALL):
    return [piece.quote for piece in pieces(shown, beside, case, 5)]


def test_telling_neighbours_are_quoted_together(case, on_children):
    second, third = on_children[1:3]
    (piece,) = pieces([third, second], {}, case, 5)
    assert piece.quote == " ".join(SENTENCES[1:3])
    assert piece.passage == third.candidate.passage


def test_a_sentence_is_quoted_with_those_beside_it(case, on_children):
    assert quotes(on_children[:1], case) == [" ".join(SENTENCES[:4])]


def test_what_tells_nothing_is_not_quoted_along(case, on_children):
    assert quotes(on_children[:1], case, beside={1: 0.1, 3: 0.1}) == [" ".join(SENTENCES[:2])]


def test_a_stretch_stays_a_quote(case, on_children):
    assert quotes(on_children[:5], case) == [" ".join(SENTENCES[:4]), SENTENCES[4]]


def test_what_is_long_enough_is_not_made_longer(case, on_children, monkeypatch):
    monkeypatch.setattr(stretches, "_LETTERS", len(SENTENCES[0]) + len(SENTENCES[1]))
    assert quotes(on_children[:1], case) == [" ".join(SENTENCES[:2])]


def test_the_more_telling_neighbour_is_added_first(case, on_children, monkeypatch):
    monkeypatch.setattr(stretches, "_LETTERS", len(SENTENCES[2]) + len(SENTENCES[1]))
    assert quotes([on_children[2]], case, {1: 0.04, 3: 0.03}) == [" ".join(SENTENCES[1:3])]


def test_a_sentence_is_not_quoted_twice(case, on_children):
    first, last = quotes([on_children[0], on_children[4]], case)
    assert first == " ".join(SENTENCES[:4])
    assert last == SENTENCES[4]


def test_another_paragraph_is_another_piece(case, on_children):
    assert quotes([on_children[4], on_children[5]], case) == [" ".join(SENTENCES[1:]), ELSEWHERE]


def test_there_are_no_more_pieces_than_asked(case, on_children):
    assert len(pieces(on_children, {}, case, 1)) == 1
