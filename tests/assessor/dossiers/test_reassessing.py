"""A new checklist keeps every human judgement, and shows where the machine changed its mind."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest
from builders import FROZEN, evidence, finding, judgement, key, prepared, review

from assessor.dossiers import store as stores
from assessor.dossiers.changes import Change, standing_edits
from assessor.dossiers.review import History
from assessor.dossiers.store import Store
from assessor.model import Risk


@pytest.fixture
def store(url):
    with closing(Store(url)) as store:
        yield store


def risk(id, label):  # noqa: A002  # the model's name
    return Risk(id, label, None, (), None, None, ())


def made(findings, version="2026.1", **more):
    whole = prepared(findings)
    return replace_assessment(whole, checklist_version=version, **more)


def replace_assessment(whole, **more):
    return type(whole)(replace(whole.assessment, **more), whole.documents, whole.briefing)


BEFORE = [
    finding("gap-6.2", "gap", "6.2"),
    finding("weak-2.2", "weak", "2.2"),
    finding("r-R1", "orphan_risk", "R1"),
]
AFTER = [
    finding("weak-6.2", "weak", "6.2"),
    finding("weak-2.2", "weak", "2.2", evidence=(evidence("Een ander citaat."),)),
    finding("r-R1", "orphan_risk", "R1"),
    finding("r-R2", "orphan_risk", "R2"),
]


def reassessed(store):
    """Judge everything, then assess with a new checklist in which risks changed numbers."""
    first = made(BEFORE, risks=(risk("R1", "Water"),))
    saved = store.keep(key(), first)
    for kind, of in (("agree", "gap-6.2"), ("disagree", "weak-2.2"), ("doubt", "r-R1")):
        store.record(saved.submission, review(kind, of, level=3 if kind == "disagree" else None))
    second = made(
        AFTER,
        "2027.1",
        risks=(risk("R1", "Lonen"), risk("R2", "Water")),
        measures=(judgement("2.2", 3), *first.assessment.measures[1:]),
    )
    return store.keep(key(checklist="c2"), second)


def test_every_judgement_goes_along(store):
    history = History(reassessed(store).reviews)
    assert history.standing("weak-6.2").opinion == "agree"
    assert history.standing("weak-2.2").level == 3
    assert history.standing("r-R2").opinion == "doubt"


def test_no_judgement_ends_up_with_something_else(store):
    assert History(reassessed(store).reviews).standing("r-R1").opinion is None


def test_a_new_judgement_and_an_undo_work_after_it(store):
    saved = reassessed(store)
    store.record(saved.submission, review("agree", "r-R1"))
    last = store.record(saved.submission, review("doubt", "r-R2"))
    store.record(saved.submission, review("undo", "r-R2", target=last.id))
    history = History(store.open(saved.submission).reviews)
    assert history.standing("r-R1").opinion == "agree"
    assert history.standing("r-R2").opinion == "doubt"
    assert History(store.find(key()).reviews).standing("r-R1").opinion == "doubt"


def test_the_list_counts_only_what_the_new_assessment_has(store):
    reassessed(store)
    (line,) = store.shelf()
    assert (line.judged, line.findings) == (3, 4)


def test_it_shows_where_the_machine_changed_its_mind(store):
    changed = store.changed(reassessed(store).submission)
    assert (changed.checklist_before, changed.checklist_after) == ("2026.1", "2027.1")
    assert [(level.code, level.before, level.after) for level in changed.levels][-1] == (
        "2.2",
        2,
        3,
    )
    told = [
        (change.what, change.finding.id, change.standing.opinion) for change in changed.findings
    ]
    assert told == [
        ("kind", "weak-6.2", "agree"),
        ("evidence", "weak-2.2", "disagree"),
        ("new", "r-R1", None),
    ]
    assert len(changed.judged) == 2


def test_what_is_gone_is_told_with_what_people_made_of_it(store):
    saved = store.keep(key(), made(BEFORE))
    store.record(saved.submission, review("agree", "gap-6.2"))
    store.keep(key(checklist="c2"), made(BEFORE[1:]))
    (gone,) = store.changed(saved.submission).findings
    assert (gone.what, gone.after, gone.standing.opinion) == ("gone", None, "agree")
    back = store.keep(key(checklist="c3"), made(BEFORE))
    assert History(back.reviews).standing("gap-6.2").opinion == "agree"


def test_one_assessment_has_nothing_to_compare_with(store):
    assert store.changed(store.keep(key(), made(BEFORE)).submission) is None


def test_changes_of_the_agenda_go_along_too(store):
    saved = store.keep(key(), made(BEFORE, risks=(risk("R1", "Water"),)))
    edit = '{"type":"Pick","topic":"r-R1"}'
    store.record_change(saved.submission, Change(FROZEN, "jansen", edit=edit))
    after = made(AFTER, risks=(risk("R1", "Lonen"), risk("R2", "Water")))
    saved = store.keep(key(checklist="c2"), after)
    assert standing_edits(saved.changes) == ('{"type":"Pick","topic":"r-R2"}',)


def test_an_assessment_that_cannot_be_read_any_more_does_not_stop_a_new_one(store):
    saved = store.keep(key(), made(BEFORE))
    store.record(saved.submission, review("agree", "weak-2.2"))
    with store.database.writing() as connection:
        connection.execute(stores.update(stores.schema.assessments).values(payload=b"{}"))
    again = store.keep(key(program="0.2.0"), made(BEFORE))
    assert History(again.reviews).standing("weak-2.2").opinion == "agree"
