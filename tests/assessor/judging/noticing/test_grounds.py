"""Own interest in place of severity, and certificates in place of a look of one's own."""

import pytest
from builders import evidence
from judged_files import table

from assessor.judging.noticing.instead import on_certificates
from assessor.judging.noticing.interest import on_own_interest, with_grounds
from assessor.model import Judgement, Risk


def risk(passage, prioritised=True):
    from dataclasses import replace

    return Risk(
        "R1", "Dwangarbeid", None, (), None, prioritised, (replace(evidence(), passage=passage),)
    )


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ("De score van een risico is de kans maal het gevolg voor onze omzet en levertijd.", "nl"),
        ("De prioriteit ligt bij deze risico's, omdat ze goed zijn voor 44% van de omzet.", "nl"),
        ("Risks were ranked by their effect on enterprise value and customer loyalty.", "en"),
    ],
)
def test_priorities_by_own_interest_alone_are_told_on_the_measure(case, told, language):
    (found,) = on_own_interest(case(told, languages=(language,)), ())
    assert (found.kind, found.subject, found.cause) == ("weak", "2.4", "own_interest")
    assert found.evidence[0].quote == told


def test_own_interest_beside_severity_is_told_as_such(case):
    told = "Elk risico kreeg een cijfer voor de ernst voor de mens en een voor onze continuïteit."
    (found,) = on_own_interest(case(told), ())
    assert found.cause == "interest_beside_harm"


@pytest.mark.parametrize(
    "told",
    [
        "Wij wegen risico's naar hoe ernstig ze zijn voor mensen; onze omzet speelt geen rol.",
        "Onze omzet steeg met 4 procent en de levertijd werd korter.",
        "De prioriteit ligt bij de naaisters, omdat hun schade niet te herstellen is.",
    ],
)
def test_own_interest_that_does_not_count_is_not_told(case, told):
    assert not list(on_own_interest(case(told), ()))


def test_a_risk_tells_by_what_its_row_was_placed(case):
    own = case(table(("Risico", "Gevolg voor omzet", "Score"), ("Dwangarbeid", "4", "12")))
    harm = case(table(("Risico", "Ernst", "Kans"), ("Dwangarbeid", "4", "3")))
    reason = case(table(("Risico", "Inschatting"), ("Dwangarbeid", "Laag - gering omzetaandeel")))
    plain = case(table(("Risico", "Land"), ("Dwangarbeid", "China")))
    grounds = [with_grounds([risk(0)], c)[0].grounds for c in (own, harm, reason, plain)]
    assert grounds == ["own_interest", "people_planet", "own_interest", None]


@pytest.mark.parametrize(
    "texts",
    [
        ("Deze fabriek heeft een BSCI-rapport, zodat een verdere analyse hier niet nodig is.",),
        ("Papelinho is FSC-gecertificeerd.", "Daarmee is geborgd dat er geen ontbossing is."),
    ],
)
def test_a_certificate_that_ends_the_looking_is_told(case, texts):
    (found,) = on_certificates(case(" ".join(texts)), ())
    assert (found.kind, found.subject, found.cause) == ("weak", "2.2", "instead_of_analysis")
    assert found.evidence[0].quote == texts[-1]


@pytest.mark.parametrize(
    "told",
    [
        "De fabriek heeft een SA8000-certificaat, maar dat zegt niet dat het in orde is.",
        "De fabriek heeft een SA8000-certificaat en wij spraken er met twaalf naaisters.",
        "Wij zijn gecertificeerd volgens ISO 9001, zodat de kwaliteit is geborgd.",
    ],
)
def test_a_certificate_beside_a_look_of_ones_own_is_not(case, told):
    assert not list(on_certificates(case(told), ()))


def test_a_measure_that_rests_on_certificates_alone_is_told(case):
    found = (evidence("De fabriek is gecertificeerd."), evidence("Wij zijn lid van de RBA."))
    rests = Judgement("2.2", 1, 0.9, expected=True, evidence=found)
    assert [f.cause for f in on_certificates(case("Tekst."), [rests])] == ["instead_of_analysis"]
    looks = Judgement(
        "2.2", 1, 0.9, expected=True, evidence=(*found, evidence("Wij reden er heen."))
    )
    assert not list(on_certificates(case("Tekst."), [looks]))
