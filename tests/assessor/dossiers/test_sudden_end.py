"""What was confirmed survives the hardest end there is, at twenty different moments."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import builders
import pytest
from builders import FINDINGS, key, prepared, review

from assessor.dossiers.merging import merge
from assessor.dossiers.packing import pack
from assessor.dossiers.store import Store
from assessor.dossiers.unpacking import opened

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forking keeps twenty ends quick")

TIMES = 20
HEAD = f"""
import os, sys, warnings
sys.path.insert(0, {str(Path(builders.__file__).parent)!r})
from pathlib import Path
from builders import key, prepared, review
from sqlalchemy import Engine, event
from assessor.dossiers.store import Store

def die():
    os.kill(os.getpid(), 9)

def die_at_statement(number):
    seen = []
    def count(*_):
        seen.append(1)
        if len(seen) == number:
            die()
    event.listen(Engine, "before_cursor_execute", count)

def kill_in(work):
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 9, "it was done before it ended"
"""


def run(script, **values):
    """Run a script, whose children may end as suddenly as they like; return what it printed."""
    told = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    done = subprocess.run(
        [sys.executable, "-c", HEAD + told + script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'dossiers.db'}"


def test_what_was_confirmed_is_there_after_each_of_twenty_kills(url):
    with closing(Store(url)) as store:
        saved = store.keep(key(), prepared())
    script = """
for number in range(times):
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        continue
    store = Store(url)
    saved = store.record(submission, review(why=f"note {number}"))
    os.write(1, f"{saved.id}\\n".encode())
    die()
"""
    done = run(script, times=TIMES, url=url, submission=saved.submission)
    confirmed = [int(line) for line in done.split()]
    assert len(confirmed) == TIMES
    with closing(Store(url)) as store:
        reviews = store.find(key()).reviews
    assert [event.id for event in reviews] == confirmed
    assert [event.why for event in reviews] == [f"note {n}" for n in range(TIMES)]


def test_an_end_in_the_middle_of_judging_loses_nothing_confirmed(url):
    """Each of twenty programs judges on and on, and ends at another statement."""
    with closing(Store(url)) as store:
        store.keep(key(), prepared())
    script = """
for number in range(1, times + 1):
    child = os.fork()
    if child:
        assert os.waitpid(child, 0)[1] == 9
        continue
    store = Store(url)
    die_at_statement(number)
    while True:
        saved = store.record(1, review(why="x" * 5000))
        os.write(1, f"{saved.id}\\n".encode())
"""
    done = run(script, times=TIMES, url=url)
    confirmed = [int(line) for line in done.split()]
    with closing(Store(url)) as store:
        kept = [event.id for event in store.open(1).reviews]
    assert len(confirmed) > TIMES
    assert set(confirmed) <= set(kept)


def test_an_end_in_the_middle_of_upgrading_loses_nothing(first_program, tmp_path):
    """The first programs end at statements all over the upgrade; the last may finish."""
    script = """
import sqlite3
import alembic.command, alembic.config
statements = []
event.listen(Engine, "before_cursor_execute", lambda *_: statements.append(1))
Store(copied).close()
steps = len(statements)
assert steps > times

def upgrade():
    die_at_statement(1 + number * steps // times)
    Store(url)

for number in range(times):
    kill_in(upgrade)
    connection = sqlite3.connect(file)
    def one(query):
        return connection.execute(query).fetchone()[0]
    assert one("SELECT version FROM schema_versions") == 1
    assert one("SELECT count(*) FROM dossiers") == 2
    assert one("SELECT count(*) FROM reviews") == 3
    assert one("PRAGMA integrity_check") == "ok"
    connection.close()
"""
    copy = tmp_path / "copy.db"
    shutil.copy(first_program, copy)
    url = f"sqlite:///{first_program}"
    run(script, times=TIMES, url=url, copied=f"sqlite:///{copy}", file=str(first_program))
    with closing(Store(url)) as store:
        assert store.find(key()).prepared == prepared(FINDINGS)
        assert len(store.find(key()).reviews) == 3


def test_an_end_in_the_middle_of_exporting_leaves_the_earlier_zip(url, tmp_path):
    place = tmp_path / "dossier.zip"
    with closing(Store(url)) as store:
        store.keep(key(), prepared())
        store.record(1, review())
        with place.open("wb") as file:
            pack(store.database, 1, file)
    script = """
import zipfile
from assessor.dossiers import whole
from assessor.dossiers.packing import pack

def export(number, goal):
    seen = []
    def trace(frame, what, _):
        if frame.f_code.co_filename in files:
            seen.append(1)
            if len(seen) == number:
                die()
        return trace
    sys.settrace(trace)
    with whole.whole(Path(goal)) as file:
        pack(Store(url).database, 1, file)
    sys.settrace(None)
    return len(seen)

files = {zipfile.__file__, whole.__file__}
lines = export(0, other)
before = Path(place).read_bytes()
for number in range(times):
    kill_in(lambda: export(1 + number * (lines - 10) // times, place))
    assert Path(place).read_bytes() == before or zipfile.ZipFile(place).testzip() is None
"""
    run(script, times=TIMES, url=url, place=str(place), other=str(tmp_path / "other.zip"))
    with opened(place) as coming:
        assert len(coming.dossier.submissions[0].reviews) == 1
    with closing(Store(url)) as store:
        assert len(store.open(1).reviews) == 1


def test_an_end_in_the_middle_of_importing_takes_in_nothing_or_all(url, tmp_path):
    place = tmp_path / "dossier.zip"
    with closing(Store(f"sqlite:///{tmp_path / 'there' / 'dossiers.db'}")) as there:
        there.keep(key(), prepared())
        there.record(1, review())
        with place.open("wb") as file:
            pack(there.database, 1, file)
    script = """
from assessor.dossiers.merging import merge
from assessor.dossiers.unpacking import opened

def take():
    store = Store(url)
    die_at_statement(number)
    with opened(Path(place)) as coming:
        merge(store.database, coming)

for number in range(1, 12):
    kill_in(take)
    store = Store(url)
    assert store.register.all() == ()
    store.close()
"""
    run(script, url=url, place=str(place))
    with closing(Store(url)) as store:
        with opened(place) as coming:
            assert merge(store.database, coming).reviews == 1
        assert len(store.shelf()) == 1
