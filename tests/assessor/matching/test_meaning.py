"""Embeddings come in the order of the texts; one met lately is not worked out anew."""

import numpy as np
import pytest

from assessor.matching import meaning
from assessor.matching.encoder import SIZE

pytestmark = pytest.mark.skipif(not meaning.is_available(), reason="no embeddings installed")


@pytest.fixture
def worked_out(monkeypatch):
    """Return the texts that are really embedded, with nothing remembered at the start."""
    met: list[str] = []
    embed = meaning._embed
    monkeypatch.setattr(meaning, "_known", {})
    monkeypatch.setattr(meaning, "_embed", lambda texts: [met.extend(texts), embed(texts)][1])
    return met


def test_no_texts_give_no_rows():
    assert meaning.embed([]).shape == (0, SIZE)


def test_a_text_that_comes_twice_is_worked_out_once_and_stands_in_both_places(worked_out):
    rows = meaning.embed(["dwangarbeid", "ontbossing", "dwangarbeid"])
    assert worked_out == ["dwangarbeid", "ontbossing"]
    assert np.array_equal(rows[0], rows[2])
    assert rows[0] @ rows[1] < 0.9


def test_a_text_that_was_met_before_is_remembered(worked_out):
    before = meaning.embed(["dwangarbeid", "ontbossing"])
    after = meaning.embed(["leefbaar loon", "ontbossing"])
    assert worked_out == ["dwangarbeid", "ontbossing", "leefbaar loon"]
    assert np.array_equal(before[1], after[1])


def test_no_more_is_remembered_than_there_is_room_for_and_the_oldest_goes(worked_out, monkeypatch):
    monkeypatch.setattr(meaning, "_KEPT", 2)
    meaning.embed(["een", "twee", "drie"])
    assert [*meaning._known] == ["twee", "drie"]
    assert meaning.embed(["een", "twee"]).shape == (2, SIZE)
    assert worked_out == ["een", "twee", "drie", "een"]
