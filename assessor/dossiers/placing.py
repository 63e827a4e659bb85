"""In which dossier files belong: that of the same contract, the one they are in, or a new one.

Separate from the register because it weighs what a person told against what is kept.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.dossiers.register import Contract

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assessor.dossiers.register import Register


def same_contract(contracts: Iterable[Contract], told: Contract) -> Contract | None:
    """Return the contract with the same supplier and number; None where either is not told."""
    if not (told.supplier and told.number):
        return None
    return next((kept for kept in contracts if _names(kept) == _names(told)), None)


def can_be(kept: Contract, told: Contract) -> bool:
    """Return whether nothing that was told contradicts whose contract it is."""
    pairs = zip(_names(kept), _names(told), strict=True)
    return all(not here or not there or here == there for here, there in pairs)


def completed(kept: Contract, told: Contract) -> Contract:
    """Return the contract with what was told in the place of what was there.

    One that had only the name of a file takes that of its supplier.
    """
    new = {
        name: value
        for name in ("supplier", "number", "category", "signed_on")
        if (value := getattr(told, name))
    }
    is_named_now = bool(told.supplier or told.number) and not (kept.supplier or kept.number)
    return replace(kept, **new, name="" if is_named_now else kept.name)


def settled(register: Register, kept: Contract | None, told: Contract, name: str) -> int | None:
    """Return the number of the dossier after what was told is written down.

    Args:
        register: where contracts are kept.
        kept: the contract in whose dossier the files belong; None for a new one.
        told: what a person said of it; may be nothing.
        name: of a new dossier for which neither supplier nor number was told.

    Returns:
        None where nothing was told of a new one.

    Raises:
        DossierError: when it cannot be, or cannot be written.
    """
    whole = completed(kept or Contract(), told)
    if kept is not None:
        if whole != kept:
            register.change(kept.id, whole)
        return kept.id
    if whole == Contract():
        return None
    is_named = whole.supplier or whole.number
    return register.add(whole if is_named else replace(whole, name=name))


def _names(contract: Contract) -> tuple[str, str]:
    return contract.supplier.casefold().strip(), contract.number.casefold().strip()
