"""How likely a sentence of running text names a risk of the chain, or an action that answers one.

The same is asked of a row of a table, for a list of actions also holds "new website". A sum over
readable signs of the sentence, its surroundings and what the matcher heard in it; the word lists
stand in prose.yaml, the weights in prose_weights.yaml, made by bench/fit_prose.py from documents
that people read.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from assessor.judging.odds import log_odds
from assessor.judging.wording import pattern
from assessor.matching.decoys import decoy
from assessor.matching.phrases import Lexicon, words
from assessor.matching.specifics import countries_in, facts
from assessor.matching.stance import stance
from assessor.model import JUDGED_LANGUAGES
from assessor.rules import rules

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from assessor.judging.case import Case
    from assessor.matching.candidates import Candidate
    from assessor.model import Passage

TOLD_IN = {"paragraph", "list_item"}
"""Kinds of passage that tell something in running text."""
_LONGEST_LEAD = 8
"""Words; a longer sentence leads no paragraphs."""
_LEADS_FOR = 8
"""Sentences that stand under a question or a short lead."""
_MOST = 3
_SHORT, _LONG = 5, 40
"""Words of a sentence that is hardly one, and of one that is more than one."""
_FACTS = ("date", "place", "role", "party", "money", "number", "percentage", "tier", "verification")
_CUES = ("done", "planned", "vague", "denied")
_TOGETHER = (
    ("risks", "section_end"),
    ("risks", "dated"),
    ("risks", "harm"),
    ("actions", "item"),
    ("actions", "does"),
    ("actions", "dated"),
    ("actions", "actor_first"),
    ("results", "ordinal"),
)
"""Signs that say more together: what stands above, and what the sentence shows."""
_OF_A_SECTION = ("relevance", "harm", "own_firm", "chain", "abroad", "dated", "does")
_QUESTIONS = (
    "1.1",
    "1.2",
    "1.3",
    "2.1",
    "2.2",
    "2.3",
    "2.4",
    "3.1",
    "3.2",
    "4.1",
    "5.1",
    "6.1",
    "6.2",
    "SE",
)


_UNLIKELY = -9.2
"""Log-odds of being quoted below which all passages are alike: a chance of one in ten thousand."""


class Prose:
    """The running text of one case, to be asked what its sentences name."""

    def __init__(self, case: Case, telling: Mapping[str, Mapping[int, float]]) -> None:
        """Look at the text; `telling` says by code how likely each passage would be quoted."""
        self._passages = case.passages
        self._telling = telling
        self._about: dict[int, list[Candidate]] = {}
        for candidate in case.candidates:
            self._about.setdefault(candidate.passage, []).append(candidate)
        self._above = _above(case.passages)
        self._names = names_in(case.passages)
        self._own = {i: self.own_signs(i) for i, p in enumerate(case.passages) if _is_own_word(p)}
        self._ends = self._section_ends()
        self._around = self._sections()

    @property
    def sentences(self) -> Sequence[int]:
        """Return the indexes of the passages that tell something in running text."""
        return list(self._own)

    def above(self, index: int) -> str:
        """Return the headings, questions and short leads above a sentence."""
        return self._above[index]

    def signs(self, index: int) -> dict[str, float]:
        """Return the signs of a sentence by name, with those of its neighbours."""
        row = self._own[index] | self._quoted(index)
        here = self._passages[index]
        row |= self._around[here.document, here.headings]
        row["section_end"] = float(index in self._ends)
        for above, sign in _TOGETHER:
            row[f"{above}_and_{sign}"] = row.get(f"above_{above}", 0.0) * row[sign]
        row["no_vector"] = float(self._vector(index) is None)
        for name, step in (("before", -1), ("after", 1)):
            beside = self._own.get(index + step)
            if beside is None or self._passages[index + step].block != here.block:
                continue
            for sign in ("harm", "does", "called_risk", "dated", "judged", "relevance"):
                row[f"{name}_{sign}"] = beside[sign]
        return row

    def chances(self, kind: str) -> dict[int, float]:
        """Return per sentence the chance that it names a `risk` or an `action`."""
        known = self.known_as(kind)
        return {i: self._chance(i, self.signs(i), known) for i in self._own}

    def known_as(self, kind: str) -> str:
        """Return the name under which a kind was learned.

        Another checklist asks other questions: then how telling passages are takes no part.
        """
        return kind if self._telling.keys() & set(_QUESTIONS) else f"{kind}_untold"

    def is_own_work(self, index: int) -> bool:
        """Return whether a row of actions is the firm's own work; never without embeddings."""
        if self._vector(index) is None:
            return False
        least: float = rules("assessor.judging", "prose")["chosen"]["listed_action"]
        return self._chance(index, self.own_signs(index), "listed_action") < least

    def _chance(self, index: int, signs: Mapping[str, float], kind: str) -> float:
        learned = rules("assessor.judging", "prose_weights")[kind]
        odds = learned["start"]
        for name, value in signs.items():
            odds += learned["signs"].get(name, 0.0) * value
        vector = self._vector(index)
        if vector is not None:
            odds += float(np.dot(vector, _meant(kind)))
        return 1 / (1 + math.exp(-odds))

    def _vector(self, index: int) -> NDArray[np.float32] | None:
        return next((c.vector for c in self._about.get(index, ()) if c.vector is not None), None)

    def _section_ends(self) -> set[int]:
        """Return the last sentences of every section."""
        last = {(self._passages[i].document, self._passages[i].headings): i for i in self._own}
        return set(last.values())

    def _sections(self) -> dict[tuple[int, tuple[str, ...]], dict[str, float]]:
        """Return per section, by its headings, how its sentences show a few signs on average."""
        by_section: dict[tuple[int, tuple[str, ...]], list[dict[str, float]]] = {}
        for index, row in self._own.items():
            passage = self._passages[index]
            by_section.setdefault((passage.document, passage.headings), []).append(row)
        return {
            key: {f"section_{s}": sum(r[s] for r in rows) / len(rows) for s in _OF_A_SECTION}
            for key, rows in by_section.items()
        }

    def own_signs(self, index: int) -> dict[str, float]:
        """Return the signs of a sentence, or of a row of a table, without its neighbours."""
        passage = self._passages[index]
        said = words(passage.text)
        known = facts(passage.text, passage.language)
        heard = stance(passage.text, passage.language, known)
        about = self._about.get(index, ())
        row = dict.fromkeys(_names("words"), 0.0)
        for hit in _lexicon("words").find_in(said):
            row[hit.label] = min(row[hit.label] + 1, _MOST)
        row |= {name: row[name] ** 0.5 for name in _names("words")}
        for hit in _lexicon("above").find(self._above[index]):
            row[f"above_{hit.label}"] = 1.0
        row |= {f"fact_{k}": float(k in known.kinds) for k in _FACTS}
        counts = dict(heard.counts)
        row |= {f"cue_{c}": min(counts.get(c, 0), _MOST) ** 0.5 for c in _CUES}
        row["deadline"] = float(bool(known.deadlines))
        row["abroad"] = float(any(c != "NL" for c in known.countries))
        row["person"] = float(pattern("person").search(passage.text) is not None)
        row["dated"] = float(pattern("date").search(passage.text) is not None)
        row["we_first"] = float(bool(said) and said[0].form in _we())
        row["actor_first"] = float(passage.text.lstrip("•–- ").split(" ")[0] in self._names)
        row["item"] = float(passage.kind == "list_item")
        row["first"], row["last"] = float(not passage.before), float(not passage.after)
        row["short"], row["long"] = float(len(said) < _SHORT), float(len(said) > _LONG)
        row["length"] = min(len(said), _LONG) / _LONG
        row["question"] = float(passage.text.rstrip().endswith("?"))
        row["place_in_document"] = index / max(len(self._passages), 1)
        row |= _relevances(about)
        return row

    def _quoted(self, index: int) -> dict[str, float]:
        """Return how likely readers would quote it, on each measure and on what topic most."""
        chances = {code: of.get(index, 0.0) for code, of in self._telling.items()}
        on = {question: chances.pop(question, 0.0) for question in _QUESTIONS}
        on["topic"] = max(chances.values(), default=0.0)
        likely = {f"likely_{q}": max(log_odds(c) - _UNLIKELY, 0.0) for q, c in on.items()}
        return likely | {f"quoted_{q}": c for q, c in on.items()}


