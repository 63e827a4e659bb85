"""Which dossier a person means: its number, or a part of its name, supplier or contract number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.errors import DossierError
from assessor.export.harmless import in_one_line
from assessor.texts import say

if TYPE_CHECKING:
    from assessor.dossiers.register import Contract
    from assessor.dossiers.store import Store


def chosen(store: Store, name: str) -> Contract:
    """Return the one dossier that is meant.

    Raises:
        DossierError: when there is none, or more than one.
    """
    every = store.register.all()
    fitting = [kept for kept in every if str(kept.id) == name]
    fitting = fitting or [kept for kept in every if _is_meant(kept, name.casefold())]
    if len(fitting) == 1:
        return fitting[0]
    key = "export.many_dossiers" if fitting else "export.no_dossier"
    names = in_one_line("; ".join(f"{kept.id} {kept.name}" for kept in fitting or every))
    raise DossierError(say(key, name=name), say("export.dossiers_remedy", names=names or "-"))


def newest_submission(store: Store, contract: Contract) -> int:
    """Return the number of what came in last on a contract.

    Raises:
        DossierError: when nothing came in yet.
    """
    came_in = [line for line in store.shelf() if line.dossier == contract.id]
    if not came_in:
        what = say("dossier.empty", name=in_one_line(contract.name))
        raise DossierError(what, say("dossier.empty_remedy", number=contract.id))
    return max(came_in, key=lambda line: (str(line.received_on), line.submission)).submission


def _is_meant(contract: Contract, part: str) -> bool:
    told = (contract.name, contract.supplier, contract.number)
    return any(part in text.casefold() for text in told)
