"""A submission as rows of numbers keeps its order, its silences and what each passage shows."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from assessor.judging.in_order import TRAITS, in_order
from assessor.matching.candidates import Candidate
from assessor.matching.specifics import Facts
from assessor.matching.stance import Heard
from assessor.matching.terms import TermsMet
from assessor.model import Passage

CODES = ("2.1", "2.2")


def passage(text, block=0, kind="paragraph", headings=("Risico's",)):
    return Passage(0, block, 0, len(text), text, kind, "nl", 1, headings)


def candidate(place, code, core=(), stance="done"):
    return Candidate(
        passage=place,
        code=code,
        relevance=0.5,
        met=TermsMet(core=core),
        facts=Facts({"place": ("Dhaka",)}),
        heard=Heard(stance, ()),
        nearest=None,
        word_odds=1.0,
        meaning_odds=2.0,
        about=(0.25, 0.75),
        vector=np.full(512, 0.5, dtype=np.float32),
    )


PASSAGES = [
    passage("Inleiding", kind="heading"),
    passage("In Dhaka vonden wij twaalf kinderen."),
    passage("De ploegbaas is overgeplaatst."),
    passage("Wat wij doen", block=3, kind="heading", headings=("Acties",)),
]


def trait(rows, name):
    return rows.traits[:, TRAITS.index(name)].tolist()


def test_a_passage_that_states_nothing_keeps_its_place_with_zeros():
    rows = in_order([candidate(1, "2.1")], PASSAGES, CODES)
    assert rows.vectors.shape == (4, 512)
    assert rows.vectors.any(axis=1).tolist() == [False, True, False, False]


def test_odds_stand_under_their_question_and_others_are_silent():
    rows = in_order([candidate(1, "2.2")], PASSAGES, CODES)
    assert rows.odds[1, :, 1].tolist() == pytest.approx([1.0, 2.0, 0.0], abs=1e-5)
    assert rows.odds[1, :, 0].tolist() == [-7.0, -7.0, -5.0]


def test_the_most_terms_of_any_question_count():
    several = [candidate(1, "2.1", core=("kind", "Dhaka")), candidate(1, "2.2", core=("kind",))]
    assert trait(in_order(several, PASSAGES, CODES), "terms")[1] == 2


def test_what_a_passage_says_and_how_it_stands_are_traits():
    rows = in_order([candidate(1, "2.1", stance="planned")], PASSAGES, CODES)
    assert trait(rows, "about_meaning")[1] == pytest.approx(0.75)
    assert trait(rows, "planned") == [0, 1, 0, 0]
    assert trait(rows, "facts") == [0, 1, 0, 0]
    assert trait(rows, "heading") == [1, 0, 0, 1]
    assert trait(rows, "begins_block") == [1, 0, 0, 1]
    assert trait(rows, "begins_section") == [1, 0, 0, 1]
    assert trait(rows, "place") == [0, 0.25, 0.5, 0.75]


def test_candidates_on_other_questions_and_without_meaning_are_left_out():
    unknown = candidate(1, "9.9")
    wordless = SimpleNamespace(code="2.1", passage=2, vector=None, meaning_odds=None)
    rows = in_order([unknown, wordless], PASSAGES, CODES)
    assert not rows.vectors.any()


def test_no_passages_give_no_rows():
    rows = in_order([], [], CODES)
    assert rows.vectors.shape == (0, 512)
    assert rows.odds.shape == (0, 3, 2)
