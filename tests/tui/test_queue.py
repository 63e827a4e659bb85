"""Waiting one's turn, without a screen."""

from __future__ import annotations

from pathlib import Path

from tui.queue import Job, Queue, Wanted


def wanted(name):
    return Wanted((Path(name),))


def test_one_is_at_work_and_the_others_wait_in_order():
    queue = Queue()
    first, second = queue.add(wanted("a.pdf")), queue.add(wanted("b.pdf"))
    assert queue.begin_next() is first
    assert queue.begin_next() is None
    assert queue.waiting == [second]
    queue.end(first.number)
    assert queue.begin_next() is second
    assert queue.running is second


def test_the_same_files_wait_once():
    queue = Queue()
    assert queue.add(wanted("a.pdf")) is queue.add(wanted("a.pdf"))
    assert len(queue.jobs) == 1


def test_who_leaves_the_queue_is_not_begun():
    queue = Queue()
    first, second = queue.add(wanted("a.pdf")), queue.add(wanted("b.pdf"))
    queue.end(first.number)
    assert queue.begin_next() is second
    assert queue.begin_next() is None


def test_news_of_a_job_that_is_gone_is_nothing():
    queue = Queue()
    queue.tell(7, "matching", 1, 2)
    assert queue.jobs == []


def test_time_left_is_told_only_once_it_can_be_guessed():
    job = Job(1, wanted("a.pdf"), "reading", 0, 1, since=100.0)
    assert job.seconds_left(110.0) is None
    job.step, job.done, job.total = "matching", 50, 100
    assert job.seconds(110.0) == 10
    assert 3 <= job.seconds_left(110.0) <= 8
    job.done = 100
    assert job.seconds_left(120.0) < job.seconds_left(140.0)
    assert Job(2, wanted("b.pdf")).seconds_left(110.0) is None


def test_pages_count_within_the_file_that_is_read():
    job = Job(1, wanted("a.pdf"), since=100.0)
    job.tell("reading", 1, 2)
    job.tell("pages", 20, 40)
    assert job.part == 0.75
    assert (job.page, job.pages) == (20, 40)
    job.tell("scans", 0, 3)
    assert (job.counted, job.page, job.pages) == ("scans", 0, 3)
    job.tell("preparing", 0, 1)
    assert job.pages == 0
