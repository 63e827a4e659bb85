"""Where a submission stands on a question: a level from its most telling passages.

What the passages show weighs most; how concrete the document is elsewhere tips the balance, as it
does for a reader; length counts for nothing. Weights and borders stand in standing.yaml, made by
bench/fit_judging.py from documents that people assessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import erf, sqrt
from typing import TYPE_CHECKING, Any

import numpy as np

from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.judging.evidence import Weighed

Learned = Mapping[str, Any]
"""What standing.yaml holds for one kind of question: start, weights, questions, usual, borders."""

_LOOKED_AT = 8
_BEST = 5
_FEW = 3
_MANY_FACTS = 3
_NONE = float(np.log(1e-3))
_NEAR = 0.15
_SILENT = -9.0
"""Log-odds on a question of which no passage is a candidate."""
_EMPTY = ("about_best", "about_most", "word_most", "meaning_most", "meaning_best")
_NAMES = (
    "telling", "telling_log", "telling_three", "telling_sum", "graded_best", "graded_three",
    "grade", "grade_best", "facts_most", "facts_mean", "tied", "change", "searched",
    "verified", "done", "planned", "vague", "aspect_2", "aspect_3", "aspect_4",
    "relevance", "relevance_second", "relevance_third", "core_most", "core_passages", "core_best",
    "about_best", "about_most", "word_most", "meaning_most", "meaning_best", "level_best",
)  # fmt: skip
_OVERALL = ("telling_sum", "graded_best", "graded_three", "grade", "grade_best")
"""Signs of which the mean over all questions says how concrete the document is."""


def stand(
    told: Mapping[str, Sequence[Weighed]],
    codes: Sequence[str],
    *,
    of_measures: bool,
    with_meaning: bool,
) -> dict[str, Standing]:
    """Return where the submission stands on each of these questions.

    Args:
        told: weighed passages by code, most telling first.
        codes: all measures, or all topics: together they show how concrete the document is.
        of_measures: which of both they are.
        with_meaning: whether embeddings took part.
    """
    if not codes:
        return {}
    by_kind = rules("assessor.judging", "standing")["full" if with_meaning else "words_only"]
    learned = by_kind["measures" if of_measures else "topics"]
    own = {code: signs(told.get(code, ())) for code in codes}
    whole = overall(list(own.values()), [w for code in codes for w in told.get(code, ())])
    rest = points(learned, whole) - learned["usual"]["whole"]
    return {
        code: Standing(
            grade_of(learned, code, own[code] | whole),
            learned,
            own=points(learned, own[code]) - learned["usual"]["own"],
            whole=rest,
        )
        for code in codes
    }


def points(learned: Learned, row: Mapping[str, float]) -> float:
    """Return what signs add to the grade together."""
    return float(sum(learned["weights"][name] * value for name, value in row.items()))


def grade_of(learned: Learned, code: str, row: Mapping[str, float]) -> float:
    """Return the grade, mostly between 0 and 4, that the signs of a question add up to."""
    grade: float = learned["start"] + learned["questions"].get(code, 0.0)
    return grade + points(learned, row)


@dataclass(frozen=True, slots=True)
class Standing:
    """A grade on one question, and what was learned of grades like it."""

    grade: float
    learned: Learned
    own: float = 0.0
    """Points that the question's own passages add, beside what is usual."""
    whole: float = 0.0
    """Points that the document as a whole adds, beside what is usual."""

    @property
    def is_close(self) -> bool:
        """Return whether a reader might as well have given the level beside it."""
        return any(abs(self.grade - border) < _NEAR for border in self.learned["borders"])

    @property
    def level(self) -> int:
        """Return the level, 0 to 4, between whose borders the grade lies."""
        return int(np.searchsorted(self.learned["borders"], self.grade))

    @property
    def sureness(self) -> float:
        """Return the chance that an assessor gives this level or one beside it.

        Grades of documents that were left out miss by a normal error of `spread`; the level is
        at most one off while the true grade lies within the borders of the levels beside it.
        """
        borders = [-np.inf, *self.learned["borders"], np.inf]
        low, high = borders[max(self.level - 1, 0)], borders[min(self.level + 2, 5)]
        spread = self.learned["spread"] * sqrt(2)
        chance: float = (erf((high - self.grade) / spread) - erf((low - self.grade) / spread)) / 2
        return chance


