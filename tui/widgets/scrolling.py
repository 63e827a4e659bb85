"""Keys that only scroll up and down, so that left and right stay free for what lies beside."""

from __future__ import annotations

from textual.binding import Binding, BindingType

UP_AND_DOWN: list[BindingType] = [
    Binding("up", "scroll_up", show=False),
    Binding("down", "scroll_down", show=False),
    Binding("pageup", "page_up", show=False),
    Binding("pagedown,space", "page_down", show=False),
    Binding("home", "scroll_home", show=False),
    Binding("end", "scroll_end", show=False),
]
