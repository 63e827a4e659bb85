"""Reports for the tests of exports: a plain one, and one in which every text is hostile."""

from __future__ import annotations

from dataclasses import replace

from builders import FROZEN, assessment, block, briefing, document, evidence, finding, review

from assessor.dialogue.edits import Agree, Ask, Note, Own, edited
from assessor.dossiers.prepared import Prepared
from assessor.export.report import report_of
from assessor.model import Action, Box, DocumentFacts, Risk, Words

LONG = "x" * 10_000
HOSTILE = (
    "[/b] [@click=app.quit] \x1b[31mrood\x1b[0m \u202eomgekeerd\u2066 {{ 7*7 }} {% raise %} "
    "{{ cycler.__init__ }} <script>alert(1)</script> &amp; ]]> \x00\x0b\ufffe\uffff | `a` *b* "
    '"onload="x \ud800 {_{ 3 }_} '
)
FORMULA = '=HYPERLINK("http://kwaad.example","klik")'


def plain(**more):
    """A report in which two people judged three findings."""
    reviews = (
        review("agree", "f1", id=1),
        review("note", "f1", id=2, why="Navragen bij de fabriek."),
        replace(review("disagree", "f2", id=3, level=3), subject="6.2", who="bos"),
    )
    risk = Risk("R1", "Dwangarbeid in de spinnerij", "labour.living_wage", ("IN",), 2, True, ())
    action = Action("A1", "Bezoek brengen", "R1", "inkoop", "2027-03", None, "planned", ())
    judged = replace(assessment(), risks=(risk,), actions=(action,), category="workwear")
    report = report_of(Prepared(judged, (document(),), briefing()), FROZEN, reviews)
    return replace(report, supplier="Voorbeeld B.V.", contract="C-1", **more)


def hostile():
    """A report in which everything that comes from outside is hostile."""
    text = HOSTILE + LONG
    boxed = replace(evidence(text), boxes=(Box(72, 72, 200, 90),), heading=text)
    findings = (
        finding("f1", "denial", "2.2", 1, title=Words(text, text), evidence=(boxed,)),
        finding("f2", "weak", "6.2", 2, explanation=Words(FORMULA, FORMULA),
                evidence=(evidence(FORMULA),)),
        finding("f4", "strength", "3.2", 5, evidence=(boxed,)),
        finding(f"o{HOSTILE}", "orphan_risk", "R1", 1, title=Words(FORMULA, FORMULA)),
    )  # fmt: skip
    facts = DocumentFacts(f"{HOSTILE}.pdf", "ab" * 32, "pdf", 3, ("nl",), ("risk_analysis",), ())
    risk = Risk("R1", text, None, ("XX",), None, None, (boxed,))
    action = Action("A1", FORMULA, None, HOSTILE, "@SUM(1)", "-1+1", "unknown", (boxed,))
    judged = replace(
        assessment(findings, documents=(facts,), limits=(Words(text, text),)),
        risks=(risk,),
        actions=(action,),
    )
    reviews = [
        replace(review("doubt", "f1", id=1), who=HOSTILE),
        replace(review("note", "f1", id=2, why=f"{FORMULA}\n{text}"), who=HOSTILE),
    ]
    pages = document(block(text), file="x.pdf")
    report = report_of(Prepared(judged, (pages,), briefing()), FROZEN, reviews)
    edits = (
        Own("own-1", FORMULA), Ask("own-1", "own-1", text), Note("f1", text),
        Agree("f1", FORMULA, HOSTILE, HOSTILE),
    )  # fmt: skip
    agenda = edited(report.agenda, edits, judged, report.briefing)
    return replace(report, agenda=agenda, supplier=HOSTILE, contract=FORMULA)
