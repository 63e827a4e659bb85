"""Why a level is what it is, in words that need no statistics."""

from __future__ import annotations

import pytest

from assessor.judging.grounds import grounds_of
from assessor.judging.standing import Standing

BORDERS = {"borders": [0.5, 1.5, 2.5, 3.5]}


def told(standing, level=2, ceiling=4, pieces=3):
    return [ground.en for ground in grounds_of(standing, level, ceiling, pieces)]


def test_what_is_above_and_below_the_usual_is_told_in_points():
    own, whole = told(Standing(2.0, BORDERS, own=0.62, whole=-0.31))
    assert "lifts the level: 0.6 points more" in own
    assert "lowers the level by 0.3" in whole


def test_numbers_are_written_as_the_language_does():
    own, _ = grounds_of(Standing(2.0, BORDERS, own=0.62), 2, 4, 3)
    assert "0,6" in own.nl


def test_what_no_reader_would_notice_is_usual():
    own, whole = told(Standing(2.0, BORDERS, own=0.1, whole=-0.1))
    assert own.endswith("as usual.")
    assert whole.endswith("as usual.")


@pytest.mark.parametrize(
    ("grade", "level", "ceiling", "words"),
    [
        (2.9, 2, 2, "cannot be higher than 2"),
        (0.2, 1, 4, "at least mentioned"),
        (2.4, 2, 4, "close to a border"),
    ],
)
def test_a_rule_that_bites_is_told(grade, level, ceiling, words):
    assert words in told(Standing(grade, BORDERS), level, ceiling)[-1]


def test_without_a_passage_that_is_all_there_is_to_say():
    assert told(Standing(2.0, BORDERS), level=0, ceiling=0, pieces=0) == [
        "No passage is clear enough on this to be shown."
    ]


def test_every_level_comes_with_grounds(judged):
    made = judged("Wij wegen de ernst en de waarschijnlijkheid van elk risico voor werknemers.")
    assert all(m.grounds for m in made.measures)
    assert all(theme.judgement.grounds for theme in made.themes)
