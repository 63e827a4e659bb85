"""The program's sentences, with the keys in them as they are on this reader's keyboard.

Without Textual. A sentence names a key by its action, as `{key_undo}`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor import texts
from tui import keyring

if TYPE_CHECKING:
    from assessor.model import Words


def say(key: str, **values: object) -> Words:
    """Return the sentence in both languages, with keys and `values` filled in.

    Raises:
        KeyError: when a language lacks the key.
    """
    return texts.say(key, **{**keyring.names(), **values})