@cache
def _meant(kind: str) -> NDArray[np.float32]:
    """Return what each of the 512 numbers of an embedding adds."""
    return np.array(rules("assessor.judging", "prose_weights")[kind]["meaning"], dtype=np.float32)


def is_counted(said: str) -> bool:
    """Return whether a sentence takes the next place in a row: "second", "daarnaast"."""
    return any(hit.label == "ordinal" for hit in _lexicon("words").find(said))


def is_told(passage: Passage) -> bool:
    """Return whether a passage is a sentence of running text in a language that is judged."""
    return passage.kind in TOLD_IN and passage.language in JUDGED_LANGUAGES


def _is_own_word(passage: Passage) -> bool:
    """Return whether the supplier itself says something here, and does not ask or explain."""
    return is_told(passage) and decoy(passage) is None


def _relevances(about: Sequence[Candidate]) -> dict[str, float]:
    """Return how much the matcher heard of topics and of measures."""
    row = {"relevance": 0.0, "core": 0.0} | {f"on_{q}": 0.0 for q in _QUESTIONS}
    for c in about:
        if c.code[0].isalpha():
            row["relevance"] = max(row["relevance"], c.relevance)
            row["core"] = max(row["core"], float(bool(c.met.core)))
        elif f"on_{c.code}" in row:
            row[f"on_{c.code}"] = c.relevance
    return row


