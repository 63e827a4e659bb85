"""The talk, without a screen: what is changed is kept, and taken back in the order it was made."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

import pytest
from builders import FROZEN, finding
from piloting import Memory
from submissions import whole

from assessor.dialogue.agenda import Agreement
from assessor.dossiers.store import Saved
from assessor.errors import DossierLocked
from assessor.model import Words
from tui import agenda_rows
from tui.agreeing import Agreeing
from tui.state import Walk


class Ticking:
    """A clock on which every look is a second later."""

    def __init__(self):
        self._seconds = count()

    def __call__(self):
        return FROZEN + timedelta(seconds=next(self._seconds))


class Full(Memory):
    def record_change(self, submission, change):
        raise DossierLocked(Words("bezet", "busy"), Words("wacht", "wait"))


def walk(keeper=None, changes=(), prepared=None):
    saved = Saved(1, "risicoanalyse", prepared or whole(), (), changes=tuple(changes))
    return Walk(saved, keeper or Memory(), "jansen", None, Ticking())


def topics(walking):
    return [topic.id for topic in walking.talk.agenda.topics]


def test_the_program_proposes_topics_and_strengths():
    walking = walk()
    assert topics(walking) == ["f1", "f2", "f3"]
    assert [strength.id for strength in walking.talk.agenda.strengths] == ["f4"]
    assert walking.talk.not_yet() == []


def test_what_is_judged_away_leaves_the_proposal_at_once():
    walking = walk()
    walking.judge("not_applicable", why="Geen weverij.")
    assert topics(walking) == ["f2", "f3"]
    assert [finding.id for finding in walking.talk.not_yet()] == ["f1"]


def test_topics_are_moved_and_stop_at_both_ends():
    talk = walk().talk
    assert talk.move("f3", -1)
    assert [topic.id for topic in talk.agenda.topics] == ["f1", "f3", "f2"]
    assert not talk.move("f1", -1)
    assert not talk.move("f2", 1)


def test_questions_are_reworded_added_and_left_out():
    talk = walk().talk
    talk.reword("f1", "open", "Wie weeft er?")
    own = talk.own_question(talk.agenda.topics[0], "Mag ik mee?")
    talk.drop_question("f1", "verify")
    asked = {a.id: a.words.nl for a in talk.agenda.topics[0].questions}
    assert asked["open"] == "Wie weeft er?"
    assert asked[own] == "Mag ik mee?"
    assert "verify" not in asked


def test_two_questions_of_ones_own_have_ids_of_their_own_also_after_one_is_left_out():
    talk = walk().talk
    first = talk.own_question(talk.agenda.topics[0], "Een?")
    talk.drop_question("f1", first)
    assert talk.own_question(talk.agenda.topics[0], "Twee?") != first


def test_topics_of_ones_own_can_be_named_anew():
    talk = walk().talk
    own = talk.own_topic("Levertijden")
    talk.rename(own, "Prijs en levertijd")
    assert talk.own_topic("Nog iets") != own
    assert [topic.title.nl for topic in talk.agenda.topics][-2:] == [
        "Prijs en levertijd",
        "Nog iets",
    ]


def test_the_program_warns_beyond_five_topics():
    talk = walk().talk
    for number in range(3):
        talk.own_topic(f"Punt {number}")
    assert any("hoogstens 5" in warning.nl for warning in talk.warnings())
    talk.undo()
    assert not any("hoogstens 5" in warning.nl for warning in talk.warnings())


def test_a_length_for_the_whole_is_one_change_and_taken_back_at_once():
    talk = walk().talk
    before = talk.agenda.minutes
    talk.take_in_all(60)
    talk.take("story", 20)
    assert talk.agenda.minutes > 60
    assert talk.undo()
    assert talk.agenda.minutes == 60
    assert talk.undo()
    assert talk.agenda.minutes == before
    assert talk.redo()
    assert talk.agenda.minutes == 60


def test_undo_goes_back_over_what_was_done_before_the_program_was_closed():
    memory = Memory()
    walk(memory).talk.drop_topic("f1")
    later = walk(memory, memory.changes)
    assert topics(later) == ["f2", "f3"]
    assert later.talk.undo()
    assert topics(later) == ["f1", "f2", "f3"]
    assert not later.talk.undo()
    again = walk(memory, memory.changes)
    assert again.talk.redo()
    assert topics(again) == ["f2", "f3"]


def test_what_could_not_be_saved_does_not_count():
    talk = walk(Full()).talk
    with pytest.raises(DossierLocked):
        talk.drop_topic("f1")
    assert [topic.id for topic in talk.agenda.topics] == ["f1", "f2", "f3"]


def test_a_strength_is_thanked_for_and_a_gap_is_talked_about():
    strong = finding("f9", "strength", "1.1", 4)
    talk = walk(prepared=whole((finding(), strong))).talk
    talk.drop_strength("f9")
    assert talk.agenda.strengths == ()
    talk.pick(strong)
    assert [strength.id for strength in talk.agenda.strengths] == ["f9"]


def test_every_row_of_the_talk_has_a_key_of_its_own():
    talk = walk().talk
    for topic in ("f1", "f1", "f2"):
        talk.agree(topic, FIRST)
    agenda = talk.agenda
    rows = [*agenda_rows.strengths(agenda), *agenda_rows.topics(agenda), *agenda_rows.parts(agenda)]
    assert len({row.key for row in rows}) == len(rows)


FIRST = Agreement("Lijst van ververijen sturen", "J. Bakker", "2027-03-01")


def test_what_is_agreed_is_kept_and_taken_back_and_brought_back():
    memory = Memory()
    walk(memory).talk.agree("f1", FIRST)
    talk = walk(memory, memory.changes).talk
    assert talk.agenda.topics[0].agreements == (FIRST,)
    assert talk.undo()
    assert talk.agenda.topics[0].agreements == ()
    assert talk.redo()
    assert talk.agenda.topics[0].agreements == (FIRST,)


def test_an_agreement_is_changed_in_one_step():
    talk = walk().talk
    talk.agree("f1", FIRST)
    later = Agreement("Lijst sturen", "J. Bakker", "2027-06-01")
    talk.agree("f1", later, instead_of=1)
    assert talk.agenda.topics[0].agreements == (later,)
    assert talk.undo()
    assert talk.agenda.topics[0].agreements == (FIRST,)


def test_an_agreement_that_no_longer_stands_is_withdrawn():
    talk = walk().talk
    talk.agree("f1", FIRST)
    talk.agree("f1", Agreement("Nog iets"))
    talk.withdraw("f1", 1)
    assert [made.what for made in talk.agenda.topics[0].agreements] == ["Nog iets"]


def test_what_is_agreed_on_a_topic_that_was_not_proposed_brings_it_in():
    walking = walk()
    walking.judge("not_applicable", why="Geen weverij.")
    walking.talk.agree("f1", FIRST)
    assert "f1" in topics(walking)


def test_only_an_agreement_that_says_something_is_taken():
    form = Agreeing(Words("Keten", "Chain"), ("Zon BV", "", "Zon BV", "jansen"), date(2026, 11, 21))
    assert [s.text for s in form.suggestions("who", {}, "nl")] == ["Zon BV", "jansen"]
    assert form.suggestions("by", {}, "nl")[0].text == "19-12-2026"
    assert form.wrong("what", {"what": ""})
    assert form.wrong("by", {"by": "ooit"})
    told = {"what": FIRST.what, "who": FIRST.who, "by": "1-3-2027"}
    assert form.agreement(told) == FIRST
