"""The history of judgements: what counts now, undo, redo."""

from __future__ import annotations

from dataclasses import replace

from builders import review

from assessor.dossiers.review import History, Standing


def numbered(*reviews):
    return [replace(event, id=n) for n, event in enumerate(reviews, start=1)]


def test_without_events_nothing_stands():
    assert History().standing("f1") == Standing()
    assert History().undoable is None
    assert History().redoable is None


def test_the_last_opinion_counts_and_a_note_stays_beside_it():
    events = numbered(review("agree"), review("note", why="bellen"), review("disagree", level=3))
    standing = History(events).standing("f1")
    assert (standing.opinion, standing.level, standing.note) == ("disagree", 3, "bellen")
    assert standing.last == events[-1]


def test_an_undo_brings_back_what_stood_before():
    events = numbered(review("agree"), review("doubt"), review("undo", target=2))
    history = History(events)
    assert history.standing("f1").opinion == "agree"
    assert history.redoable == events[1]


def test_undo_goes_back_over_the_whole_history():
    events = numbered(
        review("agree"),
        review("agree", "f2"),
        review("undo", "f2", target=2),
        review("undo", target=1),
    )
    history = History(events)
    assert history.judged(["f1", "f2"]) == 0
    assert history.undoable is None


def test_a_redo_brings_back_what_was_undone():
    events = numbered(review("agree"), review("undo", target=1), review("redo", target=1))
    history = History(events)
    assert history.standing("f1").opinion == "agree"
    assert history.undoable == events[0]
    assert history.redoable is None


def test_a_new_judgement_ends_the_chance_to_redo():
    events = numbered(review("agree"), review("undo", target=1), review("doubt"))
    assert History(events).redoable is None


def test_undoing_twice_what_a_colleague_undid_already_changes_nothing():
    events = numbered(review("agree"), review("undo", target=1), review("undo", target=1))
    assert History(events).standing("f1").opinion is None


def test_only_findings_with_an_opinion_are_judged():
    events = numbered(review("note", why="later"), review("agree", "f2"))
    assert History(events).judged(["f1", "f2", "f3"]) == 1


def test_what_does_not_apply_is_judged_and_its_reason_counts_as_note():
    events = numbered(review("note", why="bellen"), review("not_applicable", why="Geen teelt."))
    standing = History(events).standing("f1")
    assert (standing.opinion, standing.level, standing.note) == (
        "not_applicable",
        None,
        "Geen teelt.",
    )
    events.append(replace(review("undo", target=2), id=3))
    assert History(events).standing("f1").note == "bellen"
