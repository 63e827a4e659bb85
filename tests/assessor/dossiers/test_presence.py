"""Colleagues see who has a dossier open, and are never kept out."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta

import pytest
from builders import FROZEN, key, prepared, review

from assessor.dossiers.presence import STALE, STAY_SECONDS, Presences
from assessor.dossiers.store import Store


@pytest.fixture
def store(url):
    with closing(Store(url)) as store:
        store.keep(key(), prepared())
        yield store


class Clock:
    def __init__(self):
        self.now = FROZEN

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def two(store, clock):
    return Presences(store.database, clock), Presences(store.database, clock)


def test_who_comes_second_sees_who_was_first(two, clock):
    jansen, bakker = two
    assert jansen.enter(1, "jansen") == ()
    clock.now += timedelta(minutes=1)
    (other,) = bakker.enter(1, "bakker")
    assert (other.who, other.since) == ("jansen", FROZEN)
    assert other.machine
    assert [p.who for p in jansen.others(1)] == ["bakker"]


def test_who_left_is_gone(two):
    jansen, bakker = two
    jansen.enter(1, "jansen")
    jansen.leave()
    jansen.leave()
    assert bakker.enter(1, "bakker") == ()


def test_after_a_sudden_end_the_notice_passes(two, clock):
    jansen, bakker = two
    jansen.enter(1, "jansen")
    clock.now += STALE + timedelta(seconds=1)
    assert bakker.enter(1, "bakker") == ()


def test_who_stays_stays(two, clock):
    jansen, bakker = two
    jansen.enter(1, "jansen")
    for _ in range(10):
        clock.now += timedelta(seconds=STAY_SECONDS)
        jansen.stay()
    (other,) = bakker.enter(1, "bakker")
    assert other.since == FROZEN


def test_a_person_is_in_one_submission_at_a_time(two, store):
    store.keep(key("cd" * 32), prepared())
    jansen, bakker = two
    jansen.enter(1, "jansen")
    jansen.enter(2, "jansen")
    assert bakker.others(1) == ()
    assert [p.who for p in bakker.others(2)] == ["jansen"]


def test_the_same_person_in_another_window_is_told_too(two):
    first, second = two
    first.enter(1, "jansen")
    assert [p.who for p in second.enter(1, "jansen")] == ["jansen"]


def test_nobody_is_kept_from_reading_or_judging(two, store):
    two[0].enter(1, "jansen")
    assert store.open(1).reviews == ()
    assert store.record(1, review()).id == 1


def test_staying_nowhere_is_nothing(two):
    two[0].stay()
    assert two[1].others(1) == ()


def test_closing_the_store_leaves(url, store):
    with closing(Store(url)) as other:
        other.presences.enter(1, "bakker")
        assert [p.who for p in store.presences.others(1)] == ["bakker"]
    assert store.presences.others(1) == ()
