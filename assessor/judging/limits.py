"""Says in plain words what was not, or not surely, read and judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.model import JUDGED_LANGUAGES
from assessor.texts import joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from assessor.checklist import Checklist
    from assessor.judging.categories import Likely
    from assessor.model import DocumentFacts, Submission, Words


def not_judged(fact: DocumentFacts) -> list[str]:
    """Return the languages of a document in which nothing is judged, most text first."""
    return [language for language in fact.languages if language not in {*JUDGED_LANGUAGES, "und"}]


def limits_of(
    submission: Submission,
    facts: Sequence[DocumentFacts],
    also: Sequence[Words],
    *,
    with_meaning: bool,
    with_types: bool = True,
) -> tuple[Words, ...]:
    """Return everything a reader should know before trusting the levels.

    Args:
        submission: as read.
        facts: of its documents.
        also: what is to be said first.
        with_meaning: whether embeddings took part.
        with_types: whether the checklist tells documents by their type.
    """
    said = [
        *also,
        *(say("judging.limit_refused", file=f, why=why) for f, why in submission.refused),
        *(limit for fact in facts for limit in _of_document(fact, with_types=with_types)),
        *(note for document in submission.documents for note in document.notes),
    ]
    if not with_meaning:
        said.append(say("judging.limit_meaning"))
    return (*dict.fromkeys(said), say("judging.limit_early"))


def of_contract(checklist: Checklist, signed: date | None) -> tuple[Words, ...]:
    """Return what a contract of that day does not ask for; nothing where it asks for all."""
    regime = checklist.regime_on(signed) if signed else None
    if regime is None or not regime.not_contractual:
        return ()
    named = {theme.code: theme.name.words for theme in checklist.manifest.themes}
    themes = joined((named[code] for code in regime.not_contractual), ", ")
    return (say("judging.limit_regime", note=regime.note.words, themes=themes),)


def of_category(given: str | None, likely: Likely | None) -> tuple[Words, ...]:
    """Return how sure the category is when nobody gave it."""
    if given:
        return ()
    if likely is None:
        return (say("judging.limit_category_unknown"),)
    key = "limit_category_sure" if likely.is_sure else "limit_category_likely"
    words = ", ".join(likely.words)
    return (say(f"judging.{key}", category=likely.profile.name.words, words=words),)


def _of_document(fact: DocumentFacts, *, with_types: bool) -> Iterator[Words]:
    if fact.unread_pages:
        pages = ", ".join(map(str, fact.unread_pages))
        yield say("judging.limit_unread", file=fact.file, pages=pages)
    others = not_judged(fact)
    if others:
        mostly = fact.languages[0] in others
        key = "limit_language" if mostly else "limit_some_language"
        yield say(f"judging.{key}", file=fact.file, language=", ".join(others))
    if with_types and not fact.types:
        yield say("judging.limit_type", file=fact.file)
