"""The passages on which terms are measured: the checklist's own, the training corpus, the demo."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from assessor import locations, reading
from assessor.matching.corpus import read_corpus
from assessor.reading.passages import passages_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.checklist import Checklist

_FILES = {".pdf", ".docx"}


@dataclass(frozen=True, slots=True)
class Said:
    """A passage of text with its language."""

    text: str
    language: str


def pool_of(checklist: Checklist) -> tuple[Said, ...]:
    """Return the checklist's own passages and those of the corpora, where these are present."""
    return (*own_passages(checklist), *corpora())


def own_passages(checklist: Checklist) -> Iterator[Said]:
    """Yield the examples, counter-examples and decoys of a checklist."""
    for question in checklist.questions:
        for example in question.labelled:
            yield Said(example.text, example.language)
    for decoy in checklist.decoys:
        yield Said(decoy.text, decoy.language)


@cache
def corpora() -> tuple[Said, ...]:
    """Return the passages of the training corpus and of the demo documents."""
    taught = tuple(Said(p.text, p.language) for p in read_corpus(locations.training()))
    files = sorted(p for p in locations.demo().rglob("*") if p.suffix in _FILES)
    read = (p for file in files for p in passages_of(reading.read(file)))
    return (*taught, *(Said(p.text, p.language) for p in read))
