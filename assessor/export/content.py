"""Puts a report into the words of one language, for every form alike.

Every text is harmless (see harmless.py) and final; writers only choose a form for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.export.harmless import in_one_line, printable
from assessor.export.lines import (
    ActionLine,
    Content,
    FindingLine,
    GroupLine,
    LogLine,
    MatrixLine,
    Person,
    Quote,
    RiskLine,
    SubjectLine,
)
from assessor.export.matrix import matrix_of
from assessor.export.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from assessor.dossiers.briefing import Group
    from assessor.dossiers.review import Review, Standing
    from assessor.export.report import Report
    from assessor.model import Action, Evidence, Finding, Judgement, Risk


def content_of(report: Report, language: str) -> Content:
    """Return the report in the words of one language."""
    return Writer(report, language).content()


class Writer:
    """Turns parts of a report into words."""

    def __init__(self, report: Report, language: str) -> None:
        self.report = report
        self.wording = Wording(report.assessment, report.briefing, language)
        topics = (topic for theme in report.assessment.themes for topic in theme.topics)
        self._judged = {j.code: j for j in (*report.assessment.measures, *topics)}
        self._whole = {t.judgement.code: t.judgement for t in report.assessment.themes}

    def content(self) -> Content:
        """Return everything."""
        from assessor.export.colophon import colophon_of

        steps, counts = matrix_of(self.report.assessment, self.report.briefing)
        assessment = self.report.assessment
        return Content(
            colophon=colophon_of(self.report, self.wording),
            steps=tuple(map(self._group, self.report.briefing.steps)),
            themes=tuple(map(self._group, self.report.briefing.themes)),
            matrix_steps=tuple(map(self.wording.name, steps)),
            matrix=tuple(MatrixLine(self.wording.name(code), row) for code, row in counts),
            findings=tuple(self._findings()),
            risks=tuple(self._risk(risk) for risk in assessment.risks),
            actions=tuple(self._action(action) for action in assessment.actions),
            limits=tuple(self.wording.words(limit) for limit in assessment.limits),
            log=tuple(self._log(review) for review in self.report.reviews),
        )

    def quotes(self, evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
        """Return quotes with their places."""
        return tuple(
            Quote(
                text=in_one_line(e.quote),
                language=e.language,
                place=self.wording.place(e),
                page=e.page,
                document=e.document,
                boxes=e.boxes,
                reasons=tuple(self.wording.words(reason) for reason in e.reasons),
            )
            for e in evidence
        )

    def label(self, code: str) -> str:
        """Return a name, of measures with the code before it."""
        name = self.wording.name(code)
        return f"{code} {name}" if code[:1].isdigit() else name

    def about(self, code: str) -> str:
        """Return what a quote is about, and where that stands."""
        labels = {risk.id: risk.label for risk in self.report.assessment.risks}
        labels |= {action.id: action.label for action in self.report.assessment.actions}
        name = in_one_line(labels.get(code) or self.label(code))
        return ": ".join(filter(None, (name, self.standing_of(code))))

    def standing_of(self, code: str) -> str:
        """Return the machine's level on a measure or topic; empty where there is none."""
        return self.wording.standing(self._judged[code]) if code in self._judged else ""

    def _group(self, group: Group) -> GroupLine:
        judged = [self._judged[code] for code in group.subjects if code in self._judged]
        own = self._whole.get(group.code) or max(
            judged, key=lambda j: (j.level, j.expected), default=None
        )
        level = own.level if own else 0
        return GroupLine(
            code=group.code,
            name=in_one_line(group.name.told_in(self.wording.language)),
            level=level,
            level_word=self.wording.level_word(level),
            standing=self.wording.standing(own) if own else "",
            subjects=tuple(self._subject(judgement) for judgement in judged),
        )

    def _subject(self, judgement: Judgement) -> SubjectLine:
        subject = self.report.briefing.subjects[judgement.code]
        given = self.report.levels_by_people.get(judgement.code)
        return SubjectLine(
            code=judgement.code,
            label=self.label(judgement.code),
            question=self.wording.words(subject.question),
            why=self.wording.words(subject.why),
            level=judgement.level,
            level_word=self.wording.level_word(judgement.level),
            standing=self.wording.standing(judgement),
            expected=judgement.expected,
            person=self.person(given) if given else None,
            quotes=self.quotes(judgement.evidence),
            missing=tuple(self.wording.words(advice) for advice in judgement.missing),
            grounds=tuple(self.wording.words(ground) for ground in judgement.grounds),
        )

    def _findings(self) -> Iterator[FindingLine]:
        for number, finding in enumerate(self.report.assessment.findings, 1):
            yield self._finding(number, finding)

    def _finding(self, number: int, finding: Finding) -> FindingLine:
        return FindingLine(
            number=number,
            id=in_one_line(finding.id),
            kind=finding.kind,
            subject=in_one_line(finding.subject),
            title=self.wording.words(finding.title),
            explanation=self.wording.words(finding.explanation),
            priority=finding.priority,
            quotes=self.quotes(finding.evidence),
            questions=tuple(self.wording.words(question) for question in finding.questions),
            person=self.person(self.report.history.standing(finding.id)),
        )

    def person(self, standing: Standing) -> Person | None:
        """Return what a person made of a finding; None where nobody looked."""
        last = standing.last
        if last is None:
            return None
        level = standing.level
        return Person(
            opinion=self._opinion(standing.opinion) if standing.opinion else "",
            level=level,
            level_word=self.wording.level_word(level) if level is not None else "",
            note=printable(standing.note),
            who=in_one_line(last.who),
            when=self.wording.date(last.at),
        )

    def _opinion(self, opinion: str) -> str:
        return self.wording.told(f"export.opinion.{opinion}")

    def _risk(self, risk: Risk) -> RiskLine:
        answers = [a.label for a in self.report.assessment.actions if a.risk == risk.id]
        return RiskLine(
            id=in_one_line(risk.id),
            label=in_one_line(risk.label),
            topic=self.wording.name(risk.topic) if risk.topic else "",
            countries=", ".join(map(self.wording.country, risk.countries)),
            tier="" if risk.tier is None else str(risk.tier),
            prioritised=self._yes_or_no(risk.prioritised),
            actions=tuple(map(in_one_line, answers)),
            quote=self._first(risk.evidence),
        )

    def _yes_or_no(self, value: bool | None) -> str:  # noqa: FBT001  # a value, not a switch
        if value is None:
            return ""
        return self.wording.told("export.yes" if value else "export.no")

    def _action(self, action: Action) -> ActionLine:
        labels = {risk.id: risk.label for risk in self.report.assessment.risks}
        return ActionLine(
            id=in_one_line(action.id),
            label=in_one_line(action.label),
            risk=in_one_line(labels.get(action.risk or "", "")),
            owner=in_one_line(action.owner or ""),
            deadline=in_one_line(action.deadline or ""),
            kpi=in_one_line(action.kpi or ""),
            status=self.wording.told(f"export.status.{action.status}"),
            quote=self._first(action.evidence),
        )

    def _first(self, evidence: Sequence[Evidence]) -> Quote | None:
        return next(iter(self.quotes(evidence[:1])), None)

    def _log(self, review: Review) -> LogLine:
        titles = {finding.id: finding.title for finding in self.report.assessment.findings}
        about = titles.get(review.finding)
        level = review.level
        return LogLine(
            when=self.wording.moment(review.at),
            who=in_one_line(review.who),
            what=self._opinion(review.kind),
            about=self.wording.words(about) if about else in_one_line(review.finding),
            level="" if level is None else f"{level} {self.wording.level_word(level)}",
            why=printable(review.why),
        )
