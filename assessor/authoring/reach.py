"""Measures what the terms of a checklist hit: nothing, all too much, or what they should."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from assessor.authoring.remark import Remark
from assessor.matching.phrases import Lexicon
from assessor.model import JUDGED_LANGUAGES
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from assessor.authoring.pool import Said
    from assessor.authoring.remark import Places
    from assessor.checklist import Categories, Checklist, Question, TermList

_TOO_MUCH = 0.10
"""Share of all passages of a language from which a term says nothing."""
_ENOUGH = 200
"""Passages of a language from which a share means something."""


class Term(NamedTuple):
    """A term with the list in which it stands."""

    file: str
    owner: str
    """Code of the question, or of the category."""
    part: str
    """core, support, other_sense, an aspect, or recognise."""
    language: str
    term: str


def on_terms(
    checklist: Checklist, homes: Mapping[str, str], pool: Sequence[Said], places: Places
) -> Iterator[Remark]:
    """Yield what is to be said of the terms of a checklist."""
    yield from _on_reach(terms_of(checklist, homes), pool, places)
    for question in checklist.questions:
        yield from _on_own_examples(question, homes[question.code], places)


def on_profile_terms(
    categories: Categories, pool: Sequence[Said], places: Places
) -> Iterator[Remark]:
    """Yield what is to be said of the terms by which categories are recognised."""
    yield from _on_reach(
        [
            Term(f"{profile.code}.yaml", profile.code, "recognise", language, term)
            for profile in categories.profiles
            for language in JUDGED_LANGUAGES
            for term in profile.recognise.in_language(language)
        ],
        pool,
        places,
    )


def terms_of(checklist: Checklist, homes: Mapping[str, str]) -> list[Term]:
    """Return every term of every question."""
    return [
        Term(homes[question.code], question.code, part, language, term)
        for question in checklist.questions
        for part, terms in _lists(question)
        for language in JUDGED_LANGUAGES
        for term in terms.in_language(language)
    ]


def _lists(question: Question) -> Iterator[tuple[str, TermList]]:
    yield "core", question.terms.core
    yield "support", question.terms.support
    yield "other_sense", question.terms.other_sense
    for aspect in question.aspects:
        yield aspect.id, aspect.terms


def _on_reach(terms: Sequence[Term], pool: Sequence[Said], places: Places) -> Iterator[Remark]:
    hits = _hits(terms, pool)
    sizes = Counter(said.language for said in pool)
    for term in terms:
        size, count = sizes[term.language], hits[term]
        if size < _ENOUGH or 0 < count <= _TOO_MUCH * size:
            continue
        key = "checklist.term_hits_all" if count else "checklist.term_hits_nothing"
        what = say(
            key,
            term=term.term,
            owner=term.owner,
            part=term.part,
            language=term.language,
            percent=round(100 * count / size),
            size=size,
        )
        line = places.line_of(term.file, term.term)
        yield Remark(term.file, line, what, is_mistake=bool(count), is_detail=not count)


def _hits(terms: Iterable[Term], pool: Sequence[Said]) -> Counter[Term]:
    """Return in how many passages of its own language each term stands."""
    lexicons = {
        language: Lexicon((t, t.term) for t in terms if t.language == language)
        for language in JUDGED_LANGUAGES
    }
    counts: Counter[Term] = Counter()
    for said in pool:
        if said.language in lexicons:
            counts.update({hit.label for hit in lexicons[said.language].find(said.text)})
    return counts


def _on_own_examples(question: Question, file: str, places: Places) -> Iterator[Remark]:
    """Tell of core terms of which none stands in the question's own examples."""
    for language in JUDGED_LANGUAGES:
        own = [e.text for e in question.examples if e.language == language]
        lexicon = Lexicon((None, term) for term in question.terms.core.in_language(language))
        if own and not any(lexicon.find(text) for text in own):
            what = say("checklist.core_misses", code=question.code, language=language)
            yield Remark(file, places.line_of(file, "core:"), what, is_mistake=True)
