"""What is noticed becomes part of where a subject stands, and takes its place in the ranking."""

import pytest

from assessor.judging.case import Outcome
from assessor.judging.findings import find
from assessor.judging.priorities import ranked
from assessor.model import Finding, Judgement, Words


def judgement(code, level):
    missing = (Words("Er ontbreekt iets.", "Something is missing."),)
    return Judgement(code, level, 0.9, expected=True, missing=missing)


def noticed(kind, subject, cause):
    said = Words(cause, cause)
    return Finding("", kind, subject, 0, said, said, (), (said,), cause)


def found(engine, judgements, *others):
    return find(engine.checklist, Outcome((), judgements, {}, noticed=others))


def test_what_is_weak_for_a_reason_is_told_once_with_the_reason_and_what_is_missing(engine):
    made = found(engine, [judgement("2.4", 1)], noticed("weak", "2.4", "own_interest"))
    (finding,) = [f for f in made if f.subject == "2.4"]
    assert (finding.kind, finding.title.nl) == ("weak", "own_interest")
    assert "Er ontbreekt iets." in finding.explanation.nl
    assert len(finding.questions) > 1


def test_a_gap_with_a_reason_does_not_say_that_nothing_was_found(engine):
    made = found(engine, [judgement("2.4", 0)], noticed("weak", "2.4", "own_interest"))
    (finding,) = [f for f in made if f.subject == "2.4"]
    assert finding.kind == "weak"
    assert "niets gevonden" not in finding.explanation.nl


def test_a_strength_stays_and_what_was_noticed_is_told_beside_it(engine):
    made = found(engine, [judgement("2.4", 3)], noticed("weak", "2.4", "instead_of_analysis"))
    assert {(f.kind, f.cause) for f in made if f.subject == "2.4"} == {
        ("strength", None),
        ("weak", "instead_of_analysis"),
    }
    assert len({f.id for f in made}) == len(made)


def test_findings_of_one_kind_on_one_file_have_names_of_their_own(engine):
    causes = ("no_longer_valid", "old_source", "plan_passed")
    made = found(engine, [], *(noticed("stale", "plan.pdf", c) for c in causes))
    assert len({f.id for f in made}) == len(causes)


@pytest.mark.parametrize("strengths", [0, 4])
def test_at_most_five_come_first_and_strengths_take_no_place(engine, strengths):
    plain = [
        Finding(f"s{n}", "strength", "2.4", 0, Words("", ""), Words("", ""))
        for n in range(strengths)
    ]
    many = [noticed("stale", f"f{n}", "deadline_passed") for n in range(4)]
    many += [noticed("contradiction", f"c{n}", "counted_otherwise") for n in range(4)]
    order = ranked(engine.checklist, [*plain, *many], ())
    assert sum(f.priority == 1 for f in order) == 5
    assert all(f.priority == 5 for f in order if f.kind == "strength")


def test_what_misleads_all_else_comes_before_remarks_on_style(engine):
    several = [
        noticed("boilerplate", "plan.pdf", "empty_phrases"),
        noticed("stale", "plan.pdf", "old_source"),
        noticed("contradiction", "plan.pdf", "counted_otherwise"),
        noticed("boilerplate", "plan.pdf", "copied_submission"),
        noticed("weak", "2.4", "own_interest"),
    ]
    order = [f.cause for f in ranked(engine.checklist, several, ())]
    assert order[0] == "own_interest"
    assert order.index("copied_submission") < order.index("old_source")
    assert order[-1] == "empty_phrases"
