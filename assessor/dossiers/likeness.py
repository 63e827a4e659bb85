"""What other suppliers handed in, as prints, so that a copy of it is recognised.

Only of suppliers that are known by name, and only where this one is: else what a supplier sent
before would be taken for another's.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from assessor.dossiers import schema
from assessor.dossiers.prepared import prints_in
from assessor.errors import DossierError

if TYPE_CHECKING:
    from assessor.dossiers.database import Database

_MOST = 300
"""Submissions that are looked at, the newest first: some seconds of reading at most."""


def prints_of_others(database: Database, supplier: str) -> dict[str, frozenset[int]]:
    """Return by supplier the prints of what others handed in; nothing where this one is unknown.

    Raises:
        DossierError: when the database cannot be read.
    """
    if not supplier:
        return {}
    newest = (
        select(func.max(schema.assessments.c.id))
        .group_by(schema.assessments.c.submission_id)
        .order_by(func.max(schema.assessments.c.id).desc())
        .limit(_MOST)
    )
    query = (
        select(schema.suppliers.c.name, schema.assessments.c.payload)
        .select_from(schema.assessments)
        .join(schema.submissions)
        .join(schema.contracts)
        .join(schema.suppliers)
        .where(
            schema.assessments.c.id.in_(newest),
            func.lower(schema.suppliers.c.name) != supplier.lower(),
        )
    )
    found: dict[str, frozenset[int]] = {}
    with database.reading() as connection:
        for name, payload in connection.execute(query):
            with suppress(DossierError):  # what cannot be read any more has nothing to compare with
                found[name] = found.get(name, frozenset()) | prints_in(payload)
    return found
