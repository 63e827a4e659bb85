"""Tells from its words which category a submission is about, when nobody said so."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING, Any, cast

from assessor.matching.phrases import Lexicon
from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.checklist import Categories, Profile
    from assessor.model import Document

_BOTH = ""
"""Key of the lexicon for text in another or an unknown language."""


@dataclass(frozen=True, slots=True)
class Likely:
    """The category that the words point to."""

    profile: Profile
    is_sure: bool
    words: tuple[str, ...]
    """Words of the documents that say so, most telling first."""


def likely_category(documents: Sequence[Document], categories: Categories) -> Likely | None:
    """Return the category that the words of the documents point to; None when they do not."""
    met = _words_met(documents, categories.profiles)
    points = Counter({code: _points(words) for code, words in met.items()})
    (code, most), (_, next_most), *_ = [*points.most_common(2), ("", 0.0), ("", 0.0)]
    profile = categories.profile(code)
    if profile is None or not _is_enough("likely", most, next_most):
        return None
    spoken = dict.fromkeys(word for word, _ in met[code].most_common())
    return Likely(
        profile, _is_enough("sure", most, next_most), tuple(spoken)[: int(_rule("shown"))]
    )


def _words_met(
    documents: Sequence[Document], profiles: Sequence[Profile]
) -> dict[str, Counter[str]]:
    """Return by category how many blocks hold each term, named by a word that showed it."""
    lexicons = {language: _lexicon(profiles, language) for language in ("nl", "en", _BOTH)}
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    shown: dict[str, str] = {}
    for block in (block for document in documents for block in document.blocks):
        hits = lexicons.get(block.language, lexicons[_BOTH]).find(block.text)
        shown |= {hit.label[1]: block.text[hit.start : hit.end].casefold() for hit in hits}
        for code, term in {hit.label for hit in hits}:
            counts[code][term] += 1
    return {
        code: Counter({shown[term]: count for term, count in terms.items()})
        for code, terms in counts.items()
    }


def _lexicon(profiles: Sequence[Profile], language: str) -> Lexicon[tuple[str, str]]:
    return Lexicon(
        ((p.code, term), term) for p in profiles for term in p.recognise.in_language(language)
    )


def _points(words: Counter[str]) -> float:
    return sum(log2(1 + count) for count in words.values())


def _is_enough(how: str, most: float, next_most: float) -> bool:
    needed = cast("dict[str, float]", _rule(how))
    return most >= needed["points"] and most >= needed["lead"] * next_most


def _rule(name: str) -> Any:  # noqa: ANN401  # a number or a table
    return rules("assessor.judging", "recognition")[name]
