"""Reads the training corpus: labelled passages that teach beside a checklist's own examples.

One JSON object per line, one file per author (corpora/README.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from assessor.errors import AssessorError
from assessor.model import Stance  # noqa: TC001  # msgspec reads it at run time
from assessor.texts import say

if TYPE_CHECKING:
    from pathlib import Path


class CorpusError(AssessorError):
    """A line of the training corpus is not what its schema says."""

    code = "A302"


class TrainingPassage(msgspec.Struct, frozen=True):
    """One labelled passage of the corpus."""

    text: str
    language: str
    measures: tuple[str, ...]
    topics: tuple[str, ...]
    """Without their theme: "child_labour"."""
    level: int
    """0 to 4; 0 with codes is a denial, 0 without codes is about nothing."""
    stance: Stance | None
    form: str
    """sentence, list_item, table_row, heading, or with noise: ocr, typo."""
    category: str
    imitates: str
    """Who would write so: reseller, caterer, multinational …"""
    negative: str | None
    """Why it is about nothing: "easy" or the kind of trap; None for what is about something."""
    document: str = ""
    """The document that it is part of; empty for a loose passage."""
    section: str = ""
    """The section that it is part of; sections stand in order, and so do their passages."""
    heading: str = ""
    """The heading of its section."""
    author: str = ""
    """Who wrote it: the name of its file."""


def read_corpus(folder: Path) -> tuple[TrainingPassage, ...]:
    """Return all passages of the corpus, by file and line; none where the folder is absent.

    Raises:
        CorpusError: when a line is not as the schema says.
    """
    decoder = msgspec.json.Decoder(TrainingPassage)
    found: list[TrainingPassage] = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            try:
                passage = decoder.decode(line)
            except msgspec.DecodeError as error:
                raise CorpusError(
                    say("evaluate.bad_corpus", file=path.name, line=number, reason=error),
                    say("evaluate.bad_corpus_remedy"),
                ) from error
            found.append(msgspec.structs.replace(passage, author=path.stem))
    return tuple(found)
