"""Tells what a passage, or a few words such as the name of a risk, are most about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.model import JUDGED_LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assessor.judging.evidence import Weighed
    from assessor.matching.terms import QuestionTerms


def likeliest(weighed: Mapping[str, Sequence[Weighed]]) -> dict[int, Weighed]:
    """Return each passage weighed on the question that it is most about; the first on a tie."""
    best: dict[int, Weighed] = {}
    for w in (w for several in weighed.values() for w in several):
        kept = best.setdefault(w.candidate.passage, w)
        if w.candidate.relevance > kept.candidate.relevance:
            best[w.candidate.passage] = w
    return best


class Topics:
    """The topics of one case, by passage and by words."""

    def __init__(self, weighed: Mapping[str, Sequence[Weighed]], terms: QuestionTerms) -> None:
        self._codes = weighed.keys()
        self._terms = terms
        self._best = likeliest(weighed)

    def is_topic(self, code: str) -> bool:
        """Return whether the code is a topic's that something counts for."""
        return code in self._codes

    def weighed(self, passage: int) -> Weighed | None:
        """Return the passage weighed on its likeliest topic; None when it counts for none."""
        return self._best.get(passage)

    def of_passage(self, passage: int) -> str | None:
        """Return the code of the passage's likeliest topic."""
        best = self._best.get(passage)
        return best.candidate.code if best else None

    def names_one(self, said: str, language: str) -> bool:
        """Return whether a few words hold a term that by itself names a topic."""
        met = self._terms.met_in(said, language) if language in JUDGED_LANGUAGES else {}
        return any(met[c].core for c in self._codes if c in met)

    def of(self, said: str, language: str) -> str | None:
        """Return the topic whose terms a few words meet most; the first named on a tie.

        None in a language that is not judged.
        """
        if language not in JUDGED_LANGUAGES:
            return None
        met = self._terms.met_in(said, language)
        worth = {c: 2 * len(met[c].core) + len(met[c].support) for c in self._codes if c in met}
        best = max(worth, key=worth.__getitem__, default=None)
        return best if best and worth[best] else None
