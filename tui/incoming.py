"""Files that come in: whose are they? What is asked of them, and what is made of the answers.

Without Textual. Everything may stay empty; what is known of a supplier or by the files themselves
is offered, never filled in unasked.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from assessor.model import Words
from tui.asking import Field, Suggestion
from tui.days import day_of, is_day, typed
from tui.facts import Facts, categories, category_name, category_of
from tui.saying import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from assessor.dossiers.register import Contract
    from tui.asking import Values


class Incoming:
    """The form for files that a person chose."""

    def __init__(self, files: Sequence[Path], contracts: Sequence[Contract], today: date) -> None:
        self.files = tuple(files)
        self.authors: tuple[str, ...] = ()
        """Who the files say that they are by; known a little later than the rest."""
        self._contracts = tuple(reversed(contracts))
        self._today = today

    @property
    def title(self) -> Words:
        """Return which files it is about."""
        return say("screen.incoming.title", files=", ".join(path.name for path in self.files))

    @property
    def keys(self) -> Words:
        """Return what the keys do."""
        return say("screen.incoming.keys")

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return what is asked; only the day of receipt is filled in: that is mostly today."""
        return tuple(
            Field(
                name,
                say(f"screen.incoming.field.{name}"),
                say(f"screen.incoming.help.{name}"),
                typed(self._today) if name == "received_on" else "",
            )
            for name in ("supplier", "number", "category", "signed_on", "received_on")
        )

    def suggestions(self, name: str, values: Values, language: str) -> Sequence[Suggestion]:
        """Return what may be meant in a field, the likeliest first."""
        if name == "supplier":
            return list(self._suppliers())
        if name == "number":
            return [self._numbered(c, language) for c in self._of(values["supplier"]) if c.number]
        if name == "category":
            return [Suggestion(told.told_in(language)) for told in categories().values()]
        return []

    def wrong(self, name: str, values: Values) -> Words | None:
        """Return why what stands in a field cannot be used; None when it can."""
        text = values[name]
        if name == "category" and text and category_of(text) is None:
            return say("screen.incoming.no_category")
        if name == "signed_on" and not is_day(text, year_is_enough=True):
            return say("screen.incoming.no_day_or_year")
        if name == "received_on" and not is_day(text):
            return say("screen.incoming.no_day")
        return None

    def facts(self, values: Values) -> Facts:
        """Return what was told; only for values of which none is wrong."""
        return Facts(
            values["supplier"],
            values["number"],
            category_of(values["category"]),
            day_of(values["signed_on"], year_is_enough=True),
            day_of(values["received_on"]),
        )

    def known(self, contract: Contract, language: str) -> dict[str, str]:
        """Return what may stand in the fields for files that a dossier holds already."""
        return {"supplier": contract.supplier, "number": contract.number} | _following(
            contract, language
        )

    def _suppliers(self) -> Iterator[Suggestion]:
        kept = dict.fromkeys(c.supplier for c in self._contracts if c.supplier)
        known = partial(Suggestion, why=say("screen.incoming.known_supplier"))
        yield from map(known, kept)
        taken = {name.casefold() for name in kept}
        for author in self.authors:
            if author.casefold() not in taken:
                yield Suggestion(author, say("screen.incoming.author"))

    def _of(self, supplier: str) -> Iterator[Contract]:
        wanted = supplier.casefold()
        for contract in self._contracts:
            if not wanted or contract.supplier.casefold() == wanted:
                yield contract

    def _numbered(self, contract: Contract, language: str) -> Suggestion:
        also = {"supplier": contract.supplier} | _following(contract, language)
        why = " · ".join(filter(None, (contract.supplier, also["category"])))
        return Suggestion(contract.number, Words(why, why), also)


def _following(contract: Contract, language: str) -> dict[str, str]:
    category = contract.category
    name = category_name(category).told_in(language) if category else ""
    return {"category": name, "signed_on": typed(contract.signed_on)}
