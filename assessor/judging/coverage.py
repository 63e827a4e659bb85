"""From weighed passages to where the submission stands on each measure, topic and theme.

The best case counts, not the average; complementary passages may lift it by one; what the next
level would need is said in the checklist's own words.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from assessor.judging.grounds import grounds_of
from assessor.judging.levels import rubric
from assessor.judging.stretches import pieces
from assessor.judging.telling import strongest
from assessor.model import Judgement, ThemeJudgement
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assessor.checklist import Checklist, Question, Theme
    from assessor.judging.case import Case
    from assessor.judging.evidence import Weighed
    from assessor.judging.standing import Standing
    from assessor.model import DocumentType, Evidence, Words

_SHOWN = 8
"""Pieces of evidence kept per question: more than anyone reads in an hour's preparation."""
_LOOKED_AT = 16
"""Passages of which those pieces are made: what is less telling than these adds nothing."""
_MENTIONS = 2
"""Passages shown where none is telling."""
HIGHEST = 4


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What holds for the whole submission and colours every judgement."""

    types: tuple[DocumentType, ...]
    """Recognised types of document; empty when none was recognised."""
    has_unread: bool = False
    has_other_language: bool = False
    not_asked: frozenset[str] = frozenset()
    """Themes that the contract does not ask for."""
    along: Mapping[int, float] = field(default_factory=dict)
    """By passage that may be quoted along with one beside it, how telling it is at most."""


def judge(
    question: Question,
    told: Sequence[Weighed],
    standing: Standing,
    circumstances: Circumstances,
    case: Case,
) -> Judgement:
    """Return where the submission stands on one question.

    Args:
        question: the measure or topic.
        told: all its candidates, most telling first.
        standing: the grade that they add up to.
        circumstances: of the whole submission.
        case: whose passages they are.
    """
    said = [w for w in told if w.level > 0]
    mentions = [w for w in said if _is_mention(w)]
    shown = [w for w in said if _is_telling(w)][:_LOOKED_AT] or mentions[:_MENTIONS]
    ceiling = _ceiling(question, shown) if shown else 0
    level = min(max(standing.level, int(bool(mentions))), ceiling)
    return Judgement(
        code=question.code,
        level=level,
        confidence=_confidence(standing, circumstances),
        expected=is_expected(question, circumstances),
        evidence=_quoted(shown, level, circumstances.along, case) if level else (),
        missing=_missing(question, level, shown),
        grounds=grounds_of(standing, level, ceiling, len(shown) if level else 0),
    )


def _is_telling(w: Weighed) -> bool:
    return w.telling >= float(rubric()["shown_from"])


def _is_mention(w: Weighed) -> bool:
    """Return whether a passage is so surely about the question that it is at least a mention."""
    sure, about = float(rubric()["mentioned_from"]), float(rubric()["mentioned_about"])
    return w.candidate.relevance >= sure and sum(w.candidate.about) >= about


def _ceiling(question: Question, shown: Sequence[Weighed]) -> int:
    """Return the highest level that these passages can carry together, by the rubric."""
    caps = rubric()["caps"]
    if all(w.candidate.heard.stance == "vague" for w in shown):
        return max(_vague_cap(w) for w in shown)
    is_plan = all(w.candidate.heard.stance in {"planned", "vague"} for w in shown)
    if is_plan and question.code not in rubric()["planned_reaches_3_in"]:
        return int(caps["planned"])
    return HIGHEST


def _vague_cap(w: Weighed) -> int:
    """Return how high a mere profession reaches: figures beside it describe something."""
    has_facts = len(w.candidate.facts.kinds) >= rubric()["facts_for_vague_2"]
    return int(rubric()["caps"]["vague_with_facts" if has_facts else "vague"])


def quoted_along(told: Mapping[str, Sequence[Weighed]]) -> dict[int, float]:
    """Return by passage how telling it is at most, of those that tell something on any question."""
    least = float(rubric()["beside_from"])
    return {place: telling for place, telling in strongest(told).items() if telling >= least}


def _quoted(
    shown: Sequence[Weighed], level: int, along: Mapping[int, float], case: Case
) -> tuple[Evidence, ...]:
    """Return the evidence, none of it at a higher level than the question's."""
    found = pieces(shown, along, case, _SHOWN)
    return tuple(replace(e, level=min(e.level, level)) for e in found)


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
        grounds=best.grounds,
    )
    return ThemeJudgement(judgement, tuple(topics))


def themes(checklist: Checklist, topics: Sequence[Judgement]) -> tuple[ThemeJudgement, ...]:
    """Return every theme of the checklist with its topics."""
    by_code = {t.code: t for t in topics}
    return tuple(
        judge_theme(theme, [by_code[f"{theme.code}.{t}"] for t in theme.topics])
        for theme in checklist.manifest.themes
    )


def _missing(question: Question, level: int, counting: Sequence[Weighed]) -> tuple[Words, ...]:
    """Return the advice for aspects of the next level, and of those before, that do not show."""
    if level == HIGHEST:
        return ()
    if level == 0:
        return tuple(say("judging.missing_part", part=a.name.words) for a in question.aspects)
    shown = frozenset[str]().union(*(w.aspects for w in counting))
    due = [a for a in question.aspects if a.level <= max(level + 1, 2) and a.id not in shown]
    return tuple(aspect.missing.words for aspect in due)


def _confidence(standing: Standing, around: Circumstances) -> float:
    """Return the chance that a trained assessor gives this level or one beside it."""
    rules = rubric()["confidence"]
    chance: float = standing.sureness
    chance += rules["unread"] * around.has_unread
    chance += rules["other_language"] * around.has_other_language
    return float(round(min(max(chance, 0.05), 0.99), 2))
