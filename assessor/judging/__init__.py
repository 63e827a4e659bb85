"""Candidates → an Assessment: levels, what is missing, risks, actions, findings.

Arithmetic and rules as data; nothing here reads files or matches text.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.judging import findings
from assessor.judging.actions import find_actions
from assessor.judging.case import Outcome
from assessor.judging.categories import likely_category
from assessor.judging.coverage import Circumstances, judge, quoted_along, themes
from assessor.judging.document_types import recognise
from assessor.judging.evidence import Weighed, weigh_all
from assessor.judging.expected import on_silence
from assessor.judging.limits import limits_of, not_judged, of_category, of_contract
from assessor.judging.noticing import notice, with_grounds
from assessor.judging.quotable import quotable
from assessor.judging.risks import find_risks
from assessor.judging.standing import stand
from assessor.judging.telling import by_passage, tell
from assessor.judging.told import Told
from assessor.judging.topics import Topics
from assessor.model import Assessment, DocumentFacts
from assessor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.checklist import Checklist
    from assessor.judging.case import Case, Rulebook
    from assessor.model import Document, Finding, Judgement

    ByCode = dict[str, list[Weighed]]


def draw_up(case: Case, rules: Rulebook) -> Assessment:
    """Return the assessment of one case."""
    facts = tuple(_facts(d, rules.checklist) for d in case.documents)
    weighed = weigh_all(case, rules)
    around = _circumstances(case, facts, rules)
    told = tell(
        weighed,
        case.passages,
        [q.code for q in rules.checklist.measures],
        with_meaning=rules.with_meaning,
    )
    judged = _judge_all(case, told, rules, around)
    measures = tuple(judged[q.code] for q in rules.checklist.measures)
    topics = tuple(judged[q.code] for q in rules.checklist.topics)
    counting, denials = _parted(weighed, rules.counts_from, around.not_asked)
    on_topics = {t.code: counting.get(t.code, []) for t in topics}
    text = Told(case, Topics(on_topics, rules.terms), by_passage(told))
    risks = quotable(with_grounds(find_risks(text), case), case)
    actions = quotable(find_actions(text, risks, counting), case)
    likely = None if case.category else likely_category(case.documents, rules.categories)
    profile = likely.profile if likely else rules.categories.profile(case.category)
    known = None if likely and not likely.is_sure else profile
    silent: tuple[Finding, ...] = ()
    if "risk_analysis" in around.types:
        heard = _heard(weighed, rules.doubtful_from)
        unnamed = {t.code for t in topics if t.expected and t.code not in heard}
        silent = on_silence(case, rules, known, unnamed)
    refused = case.submission.refused
    outcome = Outcome(facts, (*measures, *topics), denials, risks, actions, refused, silent)
    outcome = replace(outcome, noticed=notice(case, rules.checklist, outcome))
    return Assessment(
        generator_version=__version__,
        checklist_id=rules.checklist.manifest.id,
        checklist_version=rules.checklist.manifest.version,
        category=profile.code if profile else case.category,
        documents=facts,
        measures=measures,
        themes=themes(rules.checklist, topics),
        risks=risks,
        actions=actions,
        findings=findings.find(rules.checklist, outcome),
        limits=limits_of(
            case.submission,
            facts,
            (
                *of_contract(rules.checklist, case.contract_date),
                *of_category(case.category, likely),
            ),
            with_meaning=rules.with_meaning,
            with_types=bool(rules.checklist.manifest.document_types),
        ),
    )


def _facts(document: Document, checklist: Checklist) -> DocumentFacts:
    return DocumentFacts(
        file=document.file,
        sha256=document.sha256,
        format=document.format,
        pages=len(document.pages) if document.format == "pdf" else None,
        languages=document.languages,
        types=recognise(document, checklist),
        unread_pages=document.unread_pages,
    )


def _circumstances(case: Case, facts: Sequence[DocumentFacts], rules: Rulebook) -> Circumstances:
    signed = case.contract_date
    regime = rules.checklist.regime_on(signed) if signed else None
    return Circumstances(
        types=tuple(dict.fromkeys(t for f in facts for t in f.types)),
        has_unread=any(f.unread_pages for f in facts) or bool(case.submission.refused),
        has_other_language=any(map(not_judged, facts)),
        not_asked=frozenset(regime.not_contractual if regime else ()),
    )


def _judge_all(
    case: Case, told: ByCode, rules: Rulebook, around: Circumstances
) -> dict[str, Judgement]:
    """Return the judgement of every question: measures together, and topics together."""
    around = replace(around, along=quoted_along(told))
    judged: dict[str, Judgement] = {}
    for questions in (rules.checklist.measures, rules.checklist.topics):
        codes = [q.code for q in questions]
        standings = stand(
            told,
            codes,
            of_measures=questions is rules.checklist.measures,
            with_meaning=rules.with_meaning,
        )
        for q in questions:
            judged[q.code] = judge(q, told.get(q.code, ()), standings[q.code], around, case)
    return judged


def _heard(weighed: ByCode, doubtful_from: float) -> set[str]:
    """Return the questions on which some passage may say something."""
    return {
        code
        for code, several in weighed.items()
        if any(w.candidate.relevance >= doubtful_from for w in several)
    }


def _parted(
    weighed: ByCode, counts_from: float, not_asked: frozenset[str]
) -> tuple[ByCode, ByCode]:
    """Return what counts, and what denies without a search, by code.

    A doubtful passage counts for nothing, but a doubtful denial that names the subject is one;
    a denial on a theme that the contract does not ask for is none.
    """
    counting: ByCode = {}
    denials: ByCode = {}
    for code, several in weighed.items():
        for w in several:
            is_sure = w.candidate.relevance >= counts_from
            if w.level > 0 and is_sure:
                counting.setdefault(code, []).append(w)
            elif _theme(code) in not_asked:
                continue
            elif w.level == 0 and (is_sure or w.candidate.met.core):
                denials.setdefault(code, []).append(w)
    return counting, denials


def _theme(code: str) -> str:
    return code.partition(".")[0]
