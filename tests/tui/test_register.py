"""Risks and actions as rows: links both ways, and what stands alone."""

from __future__ import annotations

from builders import FROZEN
from piloting import Memory
from submissions import whole

from assessor.dossiers.store import Saved
from tui import register
from tui.state import Walk


def walk(prepared=None):
    return Walk(Saved(1, "x", prepared or whole(), ()), Memory(), "j", None, lambda: FROZEN)


def test_a_risk_names_its_actions_and_an_action_its_risk():
    risks, actions = register.risks(walk()), register.actions(walk())
    assert risks[0].links == (actions[0].label,)
    assert actions[0].links == (risks[0].label,)


def test_what_stands_alone_is_known_as_such():
    assert [entry.is_orphan for entry in register.risks(walk())] == [False, True]
    assert [entry.is_orphan for entry in register.actions(walk())] == [False, True]


def test_only_what_is_known_is_told():
    lamps = register.actions(walk())[1]
    assert [name.nl for name, _ in lamps.facts] == ["stand"]


def test_without_risks_there_are_no_rows():
    assert register.risks(walk(whole(risks=(), actions=()))) == []
