"""Suppliers and contracts: what is told is kept, what cannot be is refused."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from builders import key, prepared

from assessor.dossiers.register import Contract, Deadline
from assessor.dossiers.store import Store
from assessor.errors import DossierError

CONTRACT = Contract(
    name="Bedrijfskleding",
    supplier="Weverij Zonnebloem",
    number="2024-17",
    category="workwear",
    regime="2019",
    signed_on=date(2024, 2, 1),
    starts_on=date(2024, 3, 1),
    ends_on=date(2028, 2, 29),
    thresholds={"1.1": 2, "2.2": 3},
    deadlines=(
        Deadline("risk_analysis", date(2024, 6, 1)),
        Deadline("annual_report", date(2025, 3, 1)),
    ),
)


@pytest.fixture
def register(url):
    with closing(Store(url)) as store:
        yield store.register


def test_what_is_told_comes_back(register):
    dossier = register.add(CONTRACT)
    assert register.get(dossier) == replace(CONTRACT, id=dossier)
    assert register.all() == (register.get(dossier),)


def test_a_dossier_without_a_name_goes_by_supplier_and_number(register):
    dossier = register.add(replace(CONTRACT, name=""))
    assert register.get(dossier).name == "Weverij Zonnebloem · 2024-17"


def test_two_contracts_of_one_supplier_share_it(register):
    register.add(CONTRACT)
    register.add(replace(CONTRACT, number="2025-3", supplier="WEVERIJ ZONNEBLOEM"))
    assert {kept.supplier for kept in register.all()} == {"Weverij Zonnebloem"}


def test_a_change_is_whole(register):
    dossier = register.add(CONTRACT)
    register.change(dossier, Contract(name="Anders", deadlines=CONTRACT.deadlines[:1] * 2))
    assert register.get(dossier) == Contract(
        name="Anders", deadlines=CONTRACT.deadlines[:1], id=dossier
    )


def test_a_change_needs_a_dossier(register):
    with pytest.raises(DossierError, match="Dossier 4 is not there"):
        register.change(4, CONTRACT)
    with pytest.raises(DossierError, match="Dossier 4 is not there"):
        register.get(4)


@pytest.mark.parametrize("contract", [Contract(), Contract(name="x" * 201)])
def test_a_dossier_needs_a_name_of_sensible_length(register, contract):
    with pytest.raises(DossierError, match="at most 200"):
        register.add(contract)


def test_a_contract_does_not_end_before_it_begins(register):
    with pytest.raises(DossierError, match="ends before"):
        register.add(replace(CONTRACT, ends_on=date(2023, 1, 1)))
    assert register.all() == ()


def test_files_alone_make_a_dossier_that_can_be_named_later(url, register):
    with closing(Store(url)) as store:
        dossier = store.keep(key(), prepared()).dossier
        register.change(dossier, replace(register.get(dossier), supplier="Zonnebloem"))
        assert store.shelf()[0].supplier == "Zonnebloem"
        assert store.shelf()[0].name == "risicoanalyse"
