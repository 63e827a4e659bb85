"""How a test drives the screens: wait for one, read what stands on it, do without a store."""

from __future__ import annotations

from dataclasses import replace

from textual import events


class Memory:
    """Keeps events in lists, as a store keeps them on disk."""

    def __init__(self):
        self.reviews, self.changes = [], []

    def record(self, submission, event):
        self.reviews.append(replace(event, id=len(self.reviews) + 1))
        return self.reviews[-1]

    def record_change(self, submission, change):
        self.changes.append(replace(change, id=len(self.changes) + 1))
        return self.changes[-1]

    def remember_place(self, submission, who, place):
        pass


async def settle(pilot, place):
    """Wait until the screen of that place is there."""
    for _ in range(200):
        await pilot.pause(0.02)
        if getattr(pilot.app.screen, "place", None) == place:
            await pilot.pause()
            return
    raise AssertionError(f"{place} did not come; there is {pilot.app.screen}")


def text_of(app):
    """Return what stands on the screen, line by line."""
    return "\n".join(
        "".join(segment.text for segment in strip).rstrip()
        for strip in app.screen._compositor.render_strips()
    )


async def until(pilot, words):
    """Wait until that stands on the screen."""
    for _ in range(400):
        await pilot.pause(0.02)
        if words in text_of(pilot.app):
            return
    raise AssertionError(f"{words} was not told:\n{text_of(pilot.app)}")


async def dialog(pilot, name):
    """Wait until the dialog of that class is there, and return it."""
    for _ in range(200):
        await pilot.pause(0.02)
        if type(pilot.app.screen).__name__ == name:
            await pilot.pause()
            return pilot.app.screen
    raise AssertionError(f"{name} did not come; there is {pilot.app.screen}")


async def choose_files(pilot, *keys):
    """Choose files on the list of dossiers, and tell nothing of whose they are."""
    await pilot.press("n", *keys)
    await dialog(pilot, "Form")
    await pilot.press("enter")


async def typed(pilot, text):
    """Put words in the line that has the focus, all at once, as a terminal does when one pastes."""
    pilot.app.screen.focused.post_message(events.Paste(text))
    await pilot.pause()
