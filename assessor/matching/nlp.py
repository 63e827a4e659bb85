"""The only door to spaCy: tokens of Dutch and English text, and token patterns over them.

Blank pipelines only: there is no trained Dutch one that works offline. Importing spaCy costs over a
second, so it happens at the first text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

Pattern = list[dict[str, Any]]


@cache
def _pipeline(language: str) -> Language:
    """Return a tokenizer without spaCy's thousands of written-out exceptions.

    Our patterns meet none of them ("o.a.", "don't"), and making them ready costs half a second.
    """
    from spacy.util import get_lang_class

    spoken = get_lang_class("en" if language == "en" else "nl")
    defaults = type("Defaults", (spoken.Defaults,), {"tokenizer_exceptions": {}})
    plain = type(spoken.__name__, (spoken,), {"lang": spoken.lang, "Defaults": defaults})
    made: Language = plain()
    return made


def tokens(text: str, language: str) -> Doc:
    """Return the tokens of a text by the rules of its language (Dutch unless English)."""
    return _pipeline(language).make_doc(text)


class Rules:
    """Named groups of token patterns, ready to run on tokens of one language."""

    def __init__(self, groups: Mapping[str, Sequence[Pattern]], language: str) -> None:
        from spacy.matcher import Matcher

        self._language = language
        self._matcher = Matcher(_pipeline(language).vocab)
        for name, patterns in groups.items():
            self._matcher.add(name, list(patterns), greedy="LONGEST")

    def find(self, text: str) -> list[tuple[str, str]]:
        """Return (group, matched words) for each match, in order of place."""
        doc = tokens(text, self._language)
        met = sorted(self._matcher(doc), key=lambda m: (m[1], -m[2]))
        return [(doc.vocab.strings[name], doc[start:end].text) for name, start, end in met]
