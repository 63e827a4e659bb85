"""Where one is in a document that is read block by block: what stands above, and so what to expect.

What announces risks, plans or talks stands in columns.yaml under `spoken`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assessor.judging.fields import labelled
from assessor.judging.wording import lexicon, pattern

if TYPE_CHECKING:
    from assessor.model import Block


@dataclass(slots=True)
class Place:
    """The headings above, and the paragraph before the items of a list."""

    headings: list[Block] = field(default_factory=list)
    first: int = 0
    """Block of the paragraph, or of the heading where none follows it."""
    before: str = ""
    """The paragraph."""
    starts: list[int] = field(default_factory=list)
    """Blocks of the headings."""
    parent: int = -1
    """Block of the heading above the nearest."""

    @property
    def introduction(self) -> str:
        """Return the paragraph where it introduces what follows, by a colon."""
        return self.before if self.before.rstrip().endswith(":") else ""

    @property
    def above(self) -> str:
        """Return the headings and the introduction."""
        return " . ".join([*(h.text for h in self.headings), self.introduction])

    @property
    def owner(self) -> str | None:
        """Return who the nearest heading says answers for what stands under it."""
        return labelled(self.headings[-1].text)[1].get("owner") if self.headings else None

    @property
    def number(self) -> str | None:
        """Return the number of the risk that stands in the nearest heading, if one does."""
        said = self.headings[-1].text.strip() if self.headings else ""
        met = pattern("named_risk").match(said)
        return met["number"].upper() if met else None

    @property
    def is_of_actions(self) -> bool:
        """Return whether the nearest heading says itself that what is under it are actions."""
        return bool(self.headings) and bool(lexicon("spoken", "plan").find(self.headings[-1].text))

    @property
    def names_talks(self) -> bool:
        """Return whether the paragraph before says whom the supplier spoke, and tells no plan."""
        talked, planned = (lexicon("spoken", n).find(self.before) for n in ("talked", "plan"))
        return bool(talked) and not planned

    def tells_of(self, name: str) -> bool:
        """Return whether the nearest headings, or the introduction, announce risks or a plan.

        Args:
            name: `about` for risks, `plan` for actions.
        """
        near = [h.text for h in self.headings[-2:]] + [self.introduction]
        return any(lexicon("spoken", name).find(said) for said in near if said)
