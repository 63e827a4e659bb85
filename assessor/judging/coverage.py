"""From weighed passages to where the submission stands on each measure, topic and theme.

The best case counts, not the average; complementary passages may lift it by one; what the next
level would need is said in the checklist's own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessor.judging.levels import rubric
from assessor.model import Judgement, ThemeJudgement
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.checklist import Checklist, Question, Theme
    from assessor.judging.evidence import Weighed
    from assessor.model import DocumentType, Words

_SHOWN = 8
"""Pieces of evidence kept per question: more than anyone reads in an hour's preparation."""
_HIGHEST = 4


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What holds for the whole submission and colours every judgement."""

    types: tuple[DocumentType, ...]
    """Recognised types of document; empty when none was recognised."""
    has_unread: bool = False
    has_other_language: bool = False
    with_meaning: bool = True
    not_asked: frozenset[str] = frozenset()
    """Themes that the contract does not ask for."""


def judge(
    question: Question,
    weighed: Sequence[Weighed],
    counts_from: float,
    circumstances: Circumstances,
) -> Judgement:
    """Return where the submission stands on one question.

    Args:
        question: the measure or topic.
        weighed: all its candidates, doubtful ones too.
        counts_from: relevance from which a candidate counts.
        circumstances: of the whole submission.
    """
    counting = [w for w in weighed if w.candidate.relevance >= counts_from and w.level > 0]
    counting.sort(key=lambda w: (-w.level, -w.candidate.relevance, w.candidate.passage))
    level = _lifted(question, counting)
    doubtful = len(weighed) - len(counting)
    return Judgement(
        code=question.code,
        level=level,
        confidence=_confidence(level, len(counting), doubtful, circumstances),
        expected=is_expected(question, circumstances),
        evidence=tuple(w.evidence for w in counting[:_SHOWN]),
        missing=_missing(question, level, counting),
    )


def is_expected(question: Question, circumstances: Circumstances) -> bool:
    """Return whether these documents should cover the question; of unknown documents all may."""
    if question.code.partition(".")[0] in circumstances.not_asked:
        return False
    types = set(circumstances.types)
    return not types or bool(types & set(question.expected_in))


def judge_theme(theme: Theme, topics: Sequence[Judgement]) -> ThemeJudgement:
    """Return the theme at the level of its highest topic, one lower when that rests on a margin."""
    found = [t for t in topics if t.level > 0]
    best = max(topics, key=lambda t: (t.level, t.confidence))
    at_margin = len(found) == 1 and len(best.evidence) <= rubric()["margin_topics"]
    level = max(best.level - 1, 1) if at_margin and best.level > 0 else best.level
    judgement = Judgement(
        code=theme.code,
        level=level,
        confidence=best.confidence if found else min(t.confidence for t in topics),
        expected=any(t.expected for t in topics),
        evidence=best.evidence,
        missing=best.missing,
    )
    return ThemeJudgement(judgement, tuple(topics))


def themes(checklist: Checklist, topics: Sequence[Judgement]) -> tuple[ThemeJudgement, ...]:
    """Return every theme of the checklist with its topics."""
    by_code = {t.code: t for t in topics}
    return tuple(
        judge_theme(theme, [by_code[f"{theme.code}.{t}"] for t in theme.topics])
        for theme in checklist.manifest.themes
    )


def _lifted(question: Question, counting: Sequence[Weighed]) -> int:
    """Return the best level, or one higher when several passages complete each other.

    They do when together they show an aspect of the next level and enough kinds of facts, tied to
    this contract or chain, and more than one of them says what was done. Level 4 is never reached
    so: an outcome that was checked stands in one place or nowhere.
    """
    if not counting:
        return 0
    best = counting[0].level
    near = [w for w in counting if w.level == best and w.candidate.heard.stance == "done"]
    if not 1 < best < _HIGHEST - 1 or len(near) < rubric()["passages_to_lift"]:
        return best
    next_ones = {a.id for a in question.aspects if a.level == best + 1}
    shown = frozenset[str]().union(*(w.aspects for w in near))
    kinds = frozenset[str]().union(*(w.candidate.facts.kinds for w in near))
    is_tied = any(w.candidate.facts.is_tied for w in near)
    complete = bool(next_ones & shown) and len(kinds) > rubric()["facts_for_3"] and is_tied
    return best + complete


def _missing(question: Question, level: int, counting: Sequence[Weighed]) -> tuple[Words, ...]:
    """Return the advice for aspects of the next level, and of those before, that do not show."""
    if level == _HIGHEST:
        return ()
    if level == 0:
        return tuple(say("judging.missing_part", part=a.name.words) for a in question.aspects)
    shown = frozenset[str]().union(*(w.aspects for w in counting))
    due = [a for a in question.aspects if a.level <= max(level + 1, 2) and a.id not in shown]
    return tuple(aspect.missing.words for aspect in due)


def _confidence(level: int, counting: int, doubtful: int, around: Circumstances) -> float:
    """Return the chance that a trained assessor gives this level or one beside it."""
    rules = rubric()["confidence"]
    chance: float = rules["found"] if level else rules["not_found"]
    chance += rules["per_doubtful"] * min(doubtful, rules["most_doubtful"]) / (1 + counting)
    chance += rules["thin"] * (counting == 1)
    chance += rules["unread"] * around.has_unread
    chance += rules["other_language"] * around.has_other_language
    chance += rules["words_only"] * (not around.with_meaning)
    return round(min(max(chance, 0.05), 0.95), 2)
