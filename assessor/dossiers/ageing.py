"""Why an assessment would be made otherwise today: newer rules, or other facts of the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from assessor.dossiers.fingerprint import checklist_hash
from assessor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.dossiers.register import Contract
    from assessor.dossiers.shelving import MadeAt

Reason = Literal["checklist", "program", "category", "contract_date"]


def aged(made: MadeAt, contract: Contract) -> tuple[Reason, ...]:
    """Return what is otherwise now than when an assessment was made; empty when nothing is.

    Args:
        made: when, and by what, it was made.
        contract: as it is known now.
    """
    return tuple(_reasons(made, contract))


def _reasons(made: MadeAt, contract: Contract) -> Iterator[Reason]:
    if made.checklist_hash != checklist_hash():
        yield "checklist"
    if made.program_version != __version__:
        yield "program"
    if made.category != contract.category:
        yield "category"
    if made.contract_date != (contract.signed_on or contract.starts_on):
        yield "contract_date"
