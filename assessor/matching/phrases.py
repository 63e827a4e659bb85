"""Finds the terms of a checklist in text: stems, phrases and Dutch compounds, in one pass.

A term is one or more words; `*` stands for any letters at that end of a word and ` .. ` between
words for up to four others, so a policy adviser can write "*kinderarbeid*" or "geen ..
aangetroffen". Thousands of terms are looked up together: each distinct word of a text is worked out
once, then phrases are followed from their first word.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

L = TypeVar("L")
V = TypeVar("V")

_GAP = 4
"""Words that ` .. ` leaves room for: "leeftijd van alle nieuwe werknemers gecontroleerd"."""
_SHORTEST_INFIX = 3
"""Below this a stem with `*` on both sides would hit by accident."""
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_FOLDS = str.maketrans({"\u2019": "'", "\u2018": "'", "ß": "ss", "ø": "o", "ı": "i"})


class Word(NamedTuple):
    """A word of a text, folded, with its place."""

    form: str
    start: int
    end: int


class Hit(NamedTuple, Generic[L]):
    """A term found: what it stands for, and where."""

    label: L
    start: int
    end: int


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return the word in lower case without accents."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.lower().translate(_FOLDS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text; hyphens part words, apostrophes do not.

    Kept for a while, since terms, decoys and word use all ask for the same passage.
    """
    return tuple(Word(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text))


class _Part(NamedTuple):
    """One word of a term: an atom's number, and whether others may stand before it."""

    atom: int
    after_gap: bool


class _Term(NamedTuple, Generic[L]):
    """A term in parts, and what it stands for."""

    parts: tuple[_Part, ...]
    others: frozenset[int]
    """Atoms of all its words but the first: where a text lacks one, the term is not there."""
    label: L


class _Remembered(dict[str, V]):
    """By a folded word of a text what is worked out from it, at the first time that it is met."""

    def __init__(self, work_out: Callable[[str], V]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, form: str) -> V:
        self[form] = worked_out = self._work_out(form)
        return worked_out


class _Stems:
    """Stems that other letters may follow, with their numbers."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.shortest = sys.maxsize
        self.openings: set[str] = set()
        """The first letters of every stem, as many as the shortest has: most words have none."""

    def add(self, stem: str, number: int) -> None:
        """Keep a stem and its number."""
        self._numbers[stem] = number
        if len(stem) < self.shortest:
            self.shortest = len(stem)
            self.openings = {known[: self.shortest] for known in self._numbers}
        self.openings.add(stem[: self.shortest])

    def find(self, form: str, start: int = 0) -> Iterator[int]:
        """Yield the numbers of the stems that stand in a word from a place, shortest first."""
        for end in range(start + self.shortest, len(form) + 1):
            if (number := self._numbers.get(form[start:end])) is not None:
                yield number


class _Atoms:
    """All distinct words of all terms, each with a number, found by how they match."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._exact: dict[str, int] = {}
        self._suffix: dict[str, int] = {}
        self._prefix, self._infix = _Stems(), _Stems()
        self.of = _Remembered(lambda form: tuple(self._work_out(form)))
        """By a folded word of a text the numbers of all atoms that it meets."""

    def number(self, pattern: str) -> int:
        """Return the atom's number for a word of a term such as "kinder*"."""
        pattern = fold(pattern)
        if pattern not in self._numbers:
            number = self._numbers[pattern] = len(self._numbers)
            stem = pattern.strip("*")
            match pattern.startswith("*"), pattern.endswith("*"):
                case False, False:
                    self._exact[stem] = number
                case True, False:
                    self._suffix[stem] = number
                case False, True:
                    self._prefix.add(stem, number)
                case _ if len(stem) >= _SHORTEST_INFIX:
                    self._infix.add(stem, number)
        return self._numbers[pattern]

    def _work_out(self, form: str) -> Iterator[int]:
        if form in self._exact:
            yield self._exact[form]
        prefix, infix, suffix = self._prefix, self._infix, self._suffix
        if form[: prefix.shortest] in prefix.openings:
            yield from prefix.find(form)
        for start in range(len(form)):
            if (number := suffix.get(form[start:])) is not None:
                yield number
            if form[start : start + infix.shortest] in infix.openings:
                yield from infix.find(form, start)


class Lexicon(Generic[L]):
    """Terms with what each stands for; made once, asked often."""

    def __init__(self, entries: Iterable[tuple[L, str]]) -> None:
        self._atoms = _Atoms()
        self._starts: defaultdict[int, list[_Term[L]]] = defaultdict(list)
        self._opened = _Remembered(self._opened_by)
        """By a folded word of a text the terms that it may open; most words open none."""
        for label, term in entries:
            parts = self._parts(term)
            if parts:
                others = frozenset(part.atom for part in parts[1:])
                self._starts[parts[0].atom].append(_Term(parts, others, label))

    def find(self, text: str) -> list[Hit[L]]:
        """Return every term in the text, in order of place; the same label may come often."""
        return self.find_in(words(text))

    def find_in(self, found: Sequence[Word]) -> list[Hit[L]]:
        """Return every term in words that were already parted."""
        hits: list[Hit[L]] = []
        met: set[int] | None = None
        for place, word in enumerate(found):
            for term in self._opened[word.form]:
                last: int | None = place
                if term.others:
                    met = self._met(found) if met is None else met
                    last = self._follow(term, 1, found, place) if term.others <= met else None
                if last is not None:
                    hits.append(Hit(term.label, word.start, found[last].end))
        return hits

    def _met(self, found: Sequence[Word]) -> set[int]:
        """Return all atoms that the words meet."""
        return set(chain.from_iterable([self._atoms.of[word.form] for word in found]))

    def _opened_by(self, form: str) -> tuple[_Term[L], ...]:
        return tuple(term for atom in self._atoms.of[form] for term in self._starts.get(atom, ()))

    def _follow(self, term: _Term[L], done: int, found: Sequence[Word], place: int) -> int | None:
        """Return the place of the last word when the term's parts follow after `place`."""
        if done == len(term.parts):
            return place
        part = term.parts[done]
        reach = _GAP + 1 if part.after_gap else 1
        for following in range(place + 1, min(place + 1 + reach, len(found))):
            if part.atom in self._atoms.of[found[following].form]:
                last = self._follow(term, done + 1, found, following)
                if last is not None:
                    return last
        return None

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
    found = _WORD.findall(chunk)
    if found and chunk.startswith("*"):
        found[0] = f"*{found[0]}"
    if found and chunk.endswith("*"):
        found[-1] = f"{found[-1]}*"
    return found
