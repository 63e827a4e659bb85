"""A judgement that was confirmed survives the hardest end there is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import builders
import pytest
from builders import key, prepared

from assessor.dossiers.store import Store

TIMES = 20
SCRIPT = """
import os, sys
sys.path.insert(0, {tests!r})
from builders import review
from assessor.dossiers.store import Store
for number in range({times}):
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        continue
    store = Store({url!r})
    saved = store.record({submission}, review(why=f"note {{number}}"))
    os.write(1, f"{{saved.id}}\\n".encode())
    os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forking is how twenty ends stay quick")
def test_what_was_confirmed_is_there_after_each_of_twenty_kills(tmp_path):
    url = f"sqlite:///{tmp_path / 'dossiers.db'}"
    store = Store(url)
    saved = store.keep(key(), prepared())
    store.close()
    tests = str(Path(builders.__file__).parent)
    script = SCRIPT.format(tests=tests, times=TIMES, url=url, submission=saved.submission)
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    confirmed = [int(line) for line in run.stdout.split()]
    assert len(confirmed) == TIMES
    store = Store(url)
    reviews = store.find(key()).reviews
    store.close()
    assert [event.id for event in reviews] == confirmed
    assert [event.why for event in reviews] == [f"note {n}" for n in range(TIMES)]
