"""What the finding screen says beside the quotes."""

from __future__ import annotations

from dataclasses import replace

from builders import FINDINGS, prepared

from assessor.dossiers.prepared import Prepared
from assessor.dossiers.store import Saved
from assessor.model import Words
from tui.screens.finding_text import FindingText
from tui.state import Walk

GROUND = Words("Het document als geheel is concreter.", "The document as a whole is more concrete.")


class Silent:
    """Keeps nothing."""

    def remember_place(self, submission, who, place):
        pass


def text_of(finding):
    kept = prepared()
    made = kept.assessment
    told = replace(made, measures=tuple(replace(m, grounds=(GROUND,)) for m in made.measures))
    walk = Walk(
        Saved(1, "x", Prepared(told, kept.documents, kept.briefing), ()), Silent(), "jansen", None
    )
    return FindingText(walk, finding, "nl").advice().plain


def test_why_a_level_is_what_it_is_stands_with_the_finding():
    of_measure = next(f for f in FINDINGS if f.subject[0].isdigit())
    told = text_of(of_measure)
    assert f"Waarom dit niveau\n• {GROUND.nl}" in told
