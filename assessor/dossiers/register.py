"""Suppliers and their contracts: number, category, dates, agreed levels and deadlines.

A dossier is a contract with all that came in on it. One that began with files alone has no supplier
and no number until a person tells them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, delete, func, insert, select, update

from assessor.dossiers import schema
from assessor.dossiers.submitting import LONGEST_NAME
from assessor.errors import DossierError
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, RowMapping

    from assessor.dossiers.database import Database


@dataclass(frozen=True, slots=True)
class Deadline:
    """When the supplier hands in what."""

    document_type: str
    """Code of the taxonomy, as annual_report."""
    due_on: date


@dataclass(frozen=True, slots=True)
class Contract:
    """What is known of a contract."""

    name: str = ""
    """Of the dossier; by default that of the supplier, with the number."""
    supplier: str = ""
    """Name."""
    number: str = ""
    category: str | None = None
    """Code of the taxonomy."""
    regime: str | None = None
    """Code in the checklist; by default it follows from the day of signing."""
    signed_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    thresholds: Mapping[str, int] = field(default_factory=dict)
    """Agreed levels by code of a measure, theme or topic."""
    deadlines: tuple[Deadline, ...] = ()
    id: int = 0
    """Number of the dossier; given by the store."""


_PLAIN = ("number", "category", "regime", "signed_on", "starts_on", "ends_on")


class Register:
    """The contracts in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, contract: Contract) -> int:
        """Return the number of a new dossier.

        Raises:
            DossierError: when what is told cannot be, or cannot be written.
        """
        _check(contract)
        with self._database.writing() as connection:
            return _put(connection, contract)

    def change(self, dossier: int, contract: Contract) -> None:
        """Let a dossier be of this contract, whole.

        Raises:
            DossierError: when there is none, what is told cannot be, or cannot be written.
        """
        _check(contract)
        with self._database.writing() as connection:
            _one(connection, dossier)
            connection.execute(
                update(schema.contracts)
                .where(schema.contracts.c.id == dossier)
                .values(**_values(connection, contract))
            )
            _put_terms(connection, dossier, contract)

    def get(self, dossier: int) -> Contract:
        """Return a contract.

        Raises:
            DossierError: when there is none with this number.
        """
        with self._database.reading() as connection:
            return _contract(connection, _one(connection, dossier))

    def all(self) -> tuple[Contract, ...]:
        """Return all contracts in the order of their numbers."""
        with self._database.reading() as connection:
            rows = connection.execute(_query().order_by(schema.contracts.c.id)).mappings().all()
            return tuple(_contract(connection, row) for row in rows)


def _check(contract: Contract) -> None:
    too_long = any(
        len(told) > LONGEST_NAME for told in (contract.name, contract.supplier, contract.number)
    )
    if too_long or not (contract.name or contract.supplier or contract.number):
        what = say("dossiers.no_name", longest=LONGEST_NAME)
        raise DossierError(what, say("dossiers.no_name_remedy"))
    if contract.starts_on and contract.ends_on and contract.ends_on < contract.starts_on:
        raise DossierError(say("dossiers.ends_first"), say("dossiers.ends_first_remedy"))


def _put(connection: Connection, contract: Contract) -> int:
    made = connection.execute(
        insert(schema.contracts).values(made_at=_now(), **_values(connection, contract))
    )
    assert made.inserted_primary_key is not None
    dossier = int(made.inserted_primary_key[0])
    _put_terms(connection, dossier, contract)
    return dossier


def _values(connection: Connection, contract: Contract) -> dict[str, Any]:
    named = " · ".join(filter(None, (contract.supplier, contract.number)))
    return {
        "name": (contract.name or named)[:LONGEST_NAME],
        "supplier_id": supplier_for(connection, contract.supplier) if contract.supplier else None,
        **{name: getattr(contract, name) for name in _PLAIN},
    }


def supplier_for(connection: Connection, name: str) -> int:
    """Return the id of the supplier of this name, made where there is none."""
    table = schema.suppliers
    known = connection.execute(
        select(table.c.id).where(func.lower(table.c.name) == name.lower())
    ).scalar()
    if known is not None:
        return int(known)
    made = connection.execute(insert(table).values(name=name, made_at=_now()))
    assert made.inserted_primary_key is not None
    return int(made.inserted_primary_key[0])


def _put_terms(connection: Connection, dossier: int, contract: Contract) -> None:
    for table in (schema.thresholds, schema.deadlines):
        connection.execute(delete(table).where(table.c.contract_id == dossier))
    levels = [
        {"contract_id": dossier, "code": code, "level": level}
        for code, level in contract.thresholds.items()
    ]
    due = [
        {"contract_id": dossier, "document_type": d.document_type, "due_on": d.due_on}
        for d in dict.fromkeys(contract.deadlines)
    ]
    for table, rows in ((schema.thresholds, levels), (schema.deadlines, due)):
        if rows:
            connection.execute(insert(table), rows)


def _query() -> Select[tuple[Any, ...]]:
    return select(schema.contracts, schema.suppliers.c.name.label("supplier")).outerjoin(
        schema.suppliers
    )


def _one(connection: Connection, dossier: int) -> RowMapping:
    query = _query().where(schema.contracts.c.id == dossier)
    row = connection.execute(query).mappings().first()
    if row is None:
        raise DossierError(say("dossiers.gone", number=dossier), say("dossiers.gone_remedy"))
    return row


def _contract(connection: Connection, row: RowMapping) -> Contract:
    levels, due = schema.thresholds.c, schema.deadlines.c
    thresholds = connection.execute(
        select(levels.code, levels.level)
        .where(levels.contract_id == row["id"])
        .order_by(levels.code)
    )
    deadlines = connection.execute(
        select(due.document_type, due.due_on)
        .where(due.contract_id == row["id"])
        .order_by(due.due_on, due.document_type)
    )
    return Contract(
        name=row["name"],
        supplier=row["supplier"] or "",
        thresholds={found.code: found.level for found in thresholds},
        deadlines=tuple(Deadline(found.document_type, found.due_on) for found in deadlines),
        id=row["id"],
        **{name: row[name] for name in _PLAIN},
    )


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
