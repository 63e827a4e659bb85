"""Where files belong: with their contract, and what was told is never written over another's."""

from __future__ import annotations

from contextlib import closing
from datetime import date

import pytest
from builders import key, prepared

from assessor.dossiers.placing import can_be, completed, same_contract, settled
from assessor.dossiers.register import Contract
from assessor.dossiers.store import Store


@pytest.fixture
def store(url):
    with closing(Store(url)) as store:
        yield store


def test_the_same_supplier_and_number_are_one_contract_whatever_the_capitals(store):
    number = store.register.add(Contract(supplier="Weverij Zon", number="A-17"))
    found = same_contract(store.register.all(), Contract(supplier="weverij zon", number="a-17"))
    assert found.id == number


def test_a_supplier_alone_is_no_contract():
    kept = Contract(supplier="Weverij Zon", number="A-17", id=1)
    assert same_contract([kept], Contract(supplier="Weverij Zon")) is None
    assert can_be(kept, Contract(supplier="Weverij Zon"))
    assert not can_be(kept, Contract(supplier="Ververij Maan"))


def test_files_that_had_only_a_name_get_the_name_of_their_supplier(store):
    saved = store.keep(key(), prepared())
    kept = store.register.get(saved.dossier)
    told = Contract(supplier="Weverij Zon", number="A-17", signed_on=date(2018, 5, 1))
    assert settled(store.register, kept, told, "a") == saved.dossier
    now = store.register.get(saved.dossier)
    assert (now.name, now.supplier, now.signed_on) == (
        "Weverij Zon · A-17", "Weverij Zon", date(2018, 5, 1),
    )  # fmt: skip


def test_what_is_not_told_stays_as_it_was():
    kept = Contract(name="Eigen naam", supplier="Weverij Zon", category="workwear", id=1)
    assert completed(kept, Contract()) == kept
    assert completed(kept, Contract(number="A-17")).name == "Eigen naam"


def test_nothing_told_makes_nothing_and_a_day_alone_is_kept_under_the_name_of_the_file(store):
    assert settled(store.register, None, Contract(), "a") is None
    made = settled(store.register, None, Contract(signed_on=date(2018, 5, 1)), "risicoanalyse")
    assert store.register.get(made).name == "risicoanalyse"


def test_the_dossier_of_files_is_found_by_what_is_in_them(store):
    assert store.dossier_of(key()) is None
    saved = store.keep(key(), prepared())
    assert store.dossier_of(key()) == saved.dossier
