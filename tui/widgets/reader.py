"""A scrolling column in which left and right stay free for going from one finding to the next."""

from __future__ import annotations

from textual.containers import ScrollableContainer

from tui.widgets.scrolling import UP_AND_DOWN


class Reader(ScrollableContainer, can_focus=True, inherit_bindings=False):
    """The column."""

    BINDINGS = UP_AND_DOWN
