"""An Assessment as the JSON that other programs read: the contract, schema version 1.0."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.model import (
        Action,
        Assessment,
        DocumentFacts,
        Evidence,
        Finding,
        Judgement,
        Risk,
        ThemeJudgement,
        Words,
    )

SCHEMA_VERSION = "1.0"
GENERATOR = "isv-assessor"


def to_json(assessment: Assessment, language: str) -> str:
    """Return the assessment as indented JSON, its sentences in one language; ends in a newline."""
    encoded = msgspec.json.encode(to_contract(assessment, language))
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def to_contract(assessment: Assessment, language: str) -> dict[str, Any]:
    """Return the assessment as plain values in the contract's form."""
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": {"name": GENERATOR, "version": assessment.generator_version},
        "checklist": {"id": assessment.checklist_id, "version": assessment.checklist_version},
        "category": assessment.category,
        "documents": [_document(d) for d in assessment.documents],
        "measures": [_judgement(m, language) for m in assessment.measures],
        "themes": [_theme(t, language) for t in assessment.themes],
        "risks": [_risk(r, language) for r in assessment.risks],
        "actions": [_action(a, language) for a in assessment.actions],
        "findings": [_finding(f, language) for f in assessment.findings],
        "limits": _told(assessment.limits, language),
    }


def _told(words: Sequence[Words], language: str) -> list[str]:
    return [w.told_in(language) for w in words]


def _document(facts: DocumentFacts) -> dict[str, Any]:
    return {
        "file": facts.file,
        "sha256": facts.sha256,
        "format": facts.format,
        "pages": facts.pages,
        "languages": list(facts.languages),
        "types": list(facts.types),
        "unread_pages": list(facts.unread_pages),
    }


def _evidence(evidence: Sequence[Evidence], language: str) -> list[dict[str, Any]]:
    return [
        {
            "document": e.document,
            "page": e.page,
            "heading": e.heading,
            "boxes": [[round(side, 2) for side in box] for box in e.boxes],
            "quote": e.quote,
            "language": e.language,
            "stance": e.stance,
            "level": e.level,
            "reasons": _told(e.reasons, language),
        }
        for e in evidence
    ]


def _judgement(judgement: Judgement, language: str) -> dict[str, Any]:
    return {
        "code": judgement.code,
        "level": judgement.level,
        "confidence": judgement.confidence,
        "expected": judgement.expected,
        "evidence": _evidence(judgement.evidence, language),
        "missing": _told(judgement.missing, language),
    }


def _theme(theme: ThemeJudgement, language: str) -> dict[str, Any]:
    return {
        **_judgement(theme.judgement, language),
        "topics": [_judgement(t, language) for t in theme.topics],
    }


def _risk(risk: Risk, language: str) -> dict[str, Any]:
    return {
        "id": risk.id,
        "label": risk.label,
        "topic": risk.topic,
        "countries": list(risk.countries),
        "tier": risk.tier,
        "prioritised": risk.prioritised,
        "grounds": risk.grounds,
        "evidence": _evidence(risk.evidence, language),
    }


def _action(action: Action, language: str) -> dict[str, Any]:
    return {
        "id": action.id,
        "label": action.label,
        "risk": action.risk,
        "owner": action.owner,
        "deadline": action.deadline,
        "kpi": action.kpi,
        "status": action.status,
        "evidence": _evidence(action.evidence, language),
    }


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "id": finding.id,
        "kind": finding.kind,
        "subject": finding.subject,
        "priority": finding.priority,
        "title": finding.title.told_in(language),
        "explanation": finding.explanation.told_in(language),
        "evidence": _evidence(finding.evidence, language),
        "questions": _told(finding.questions, language),
    }
