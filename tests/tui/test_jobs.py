"""The worker process: answers, says why not, stops when asked, and is told of when it dies."""

from __future__ import annotations

import sys
import threading

import pytest
from builders import prepared

from assessor import warm
from assessor.errors import AssessorError
from tui import jobs
from tui.jobs import Desk, Worker, WorkStopped
from tui.messages import Ended, Failed, StoreOpened, WalkReady
from tui.queue import Queue, Wanted


def asking(*files, **more):
    return warm.Request(tuple(map(str, files)), **more)


@pytest.fixture
def worker():
    worker = Worker()
    yield worker
    worker.stop()


@pytest.fixture
def instead(monkeypatch):
    """Return a function that puts a script in the place of the worker's process."""
    popen = jobs.subprocess.Popen

    def put(script):
        monkeypatch.setattr(
            jobs.subprocess,
            "Popen",
            lambda _, **pipes: popen([sys.executable, "-c", script], **pipes),
        )

    return put


def test_a_file_that_is_not_there_is_told_by_name(worker, tmp_path):
    heard = []
    with pytest.raises(AssessorError, match=r"gone\.pdf") as told:
        worker.assess(asking(tmp_path / "gone.pdf"), heard.append)
    assert told.value.code.startswith("A2")
    assert [progress.step for progress in heard] == ["reading"]


def test_the_same_process_answers_again(worker, tmp_path):
    for _ in range(2):
        with pytest.raises(AssessorError):
            worker.assess(asking(tmp_path / "gone.pdf"), lambda _: None)
        process = worker._process
    assert process is worker._process
    assert process.poll() is None


def test_stopping_ends_the_work_at_once(worker, instead, tmp_path):
    instead("import time; time.sleep(60)")
    timer = threading.Timer(0.2, worker.stop)
    timer.start()
    with pytest.raises(WorkStopped):
        worker.assess(asking(tmp_path / "a.pdf"), lambda _: None)
    timer.join()


def test_a_worker_that_dies_leaves_its_last_words(worker, instead, tmp_path):
    instead("import sys; sys.exit('out of memory')")
    with pytest.raises(AssessorError, match="out of memory"):
        worker.assess(asking(tmp_path / "a.pdf"), lambda _: None)


def test_what_is_saved_opens_without_the_worker(instead, tmp_path):
    instead("raise SystemExit('must not be started')")
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF")
    posted = []
    desk = Desk(posted.append)
    desk.open_store()
    desk.store.keep(jobs.key_for([file], None), prepared())
    desk.do(Queue().add(Wanted((file,))), "jansen")
    desk.close()
    assert [type(message) for message in posted] == [StoreOpened, Ended, WalkReady]


def test_a_store_that_cannot_be_opened_is_told(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("ASSESSOR_DATA", str(tmp_path / "file"))
    posted = []
    desk = Desk(posted.append)
    desk.open_store()
    assert [type(message) for message in posted] == [Ended, Failed]
    assert desk.shelf() == ()
    desk.close()


def test_progress_is_not_told_more_often_than_an_eye_can_follow():
    heard = []
    teller = warm._Teller(heard.append)
    for done in range(1000):
        teller("matching", done, 999)
    assert len(heard) < 10
    assert heard[-1].done == 999
