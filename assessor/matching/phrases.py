"""Finds the terms of a checklist in text: stems, phrases and Dutch compounds, in one pass.

A term is one or more words; `*` stands for any letters at that end of a word and ` .. ` between
words for up to four others, so a policy adviser can write "*kinderarbeid*" or "geen ..
aangetroffen". Thousands of terms are looked up together: each distinct word of a text is worked out
once, then phrases are followed from their first word.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

L = TypeVar("L")

_GAP = 4
"""Words that ` .. ` leaves room for: "leeftijd van alle nieuwe werknemers gecontroleerd"."""
_SHORTEST_INFIX = 3
"""Below this a stem with `*` on both sides would hit by accident."""
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_FOLDS = str.maketrans({"\u2019": "'", "\u2018": "'", "ß": "ss", "ø": "o", "ı": "i"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, folded, with its place."""

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit(Generic[L]):
    """A term found: what it stands for, and where."""

    label: L
    start: int
    end: int


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return the word in lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", word.lower().translate(_FOLDS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text; hyphens part words, apostrophes do not.

    Kept for a while, since terms, decoys and word use all ask for the same passage.
    """
    return tuple(Word(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text))


@dataclass(frozen=True, slots=True)
class _Part:
    """One word of a term: an atom's number, and whether others may stand before it."""

    atom: int
    after_gap: bool


class _Atoms:
    """All distinct words of all terms, each with a number, found by how they match."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._exact: dict[str, int] = {}
        self._prefix: dict[str, int] = {}
        self._suffix: dict[str, int] = {}
        self._infix: dict[str, int] = {}
        self._known: dict[str, tuple[int, ...]] = {}

    def number(self, pattern: str) -> int:
        """Return the atom's number for a word of a term such as "kinder*"."""
        pattern = fold(pattern)
        if pattern not in self._numbers:
            self._numbers[pattern] = len(self._numbers)
            stem = pattern.strip("*")
            open_start, open_end = pattern.startswith("*"), pattern.endswith("*")
            home = (
                (self._infix if open_end else self._suffix)
                if open_start
                else (self._prefix if open_end else self._exact)
            )
            home[stem] = self._numbers[pattern]
        return self._numbers[pattern]

    def of(self, form: str) -> tuple[int, ...]:
        """Return the numbers of all atoms that a folded word of a text meets."""
        if (known := self._known.get(form)) is None:
            known = self._known[form] = tuple(self._work_out(form))
        return known

    def _work_out(self, form: str) -> Iterable[int]:
        size = len(form)
        if form in self._exact:
            yield self._exact[form]
        for end in range(1, size + 1):
            if (number := self._prefix.get(form[:end])) is not None:
                yield number
        for start in range(size):
            if (number := self._suffix.get(form[start:])) is not None:
                yield number
            for end in range(start + _SHORTEST_INFIX, size + 1):
                if (number := self._infix.get(form[start:end])) is not None:
                    yield number


class Lexicon(Generic[L]):
    """Terms with what each stands for; made once, asked often."""

    def __init__(self, entries: Iterable[tuple[L, str]]) -> None:
        self._atoms = _Atoms()
        self._starts: defaultdict[int, list[tuple[tuple[_Part, ...], L]]] = defaultdict(list)
        for label, term in entries:
            parts = self._parts(term)
            if parts:
                self._starts[parts[0].atom].append((parts, label))

    def find(self, text: str) -> list[Hit[L]]:
        """Return every term in the text, in order of place; the same label may come often."""
        return self.find_in(words(text))

    def find_in(self, found: Sequence[Word]) -> list[Hit[L]]:
        """Return every term in words that were already parted."""
        met = [self._atoms.of(word.form) for word in found]
        hits: list[Hit[L]] = []
        for place, atoms in enumerate(met):
            for atom in atoms:
                for parts, label in self._starts.get(atom, ()):
                    last = _follow(parts, 1, met, place)
                    if last is not None:
                        hits.append(Hit(label, found[place].start, found[last].end))
        return hits

    def _parts(self, term: str) -> tuple[_Part, ...]:
        parts: list[_Part] = []
        after_gap = False
        for chunk in term.split():
            if chunk == "..":
                after_gap = True
            for word in _starred(chunk):
                parts.append(_Part(self._atoms.number(word), after_gap))
                after_gap = False
        return tuple(parts)


def _starred(chunk: str) -> list[str]:
    """Return the words of a term's chunk, parted as in a text, with its stars at the outer ends."""
    found = [match.group() for match in _WORD.finditer(chunk)]
    if found and chunk.startswith("*"):
        found[0] = f"*{found[0]}"
    if found and chunk.endswith("*"):
        found[-1] = f"{found[-1]}*"
    return found


def _follow(
    parts: tuple[_Part, ...], done: int, met: list[tuple[int, ...]], place: int
) -> int | None:
    """Return the place of the last word when parts[done:] follow after `place`, else None."""
    if done == len(parts):
        return place
    part = parts[done]
    reach = _GAP + 1 if part.after_gap else 1
    for following in range(place + 1, min(place + 1 + reach, len(met))):
        if part.atom in met[following]:
            last = _follow(parts, done + 1, met, following)
            if last is not None:
                return last
    return None
