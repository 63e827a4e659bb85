"""What other suppliers handed in is known by its prints; what one's own firm sent before is not."""

from __future__ import annotations

from contextlib import closing

import msgspec
import pytest
from builders import key, prepared

from assessor.dossiers.likeness import prints_of_others
from assessor.dossiers.register import Contract
from assessor.dossiers.store import Store


@pytest.fixture
def store(url):
    with closing(Store(url)) as opened:
        yield opened


def hand_in(store, supplier, sha256, *prints):
    dossier = store.register.add(Contract(supplier=supplier, number=sha256[:2]))
    made = msgspec.structs.replace(prepared(), prints=prints)
    return store.keep(key(sha256 * 32), made, dossier)


def test_the_prints_of_all_that_others_handed_in_come_back_by_their_name(store):
    hand_in(store, "Weverij Zonnebloem", "aa", 1, 2)
    hand_in(store, "Weverij Zonnebloem", "bb", 2, 3)
    hand_in(store, "Sokkenmaker Noord", "cc", 9)
    assert prints_of_others(store.database, "Tapijt Zuid") == {
        "Weverij Zonnebloem": {1, 2, 3},
        "Sokkenmaker Noord": {9},
    }


def test_what_the_supplier_itself_sent_before_is_no_copy(store):
    hand_in(store, "Weverij Zonnebloem", "aa", 1, 2)
    assert prints_of_others(store.database, "weverij zonnebloem") == {}


def test_without_a_name_nothing_is_compared(store):
    hand_in(store, "Weverij Zonnebloem", "aa", 1, 2)
    assert prints_of_others(store.database, "") == {}
