import numpy as np

from assessor.matching.context import around
from assessor.model import Passage


def passage(text, kind="paragraph", headings=(), block=0):
    return Passage(0, block, 0, len(text), text, kind, "nl", 1, headings)


def test_a_heading_speaks_for_what_stands_below_it():
    passages = [
        passage("Klachten", "heading"),
        passage("Zij kunnen bellen.", headings=("Klachten",)),
    ]
    near = around(passages, np.array([[3.0, -5.0], [-4.0, -4.0]], dtype=np.float32))
    assert near[1, 0] > 0.9
    assert near[1, 1] < 0.1


def test_a_neighbour_speaks_less_loud_than_a_heading():
    passages = [passage("Lonen zijn laag."), passage("Dat bleek in mei.")]
    near = around(passages, np.array([[4.0], [-4.0]], dtype=np.float32))
    assert 0.5 < near[1, 0] <= 0.7


def test_a_row_of_a_table_does_not_speak_for_the_next():
    passages = [passage("a | b", "table"), passage("c | d", "table")]
    near = around(passages, np.array([[4.0], [-4.0]], dtype=np.float32))
    assert near[1, 0] == 0


def test_a_sentence_under_another_heading_is_no_neighbour():
    passages = [
        passage("Lonen zijn laag.", headings=("A",)),
        passage("Dat was het.", headings=("B",)),
    ]
    near = around(passages, np.array([[4.0], [-4.0]], dtype=np.float32))
    assert near[1, 0] == 0
