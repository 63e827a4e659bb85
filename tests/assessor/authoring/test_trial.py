import pytest
from judged_files import word_file

from assessor.authoring.new import begin
from assessor.authoring.trial import changes, try_out
from assessor.checklist import load
from assessor.contract import to_contract
from assessor.model import Submission
from assessor.pipeline import Engine

LISTED = "De inkoper werkt de lijst van fabrieken elk jaar bij en vraagt elk merk om adressen."
ELSEWHERE = "De kantine van het hoofdkantoor is verbouwd."


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return begin("proef", tmp_path_factory.mktemp("try"))


@pytest.fixture(scope="module")
def engine(folder):
    return Engine(load(folder), corpus=())


@pytest.fixture(scope="module")
def submission():
    return Submission((word_file(LISTED, ELSEWHERE, file="verslag.docx"),))


def test_an_author_sees_the_passages_with_their_terms_and_level(engine, submission):
    tried = try_out(engine, submission)["A1"]
    best = tried.best[0]
    assert best.quote == LISTED
    assert best.counts
    assert 1 <= tried.level <= best.level
    assert "lijst van fabrieken" in best.terms
    assert all(hit.quote != ELSEWHERE for hit in tried.hits if hit.counts)


def test_the_same_checklist_changes_nothing(engine, submission):
    tried = try_out(engine, submission)
    assert list(changes(tried, tried)) == []


def test_a_term_less_shows_what_is_lost_and_a_new_question_what_is_gained(engine, submission):
    tried = try_out(engine, submission)
    (change,) = changes({}, tried)
    assert (change.before, change.after) == (None, tried["A1"].level)
    assert [hit.quote for hit in change.gained] == [LISTED]
    (change,) = changes(tried, {})
    assert change.after is None
    assert [hit.quote for hit in change.lost] == [LISTED]


def test_a_checklist_without_themes_makes_a_whole_assessment(engine, submission):
    made = to_contract(engine.assess(submission, category="catering"), "nl")
    assert made["checklist"]["id"] == "proef"
    assert [m["code"] for m in made["measures"]] == ["A1"]
    assert made["themes"] == []
    assert not any(f["kind"] == "expected_risk_missing" for f in made["findings"])
