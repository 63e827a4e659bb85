"""Sentences count from a chance on, and are not named twice."""

from assessor.judging.picked import chosen, is_said_already


def test_what_a_table_names_is_not_named_again():
    assert is_said_already("Wij openen het pension in mei.", ["Pension openen"])
    assert not is_said_already("Wij openen het pension in mei.", ["Prijs per stuk verhogen"])


def test_beside_a_table_prose_must_be_surer():
    chances = {1: 0.7, 2: 0.95}
    assert chosen(chances, "action", beside_table=False) == [1, 2]
    assert chosen(chances, "action", beside_table=True) == [2]
