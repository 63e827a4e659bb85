"""Why a sentence would or would not count for a question, part by part, in words a layman reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessor.judging import readers
from assessor.judging.evidence import facts_in_words
from assessor.judging.levels import Cues, aspects_shown, columns, level_of, rubric
from assessor.matching.decoys import decoy
from assessor.texts import joined, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.checklist import Question
    from assessor.judging.case import Rulebook
    from assessor.matching.candidates import Candidate
    from assessor.model import Passage, Words


@dataclass(frozen=True, slots=True)
class Explanation:
    """What each part said of one sentence and one question."""

    code: str
    name: Words
    relevance: float
    counts: bool
    level: int
    """As one piece of evidence; 0 when it does not count."""
    parts: tuple[Words, ...]


def explain(
    candidates: Sequence[Candidate], passage: Passage, rules: Rulebook
) -> list[Explanation]:
    """Return why a passage that stands alone does or does not count, per candidate."""
    likely = [c for c in candidates if c.relevance >= rules.looked_at]
    chances = readers.chances(likely, passage) if rules.with_meaning else {}
    return [_explain(c, passage, rules, chances.get(c.code)) for c in candidates]


def _explain(
    candidate: Candidate, passage: Passage, rules: Rulebook, chance: float | None
) -> Explanation:
    question = rules.checklist.question(candidate.code)
    kind = decoy(passage)
    counts = kind is None and candidate.relevance >= rules.counts_from
    shown = aspects_shown(question, candidate.met.aspects, candidate.facts)
    cues = Cues(candidate.facts, candidate.heard, shown)
    grade = rules.grader.grade(columns(cues, question), candidate.vector)
    level, held = level_of(grade, cues, question)
    parts = [
        *([say(f"explain.decoy_{kind}")] if kind else []),
        _on_terms(candidate),
        _on_words(candidate),
        *_on_meaning(candidate, rules),
        *_on_readers(chance),
        say("explain.about_chain" if sum(candidate.about) > 0 else "explain.about_other"),
        _on_facts(candidate),
        _on_stance(candidate),
        _on_aspects(question, shown),
        say("explain.grade", grade=round(grade, 1), level=say(f"judging.level_{level}")),
        *held,
    ]
    return Explanation(
        candidate.code,
        question.name.words,
        candidate.relevance,
        counts,
        level if counts else 0,
        tuple(parts),
    )


def _on_terms(candidate: Candidate) -> Words:
    met = candidate.met
    if met.is_other_sense:
        return say("explain.terms_other_sense")
    if not met.core + met.support:
        return say("explain.terms_none")
    named = ", ".join(f"“{term}”" for term in met.core + met.support)
    return say("explain.terms_core" if met.core else "explain.terms_support", terms=named)


def _on_words(candidate: Candidate) -> Words:
    key = "explain.words_for" if candidate.word_odds > 0 else "explain.words_against"
    return say(key, odds=f"{candidate.word_odds:+.1f}")


def _on_meaning(candidate: Candidate, rules: Rulebook) -> list[Words]:
    if candidate.meaning_odds is None:
        return [say("judging.limit_meaning")]
    key = "explain.meaning_for" if candidate.meaning_odds > 0 else "explain.meaning_against"
    said = [say(key, odds=f"{candidate.meaning_odds:+.1f}")]
    if candidate.nearest is not None:
        example = rules.lessons.items[candidate.nearest]
        said.append(say("explain.nearest", example=example.text, level=example.level))
    return said


def _on_readers(chance: float | None) -> list[Words]:
    if chance is None:
        return []
    often = next(name for name, least in rubric()["quoted_from"].items() if chance >= least)
    return [say(f"explain.readers_{often}", chance=round(100 * chance))]


def _on_facts(candidate: Candidate) -> Words:
    told = facts_in_words(candidate.facts)
    return say("explain.facts", facts=told) if told else say("explain.facts_none")


def _on_stance(candidate: Candidate) -> Words:
    cues = ", ".join(f"“{cue}”" for cue in candidate.heard.cues)
    stance = say(f"explain.stance_{candidate.heard.stance}")
    return say("explain.stance", stance=stance, cues=cues) if cues else stance


def _on_aspects(question: Question, shown: frozenset[str]) -> Words:
    named = [a.name.words for a in question.aspects if a.id in shown]
    if not named:
        return say("explain.aspects_none")
    return say("explain.aspects", aspects=joined(named, "; "))
