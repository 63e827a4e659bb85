"""Make the screen captures of the README with the program itself, from the shipped demo.

Usage: python docs/images/make.py
Writes one SVG per screen beside this file. Saved work goes to a folder that is thrown away.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SIZE = (100, 30)
WAIT = 240
"""Seconds in which the demo must be assessed, the first time included."""


async def capture() -> None:
    """Walk through the demo and keep what each screen shows."""
    from assessor import locations
    from tui.app import AssessorApp
    from tui.queue import Wanted
    from tui.screens.opening import Opening

    files = tuple(sorted(p for p in locations.demo().iterdir() if p.suffix in {".pdf", ".docx"}))
    app = AssessorApp(Wanted(files, category="workwear"), "nl")
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(WAIT * 2):
            await pilot.pause(0.5)
            if app.walk is not None and not isinstance(app.screen, Opening):
                break
        for name, keys in (
            ("overview", "2"),
            ("findings", "3"),
            ("finding", "enter"),
            ("document", "d"),
        ):
            for key in filter(None, keys.split()):
                await pilot.press(key)
            await pilot.pause(0.6)
            svg = app.export_screenshot(title="ISV-assessor")
            (HERE / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ASSESSOR_DATA"] = folder
        os.environ["TEXTUAL_ANIMATIONS"] = "none"
        asyncio.run(capture())
