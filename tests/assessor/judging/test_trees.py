"""Trees answer as they were grown, for many rows at once."""

from __future__ import annotations

import pytest

from assessor.judging.telling import learned
from assessor.judging.trees import LEAF, unpacked

STORED = {
    "signs": ["near", "facts"],
    "start": 0.0,
    "trees": [
        [[0, 1.5, 1, 2, 0], [LEAF, 0, 0, 0, -2.0], [1, 2.0, 3, 4, 0], [LEAF, 0, 0, 0, 0.5],
         [LEAF, 0, 0, 0, 3.0]],
        [[LEAF, 0, 0, 0, 0.25]],
    ],
}  # fmt: skip


def test_each_row_ends_where_its_signs_lead():
    rows = [{"near": 1.0, "facts": 9.0}, {"near": 2.0, "facts": 2.0}, {"near": 2.0, "facts": 3.0}]
    low, middle, high = unpacked(STORED).chances(rows)
    assert low == pytest.approx(1 / (1 + 2.718281828**1.75))
    assert middle == pytest.approx(1 / (1 + 2.718281828**-0.75))
    assert high == pytest.approx(1 / (1 + 2.718281828**-3.25))


def test_no_rows_give_no_chances():
    assert unpacked(STORED).chances([]).shape == (0,)


@pytest.mark.parametrize("of_measures", [True, False])
@pytest.mark.parametrize("mode", ["read", "full", "words_only"])
def test_what_is_shipped_can_be_used(of_measures, mode):
    trees = learned(of_measures=of_measures, mode=mode)
    (chance,) = trees.chances([dict.fromkeys(trees.signs, 0.0)])
    assert 0 < chance < 1
