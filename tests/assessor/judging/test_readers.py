"""What readers quoted elsewhere tells passages apart by their meaning, question by question."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from assessor import checklist as checklists
from assessor import locations
from assessor.judging.readers import ANY, learned, read_by, unpacked


def towards(place, size=512):
    """Return a vector of length 1 that points one way."""
    vector = np.zeros(size, dtype=np.float32)
    vector[place] = 1.0
    return vector


def weighed(passage, place):
    return SimpleNamespace(candidate=SimpleNamespace(passage=passage, vector=towards(place)))


def head(place, start=-2.0):
    """Return a head as it is kept, for what points one way."""
    return [start, *map(float, towards(place))]


HEADS = unpacked({"2.1": head(0), "2.2": head(1), ANY: head(0, start=0.0)})


def test_a_passage_like_what_was_quoted_stands_above_its_rivals():
    like, unlike = read_by(HEADS, {"2.1": [weighed(4, 0), weighed(5, 7)]})["2.1"]
    assert like["readers"] == pytest.approx(2.0)
    assert unlike["readers"] == pytest.approx(-2.0)
    assert (like["readers_rank"], unlike["readers_rank"]) == (0, 1)
    assert like["readers_any"] > unlike["readers_any"]


def test_a_passage_knows_what_readers_quote_beside_it():
    first, second = read_by(HEADS, {"2.1": [weighed(4, 0), weighed(5, 7)]})["2.1"]
    assert first["readers_after"] == second["readers"]
    assert second["readers_before"] == first["readers"]


def test_a_passage_that_suits_another_question_better_is_below_it():
    read = read_by(HEADS, {"2.1": [weighed(0, 1)], "2.2": [weighed(0, 1)]})
    assert read["2.1"][0]["readers_below_other_questions"] == pytest.approx(-4.0)
    assert read["2.2"][0]["readers_below_other_questions"] == 0


def test_nothing_weighed_gives_no_signs():
    assert read_by(HEADS, {"2.1": []}) == {"2.1": []}
    assert read_by(HEADS, {}) == {}


@pytest.mark.parametrize("of_measures", [True, False])
def test_what_is_shipped_knows_the_questions_of_its_kind(of_measures):
    known = learned(of_measures=of_measures)
    checklist = checklists.load(locations.default_checklist())
    asked = checklist.measures if of_measures else checklist.topics
    assert set(known.codes) == {*(q.code for q in asked), ANY}
    assert known.odds(np.stack([towards(0)])).shape == (1, len(known.codes))


def test_a_sentence_has_a_chance_to_be_quoted_on_questions_that_readers_know():
    assert HEADS.chance("2.1", towards(0)) == pytest.approx(0.881, abs=0.001)
    assert HEADS.chance("2.1", towards(7)) == pytest.approx(0.119, abs=0.001)
    assert HEADS.chance("9.9", towards(0)) is None
