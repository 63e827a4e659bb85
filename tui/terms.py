"""What is asked when a fact of a contract is changed, or a level or deadline was agreed.

Without Textual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import look
from tui.asking import Field, Suggestion
from tui.days import is_day, typed
from tui.deal import DAYS
from tui.facts import categories, category_name, category_of
from tui.saying import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.dossiers.briefing import Briefing
    from assessor.model import Words
    from tui.asking import Values
    from tui.deal import Deal

TYPES = ("risk_analysis", "action_plan", "annual_report")
"""Kinds of document for which a day can be agreed."""


def fact_name(name: str) -> Words:
    """Return what people call a fact."""
    return say("screen.contract.name") if name == "name" else say(f"dossier.fact.{name}")


def fact_told(deal: Deal, name: str, language: str) -> str:
    """Return a fact as it can be typed again; nothing where it is not known."""
    value = getattr(deal.contract, name)
    if name in DAYS:
        return typed(value)
    if name == "category" and value:
        return category_name(value).told_in(language)
    return value or ""


def type_name(code: str) -> Words:
    """Return what people call a kind of document."""
    return say(f"dossier.type.{code}")


def subject_names(briefing: Briefing) -> dict[str, Words]:
    """Return the names of all for which a level can be agreed, by code."""
    themes = {theme.code: theme.name for theme in briefing.themes}
    return {subject.code: subject.name for subject in briefing.subjects.values()} | themes


class Asking:
    """What these forms have in common."""

    @property
    def keys(self) -> Words:
        """Return what the keys do."""
        return say("screen.contract.form_keys")

    @property
    def title(self) -> Words:
        """Return what it is about."""
        return say("screen.contract.form_title")


class AskFact(Asking):
    """The form for one fact."""

    def __init__(self, deal: Deal, name: str, language: str) -> None:
        self._briefing = deal.briefing
        self._name = name
        text = fact_told(deal, name, language)
        self.fields = (Field(name, fact_name(name), self._help(), text),)

    def suggestions(self, name: str, values: Values, language: str) -> Sequence[Suggestion]:  # noqa: ARG002  # as forms ask
        """Return what may be meant."""
        if name == "category":
            return [Suggestion(told.told_in(language)) for told in categories().values()]
        if name == "regime":
            return [Suggestion(code, note) for code, note in self._briefing.regimes.items()]
        return []

    def wrong(self, name: str, values: Values) -> Words | None:
        """Return why what stands in the field cannot be used; None when it can."""
        text, regimes = values[name], self._briefing.regimes
        if name == "category" and text and category_of(text) is None:
            return say("screen.incoming.no_category")
        if name in DAYS and not is_day(text, year_is_enough=name == "signed_on"):
            return say("screen.incoming.no_day")
        if name == "regime" and text and regimes and text not in regimes:
            return say("screen.contract.no_regime", known=", ".join(regimes))
        return None

    def _help(self) -> Words:
        if self._name in DAYS:
            of_signing = self._name == "signed_on"
            return say(f"screen.contract.help.{'signed_on' if of_signing else 'day'}")
        if self._name in {"category", "regime"}:
            return say(f"screen.contract.help.{self._name}")
        return say("screen.contract.help.text")


class AskLevel(Asking):
    """The form for an agreed level."""

    def __init__(self, briefing: Briefing) -> None:
        self._names = subject_names(briefing)
        self.fields = tuple(
            Field(name, say(f"screen.contract.field.{name}"), say(f"screen.contract.help.{name}"))
            for name in ("code", "level")
        )

    def suggestions(self, name: str, values: Values, language: str) -> Sequence[Suggestion]:  # noqa: ARG002  # as forms ask
        """Return what may be meant."""
        if name == "code":
            return [Suggestion(code, told) for code, told in self._names.items()]
        levels = range(look.HIGHEST, 0, -1)
        return [Suggestion(str(level), look.level_name(level)) for level in levels]

    def wrong(self, name: str, values: Values) -> Words | None:
        """Return why what stands in a field cannot be used; None when it can."""
        if name == "code" and values["code"] not in self._names:
            return say("screen.contract.no_code")
        if name == "level" and values["level"] not in map(str, range(look.HIGHEST + 1)):
            return say("dossiers.no_level", highest=look.HIGHEST)
        return None


class AskDay(Asking):
    """The form for an agreed deadline."""

    fields = tuple(
        Field(name, say(f"screen.contract.field.{name}"), say(f"screen.contract.help.{name}"))
        for name in ("type", "due_on")
    )

    def suggestions(self, name: str, values: Values, language: str) -> Sequence[Suggestion]:  # noqa: ARG002  # as forms ask
        """Return what may be meant."""
        return [Suggestion(type_name(code).told_in(language)) for code in TYPES if name == "type"]

    def wrong(self, name: str, values: Values) -> Words | None:
        """Return why what stands in a field cannot be used; None when it can."""
        if name == "type" and self.type_of(values["type"]) is None:
            return say("screen.contract.no_type")
        if name == "due_on" and not (values["due_on"] and is_day(values["due_on"])):
            return say("screen.contract.no_due")
        return None

    @staticmethod
    def type_of(text: str) -> str | None:
        """Return the kind of document with this name; None where there is none."""
        names = {code: type_name(code) for code in TYPES}
        return next(
            (code for code in TYPES if text.casefold() in map(str.casefold, names[code])), None
        )
