"""Whole submissions for the tests of screens: one with everything in it, one very long."""

from __future__ import annotations

from dataclasses import replace

import msgspec
from builders import (
    FINDINGS,
    QUOTE,
    SECOND_QUOTE,
    block,
    document,
    evidence,
    finding,
    prepared,
)

from assessor.dossiers.briefing import FollowUp
from assessor.model import Action, Evidence, Risk, Words

RISKS = (
    Risk("R1", "Dwangarbeid in de spinnerij", "labour.living_wage", ("IN",), 3, True,
         (evidence(SECOND_QUOTE, 3),)),
    Risk("R2", "Vervuild afvalwater van de ververij", "environment.water", ("IN", "BD"), 2, False,
         (evidence(),)),
)  # fmt: skip
ACTIONS = (
    Action("A1", "Met de spinnerij vastleggen dat bewoonsters vrij zijn", "R1", "H. Brandsma",
           "31 maart 2027", "146 bewoonsters gaan op zondag vrij naar buiten", "ongoing",
           (evidence(SECOND_QUOTE, 3, 2, "planned"),)),
    Action("A2", "Nieuwe lampen in het magazijn", None, None, None, None, "unknown", ()),
)  # fmt: skip


def whole(findings=FINDINGS, documents=None, risks=RISKS, actions=ACTIONS):
    """A submission with findings, risks, actions and follow-up questions."""
    plain = prepared(findings, documents)
    judged = replace(plain.assessment, risks=tuple(risks), actions=tuple(actions))
    ask = FollowUp(Words("Wij zijn gecertificeerd", "We are certified"),
                   Words("Wat zag de laatste controle niet?", "What did it not see?"))  # fmt: skip
    subjects = {
        code: msgspec.structs.replace(subject, follow_ups=(ask,))
        for code, subject in plain.briefing.subjects.items()
    }
    briefing = msgspec.structs.replace(plain.briefing, subjects=subjects)
    return msgspec.structs.replace(plain, assessment=judged, briefing=briefing)


def long(findings=10_000, pages=400):
    """A submission with as many findings and pages as no one has yet sent."""
    blocks = [
        block(f"Bladzijde {page}, alinea {part}. {QUOTE} " + "Er staat nog meer. " * 20, page=page)
        for page in range(1, pages + 1)
        for part in range(8)
    ]
    many = [
        finding(f"f{n}", priority=n % 5 + 1, evidence=(_on_page(n % pages + 1),))
        for n in range(findings)
    ]
    return whole(many, (document(*blocks, pages=pages),))


def _on_page(page) -> Evidence:
    return evidence(page=page)