def signs(several: Sequence[Weighed]) -> dict[str, float]:
    """Return the signs of one question's passages, most telling first."""
    top, best = several[:_LOOKED_AT], several[:_BEST]
    if not top:
        silent = dict.fromkeys(_EMPTY, _SILENT)
        return dict.fromkeys(_NAMES, 0.0) | {"telling_log": _NONE, "telling_sum": _NONE} | silent
    told = np.array([w.telling for w in top])
    grades = np.clip([w.grade for w in top], 0, 4)
    graded = np.sort(told * grades)[::-1]
    kinds = [len(w.candidate.facts.kinds) for w in best]
    row = {
        "telling": float(told[0]),
        "telling_log": float(np.log(told[0] + 1e-3)),
        "telling_three": float(told[:_FEW].mean()),
        "telling_sum": float(np.log(sum(w.telling for w in several) + 1e-3)),
        "graded_best": float(graded[0]),
        "graded_three": float(graded[:_FEW].mean()),
        "grade": float((told * grades).sum() / (told.sum() + 1e-6)),
        "grade_best": float(grades[:_FEW].max()),
        "facts_most": float(max(kinds)),
        "facts_mean": float(np.mean(kinds)),
        "tied": float(np.mean([w.candidate.facts.is_tied for w in best])),
        "change": float(max(w.candidate.facts.shows_change for w in best)),
        "searched": float(max(w.candidate.heard.is_searched for w in best)),
        "verified": float(max("verification" in w.candidate.facts.kinds for w in best)),
    }
    for stance in ("done", "planned", "vague"):
        row[stance] = float(np.mean([w.candidate.heard.stance == stance for w in best]))
    for level in (2, 3, 4):
        row[f"aspect_{level}"] = float(any(level in w.aspect_levels for w in best))
    return row | _on_the_subject(several)


def _on_the_subject(several: Sequence[Weighed]) -> dict[str, float]:
    """Return how surely the passages are about the question at all."""
    chances = sorted((w.candidate.relevance for w in several), reverse=True)
    first, second, third = (*chances[:_FEW], *[0.0] * (_FEW - len(chances)))
    best = several[0]
    named = [len(w.candidate.met.core) for w in several]
    return {
        "relevance": first,
        "relevance_second": second,
        "relevance_third": third,
        "core_most": float(max(named[:_LOOKED_AT])),
        "core_passages": float(sum(map(bool, named))),
        "core_best": float(named[0]),
        "about_best": sum(best.candidate.about),
        "about_most": max(sum(w.candidate.about) for w in several[:_FEW]),
        "word_most": max(w.candidate.word_odds for w in several),
        "meaning_most": max(map(_meaning, several)),
        "meaning_best": _meaning(best),
        "level_best": float(best.level),
    }


def _meaning(w: Weighed) -> float:
    odds = w.candidate.meaning_odds
    return _SILENT if odds is None else odds


def overall(of_all: Sequence[Mapping[str, float]], several: Sequence[Weighed]) -> dict[str, float]:
    """Return how concrete the submission is as a whole, from all questions and passages."""
    row = {f"all_{name}": float(np.mean([m[name] for m in of_all])) for name in _OVERALL}
    seen = {w.candidate.passage: w for w in several}.values()
    for name, shown in (
        ("three_facts", [len(w.candidate.facts.kinds) >= _MANY_FACTS for w in seen]),
        ("tied", [w.candidate.facts.is_tied for w in seen]),
        ("change", [w.candidate.facts.shows_change for w in seen]),
        ("done", [w.candidate.heard.stance == "done" for w in seen]),
        ("vague", [w.candidate.heard.stance == "vague" for w in seen]),
        ("verified", ["verification" in w.candidate.facts.kinds for w in seen]),
        ("named", ["party" in w.candidate.facts.kinds for w in seen]),
    ):
        row[f"all_{name}"] = float(np.mean(shown)) if seen else 0.0
    return row
