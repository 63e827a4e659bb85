"""One or many: the right words for a number of things.

Separate because it is said on several screens, and `passage(s)` is not how people write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.saying import say

if TYPE_CHECKING:
    from assessor.model import Words


def counted(key: str, count: int) -> Words:
    """Return the sentence `KEY.none`, `KEY.one` or `KEY.many`, with the count filled in."""
    form = {0: "none", 1: "one"}.get(count, "many")
    return say(f"{key}.{form}", count=count)
