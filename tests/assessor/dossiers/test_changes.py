"""Changes of an agenda are events: kept, taken back, brought back, in the order they fell."""

from __future__ import annotations

from contextlib import closing

import pytest
from builders import FROZEN, key, prepared

from assessor.dialogue.edits import Own, Pick
from assessor.dialogue.keeping import edit_to_json, edits_of
from assessor.dossiers.changes import Change, renamed
from assessor.dossiers.store import Store
from assessor.dossiers.timeline import Timeline
from assessor.errors import AgendaUnreadable


@pytest.fixture
def store(url):
    with closing(Store(url)) as store:
        store.keep(key(), prepared())
        yield store


def change(edit=None, kind="edit", target=None):
    told = edit_to_json(edit) if edit else ""
    return Change(FROZEN, "jansen", kind, told, target)


def test_edits_come_back_as_they_were_made(store):
    edits = [Pick("f1"), Own("own-1", "Levertijden [/b] \x1b[31m")]
    for edit in edits:
        store.record_change(1, change(edit))
    assert edits_of(store.open(1).changes) == edits


def test_undo_and_redo_are_events_too(store):
    store.record_change(1, change(Pick("f1")))
    second = store.record_change(1, change(Pick("f2")))
    undo = store.record_change(1, change(kind="undo", target=second.id))
    assert edits_of(store.open(1).changes) == [Pick("f1")]
    assert Timeline(store.open(1).changes).redoable == second
    store.record_change(1, change(kind="redo", target=second.id))
    changes = store.open(1).changes
    assert edits_of(changes) == [Pick("f1"), Pick("f2")]
    assert [event.kind for event in changes] == ["edit", "edit", "undo", "redo"]
    assert undo in changes


def test_an_edit_that_this_program_does_not_know_says_so():
    with pytest.raises(AgendaUnreadable):
        edits_of([Change(FROZEN, "jansen", edit='{"type":"Sing"}', id=1)])


def test_only_what_is_a_finding_gets_another_name():
    names = {"f1": "f9", "Tekst": "x"}
    edit = '{"type":"Note","topic":"f1","text":"Tekst"}'
    assert renamed(edit, names) == '{"type":"Note","topic":"f9","text":"Tekst"}'
    assert renamed('{"type":"Take","part":"topics"}', names) == '{"type":"Take","part":"topics"}'
    assert renamed("", names) == ""
    assert renamed("[1]", names) == "[1]"