def _above(passages: Sequence[Passage]) -> list[str]:
    """Return what stands above each passage: headings, its introduction, a question or lead."""
    above: list[str] = []
    lead, since = "", 0
    under: tuple[str, ...] = ()
    for passage in passages:
        is_new = passage.headings != under
        if is_new:
            lead, under = "", passage.headings
        above.append(" . ".join((*passage.headings, passage.introduction, lead)))
        since += 1
        if _leads(passage):
            lead, since = passage.text, 0
        elif since > _LEADS_FOR:
            lead = ""
    return above


def _leads(passage: Passage) -> bool:
    """Return whether a sentence leads those below it, as a question or a few words do."""
    if passage.kind != "paragraph":
        return False
    is_question = passage.text.rstrip().endswith("?")
    return is_question or (not passage.before and len(words(passage.text)) <= _LONGEST_LEAD)


def names_in(passages: Sequence[Passage]) -> set[str]:
    """Return the words with a capital inside sentences that are no places: names of who acts."""
    found = {
        w.strip(",.;:()’'")
        for p in passages
        if is_told(p)
        for w in p.text.split()[1:]
        if w[:1].isupper()
    }
    return {w for w in found if w.isalpha() and not countries_in(w) and w.lower() not in _we()}


@cache
def _names(part: str) -> tuple[str, ...]:
    return tuple(cast("dict[str, Any]", rules("assessor.judging", "prose"))[part])


@cache
def _lexicon(part: str) -> Lexicon[str]:
    lists = cast("dict[str, Any]", rules("assessor.judging", "prose"))[part]
    return Lexicon((name, term) for name, by in lists.items() for term in by["nl"] + by["en"])


@cache
def _we() -> frozenset[str]:
    by = rules("assessor.judging", "prose")["words"]["we"]
    return frozenset(by["nl"] + by["en"])
