"""The program proposes an agenda; a person's edits are replayed on it and survive as JSON."""

from dataclasses import replace

import pytest
from builders import assessment, briefing, evidence, finding, review

from assessor.dialogue.advice import warnings
from assessor.dialogue.edits import (
    Agree,
    Ask,
    Drop,
    Move,
    Note,
    Own,
    Pick,
    Skip,
    Take,
    Thank,
    Withdraw,
    edited,
)
from assessor.dialogue.keeping import (
    agenda_from_json,
    agenda_to_json,
    edits_from_json,
    edits_to_json,
)
from assessor.dialogue.proposal import parts_of, proposed
from assessor.dossiers.briefing import FollowUp, Part
from assessor.dossiers.review import History
from assessor.errors import AgendaUnreadable
from assessor.model import Action, Risk, Words

SUBJECTS = ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "3.1")
KINDS = ("gap", "weak", "denial", "orphan_risk")


def many():
    """Eight findings of four kinds, in order of priority."""
    return assessment(
        [
            finding(f"f{n}", KINDS[n % 4], code, 1 + n // 5)
            for n, code in enumerate(SUBJECTS)
        ]
    )  # fmt: skip


def agenda_of(assessment_, *reviews, minutes=None):
    return proposed(assessment_, briefing(), History(reviews), minutes)


def ids(agenda):
    return [topic.id for topic in agenda.topics]


def test_at_most_five_topics_and_two_of_a_kind_are_proposed():
    findings = [finding(f"f{n}", "gap", code, 1) for n, code in enumerate(SUBJECTS)]
    assert ids(agenda_of(assessment(findings))) == ["f0", "f1"]
    assert len(agenda_of(many()).topics) == 5


def test_a_subject_is_talked_about_once():
    twice = [finding("a", "denial", "2.2", 1), finding("b", "weak", "2.2", 1)]
    assert ids(agenda_of(assessment(twice))) == ["a"]


def test_strengths_open_the_talk_and_unread_files_are_no_topic():
    found = [
        finding("s", "strength", "3.2", 5),
        finding("u", "unread", "risicoanalyse.pdf", 1),
        finding("w", "weak", "2.2", 2),
    ]
    agenda = agenda_of(assessment(found))
    assert ids(agenda) == ["w"]
    assert [strength.level for strength in agenda.strengths] == [4]


def test_each_strength_comes_from_another_step_or_theme():
    found = [finding(code, "strength", code, 5) for code in ("1.1", "1.2", "2.2")]
    assert [s.id for s in agenda_of(assessment(found)).strengths] == ["1.1", "2.2"]


def test_what_a_person_disagrees_with_is_not_proposed():
    both = [finding("a", "gap", "6.2", 1), finding("b", "weak", "2.2", 2)]
    assert ids(agenda_of(assessment(both), review("disagree", "a"))) == ["b"]


def test_a_level_that_stays_low_keeps_the_topic_and_a_high_one_drops_it():
    both = assessment([finding("a", "weak", "2.2", 1)])
    assert ids(agenda_of(both, review("disagree", "a", level=1))) == ["a"]
    assert ids(agenda_of(both, review("disagree", "a", level=3))) == []


def test_what_a_person_agrees_with_comes_before_its_equals():
    both = [finding("a", "gap", "6.2", 1), finding("b", "weak", "2.2", 1)]
    assert ids(agenda_of(assessment(both), review("agree", "b"))) == ["b", "a"]


@pytest.mark.parametrize("minutes", [60, 70, 75, 80, 90])
def test_the_parts_fill_the_time_exactly(minutes):
    parts = parts_of(minutes)
    assert sum(part.minutes for part in parts) == minutes
    assert [part.code for part in parts][:4] == ["welcome", "story", "strengths", "topics"]


def test_a_topic_has_an_open_a_verifying_and_some_following_questions():
    words = briefing()
    subject = words.subjects["2.2"]
    cue = FollowUp(Words("Wijst op een keurmerk", "Points to a label"), Words("Wat?", "What?"))
    rich = type(subject)(
        **{f: getattr(subject, f) for f in subject.__struct_fields__} | {"follow_ups": (cue,) * 5}
    )
    words.subjects["2.2"] = rich
    (topic,) = proposed(assessment([finding()]), words, History()).topics
    assert [asked.kind for asked in topic.questions] == ["open", "verify", *["follow_up"] * 3]
    assert topic.questions[1].words == subject.verify
    assert topic.questions[2].cue == cue.cue
    assert topic.acceptable == subject.acceptable


def test_a_risk_without_action_borrows_from_its_topic():
    risk = Risk("R1", "Tegenwerking van bonden", "labour.living_wage", (), None, True, ())
    one = replace(assessment([finding("o", "orphan_risk", "R1", 1)]), risks=(risk,))
    (topic,) = agenda_of(one).topics
    assert topic.name.nl == "Tegenwerking van bonden"
    assert topic.absent[0].en == "an action that belongs to this risk"
    assert topic.questions[1].words.en.startswith("By what will you see")


def test_an_action_without_risk_is_named_by_its_label():
    action = Action("A1", "Bomen planten", None, None, None, None, "planned", ())
    one = replace(assessment([finding("o", "orphan_action", "A1", 1)]), actions=(action,))
    assert agenda_of(one).topics[0].name.en == "Bomen planten"


def test_what_is_absent_is_named_without_the_advice_to_the_manager():
    words = briefing()
    subject = words.subjects["2.2"]
    part = Part(Words("De spinnerijen", "The spinners"), Words("Namen van de spinnerijen.",
                "Names of the spinners."))  # fmt: skip
    values = {f: getattr(subject, f) for f in subject.__struct_fields__}
    words.subjects["2.2"] = type(subject)(**values | {"parts": (part,)})
    (topic,) = proposed(assessment([finding()]), words, History()).topics
    assert topic.absent == (part.name,)
    assert topic.missing == (part.missing,)


# --- edits -----------------------------------------------------------------------------------


def after(*edits, of=None):
    judged = of or many()
    return edited(agenda_of(judged), edits, judged, briefing())


def test_a_person_picks_drops_and_orders_topics():
    assert ids(after()) == ["f0", "f1", "f2", "f3", "f4"]
    agenda = after(Drop("f1"), Pick("f6"), Move("f6", 1), Move("f0", 99))
    assert ids(agenda) == ["f6", "f2", "f3", "f4", "f0"]


def test_a_person_rewords_skips_and_adds_questions():
    agenda = after(Ask("f0", "open", "Hoe dan?"), Skip("f0", "verify"), Ask("f0", "own-1", "En?"))
    asked = {asked.id: asked for asked in agenda.topics[0].questions}
    assert asked["open"].words == Words("Hoe dan?", "Hoe dan?")
    assert "verify" not in asked
    assert asked["own-1"].kind == "own"


def test_a_person_adds_and_renames_a_topic_of_their_own():
    agenda = after(Own("own-1", "Planning"), Own("own-1", "Prijs"), Note("own-1", "Vraag Jan."))
    assert agenda.topics[-1].title.nl == "Prijs"
    assert agenda.topics[-1].note == "Vraag Jan."


def test_agreements_are_added_and_withdrawn():
    agree = Agree("f0", "Lijst sturen", "J. Bakker", "2027-03-01")
    agenda = after(agree, Agree("f0", "Bellen"), Withdraw("f0", 2))
    assert [a.who for a in agenda.topics[0].agreements] == ["J. Bakker"]


def test_strengths_can_be_added_once_and_left_out():
    found = assessment([finding("s", "strength", "3.2", 5), finding("t", "strength", "3.1", 5)])
    assert [s.id for s in after(Thank("t"), Thank("t"), of=found).strengths] == ["s", "t"]
    assert after(Thank("s", wanted=False), of=found).strengths == ()


def test_work_on_a_topic_that_is_not_proposed_brings_it_back():
    assert ids(after(Note("f7", "Belangrijk."))) == ["f0", "f1", "f2", "f3", "f4", "f7"]


def test_an_edit_about_what_is_gone_changes_nothing():
    assert after(Pick("weg"), Note("weg", "x"), Thank("weg"), Take("weg", 5)) == after()


def test_agenda_and_edits_survive_as_json():
    edits = [Pick("f6"), Ask("f0", "open", "“Hé”\u202e?"), Take("story", 10), Thank("s")]
    assert edits_from_json(edits_to_json(edits)) == edits
    agenda = after(*edits)
    assert agenda_from_json(agenda_to_json(agenda)) == agenda


@pytest.mark.parametrize("data", [b"", b"[]", b'{"parts": 3}', b"\xff"])
def test_what_is_no_agenda_is_refused_with_words(data):
    with pytest.raises(AgendaUnreadable) as error:
        agenda_from_json(data)
    assert "agenda" in error.value.told_in("en")


# --- warnings --------------------------------------------------------------------------------


def warned(agenda):
    return " ".join(told.en for told in warnings(agenda))


def test_a_sixth_topic_is_warned_of():
    assert "5 at most" in warned(after(Pick("f6")))
    assert "at most" not in warned(after())


def test_a_talk_that_is_too_long_too_short_or_too_full_is_warned_of():
    assert "110 minutes" in warned(after(Take("story", 50)))
    assert "40 minutes" in warned(after(Take("topics", 0), Take("buyer", 0)))
    assert "3 minutes for each" in warned(after(Take("topics", 15)))


def test_a_talk_that_opens_with_nothing_strong_is_warned_of():
    strong = assessment([finding("s", "strength", "3.2", 5, evidence=(evidence(),))])
    assert "strong" in warned(after())
    assert "strong" not in warned(after(of=strong))
