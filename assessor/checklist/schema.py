"""What a checklist is made of, for the files, for editors and for the engine alike.

The classes below are the schema: the same models check the files, make the JSON Schema for editors
and are what the engine works with.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003  # pydantic reads it at run time
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assessor.model import DocumentType, FactKind, Language, Stance, Words

Level = Annotated[int, Field(ge=1, le=4)]
Text = Annotated[str, Field(min_length=1)]


class Strict(BaseModel):
    """Base of all parts: unknown keys are mistakes, values cannot change."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Bilingual(Strict):
    """One text in Dutch and English."""

    nl: Text
    en: Text

    @property
    def words(self) -> Words:
        """Return the pair as the model's `Words`."""
        return Words(self.nl, self.en)


class TermList(Strict):
    """Terms per language.

    A term is one or more words in lower case. `*` stands for any letters at that end of a word, so
    `*kinderarbeid*` also meets "kinderarbeidsbeleid"; ` .. ` between words leaves room for up to
    four others.
    """

    nl: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()

    def in_language(self, language: str) -> tuple[str, ...]:
        """Return the terms of a language; of both where the language is neither."""
        if language == "nl":
            return self.nl
        return self.en if language == "en" else self.nl + self.en


class Terms(Strict):
    """The words by which a subject is recognised."""

    core: TermList
    """By itself enough to say: this is about the subject."""
    support: TermList = TermList()
    """Counts only beside a core term or when the meaning is close."""
    other_sense: TermList = TermList()
    """Wider phrases in which a term means something else ("financial audit")."""


class Aspect(Strict):
    """One thing that a complete answer contains."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    name: Bilingual
    level: Annotated[int, Field(ge=2, le=4)]
    """The level for which it is needed."""
    missing: Bilingual
    """Advice when it is not there, as a colleague would say it."""
    terms: TermList = TermList()
    facts: tuple[FactKind, ...] = ()
    """Kinds of fact of which any one shows this aspect on a passage about the subject."""


class Example(Strict):
    """A passage that counts, with what a trained assessor makes of it."""

    text: Text
    language: Language
    level: Level
    stance: Stance


class CounterExample(Strict):
    """A passage that looks better than it is."""

    text: Text
    language: Language
    looks_like: Level
    level: Annotated[int, Field(ge=0, le=3)]
    """What it is worth; 0 is nothing on this subject."""
    because: Bilingual


class FollowUp(Strict):
    """What to ask when the answer evades."""

    cue: Text
    """Id of an evasion in evasions.yaml."""
    ask: Bilingual


class Dialogue(Strict):
    """Questions to put to the supplier, in plain words, never blaming, never yes-or-no."""

    open: Bilingual
    verify: Bilingual
    acceptable: Bilingual
    """What an acceptable answer looks like; for the contract manager, not to be asked."""
    follow_ups: tuple[FollowUp, ...] = ()


class LevelTexts(Strict):
    """What each level looks like on this subject."""

    level_1: Bilingual
    level_2: Bilingual
    level_3: Bilingual
    level_4: Bilingual

    @property
    def in_order(self) -> tuple[Bilingual, ...]:
        """Return the texts of levels 1 to 4."""
        return (self.level_1, self.level_2, self.level_3, self.level_4)


class Question(Strict):
    """A measure or a topic: what is asked of the documents."""

    code: Text
    name: Bilingual
    question: Bilingual
    why: Bilingual
    references: Annotated[tuple[Text, ...], Field(min_length=1)]
    expected_in: Annotated[tuple[DocumentType, ...], Field(min_length=1)]
    levels: LevelTexts
    aspects: Annotated[tuple[Aspect, ...], Field(min_length=2)]
    terms: Terms
    examples: Annotated[tuple[Example, ...], Field(min_length=4)]
    counter_examples: tuple[CounterExample, ...] = ()
    dialogue: Dialogue

    @property
    def labelled(self) -> tuple[Example | CounterExample, ...]:
        """Return examples and counter-examples together."""
        return (*self.examples, *self.counter_examples)


class Theme(Strict):
    """A theme and the codes of its topics, in order."""

    code: Text
    name: Bilingual
    topics: Annotated[tuple[Text, ...], Field(min_length=1)]


class Step(Strict):
    """A step of the OECD, or a part of another checklist, and the codes of its measures."""

    code: Text
    name: Bilingual
    measures: Annotated[tuple[Text, ...], Field(min_length=1)]
    weight: Annotated[float, Field(gt=0, le=100)]
    """Its share of attention, in percent."""


class Evasion(Strict):
    """A way of not answering, by which a follow-up is chosen."""

    id: Text
    name: Bilingual
    terms: TermList
    ask: Bilingual
    """The follow-up where a question has none of its own for this cue."""


class Decoy(Strict):
    """A passage that counts for nothing, whatever words it holds."""

    text: Text
    language: Language
    kind: Literal[
        "question", "guidance", "contents", "other_sense", "boilerplate", "unrelated", "marketing"
    ]


class DocumentTypeCues(Strict):
    """By which words a type of document is recognised in titles and headings."""

    code: DocumentType
    name: Bilingual
    title_terms: TermList
    heading_terms: TermList


class Regime(Strict):
    """What contracts of some years ask; the regime that a contract's date falls in holds for it."""

    id: Text
    until: date | None = None
    """The last day of the regime; None for the present one."""
    not_contractual: tuple[Text, ...] = ()
    """Themes that such a contract does not ask for."""
    note: Bilingual
    source: Text


class Manifest(Strict):
    """The checklist's own page: what it is, where it comes from, how it is built."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    version: Annotated[str, Field(pattern=r"^\d{4}\.\d+$")]
    name: Bilingual
    source: Bilingual
    note: Bilingual
    licence: Text
    steps_name: Bilingual | None = None
    """What the steps are together; those of the OECD where nothing is said."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    themes: tuple[Theme, ...] = ()
    document_types: tuple[DocumentTypeCues, ...] = ()
    learns_from_corpus: bool = False
    """Whether the training corpus, which is labelled with the codes of `isv`, teaches it too."""


class Checklist(Strict):
    """A whole checklist, checked."""

    manifest: Manifest
    measures: tuple[Question, ...]
    """In the order of the manifest's steps."""
    topics: tuple[Question, ...]
    """In the order of the manifest's themes; codes are "theme.topic"."""
    evasions: tuple[Evasion, ...] = ()
    decoys: tuple[Decoy, ...] = ()
    boilerplate: TermList = TermList()
    regimes: tuple[Regime, ...] = ()
    """Oldest first; the last has no end."""

    def regime_on(self, day: date) -> Regime | None:
        """Return the regime of a contract signed on a day; None where there are none."""
        return next((r for r in self.regimes if r.until is None or day <= r.until), None)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return measures and topics together, measures first."""
        return self.measures + self.topics

    def question(self, code: str) -> Question:
        """Return the question with this code.

        Raises:
            KeyError: when there is none.
        """
        for question in self.questions:
            if question.code == code:
                return question
        raise KeyError(code)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a question file, for editors."""
    return Question.model_json_schema()
