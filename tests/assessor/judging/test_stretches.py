"""Sentences that follow on each other are quoted as one, verbatim and never too long."""

from __future__ import annotations

import pytest

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


def test_neighbours_are_quoted_together(case, on_children):
    first, second = on_children[:2]
    (piece,) = pieces([second, first], case, 5)
    assert piece.quote == " ".join(SENTENCES[:2])
    assert piece.passage == second.candidate.passage


def test_a_stretch_stays_a_quote(case, on_children):
    of_paragraph = on_children[:4]
    quotes = [piece.quote for piece in pieces(of_paragraph, case, 5)]
    assert quotes == [" ".join(SENTENCES[:3]), SENTENCES[3]]


def test_another_paragraph_is_another_piece(case, on_children):
    quotes = [piece.quote for piece in pieces([on_children[3], on_children[4]], case, 5)]
    assert quotes == [SENTENCES[3], ELSEWHERE]


def test_sentences_with_one_between_them_stay_apart(case, on_children):
    quotes = [piece.quote for piece in pieces([on_children[0], on_children[2]], case, 5)]
    assert quotes == [SENTENCES[0], SENTENCES[2]]


def test_there_are_no_more_pieces_than_asked(case, on_children):
    assert len(pieces(on_children, case, 1)) == 1
