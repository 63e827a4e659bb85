"""Looks up all terms of all questions at once: core, support, other senses and aspects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from assessor.matching.phrases import Hit, Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.checklist import Checklist, Question, TermList
    from assessor.model import Passage


class _Label(NamedTuple):
    code: str
    kind: str
    """core, support, other_sense, or the id of an aspect."""


@dataclass(frozen=True, slots=True)
class TermsMet:
    """Which terms of one question a passage meets."""

    core: tuple[str, ...] = ()
    """Words as written in the passage, each once."""
    support: tuple[str, ...] = ()
    aspects: frozenset[str] = frozenset()
    """Ids of aspects that show by their terms."""
    is_other_sense: bool = False
    """Every core term stands in a phrase in which it means something else."""
    in_context: bool = False
    """A heading above or the list's introduction is about the question."""


class QuestionTerms:
    """The terms of a checklist per language, ready to look up."""

    def __init__(self, checklist: Checklist) -> None:
        self._checklist = checklist
        self._lexicons: dict[str, Lexicon[_Label]] = {}
        self._context: dict[tuple[str, tuple[str, ...], str], frozenset[str]] = {}

    def met(self, passage: Passage) -> dict[str, TermsMet]:
        """Return what the passage meets by code of the question, without those not met."""
        return self.met_in(passage.text, passage.language, self._around(passage))

    def met_in(
        self, text: str, language: str, around: frozenset[str] = frozenset()
    ) -> dict[str, TermsMet]:
        """Return what a bare text meets; `around` names questions that its context is about."""
        by_code: dict[str, list[Hit[_Label]]] = {}
        for hit in self._spoken(language).find(text):
            by_code.setdefault(hit.label.code, []).append(hit)
        return {
            code: _met(by_code.get(code, []), text, in_context=code in around)
            for code in by_code.keys() | around
        }

    def _spoken(self, language: str) -> Lexicon[_Label]:
        """Return the terms of a language, made ready when the first text in it comes."""
        if language not in self._lexicons:
            self._lexicons[language] = Lexicon(_entries(self._checklist, language))
        return self._lexicons[language]

    def _around(self, passage: Passage) -> frozenset[str]:
        """Return the questions whose core terms stand in the headings or the introduction."""
        key = (passage.language, passage.headings, passage.introduction)
        if key not in self._context:
            hits = self._spoken(passage.language).find(
                " . ".join((*passage.headings, passage.introduction))
            )
            self._context[key] = frozenset(h.label.code for h in hits if h.label.kind == "core")
        return self._context[key]


def _entries(checklist: Checklist, language: str) -> Iterator[tuple[_Label, str]]:
    for question in checklist.questions:
        for kind, terms in _lists(question):
            for term in _spoken(terms, language):
                yield _Label(question.code, kind), term


def _lists(question: Question) -> Iterator[tuple[str, TermList]]:
    yield "core", question.terms.core
    yield "support", question.terms.support
    yield "other_sense", question.terms.other_sense
    for aspect in question.aspects:
        yield f"aspect {aspect.id}", aspect.terms


def _spoken(terms: TermList, language: str) -> tuple[str, ...]:
    """Return the language's terms; in Dutch also English phrases, which suppliers borrow."""
    if language == "en":
        return terms.en
    return terms.nl + tuple(t for t in terms.en if " " in t and t not in terms.nl)


def _met(hits: list[Hit[_Label]], text: str, *, in_context: bool) -> TermsMet:
    by_kind: dict[str, list[Hit[_Label]]] = {}
    for hit in hits:
        by_kind.setdefault(hit.label.kind, []).append(hit)
    elsewhere = by_kind.get("other_sense", [])
    core = [h for h in by_kind.get("core", []) if not _inside(h, elsewhere)]
    return TermsMet(
        _written(core, text),
        _written([h for h in by_kind.get("support", []) if not _inside(h, elsewhere)], text),
        frozenset(kind[7:] for kind in by_kind if kind.startswith("aspect ")),
        is_other_sense=bool(elsewhere) and not core,
        in_context=in_context,
    )


def _inside(hit: Hit[_Label], wider: list[Hit[_Label]]) -> bool:
    return any(w.start <= hit.start and hit.end <= w.end for w in wider)


def _written(hits: list[Hit[_Label]], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text[h.start : h.end] for h in hits))
