"""Judgements go along with what they are about, whatever a new assessment calls it."""

from __future__ import annotations

from dataclasses import replace

from builders import assessment, evidence, finding

from assessor.dossiers.threads import named, threads_for
from assessor.model import Risk


def risk(id, label):  # noqa: A002  # the model's name
    return Risk(id, label, None, (), None, None, ())


def with_risks(findings, *risks):
    return replace(assessment(findings), risks=risks)


def test_a_first_assessment_gives_findings_their_own_names():
    assert threads_for(assessment([finding("f1")]), [], "m") == {"f1": "f1"}


def test_a_gap_that_became_a_strength_is_the_same_finding():
    before = assessment([finding("gap-2.2", "gap", "2.2")])
    after = assessment([finding("strength-2.2", "strength", "2.2")])
    assert threads_for(after, [(before, {})], "m") == {"strength-2.2": "gap-2.2"}


def test_a_risk_is_known_by_its_name_and_not_by_its_number():
    before = with_risks(
        [finding("r-R1", "orphan_risk", "R1"), finding("r-R2", "orphan_risk", "R2")],
        risk("R1", "Dwangarbeid in de  spinnerij"),
        risk("R2", "Water"),
    )
    after = with_risks(
        [finding("r-R1", "orphan_risk", "R1"), finding("r-R2", "orphan_risk", "R2")],
        risk("R1", "Lonen"),
        risk("R2", "dwangarbeid in de spinnerij"),
    )
    threads = threads_for(after, [(before, {})], "m")
    assert threads == {"r-R1": "r-R1@m", "r-R2": "r-R1"}
    assert named(threads) == {"r-R1@m": "r-R1", "r-R1": "r-R2", "r-R2": "r-R2@before"}


def test_denials_are_told_apart_by_their_quotes():
    before = assessment([finding("d1", "denial", evidence=(evidence("Bij ons niet."),))])
    after = assessment(
        [
            finding("d2", "denial", evidence=(evidence("Nergens."),)),
            finding("d3", "denial", evidence=(evidence("Bij ons niet."),)),
        ]
    )
    assert threads_for(after, [(before, {})], "m") == {"d2": "d2", "d3": "d1"}


def test_what_was_gone_for_a_while_is_known_again():
    first, second = assessment([finding("f1", subject="1.1")]), assessment([])
    threads = threads_for(
        assessment([finding("f9", subject="1.1")]), [(second, {}), (first, {"f1": "t"})], "m"
    )
    assert threads == {"f9": "t"}


def test_two_findings_on_the_same_thing_keep_their_own_threads():
    both = assessment([finding("u1", "unread", "a.pdf"), finding("u2", "unread", "a.pdf")])
    assert threads_for(both, [(both, {})], "m") == {"u1": "u1", "u2": "u2"}


def test_a_weak_spot_that_was_told_by_its_reason_is_still_the_same_finding():
    before = assessment([finding("weak-2.4", "weak", "2.4")])
    after = assessment([finding("own-2.4", "weak", "2.4", cause="own_interest")])
    assert threads_for(after, [(before, {})], "m") == {"own-2.4": "weak-2.4"}


def test_what_is_weak_beside_a_strength_is_not_taken_for_the_strength():
    before = assessment([finding("strength-2.2", "strength", "2.2")])
    after = assessment(
        [
            finding("instead-2.2", "weak", "2.2", cause="instead_of_analysis"),
            finding("strength-2.2", "strength", "2.2"),
        ]
    )
    threads = threads_for(after, [(before, {})], "m")
    assert threads == {"instead-2.2": "instead-2.2", "strength-2.2": "strength-2.2"}


def test_contradictions_are_told_apart_by_their_quotes():
    def told(id_, quote):
        cause = "counted_otherwise"
        found = (evidence(quote),)
        return finding(id_, "contradiction", "plan.pdf", evidence=found, cause=cause)

    before = assessment([told("c1", "Negen afnemers."), told("c2", "Elf landen.")])
    after = assessment([told("c9", "Elf landen.")])
    assert threads_for(after, [(before, {})], "m") == {"c9": "c2"}
