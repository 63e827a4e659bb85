"""What each screen and dialog looks like: both sizes, light and high contrast, Dutch and English.

One walk through the whole program for each size and language, seen in both themes; see
tests/looks.py for how to renew them. The settings keep saying the theme that they opened in.
"""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from itertools import product

import pytest
from builders import FROZEN, evidence, finding, key, review
from looks import Looks
from piloting import settle
from submissions import whole

from assessor.dossiers.store import Store
from assessor.errors import DossierLocked
from assessor.model import Words
from tui.app import AssessorApp
from tui.messages import Failed
from tui.queue import Wanted

THEMES = ("light", "contrast")
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
WALK = (
    ("overview", "2", ("down",), ()),
    ("matrix", "2", ("m",), ()),
    ("help", "2", ("f1",), ("escape",)),
    ("finder", "2", ("f4", *"loon"), ("escape",)),
    ("export", "2", ("e",), ("escape",)),
    ("changed", "2", ("w",), ()),
    ("contract", "2", ("c",), ()),
    ("a fact of the contract", "2", ("c", "enter"), ("escape",)),
    ("findings", "3", (), ()),
    ("filter", "3", ("slash", *"loon"), ("escape",)),
    ("finding", "4", (), ()),
    ("judged", "4", ("a",), ("u",)),
    ("level", "4", ("o",), ("escape",)),
    ("note", "4", ("n",), ("escape",)),
    ("not applicable", "4", ("x",), ("escape",)),
    ("document", "4", ("d",), ()),
    ("risks", "6", (), ()),
    ("dialogue", "7", (), ()),
    ("topic", "7", ("b",), ("escape",)),
    ("question", "7", ("down", "enter"), ("escape",)),
    ("agreement", "7", ("down", "a"), ("escape",)),
    ("minutes", "7", ("m",), ("escape",)),
    ("settings", "8", (), ()),
    ("keys", "8", ("end",), ()),
    ("key", "8", ("end", "enter", "q"), ("escape",)),
    ("dossiers", "1", (), ()),
    ("files", "1", ("n",), ("escape",)),
    ("whose", "1", ("n", "enter"), ("escape",)),
)
"""A name, the key of the screen to begin on, the keys from there, the keys that close it again."""
PLACES = {
    "1": "dossiers",
    "2": "overview",
    "3": "findings",
    "4": "finding",
    "6": "risks",
    "7": "dialogue",
    "8": "settings",
}


class StandingStill(datetime):
    """A clock for what is offered as today."""

    @classmethod
    def now(cls, tz=None):
        return FROZEN


@pytest.fixture
def app(own_data, tmp_path, monkeypatch):
    """Return a function that makes an app on files that were assessed twice."""
    inbox = tmp_path / "Documenten"
    (inbox / "2025").mkdir(parents=True)
    for name in ("jaarverslag.docx", "risicoanalyse.pdf", "verbeterplan.docx"):
        (inbox / name).write_bytes(name.encode())
    monkeypatch.chdir(inbox)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("tui.taking.usual_folder", lambda: inbox)
    monkeypatch.setattr("assessor.dossiers.ageing.checklist_hash", lambda: "c2")
    for clock in ("tui.queue.monotonic", "tui.screens.opening.monotonic"):
        monkeypatch.setattr(clock, lambda: 100.0)
    monkeypatch.setattr("tui.contracting.datetime", StandingStill)
    weak = finding("f1", "weak", "6.2", evidence=(evidence(),))
    earlier = whole((weak, finding("f9", "gap", "4.1")))
    with closing(Store()) as store:
        saved = store.keep(key(), earlier)
        store.record(saved.submission, review("agree", "f9"))
        store.keep(key(checklist="c2"), whole())

    def make(language, theme):
        made = AssessorApp(Wanted(dossier="risico"), language)
        made.theme = theme
        return made

    return make


async def go(pilot, keys):
    for pressed in keys:
        await pilot.press(pressed)
    await pilot.pause()


async def at_work(app, pilot):
    """Show how files are assessed, as far as the clock that stands still can tell."""
    job = app.queue.add(Wanted(()))
    app.queue.begin_next()
    app.queue.tell(job.number, "matching", 120, 300)
    app.show("opening")
    await settle(pilot, "opening")


async def trouble(app, pilot):
    what = Words("De database is in gebruik.", "The database is in use.")
    app.post_message(Failed(DossierLocked(what, Words("Probeer het zo nog eens.", "Try again."))))
    await pilot.pause(0.05)


@pytest.mark.parametrize(("language", "size"), product(("nl", "en"), SIZES))
async def test_every_screen_looks_as_it_did(app, language, size):
    made = app(language, THEMES[0])
    looks = {theme: Looks(f"{language}-{size}-{theme}") for theme in THEMES}

    async def see(name):
        """See the screen in each theme, and leave it in the first."""
        for theme in (*THEMES[1:], THEMES[0]):
            made.theme = theme
            await pilot.pause()
            looks[theme].see(made, name)

    async with made.run_test(size=SIZES[size]) as pilot:
        await settle(pilot, "overview")
        for name, place, keys, back in WALK:
            await pilot.press(place)
            await settle(pilot, PLACES[place])
            await go(pilot, keys)
            await see(name)
            await go(pilot, back)
        await at_work(made, pilot)
        await see("opening")
        await trouble(made, pilot)
        await see("trouble")
    for seen in looks.values():
        seen.compare()
