"""A quiet screen for tests: no animation, a frozen clock, a store of its own."""

from __future__ import annotations

import os

os.environ["TEXTUAL_ANIMATIONS"] = "none"

from contextlib import asynccontextmanager

import pytest
import textual._wait
from builders import FROZEN, key, prepared
from piloting import settle

from assessor.dossiers import ageing
from assessor.dossiers import store as stores
from assessor.dossiers.store import Store
from tui.app import AssessorApp
from tui.queue import Wanted

textual._wait.SLEEP_GRANULARITY, textual._wait.SLEEP_IDLE = 1 / 100, 1 / 1000
"""Look twice as often whether a key is dealt with: a third of the time went into waiting."""


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSESSOR_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(stores, "_now", lambda: FROZEN.replace(tzinfo=None))
    monkeypatch.setattr("getpass.getuser", lambda: "jansen")
    monkeypatch.setattr(ageing, "checklist_hash", lambda: key().checklist)
    monkeypatch.setattr(ageing, "__version__", key().program)
    return tmp_path / "data"


@pytest.fixture
def make_app(own_data):
    """Return a function that makes an app on a saved submission."""

    def make(saved=None, language="nl", wanted=None):
        store = Store()
        store.keep(key(), saved or prepared())
        store.close()
        return AssessorApp(wanted or Wanted(dossier="risico"), language)

    return make


@pytest.fixture
def walking(make_app):
    """Return an async context: an app that has opened its submission, and its pilot."""

    @asynccontextmanager
    async def walk(saved=None, language="nl", size=(80, 24), wanted=None, place="overview"):
        app = make_app(saved, language, wanted)
        async with app.run_test(size=size) as pilot:
            await settle(pilot, place)
            yield app, pilot

    return walk
