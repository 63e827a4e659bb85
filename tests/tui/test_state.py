"""Walking and judging, without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import FINDINGS, FROZEN, finding, prepared, review

from assessor.dossiers.store import Saved
from assessor.errors import DossierLocked
from assessor.model import Words
from tui.state import Walk


class Memory:
    """Keeps events in a list, as a store keeps them on disk."""

    def __init__(self):
        self.reviews = []
        self.places = []

    def record(self, submission, event):
        self.reviews.append(replace(event, id=len(self.reviews) + 1))
        return self.reviews[-1]

    def remember_place(self, submission, who, place):
        self.places.append(place)


class Full(Memory):
    def record(self, submission, event):
        raise DossierLocked(Words("bezet", "busy"), Words("wacht", "wait"))


def walk(findings=FINDINGS, reviews=(), place=None, keeper=None):
    saved = Saved(1, "risicoanalyse", prepared(findings), tuple(reviews))
    return Walk(saved, keeper or Memory(), "jansen", place, lambda: FROZEN)


def ids(findings):
    return [f.id for f in findings]


def test_a_walk_begins_at_the_first_open_finding_by_priority():
    assert walk().current.id == "f1"
    assert walk(reviews=[replace(review(), id=1)]).current.id == "f2"


def test_a_walk_begins_where_the_reader_was():
    assert walk(place="f3").current.id == "f3"
    assert walk(place="f3").was_here_before


def test_a_place_that_is_no_more_is_forgotten():
    assert walk(place="gone").current.id == "f1"
    assert not walk(place="gone").was_here_before


def test_without_findings_there_is_no_current_one():
    empty = walk(())
    assert empty.current is None
    assert not empty.go_to_next_open("nl")
    assert not empty.step(1, "nl")


def test_findings_stand_in_order_of_priority_then_of_the_checklist():
    assert ids(walk().shown("nl")) == ["f1", "f2", "f3", "f4"]


def test_findings_can_stand_in_order_of_the_checklist():
    walking = walk()
    walking.view.order = "subject"
    assert ids(walking.shown("nl")) == ["f1", "f4", "f2", "f3"]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("loon", ["f3"]),
        ("LOON leefbaar", ["f3"]),
        ("2.2", ["f1"]),
        ("tiruppur", ["f1", "f4"]),
        ("sterk punt", ["f4"]),
        ("[/b]", []),
    ],
)
def test_every_word_typed_must_occur(typed, left):
    walking = walk()
    walking.view.text = typed
    assert ids(walking.shown("nl")) == left


def test_the_filter_reads_in_the_language_of_the_reader():
    walking = walk()
    walking.view.text = "wages"
    assert ids(walking.shown("en")) == ["f3"]
    assert walking.shown("nl") == []


def test_a_theme_shows_only_its_findings():
    walking = walk()
    walking.view.group = "labour"
    assert ids(walking.shown("nl")) == ["f3"]


def test_only_open_hides_what_is_judged():
    walking = walk()
    walking.judge("agree")
    walking.view.only_open = True
    assert ids(walking.shown("nl")) == ["f2", "f3", "f4"]


def test_judging_is_saved_with_who_and_when():
    memory = Memory()
    walking = walk(keeper=memory)
    walking.judge("disagree", 3)
    (event,) = memory.reviews
    assert (event.who, event.at, event.level, event.subject) == ("jansen", FROZEN, 3, "2.2")
    assert walking.standing(walking.current).opinion == "disagree"


def test_what_could_not_be_saved_does_not_count():
    walking = walk(keeper=Full())
    with pytest.raises(DossierLocked):
        walking.judge("agree")
    assert walking.judged == 0


def test_the_next_open_finding_comes_round_to_the_beginning():
    walking = walk(place="f4")
    assert walking.go_to_next_open("nl")
    assert walking.current.id == "f1"


def test_the_next_open_finding_may_lie_outside_the_filter():
    walking = walk(place="f3")
    walking.view.group = "labour"
    assert walking.go_to_next_open("nl")
    assert walking.current.id == "f4"


def test_when_all_is_judged_there_is_no_next():
    walking = walk([finding()])
    walking.judge("agree")
    assert not walking.go_to_next_open("nl")
    assert (walking.judged, walking.total) == (1, 1)


def test_stepping_stops_at_both_ends():
    walking = walk()
    assert not walking.step(-1, "nl")
    assert walking.step(1, "nl")
    assert walking.current.id == "f2"


def test_undo_goes_to_the_finding_that_was_judged():
    walking = walk()
    walking.judge("agree")
    walking.go_to_next_open("nl")
    assert walking.undo().finding == "f1"
    assert walking.current.id == "f1"
    assert walking.judged == 0
    assert walking.redo().finding == "f1"
    assert walking.judged == 1


def test_undoing_nothing_is_nothing():
    assert walk().undo() is None
    assert walk().redo() is None


def test_each_step_is_remembered():
    memory = Memory()
    walking = walk(keeper=memory)
    walking.step(1, "nl")
    walking.go_to_next_open("nl")
    assert memory.places == ["f2", "f3"]


def test_open_findings_are_counted_per_step_and_theme():
    walking = walk()
    walking.judge("agree")
    assert walking.open_by_group() == {"6": 1, "labour": 1, "3": 1}


def test_ten_thousand_findings_stay_quick_to_filter():
    from time import perf_counter

    many = [finding(f"f{n}", priority=n % 5 + 1) for n in range(10_000)]
    walking = walk(many)
    walking.shown("nl")
    walking.view.text = "keten weverij"
    walking.shown("nl")
    begin = perf_counter()
    assert len(walking.shown("nl")) == 10_000
    assert perf_counter() - begin < 0.5
