"""Every sentence that the program itself says, in Dutch and English, out of data files.

`say("export.page", page=4)` gives both languages at once, so that a thing once said
can be shown in either. Sentences live in nl/*.toml and en/*.toml, one file per part of the house;
a key is the file's name, a dot, and the name in the file. Code holds only keys.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from assessor.model import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGUAGES = ("nl", "en")


@cache
def sentences(language: str) -> dict[str, str]:
    """Return all sentences of a language by dotted key."""
    flat: dict[str, str] = {}
    for part in sorted(resources.files(__package__).joinpath(language).iterdir(), key=str):
        name, dot, suffix = part.name.rpartition(".")
        if dot and suffix == "toml":
            flat |= _flatten(f"{name}.", tomllib.loads(part.read_text("utf-8")))
    return flat


def _flatten(prefix: str, node: dict[str, Any]) -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in node.items():
        path = f"{prefix}{key}"
        flat |= _flatten(f"{path}.", value) if isinstance(value, dict) else {path: value}
    return flat


def say(key: str, **values: object) -> Words:
    """Return the sentence in both languages, with `values` filled in.

    A value that is itself `Words` is filled in in the matching language.

    Raises:
        KeyError: when a language lacks the key.
    """
    return Words(_fill("nl", key, values), _fill("en", key, values))


def joined(parts: Iterable[Words], between: str) -> Words:
    """Return the parts as one, in both languages, with the same signs between them."""
    said = tuple(parts)
    return Words(between.join(p.nl for p in said), between.join(p.en for p in said))


def _fill(language: str, key: str, values: dict[str, object]) -> str:
    chosen = {k: v.told_in(language) if isinstance(v, Words) else v for k, v in values.items()}
    return sentences(language)[key].format(**chosen)
