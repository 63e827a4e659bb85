"""Small true-to-life things for tests: documents, findings, assessments, all of one submission."""

from __future__ import annotations

from datetime import UTC, datetime

from assessor.dossiers.briefing import Briefing, Group, Subject
from assessor.dossiers.fingerprint import FileMark, Key
from assessor.dossiers.prepared import Prepared
from assessor.dossiers.review import Review
from assessor.model import (
    Assessment,
    Block,
    Document,
    DocumentFacts,
    Evidence,
    Finding,
    Judgement,
    Page,
    ThemeJudgement,
    Words,
)

FROZEN = datetime(2026, 11, 21, 14, 2, 5, tzinfo=UTC)

QUOTE = "In 2025 bezochten wij de weverij in Tiruppur en spraken daar met twaalf werknemers."
SECOND_QUOTE = "De lonen in de spinnerij zijn nog niet onderzocht."

STEPS = (
    ("1", "Beleid en organisatie", "Policy and management", ("1.1", "1.2", "1.3")),
    ("2", "Risico's vinden en wegen", "Finding and weighing risks", ("2.1", "2.2", "2.3", "2.4")),
    ("3", "Stoppen, voorkomen en beperken", "Stopping, preventing, mitigating", ("3.1", "3.2")),
    ("4", "Volgen of het werkt", "Tracking whether it works", ("4.1",)),
    ("5", "Erover vertellen", "Communicating", ("5.1",)),
    ("6", "Herstel en klachten", "Remedy and grievances", ("6.1", "6.2")),
    ("SE", "Belanghebbenden betrekken", "Engaging stakeholders", ("SE",)),
)
THEMES = (
    ("labour", "Arbeid", "Labour", ("child_labour", "living_wage")),
    ("human_rights", "Mensenrechten", "Human rights", ("conflict_areas",)),
    ("environment", "Milieu", "Environment", ("water",)),
    ("land", "Land", "Land", ("fpic",)),
)
NAMES = {
    "2.2": Words("Keten in beeld tot voorbij de eerste schakel", "Chain mapped beyond tier 1"),
    "6.2": Words("Klachtenregeling voor de keten", "Grievance mechanism for the chain"),
    "labour.living_wage": Words("Leefbaar loon", "Living wage"),
    "labour.child_labour": Words("Kinderarbeid", "Child labour"),
}
LEVELS = {"1.1": 3, "2.1": 2, "2.2": 2, "2.4": 1, "3.2": 4, "labour.living_wage": 1, "labour": 1}


def block(text, kind="paragraph", page=1, **more):
    return Block(kind=kind, text=text, page=page, language="nl", **more)


def document(*blocks, file="risicoanalyse.pdf", pages=3):
    blocks = blocks or (
        block("Risicoanalyse bedrijfskleding 2025", "heading", 1, level=1),
        block("Dit is een verzonnen document. " * 6, page=1),
        block("3 De keten", "heading", 2, level=1),
        block(f"Wij kennen onze eerste schakel goed. {QUOTE} Verder kijken wij nog niet.", page=2),
        block("Bezoek aan de ververij", "list_item", 2, level=1),
        block("Land | Schakel | Risico\nIndia | 2 | Dwangarbeid", "table", 2),
        block(SECOND_QUOTE, page=3),
    )
    is_pdf = file.endswith(".pdf")
    return Document(
        file=file,
        sha256="ab" * 32,
        format="pdf" if is_pdf else "docx",
        pages=tuple(Page(n, 595, 842, "read") for n in range(1, pages + 1)) if is_pdf else (),
        blocks=blocks,
        languages=("nl",),
    )


def evidence(quote=QUOTE, page=2, level=2, stance="done", **more):
    return Evidence(
        document=more.get("document", 0),
        page=page,
        heading=more.get("heading", "3 De keten"),
        boxes=(),
        quote=quote,
        language="nl",
        stance=stance,
        level=level,
        reasons=(Words("Noemt een plaats en een jaar.", "Names a place and a year."),),
    )


