"""The risks that one may expect and that the documents do not name: one question each.

Silence is no proof: what is said is that nothing was found in these documents, and what to ask.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assessor.judging.goods import pairs_in
from assessor.matching.phrases import Lexicon
from assessor.model import Finding
from assessor.texts import joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assessor.checklist import Categories, Profile, Question
    from assessor.checklist.profiles import ExpectedRisk
    from assessor.judging.case import Case, Rulebook
    from assessor.judging.goods import Pair
    from assessor.model import Words

_QUOTES = 3
"""Pairs of product and country named with a finding; more is a list, not a reason."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """A topic that one may expect here, and why."""

    question: Question
    risk: ExpectedRisk | None
    """The key risk of the category; None where only the list of goods knows of it."""
    pairs: tuple[Pair, ...]


def on_silence(
    case: Case, rules: Rulebook, profile: Profile | None, silent: set[str]
) -> tuple[Finding, ...]:
    """Return a finding per expected risk on which the submission is silent.

    Args:
        case: the submission; it holds a risk analysis.
        rules: with the checklist and the categories.
        profile: of the category, when that is sure; without it only the list of goods speaks.
        silent: topics of which no passage counts or might count.
    """
    expected = _expected(case, rules, profile, silent)
    named = _named(case, [e.question for e in expected])
    return tuple(
        _finding(e, profile, rules.categories) for e in expected if e.question.code not in named
    )


def _expected(
    case: Case, rules: Rulebook, profile: Profile | None, silent: set[str]
) -> list[Expectation]:
    """Return the silent topics that are expected: key risks in order, then what goods say."""
    risks = {r.topic: r for r in profile.key_risks} if profile else {}
    pairs: dict[str, list[Pair]] = {}
    for pair in pairs_in(case, rules.categories.goods) if silent else ():
        pairs.setdefault(pair.topic, []).append(pair)
    return [
        Expectation(
            rules.checklist.question(topic), risks.get(topic), tuple(pairs.get(topic, ())[:_QUOTES])
        )
        for topic in dict.fromkeys((*risks, *pairs))
        if topic in silent
    ]


def _named(case: Case, questions: Sequence[Question]) -> set[str]:
    """Return the topics that are named anywhere, be it in a heading or a list of contents."""
    lexicon: Lexicon[tuple[str, bool]] = Lexicon(
        ((question.code, is_other), term)
        for question in questions
        for is_other, terms in (
            (False, question.terms.core),
            (True, question.terms.other_sense),
        )
        for term in terms.nl + terms.en
    )
    found: set[str] = set()
    for block in (block for document in case.documents for block in document.blocks):
        hits = lexicon.find(block.text)
        others = [(h.label[0], h.start, h.end) for h in hits if h.label[1]]
        found |= {
            hit.label[0]
            for hit in hits
            if not hit.label[1]
            and not any(
                code == hit.label[0] and start <= hit.start and hit.end <= end
                for code, start, end in others
            )
        }
    return found


def _finding(expected: Expectation, profile: Profile | None, categories: Categories) -> Finding:
    name = expected.question.name.words
    bare = Finding(
        "",
        "expected_risk_missing",
        expected.question.code,
        0,
        say("judging.expected_title", subject=name),
        joined(_explained(expected, profile, categories), " "),
    )
    return replace(
        bare,
        evidence=tuple({p.evidence.passage: p.evidence for p in expected.pairs}.values()),
        questions=tuple(_questions(expected)),
    )


def _explained(
    expected: Expectation, profile: Profile | None, categories: Categories
) -> Iterator[Words]:
    """Yield what was not found, why it was expected, and where that knowledge comes from."""
    yield say("judging.expected_not_found")
    if expected.risk and profile:
        yield say("judging.expected_key", category=profile.name.words, why=expected.risk.why.words)
    goods = categories.goods
    if expected.pairs:
        named = joined((pair.named for pair in expected.pairs), "; ")
        publisher = goods.publisher.words
        yield say("judging.expected_goods", named=named, publisher=publisher, year=goods.year)
        if any(pair.good.is_made_with(pair.topic, pair.country) for pair in expected.pairs):
            yield say("judging.expected_made_with")
    if expected.risk:
        cited = (categories.source(id_) for id_ in expected.risk.sources)
        sources = joined(
            (
                say("judging.source", title=s.title.words, publisher=s.publisher, year=s.year)
                for s in cited
            ),
            "; ",
        )
        yield say("judging.expected_sources", sources=sources)


def _questions(expected: Expectation) -> Iterator[Words]:
    if expected.risk and expected.risk.ask:
        yield expected.risk.ask.words
    elif expected.pairs:
        name = expected.question.name.words
        risk = type(name)(name.nl[:1].lower() + name.nl[1:], name.en[:1].lower() + name.en[1:])
        yield say("judging.expected_goods_question", named=expected.pairs[0].named, risk=risk)
    yield expected.question.dialogue.open.words
