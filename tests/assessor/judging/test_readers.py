"""What readers would quote is judged where it stands, and set against its rivals."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from assessor import checklist as checklists
from assessor import locations
from assessor.judging.in_order import TRAITS, VIEWS, InOrder
from assessor.judging.readers import REACH, Readers, compared, learned
from assessor.matching.encoder import SIZE

HIDDEN = 2


def network(**layers):
    """Return readers of two questions that hear nothing but the layers given."""
    silent = {
        "vector": (SIZE, HIDDEN),
        "odds": (VIEWS * 2, HIDDEN),
        "traits": (len(TRAITS), HIDDEN),
        "seen": (HIDDEN,),
        "normal": (HIDDEN,),
        "normal_start": (HIDDEN,),
        "beside": ((2 * REACH + 1) * HIDDEN, HIDDEN),
        "beside_start": (HIDDEN,),
        "whole": (HIDDEN, HIDDEN),
        "whole_start": (HIDDEN,),
        "by_itself": (HIDDEN, 2),
        "in_place": (HIDDEN, 2),
        "direct": (SIZE, 2),
        "own": (VIEWS, 2),
        "start": (2,),
    }
    weights = {name: np.zeros(shape, dtype=np.float32) for name, shape in silent.items()}
    return Readers(("2.1", "2.2"), weights | layers)


def rows(count, towards=None):
    """Return passages of which one may point along the first number of the embedding."""
    vectors = np.zeros((count, SIZE), dtype=np.float32)
    if towards is not None:
        vectors[towards, 0] = 1.0
    odds = np.zeros((count, VIEWS, 2), dtype=np.float32)
    return InOrder(vectors, odds, np.zeros((count, len(TRAITS)), dtype=np.float32))


def first(value, shape):
    """Return zeros with one value at the very beginning."""
    layer = np.zeros(shape, dtype=np.float32)
    layer.flat[0] = value
    return layer


def weighed(place):
    return SimpleNamespace(candidate=SimpleNamespace(passage=place))


def test_meaning_and_odds_of_the_question_itself_speak_for_a_passage():
    known = network(direct=first(0.5, (SIZE, 2)), own=first(3.0, (VIEWS, 2)))
    seen = rows(3, towards=1)
    seen.odds[2, 0, 0] = 1.0
    assert known.odds(seen)[:, 0].tolist() == pytest.approx([0.0, 2.0, 1.0])
    assert known.odds(seen)[:, 1].tolist() == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("step", range(2 * REACH + 1))
def test_a_passage_hears_what_stands_up_to_two_places_from_it(step):
    beside = np.zeros(((2 * REACH + 1) * HIDDEN, HIDDEN), dtype=np.float32)
    beside[step * HIDDEN, 0] = 1.0
    known = network(
        vector=first(1.0, (SIZE, HIDDEN)),
        normal=np.ones(HIDDEN, dtype=np.float32),
        beside=beside,
        in_place=first(1.0, (HIDDEN, 2)),
    )
    odds = known.odds(rows(9, towards=4))[:, 0]
    assert np.flatnonzero(odds > 0.5).tolist() == [4 + REACH - step]


def test_the_whole_submission_speaks_to_every_passage():
    known = network(
        vector=first(1.0, (SIZE, HIDDEN)),
        normal=np.ones(HIDDEN, dtype=np.float32),
        whole=first(1.0, (HIDDEN, HIDDEN)),
        in_place=first(1.0, (HIDDEN, 2)),
    )
    odds = known.odds(rows(4, towards=1))[:, 0]
    assert odds[0] > 0
    assert np.ptp(odds) == 0


def test_no_passages_have_no_odds():
    assert network().odds(rows(0)).shape == (0, 2)


ODDS = {"2.1": np.array([2.0, -2.0, 0.5]), "2.2": np.array([-4.0, 1.0, 3.0])}


def test_a_passage_that_was_likelier_quoted_stands_above_its_rivals():
    likely, unlikely = compared(ODDS, {"2.1": [weighed(0), weighed(1)]})["2.1"]
    assert (likely["readers"], unlikely["readers"]) == (2.0, -2.0)
    assert (likely["readers_rank"], unlikely["readers_rank"]) == (0, 1)
    assert likely["readers_above_rivals"] == 4.0


def test_a_passage_knows_what_readers_quote_beside_it():
    one, two = compared(ODDS, {"2.1": [weighed(0), weighed(1)]})["2.1"]
    assert one["readers_after"] == two["readers"]
    assert two["readers_before"] == one["readers"]
    assert two["readers_after"] == -8.0


def test_a_passage_that_suits_another_question_better_is_below_it():
    read = compared(ODDS, {"2.1": [weighed(1)], "2.2": [weighed(1)]})
    assert read["2.1"][0]["readers_below_other_questions"] == -3.0
    assert read["2.2"][0]["readers_below_other_questions"] == 0
    assert read["2.1"][0]["readers_any"] == 1.0


def test_questions_that_readers_do_not_know_have_no_signs():
    assert compared(ODDS, {"9.9": [weighed(0)]}) == {}
    assert compared(ODDS, {"2.1": []}) == {"2.1": []}


def test_what_is_shipped_knows_every_question_of_the_checklist():
    checklist = checklists.load(locations.default_checklist())
    known = learned()
    assert list(known.codes) == [q.code for q in (*checklist.measures, *checklist.topics)]
    silent = InOrder(
        *(np.zeros((1, *of), dtype=np.float32) for of in ((SIZE,), (VIEWS, 48), (18,)))
    )
    assert known.odds(silent).shape == (1, 48)


def test_the_sentence_before_makes_what_follows_likelier_to_be_quoted(engine):
    """The foreman was moved: harassment, because of what stands before it."""
    from assessor.judging.evidence import weigh_all
    from assessor.judging.readers import odds_of
    from assessor.model import Block, Document, Submission
    from assessor.reading.passages import passages_of

    def odds(*sentences):
        block = Block("paragraph", " ".join(sentences), language="nl")
        document = Document("a.docx", "0" * 64, "docx", (), (block,), ("nl",))
        case = engine.case(Submission((document,)))
        every = [w for of in weigh_all(case, engine.rules).values() for w in of]
        passages = list(passages_of(document))
        return odds_of(learned(), every, passages)["labour.harassment"][-1]

    last = "De ploegbaas is in mei overgeplaatst en komt niet meer op de vloer."
    told = "Elf vrouwen vertelden de vakbond dat de ploegbaas hen betastte en uitschold."
    other = "De levering van overalls ging in maart van drie naar twee keer per week."
    assert odds(told, last) > odds(other, last) + 1
