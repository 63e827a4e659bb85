"""The contract behind a submission: what was agreed, and each fact of it to change by itself.

Without Textual. A change is in the database before any method here returns.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from assessor.dossiers.ageing import aged
from tui.days import day_of
from tui.facts import category_of

if TYPE_CHECKING:
    from datetime import date

    from assessor.dossiers.ageing import Reason
    from assessor.dossiers.briefing import Briefing
    from assessor.dossiers.register import Contract
    from assessor.dossiers.shelving import MadeAt

FACTS = (
    "supplier", "number", "name", "category", "regime", "signed_on", "starts_on", "ends_on",
)  # fmt: skip
"""What can be changed one by one, in the order in which it is shown."""
DAYS = ("signed_on", "starts_on", "ends_on")


class Keeper(Protocol):
    """What a deal needs of the register."""

    def get(self, dossier: int) -> Contract:
        """Return a contract."""

    def change(self, dossier: int, contract: Contract) -> None:
        """Let a dossier be of this contract, once that is on disk."""


class Deal:
    """The contract of one dossier."""

    def __init__(self, keeper: Keeper, dossier: int, briefing: Briefing, made: MadeAt) -> None:
        self.briefing = briefing
        self.contract = keeper.get(dossier)
        self._keeper = keeper
        self._dossier = dossier
        self._made = made

    @property
    def aged(self) -> tuple[Reason, ...]:
        """Return why the submission would be assessed otherwise by the facts as they are now."""
        return aged(self._made, self.contract)

    def tell(self, name: str, text: str) -> None:
        """Change one fact; nothing typed takes it away.

        Raises:
            DossierError: when it cannot be, or cannot be written.
        """
        value: str | date | None = text
        if name in DAYS:
            value = day_of(text, year_is_enough=name == "signed_on")
        elif name == "category":
            value = category_of(text)
        elif name == "regime":
            value = text or None
        more: dict[str, Any] = {name: value}
        self._keep(replace(self.contract, **more))

    def agree_level(self, code: str, level: int) -> None:
        """Write down the level that was agreed for a measure, theme or topic."""
        self._keep(replace(self.contract, thresholds={**self.contract.thresholds, code: level}))

    def drop_level(self, code: str) -> None:
        """Forget the level that was agreed."""
        left = {known: n for known, n in self.contract.thresholds.items() if known != code}
        self._keep(replace(self.contract, thresholds=left))

    def agree_day(self, document_type: str, day: date) -> None:
        """Write down when the supplier hands in what."""
        from assessor.dossiers.register import Deadline

        due = Deadline(document_type, day)
        self._keep(replace(self.contract, deadlines=(*self.contract.deadlines, due)))

    def drop_day(self, place: int) -> None:
        """Forget the deadline in this place, counted from 0."""
        left = [due for number, due in enumerate(self.contract.deadlines) if number != place]
        self._keep(replace(self.contract, deadlines=tuple(left)))

    def _keep(self, contract: Contract) -> None:
        self._keeper.change(self._dossier, contract)
        self.contract = self._keeper.get(self._dossier)
