"""Says in plain words what was not, or not surely, read and judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.model import JUDGED_LANGUAGES
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assessor.model import DocumentFacts, Submission, Words


def not_judged(fact: DocumentFacts) -> list[str]:
    """Return the languages of a document in which nothing is judged, most text first."""
    return [language for language in fact.languages if language not in {*JUDGED_LANGUAGES, "und"}]


def limits_of(
    submission: Submission, facts: Sequence[DocumentFacts], *, with_meaning: bool
) -> tuple[Words, ...]:
    """Return everything a reader should know before trusting the levels."""
    said = [
        *(say("judging.limit_refused", file=f, why=why) for f, why in submission.refused),
        *(limit for fact in facts for limit in _of_document(fact)),
        *(note for document in submission.documents for note in document.notes),
    ]
    if not with_meaning:
        said.append(say("judging.limit_meaning"))
    return (*dict.fromkeys(said), say("judging.limit_early"))


def _of_document(fact: DocumentFacts) -> Iterator[Words]:
    if fact.unread_pages:
        pages = ", ".join(map(str, fact.unread_pages))
        yield say("judging.limit_unread", file=fact.file, pages=pages)
    others = not_judged(fact)
    if others:
        mostly = fact.languages[0] in others
        key = "limit_language" if mostly else "limit_some_language"
        yield say(f"judging.{key}", file=fact.file, language=", ".join(others))
    if not fact.types:
        yield say("judging.limit_type", file=fact.file)
