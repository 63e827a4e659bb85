"""Files in, Assessment out: the only place that knows the order of the stages.

An `Engine` holds a checklist made ready; it is costly to make (seconds) and cheap to use again.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from assessor import checklist as checklists
from assessor import locations, reading
from assessor.errors import ReadingError
from assessor.model import Assessment, Document, Passage, Submission, Words
from assessor.texts import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future
    from datetime import date
    from pathlib import Path

    from assessor.checklist import Categories, Checklist
    from assessor.judging.case import Arrival, Case
    from assessor.judging.explanation import Explanation
    from assessor.matching.corpus import TrainingPassage


class Progress(Protocol):
    """Hears how far the work is: reading, preparing, matching or judging; done, of how many.

    While a file is read also `pages` or `scans`: of that file, so many pages read or recognised.
    """

    def __call__(self, step: str, done: int, total: int) -> None:
        """Hear that so many of the step's parts are done."""


@dataclass(frozen=True)
class Assessed:
    """An assessment with the documents that it speaks of."""

    assessment: Assessment
    documents: tuple[Document, ...]
    prints: tuple[int, ...] = ()
    """By which a copy of the documents is recognised (see judging.noticing.copies)."""


class Nothing(ReadingError):
    """No file of the submission could be read; `refused` says per file why."""

    def __init__(self, refused: Sequence[tuple[str, Words]]) -> None:
        super().__init__(joined((why for _, why in refused), " "), Words("", ""))
        self.refused = tuple(refused)


class Engine:
    """A checklist with everything that is fitted from it, ready to assess."""

    def __init__(
        self,
        checklist: Checklist,
        *,
        categories: Categories | None = None,
        corpus: Sequence[TrainingPassage] | None = None,
        with_meaning: bool | None = None,
    ) -> None:
        """Fit a checklist, or take what was fitted before.

        Args:
            checklist: what is judged.
            categories: what one may expect per category; those that are shipped by default.
            corpus: what teaches beside the checklist; what is shipped by default.
            with_meaning: whether embeddings take part; by default where they are installed.
        """
        from assessor.judging.case import Rulebook
        from assessor.judging.levels import grader_for
        from assessor.matching.heads import heads_for
        from assessor.matching.hearing import hearing_for
        from assessor.matching.lessons import lessons
        from assessor.matching.matcher import Matcher
        from assessor.matching.terms import QuestionTerms
        from assessor.matching.weights import weights

        taught, terms = lessons(checklist, corpus), QuestionTerms(checklist)
        heads = heads_for(taught, with_meaning=with_meaning)
        uses_meaning = heads.meaning is not None
        self.matcher = Matcher(heads, terms, taught, hearing_for(taught, with_meaning=uses_meaning))
        weighing = weights(with_meaning=uses_meaning)
        self.rules = Rulebook(
            checklist,
            categories or checklists.load_categories(locations.categories()),
            terms,
            taught,
            grader_for(checklist, taught, terms, with_meaning=uses_meaning),
            weighing.counts,
            weighing.doubtful,
            weighing.looked_at,
            uses_meaning,
        )

    @property
    def checklist(self) -> Checklist:
        """Return the checklist that it judges by."""
        return self.rules.checklist

    def wake(self) -> None:
        """Load what the first passage would otherwise wait for: tokens and embeddings."""
        from assessor.matching import meaning, nlp

        nlp.tokens("", "nl")  # English is quick, once Dutch is there
        if self.rules.with_meaning:
            meaning.embed([""])

    def assess(
        self,
        submission: Submission,
        *,
        category: str | None = None,
        contract_date: date | None = None,
        arrival: Arrival | None = None,
        progress: Progress | None = None,
    ) -> Assessment:
        """Return the assessment of documents that were already read."""
        from assessor.judging import draw_up

        case = self.case(submission, category, contract_date, progress)
        if arrival is not None:
            case = replace(case, arrival=arrival)
        (progress or _silent)("judging", 0, 1)
        return draw_up(case, self.rules)

    def case(
        self,
        submission: Submission,
        category: str | None = None,
        contract_date: date | None = None,
        progress: Progress | None = None,
    ) -> Case:
        """Return documents that were already read, cut into passages and matched."""
        from assessor.judging.case import Case
        from assessor.reading.passages import passages_of

        tell = progress or _silent
        passages = [
            passage
            for index, document in enumerate(submission.documents)
            for passage in passages_of(document, index)
        ]
        candidates = self.matcher.match(passages, lambda done, total: tell("matching", done, total))
        return Case(submission, passages, candidates, category, contract_date)

    def explain(self, sentence: str) -> list[Explanation]:
        """Return why a sentence would or would not count, for every question, likeliest first."""
        from assessor.judging.explanation import explain
        from assessor.reading.language import language_of

        language = "en" if language_of(sentence) == "en" else "nl"
        passage = Passage(0, 0, 0, len(sentence), sentence, "paragraph", language, None)
        return explain(self.matcher.look_at(passage), passage, self.rules)


