"""A report as JSON: the contract's assessment with people's judgements and the agenda beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from assessor.contract import to_contract
from assessor.export.content import content_of
from assessor.export.talk import talk_of

if TYPE_CHECKING:
    from assessor.dossiers.review import Review
    from assessor.export.report import Report, Reviewer

SCHEMA_VERSION = "1.0"


def to_data(report: Report, language: str) -> str:
    """Return the report as indented JSON, its sentences in one language; ends in a newline."""
    whole = {
        "schema_version": SCHEMA_VERSION,
        "made_at": report.made_at.isoformat(),
        "language": language,
        "supplier": report.supplier or None,
        "contract": report.contract or None,
        "reviewers": [_reviewer(reviewer) for reviewer in report.reviewers],
        "assessment": to_contract(report.assessment, language),
        "opinions": _opinions(report),
        "reviews": [_review(review) for review in report.reviews],
        "agenda": msgspec.to_builtins(talk_of(report, language)),
        "theme_by_step": _matrix(report, language),
    }
    return msgspec.json.format(msgspec.json.encode(_whole(whole)), indent=2).decode() + "\n"


def _whole(value: Any) -> Any:  # noqa: ANN401  # any plain value
    """Return the value with halves of characters replaced, which UTF-8 cannot write."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {key: _whole(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_whole(part) for part in value]
    return value


def _reviewer(reviewer: Reviewer) -> dict[str, Any]:
    return {
        "who": reviewer.who,
        "findings": reviewer.findings,
        "last": reviewer.last.isoformat(),
    }


def _opinions(report: Report) -> dict[str, Any]:
    """Return what counts now for every finding that a person judged."""
    counting = {f.id: report.history.standing(f.id) for f in report.assessment.findings}
    return {
        finding: {"opinion": s.opinion, "level": s.level, "note": s.note, "who": s.last.who}
        for finding, s in counting.items()
        if s.last is not None
    }


def _review(review: Review) -> dict[str, Any]:
    return {
        "id": review.id,
        "at": review.at.isoformat(),
        "who": review.who,
        "kind": review.kind,
        "finding": review.finding,
        "subject": review.subject,
        "level": review.level,
        "why": review.why,
        "target": review.target,
    }


def _matrix(report: Report, language: str) -> list[dict[str, Any]]:
    content = content_of(report, language)
    return [
        {"theme": line.name, "steps": dict(zip(content.matrix_steps, line.counts, strict=True))}
        for line in content.matrix
    ]
