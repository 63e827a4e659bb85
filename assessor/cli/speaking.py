"""Which language this run speaks: known before the line is parsed, so that help is translated.

Keys of texts may stand wherever click takes a help text; `told` turns them into words.
"""

from __future__ import annotations

import sys
from contextvars import ContextVar
from typing import TYPE_CHECKING

from assessor.texts import LANGUAGES, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.model import Words

_OPTION = "--language"
_language: ContextVar[str] = ContextVar("language", default=LANGUAGES[0])


def language() -> str:
    """Return the language of this run, "nl" or "en"."""
    return _language.get()


def speak(chosen: str) -> None:
    """Let the rest of this run speak the chosen language."""
    _language.set(chosen)


def asked_for(line: Sequence[str]) -> str | None:
    """Return the language asked for anywhere on the command line, None where it is not."""
    for word, following in zip(line, [*line[1:], ""], strict=False):
        if word == "--":
            return None
        value = following if word == _OPTION else word.removeprefix(f"{_OPTION}=")
        if value != word and value in LANGUAGES:
            return value
    return None


def told(text: str | Words) -> str:
    """Return words, or the sentence that a key stands for, in the language of this run."""
    if isinstance(text, str):
        return sentences(language()).get(text, text)
    return text.told_in(language())


def write_utf8() -> None:
    """Make standard output and error take any character, whatever the terminal claims to be."""
    for stream in (sys.stdout, sys.stderr):
        if (reconfigure := getattr(stream, "reconfigure", None)) is not None:
            reconfigure(encoding="utf-8", errors="replace")
