"""What the screen called saved is saved, even when the program is killed at that very moment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import builders
import pytest
from builders import finding, key
from submissions import whole

from assessor.dossiers.store import Store

TIMES = 20
SCRIPT = """
import asyncio, os, sys
sys.path.insert(0, {tests!r})
import assessor.dossiers.store
from piloting import settle, until
from tui.app import AssessorApp
from tui.queue import Wanted

async def work(number):
    app = AssessorApp(Wanted(dossier="risico"), "nl")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, {begin!r} if number == 0 else {place!r})
        if number == 0:
            await pilot.press({key!r})
            await settle(pilot, {place!r})
        await pilot.press(*{keys!r})
        await until(pilot, {told!r})
        os.kill(os.getpid(), 9)

for number in range({times}):
    child = os.fork()
    if child == 0:
        asyncio.run(work(number))
    assert os.waitpid(child, 0)[1] == 9
"""

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="forking is how twenty kills stay quick"
)


def killed(times, **how):
    """Let the program do that so many times, and kill it each time right after it said so."""
    folder = str(Path(builders.__file__).parent)
    script = SCRIPT.format(tests=folder, times=times, begin="overview", **how)
    subprocess.run([sys.executable, "-c", script], check=True, timeout=180)
    store = Store()
    saved = store.find(key())
    store.close()
    return saved


def keep(findings):
    store = Store()
    store.keep(key(), whole(findings))
    store.close()


def test_twenty_kills_right_after_a_key_was_acknowledged_lose_nothing():
    keep([finding(f"f{number}") for number in range(TIMES + 1)])
    saved = killed(TIMES, place="finding", key="4", keys=("t",), told="Opgeslagen")
    assert [(event.kind, event.finding) for event in saved.reviews] == [
        ("doubt", f"f{number}") for number in range(TIMES)
    ]


def test_reasons_and_what_was_taken_back_survive_a_kill():
    keep([finding()])
    keys = ("x", *"nee", "enter", "u", "r")
    saved = killed(2, place="finding", key="4", keys=keys, told="Weer opgeslagen")
    kinds = [event.kind for event in saved.reviews]
    assert kinds == ["not_applicable", "undo", "redo"] * 2
    assert saved.reviews[0].why == "nee"


def test_a_change_of_the_talk_survives_a_kill_right_after_it_was_acknowledged():
    keep([finding(), finding("f2", subject="6.2")])
    saved = killed(4, place="dialogue", key="7", keys=("l",), told="Verplaatst")
    assert [change.kind for change in saved.changes] == ["edit"] * 4


def test_an_agreement_survives_a_kill_right_after_it_was_acknowledged():
    keep([finding()])
    keys = ("a", "W", "tab", "Z", "enter")
    saved = killed(3, place="dialogue", key="7", keys=keys, told="Opgeslagen")
    assert [json.loads(change.edit)["what"] for change in saved.changes] == ["W"] * 3