def finding(id="f1", kind="weak", subject="2.2", priority=1, **more):  # noqa: A002  # the model's name
    return Finding(
        id=id,
        kind=kind,
        subject=subject,
        priority=priority,
        title=more.get(
            "title",
            Words("De keten is alleen tot de weverij in beeld", "The chain stops at the mill"),
        ),
        explanation=more.get(
            "explanation",
            Words(
                "Voorbij de weverij is in dit document niets aangetroffen.",
                "Beyond the mill nothing was found in this document.",
            ),
        ),
        evidence=more.get("evidence", (evidence(),)),
        questions=(Words("Tot welke schakel kent u de herkomst?", "How far do you know it?"),),
        cause=more.get("cause"),
    )


FINDINGS = (
    finding(),
    finding(
        "f2",
        "gap",
        "6.2",
        2,
        title=Words("Geen klachtenregeling aangetroffen", "No grievance mechanism found"),
        evidence=(),
    ),
    finding(
        "f3",
        "weak",
        "labour.living_wage",
        2,
        title=Words("Lonen nog niet onderzocht", "Wages not examined yet"),
        evidence=(evidence(SECOND_QUOTE, 3, 1, "planned"),),
    ),
    finding("f4", "strength", "3.2", 4, title=Words("Bezoek met resultaat", "Visit with a result")),
)


def judgement(code, level=None):
    level = LEVELS.get(code, 0) if level is None else level
    return Judgement(
        code=code,
        level=level,
        confidence=0.8,
        expected=code not in {"4.1", "5.1"},
        evidence=(evidence(level=level),) if level else (),
        missing=(Words("Namen van de spinnerijen.", "Names of the spinners."),),
    )


def assessment(findings=FINDINGS, **more):
    return Assessment(
        generator_version="0.1.0",
        checklist_id="isv",
        checklist_version="2026.1",
        category=None,
        documents=more.get(
            "documents",
            (
                DocumentFacts(
                    "risicoanalyse.pdf", "ab" * 32, "pdf", 3, ("nl",), ("risk_analysis",), ()
                ),
            ),
        ),
        measures=tuple(judgement(code) for _, _, _, codes in STEPS for code in codes),
        themes=tuple(
            ThemeJudgement(judgement(code), tuple(judgement(f"{code}.{t}") for t in topics))
            for code, _, _, topics in THEMES
        ),
        findings=tuple(findings),
        limits=more.get("limits", ()),
    )


def briefing():
    codes = [code for _, _, _, codes in STEPS for code in codes]
    codes += [f"{theme}.{topic}" for theme, _, _, topics in THEMES for topic in topics]
    return Briefing(
        checklist=Words("Internationale Sociale Voorwaarden (ISV)", "Social Conditions (ISV)"),
        version="2026.1",
        steps=tuple(Group(code, Words(nl, en), codes) for code, nl, en, codes in STEPS),
        themes=tuple(
            Group(code, Words(nl, en), tuple(f"{code}.{t}" for t in topics))
            for code, nl, en, topics in THEMES
        ),
        subjects={code: subject(code) for code in codes},
    )


def subject(code):
    return Subject(
        code=code,
        name=NAMES.get(code, Words(f"Onderwerp {code}", f"Subject {code}")),
        question=Words("Wat staat er over de keten?", "What does it say of the chain?"),
        why=Words(
            "Wie de keten niet kent, ziet de risico's niet.", "Unknown chains hide their risks."
        ),
        levels=tuple(
            Words(f"Zo ziet niveau {n} eruit.", f"This is what level {n} is.") for n in range(1, 5)
        ),
        open=Words("Hoe ziet uw keten eruit?", "What does your chain look like?"),
        verify=Words("Waaruit blijkt dat?", "What shows that?"),
        acceptable=Words("Namen, plaatsen en een datum.", "Names, places and a date."),
    )


def prepared(findings=FINDINGS, documents=None, **more):
    return Prepared(assessment(findings, **more), documents or (document(),), briefing())


def key(sha256="ab" * 32, **more):
    return Key(
        files=(FileMark("risicoanalyse.pdf", "/x/risicoanalyse.pdf", sha256),),
        category=more.get("category"),
        checklist=more.get("checklist", "c1"),
        program=more.get("program", "0.1.0"),
    )


def review(kind="agree", finding="f1", **more):
    return Review(
        at=more.pop("at", FROZEN), who="jansen", kind=kind, finding=finding, subject="2.2", **more
    )
