"""Tells where one of the two languages is missing in what is recognised or learned from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.authoring.remark import Remark
from assessor.model import JUDGED_LANGUAGES
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assessor.authoring.remark import Places
    from assessor.checklist import Categories, Checklist, Question

_LEVELS = (1, 2, 3, 4)


def on_languages(
    checklist: Checklist, homes: Mapping[str, str], places: Places
) -> Iterator[Remark]:
    """Yield the questions without terms or examples in a language, or without a level in it."""
    for question in checklist.questions:
        for language in JUDGED_LANGUAGES:
            yield from _on_question(question, homes[question.code], language, places)


def _on_question(question: Question, file: str, language: str, places: Places) -> Iterator[Remark]:
    if not question.terms.core.in_language(language):
        what = say("checklist.no_core", code=question.code, language=language)
        yield Remark(file, places.line_of(file, "core:"), what, is_mistake=True)
    levels = {e.level for e in question.examples if e.language == language}
    line = places.line_of(file, "examples:")
    if not levels:
        what = say("checklist.no_examples", code=question.code, language=language)
        yield Remark(file, line, what, is_mistake=True)
    elif missing := [level for level in _LEVELS if level not in levels]:
        listed = ", ".join(map(str, missing))
        what = say("checklist.no_level", code=question.code, language=language, levels=listed)
        yield Remark(file, line, what)


def on_profile_languages(categories: Categories) -> Iterator[Remark]:
    """Yield the categories that cannot be recognised in a language."""
    for profile in categories.profiles:
        for language in JUDGED_LANGUAGES:
            if not profile.recognise.in_language(language):
                what = say("checklist.no_recognise", code=profile.code, language=language)
                yield Remark(f"{profile.code}.yaml", 1, what, is_mistake=True)
