"""Choosing files, and waiting in the queue, on screen."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from builders import prepared
from piloting import choose_files, dialog, settle, text_of, until

from assessor.warm import Progress
from tui.jobs import Worker, WorkStopped
from tui.queue import Wanted


@pytest.fixture
def folder(tmp_path, monkeypatch):
    place = tmp_path / "inbox"
    (place / "2026").mkdir(parents=True)
    for name in ("a.pdf", "b.docx", "c.PDF", "[x] d.pdf"):
        (place / name).write_bytes(name.encode())
    (place / "notes.txt").write_text("x")
    (place / ".hidden.pdf").write_text("x")
    monkeypatch.chdir(place)
    return place


class Slow(Worker):
    """Assesses when it is told to, and can be stopped meanwhile."""

    def __init__(self):
        super().__init__()
        self.go, self.is_stopped, self.requests = threading.Semaphore(0), False, []
        self.tells = [Progress("matching", 5, 20)]

    def assess(self, request, hears):
        self.is_stopped = False
        self.requests.append(request)
        for told in self.tells:
            hears(told)
        self.go.acquire()
        if self.is_stopped:
            raise WorkStopped
        return prepared()

    @property
    def asked(self):
        return [[Path(file).name for file in request.files] for request in self.requests]

    def stop(self):
        self.is_stopped = True
        self.go.release()


@pytest.fixture
def slow(monkeypatch):
    worker = Slow()
    monkeypatch.setattr("tui.jobs.Worker", lambda: worker)
    return worker


async def test_only_what_can_be_read_is_offered(walking, folder):
    async with walking(wanted=Wanted(), place="dossiers") as (app, pilot):
        await pilot.press("n")
        text = text_of(app)
        assert all(name in text for name in ("2026/", "a.pdf", "b.docx", "c.PDF", "[x] d.pdf"))
        assert "notes" not in text
        assert "hidden" not in text


async def test_files_wait_their_turn_while_the_screen_is_used(walking, folder, slow):
    async with walking(wanted=Wanted(), place="dossiers") as (app, pilot):
        await choose_files(pilot, "down", "enter")
        await settle(pilot, "opening")
        await until(pilot, "passage 5 van 20")
        await pilot.press("1")
        await settle(pilot, "dossiers")
        await choose_files(pilot, "space", "space", "enter")
        await settle(pilot, "dossiers")
        text = text_of(app)
        assert "bezig: passage 5 van 20" in text
        assert "wacht" in text
        slow.go.release()
        await until(pilot, "is beoordeeld. Kies 1 voor de lijst")
        while len(slow.asked) < 2:
            await pilot.pause(0.02)
        assert slow.asked == [["a.pdf"], ["[x] d.pdf", "a.pdf", "b.docx"]]
        slow.go.release()
        await pilot.pause(0.3)
        assert app.queue.jobs == []
        assert app.walk is None


async def test_escape_stops_the_work_and_the_next_begins(walking, folder, slow):
    async with walking(wanted=Wanted(), place="dossiers") as (app, pilot):
        await choose_files(pilot, "enter")
        await settle(pilot, "opening")
        await pilot.press("1")
        await settle(pilot, "dossiers")
        await choose_files(pilot, "down", "enter")
        await settle(pilot, "dossiers")
        await pilot.press("home", "enter")
        await settle(pilot, "opening")
        assert "Daarna nog 1: a.pdf" in text_of(app)
        await pilot.press("escape")
        await settle(pilot, "dossiers")
        await pilot.pause(0.2)
        assert slow.asked == [["[x] d.pdf"], ["a.pdf"]]
        assert "Gestopt" in text_of(app)
        slow.go.release()
        await pilot.pause(0.2)


async def test_what_waits_can_leave_the_queue_and_a_dossier_cannot(walking, folder, slow):
    async with walking(wanted=Wanted(), place="dossiers") as (app, pilot):
        await choose_files(pilot, "enter")
        await settle(pilot, "opening")
        await pilot.press("1")
        await settle(pilot, "dossiers")
        await choose_files(pilot, "down", "enter")
        await settle(pilot, "dossiers")
        await pilot.press("home", "down", "enter")
        assert "wacht op zijn beurt" in text_of(app)
        await pilot.press("x")
        await pilot.pause()
        assert [job.names for job in app.queue.jobs] == [("[x] d.pdf",)]
        await pilot.press("end", "x")
        assert "Een dossier blijft staan" in text_of(app)
        slow.go.release()
        await pilot.pause(0.2)


async def test_a_path_can_be_typed_and_a_wrong_one_is_told(walking, folder, slow):
    async with walking(wanted=Wanted(), place="dossiers") as (app, pilot):
        await pilot.press("n", "slash", *"nergens.pdf", "enter")
        assert "nergens.pdf bestaat niet" in text_of(app)
        await pilot.press("escape", "n", "slash", *"2026", "enter")
        await pilot.pause()
        assert "[ ]" not in text_of(app)
        await pilot.press("left", "slash", *"b.docx", "enter")
        await dialog(pilot, "Form")
        await pilot.press("enter")
        await settle(pilot, "opening")
        assert slow.asked == [["b.docx"]]
        slow.go.release()
        await settle(pilot, "overview")


async def test_a_whole_path_can_be_typed_from_its_first_stroke(walking, folder, slow):
    async with walking(wanted=Wanted(), place="dossiers") as (_, pilot):
        await pilot.press("n", "slash", *str(folder / "b.docx").removeprefix("/"), "enter")
        await dialog(pilot, "Form")
        await pilot.press("enter")
        await settle(pilot, "opening")
        assert slow.asked == [["b.docx"]]
        slow.go.release()
        await settle(pilot, "overview")


async def test_the_page_that_is_read_is_counted_here_and_on_other_screens(walking, folder, slow):
    slow.tells = [Progress("reading", 0, 2), Progress("pages", 12, 84)]
    async with walking(wanted=Wanted(), place="dossiers") as (_, pilot):
        await choose_files(pilot, "space", "enter")
        await until(pilot, "bestand 1 van 2, pagina 12 van 84")
        await pilot.press("1")
        await settle(pilot, "dossiers")
        await until(pilot, "bezig: pagina 12 van 84")
        await pilot.press("home", "enter")
        await settle(pilot, "opening")
        await pilot.press("escape")
        await until(pilot, "Gestopt")


async def test_who_waits_for_the_first_time_is_told_why(walking, folder, slow):
    slow.tells = [Progress("preparing", 0, 1)]
    async with walking(wanted=Wanted(), place="dossiers") as (app, pilot):
        await choose_files(pilot, "enter")
        await until(pilot, "▶ Checklist klaarzetten")
        assert "De eerste keer" not in text_of(app)
        app.queue.running.since -= 10
        await until(pilot, "De eerste keer leert het programma")
        await pilot.press("escape")
        await until(pilot, "Gestopt")
