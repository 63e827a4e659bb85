"""Make the screen captures of the README with the program itself, from the shipped demo.

Usage: python docs/images/make.py
Writes one SVG per screen and language beside this file: from the PDF to the note for the talk, by
keys alone. Saved work goes to a folder that is thrown away.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import AssessorApp

HERE = Path(__file__).resolve().parent
SIZE = (100, 30)
WAIT = 240
"""Seconds in which the demo must be assessed, the first time included."""
STEPS = (
    ("overview", "2"),
    ("matrix", "m"),
    ("findings", "3"),
    ("finding", "enter"),
    ("document", "d"),
    ("risks", "6"),
    ("dialogue", "7"),
    ("export", "e"),
    ("settings", "escape 8"),
)
"""What is shown, and the keys that lead there from the one before."""


async def capture(language: str) -> None:
    """Walk through the demo and keep what each screen shows."""
    from assessor import locations
    from tui.app import AssessorApp
    from tui.facts import Facts
    from tui.queue import Wanted

    files = tuple(sorted(p for p in locations.demo().iterdir() if p.suffix in {".pdf", ".docx"}))
    app = AssessorApp(Wanted(files, facts=Facts(category="workwear")), language)
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(WAIT * 2):
            await pilot.pause(0.5)
            if app.walk is not None:
                break
        await pilot.pause(0.6)
        for name, keys in STEPS:
            for key in keys.split():
                await pilot.press(key)
                await pilot.pause(0.6)
            keep(app, name if language == "nl" else f"{name}.{language}")


def keep(app: AssessorApp, name: str) -> None:
    """Write what stands on the screen."""
    svg = app.export_screenshot(title="ISV-assessor")
    (HERE / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ASSESSOR_DATA"] = folder
        os.environ["HOME"] = folder
        os.environ["LOGNAME"] = "jansen"
        os.environ["TEXTUAL_ANIMATIONS"] = "none"
        for language in ("nl", "en"):
            asyncio.run(capture(language))
