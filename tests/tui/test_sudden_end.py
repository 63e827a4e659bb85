"""What the screen called saved is saved, even when the program is killed at that very moment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import builders
import pytest
from builders import finding, key, prepared

from assessor.dossiers.store import Store

TIMES = 20
SCRIPT = """
import asyncio, os, sys
sys.path.insert(0, {tests!r})
import assessor.dossiers.store
from piloting import settle, text_of
from tui.app import AssessorApp
from tui.queue import Wanted

async def judge():
    app = AssessorApp(Wanted(dossier="risico"), "nl")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, {{True: "overview", False: "finding"}}[number == 0])
        if number == 0:
            await pilot.press("4")
            await settle(pilot, "finding")
        await pilot.press("t")
        while "Opgeslagen" not in text_of(app):
            await pilot.pause(0.01)
        os.kill(os.getpid(), 9)

for number in range({times}):
    child = os.fork()
    if child == 0:
        asyncio.run(judge())
    assert os.waitpid(child, 0)[1] == 9
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forking is how twenty kills stay quick")
def test_twenty_kills_right_after_a_key_was_acknowledged_lose_nothing():
    store = Store()
    findings = [finding(f"f{number}") for number in range(TIMES + 1)]
    store.keep(key(), prepared(findings))
    store.close()
    script = SCRIPT.format(tests=str(Path(builders.__file__).parent), times=TIMES)
    subprocess.run([sys.executable, "-c", script], check=True, timeout=120)
    store = Store()
    reviews = store.find(key()).reviews
    store.close()
    assert [(event.kind, event.finding) for event in reviews] == [
        ("doubt", f"f{number}") for number in range(TIMES)
    ]
