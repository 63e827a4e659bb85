"""How a test drives the screens: wait for one, read what stands on it."""

from __future__ import annotations


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
