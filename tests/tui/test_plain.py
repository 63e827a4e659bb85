"""Document text reaches the screen without power over it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.plain import clean, plain


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("a\x1b[31mred\x1b[0m b", "ared b"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("abc\u202edef\u2066ghi", "abcdefghi"),
        ("nul\x00 bell\x07 back\x08", "nul bell back"),
        ("soft\u00adhyphen", "softhyphen"),
        ("one\ntwo\tthree", "one\ntwo\tthree"),
        ("één ½ € “x”", "één ½ € “x”"),
    ],
)
def test_what_could_move_the_cursor_is_gone(hostile, harmless):
    assert clean(hostile) == harmless


@pytest.mark.parametrize("text", ["[/b]", "[@click=app.quit]x[/]", "[red", "\\[", "[1]"])
def test_markup_is_only_text(text):
    assert plain(text).plain == text
    assert plain(text, "bold").plain == text


@given(st.text())
def test_nothing_that_controls_survives(text):
    assert not {c for c in clean(text) if ord(c) < 32} - {"\n", "\t"}
    assert clean(clean(text)) == clean(text)
