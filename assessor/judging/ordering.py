"""Tells which risks prose puts first: "the first three get priority", "numbers 1 through 4"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

from assessor.judging.wording import known_words
from assessor.matching.phrases import Lexicon, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessor.matching.phrases import Word
    from assessor.model import Passage

_REACH = 4
"""Words between the first and the last number of a run."""


def put_first(passages: Sequence[Passage], weighed: int) -> int | None:
    """Return how many of so many weighed risks, in their order, come first; None if unsaid."""
    for passage in passages:
        if passage.kind == "table":
            continue
        said = words(passage.text)
        is_choice = _lexicon().find_in(said)
        if is_choice and (count := _count(said)) and 0 < count < weighed:
            return count
    return None


@cache
def _said() -> dict[str, Any]:
    return cast("dict[str, Any]", known_words()["ordering"])


@cache
def _lexicon() -> Lexicon[str]:
    return Lexicon(("first", term) for language in ("nl", "en") for term in _said()[language])


def _count(said: Sequence[Word]) -> int | None:
    """Return the number after "the first", or at the end of a run from 1."""
    for here, follows in pairwise(said):
        if here.form in _said()["leading"] and (count := _number(follows)):
            return count
    for place, word in enumerate(said):
        run = said[place + 1 : place + 1 + _REACH]
        if _number(word) == 1 and run and run[0].form in _said()["through"]:
            return next((n for w in run if (n := _number(w))), None)
    return None


def _number(word: Word) -> int | None:
    if word.form.isdigit():
        return int(word.form)
    return cast("dict[str, int]", known_words()["numbers"]).get(word.form)
