"""What a person tells of a contract, before there is a dossier to write it in.

Without Textual, and without the database: it is needed before the first paint.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessor.texts import say, sentences

if TYPE_CHECKING:
    from datetime import date

    from assessor.dossiers.register import Contract
    from assessor.model import Words

_CATEGORY = "export.category."


@dataclass(frozen=True, slots=True)
class Facts:
    """Whatever is known; what is not told stays as it is in the dossier, if there is one."""

    supplier: str = ""
    number: str = ""
    """Of the contract."""
    category: str | None = None
    """Code of the taxonomy."""
    signed_on: date | None = None
    received_on: date | None = None

    def as_contract(self) -> Contract:
        """Return what was told of the contract."""
        from assessor.dossiers.register import Contract

        return Contract(
            supplier=self.supplier,
            number=self.number,
            category=self.category,
            signed_on=self.signed_on,
        )


def categories() -> dict[str, Words]:
    """Return the names of the categories by code, in the taxonomy's order."""
    codes = [key.removeprefix(_CATEGORY) for key in sentences("nl") if key.startswith(_CATEGORY)]
    return {code: category_name(code) for code in codes}


def category_name(code: str) -> Words:
    """Return the name of a category."""
    return say(f"{_CATEGORY}{code}")


def category_of(text: str) -> str | None:
    """Return the code of the category with this name or code; None where there is none."""
    typed = text.strip().casefold()
    for code, name in categories().items():
        if typed in {code, name.nl.casefold(), name.en.casefold()}:
            return code
    return None