@contextmanager
def _made_to_stay() -> Iterator[None]:
    """Keep what is made meanwhile out of the search for objects that only hold each other.

    Checklists, terms and weights stay as long as the process; sweeping through them again and again
    took a fifth of a first assessment and more of the next.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


@lru_cache(maxsize=4)
def engine(folder: Path | None = None) -> Engine:
    """Return the engine of a checklist, by folder or shipped name (`isv` by default), made once.

    It is awake, and stays as long as the process.

    Raises:
        ChecklistError: when the checklist has mistakes.
    """
    from assessor.matching import meaning

    with _made_to_stay():
        meaning.prepare()
        made = Engine(checklists.load(locations.checklist(folder)))
        made.wake()
    return made


def _get_ready(folder: Path | None) -> Future[Engine]:
    """Return the engine to be, with everything loaded, while the files are read in their process.

    On a thread that no one waits for: where no file can be read, nothing needs to be ready.
    """
    from concurrent.futures import Future
    from threading import Thread

    ready: Future[Engine] = Future()

    def make() -> None:
        try:
            made = engine(folder)
        except BaseException as error:  # noqa: BLE001  # told to whoever asks for the engine
            ready.set_exception(error)
        else:
            ready.set_result(made)

    Thread(target=make, daemon=True).start()
    return ready


def read_all(paths: Sequence[Path], progress: Progress | None = None) -> Submission:
    """Return the files read; those that cannot be read stand in `refused` with the reason.

    Raises:
        Nothing: when none could be read.
    """
    documents: list[Document] = []
    refused: list[tuple[str, Words]] = []
    for done, path in enumerate(paths):
        (progress or _silent)("reading", done, len(paths))
        try:
            documents.append(reading.read(path, follows=progress))
        except ReadingError as error:
            refused.append((path.name, Words(error.told_in("nl"), error.told_in("en"))))
    if not documents:
        raise Nothing(refused)
    return Submission(tuple(documents), tuple(refused))


def assess(  # noqa: PLR0913  # all that may be known of a submission, by name
    paths: Sequence[Path],
    *,
    category: str | None = None,
    contract_date: date | None = None,
    arrival: Arrival | None = None,
    checklist: Path | None = None,
    progress: Progress | None = None,
) -> Assessed:
    """Return the assessment of one submission of one supplier.

    Args:
        paths: its files.
        category: a code of the taxonomy, where the contract's category is known.
        contract_date: when the contract was signed, where that is known.
        arrival: when the files came in and what other suppliers handed in, where that is known.
        checklist: folder or shipped name of the checklist; `isv` by default.
        progress: hears how far the work is.

    Raises:
        Nothing: when no file could be read.
        ChecklistError: when the checklist has mistakes.
    """
    getting_ready = _get_ready(checklist)
    submission = read_all(paths, progress)
    (progress or _silent)("preparing", 0, 1)
    ready = getting_ready.result()
    assessment = ready.assess(
        submission,
        category=category,
        contract_date=contract_date,
        arrival=arrival,
        progress=progress,
    )
    from assessor.judging.noticing.copies import prints_of

    prints = tuple(sorted(prints_of(submission.documents)))
    return Assessed(assessment, submission.documents, prints)


def _silent(step: str, done: int, total: int) -> None:
    """Hear and say nothing."""
