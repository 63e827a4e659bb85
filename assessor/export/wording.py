"""How levels, pages, dates and documents are called in every form, so that no two forms differ."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from assessor.export.harmless import in_one_line
from assessor.texts import say

if TYPE_CHECKING:
    from datetime import date

    from assessor.dossiers.briefing import Briefing
    from assessor.model import Assessment, DocumentFacts, Evidence, Judgement, Words

_HIGHEST = 4
LOCALES = {"nl": "nl_NL", "en": "en_GB"}
"""Ways of writing dates and numbers; who reads English here is European."""


class Wording:
    """Words of one language for one assessment."""

    def __init__(self, assessment: Assessment, briefing: Briefing, language: str) -> None:
        self._assessment = assessment
        self._names = {group.code: group.name for group in briefing.groups}
        # last, so that a measure which is a step by itself goes by its own name
        self._names |= {code: subject.name for code, subject in briefing.subjects.items()}
        self._types = briefing.document_types
        self._steps = briefing.steps_name
        self.language = language

    def told(self, key: str, **values: object) -> str:
        """Return a sentence of the program."""
        return say(key, **values).told_in(self.language)

    def words(self, words: Words) -> str:
        """Return words in this language, harmless and on one line."""
        return in_one_line(words.told_in(self.language))

    def name(self, code: str) -> str:
        """Return the name of a measure, topic, theme or step; the code itself where it has none."""
        return self._names[code].told_in(self.language) if code in self._names else code

    @property
    def steps(self) -> str:
        """Return what the steps of the checklist are together."""
        return self._steps.told_in(self.language) if self._steps else self.told("export.steps")

    def level_word(self, level: int) -> str:
        """Return the level's word alone."""
        return self.told(f"judging.level_{level}")

    def level(self, level: int) -> str:
        """Return symbol, number and word: never colour or number alone."""
        return f"{dots(level)} {level} {self.level_word(level)}"

    def standing(self, judgement: Judgement) -> str:
        """Return the level with number and word, or that nothing is expected here."""
        if judgement.level == 0 and not judgement.expected:
            return self.told("export.not_expected")
        return f"{judgement.level} {self.level_word(judgement.level)}"

    def place(self, evidence: Evidence) -> str:
        """Return where a quote stands: page or heading, and the file when there are several."""
        parts = []
        if evidence.page is not None:
            parts.append(self.told("export.page", page=evidence.page))
        elif evidence.heading:
            parts.append(self.told("export.under", heading=evidence.heading))
        if len(self._assessment.documents) > 1:
            parts.append(self._assessment.documents[evidence.document].file)
        return in_one_line(", ".join(parts))

    def document(self, facts: DocumentFacts) -> str:
        """Return what a file is, in a few words."""
        parts = [facts.format.upper() if facts.format == "pdf" else "Word"]
        if facts.pages is not None:
            parts.append(self.told("export.pages", count=self.number(facts.pages)))
        parts += [self.type(type_) for type_ in facts.types]
        return ", ".join(parts)

    def type(self, code: str) -> str:
        """Return the name of a type of document."""
        return self._types[code].told_in(self.language) if code in self._types else code

    def category(self, code: str) -> str:
        """Return the name of a category."""
        return self.told(f"export.category.{code}")

    def number(self, number: float) -> str:
        """Return a number as this language writes it."""
        from babel.numbers import format_decimal

        return format_decimal(number, locale=LOCALES[self.language])

    def date(self, when: date) -> str:
        """Return a day as this language writes it in full; of a moment, the day it is here."""
        from babel.dates import format_date

        day = when.astimezone() if isinstance(when, datetime) else when
        return format_date(day, format="long", locale=LOCALES[self.language])

    def moment(self, when: datetime) -> str:
        """Return a day and the time that it was here."""
        from babel.dates import format_datetime

        return format_datetime(
            when.astimezone(), format="d MMM y HH:mm", locale=LOCALES[self.language]
        )

    def country(self, code: str) -> str:
        """Return the name of a country by its ISO 3166-1 alpha-2 code."""
        from babel import Locale

        return str(Locale.parse(LOCALES[self.language]).territories.get(code, code))


def dots(level: int) -> str:
    """Return a level as filled and open dots."""
    return "●" * level + "○" * (_HIGHEST - level)
