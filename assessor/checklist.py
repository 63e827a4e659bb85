"""A folder of YAML becomes a Checklist, so that a policy adviser can change what is judged.

The classes below are the schema: the same models check the files, make the JSON Schema for editors
and are what the engine works with. Every mistake is reported at once, with file and line. Nothing
here judges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assessor.errors import ChecklistError
from assessor.model import DocumentType, FactKind, Language, Stance, Words
from assessor.texts import say

if TYPE_CHECKING:
    from pathlib import Path

Node = Any
"""A YAML node; PyYAML has no types for them."""

_M = TypeVar("_M", bound=BaseModel)
Level = Annotated[int, Field(ge=1, le=4)]
Text = Annotated[str, Field(min_length=1)]


class _Strict(BaseModel):
    """Base of all parts: unknown keys are mistakes, values cannot change."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Bilingual(_Strict):
    """One text in Dutch and English."""

    nl: Text
    en: Text

    @property
    def words(self) -> Words:
        """Return the pair as the model's `Words`."""
        return Words(self.nl, self.en)


class TermList(_Strict):
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


class Terms(_Strict):
    """The words by which a subject is recognised."""

    core: TermList
    """By itself enough to say: this is about the subject."""
    support: TermList = TermList()
    """Counts only beside a core term or when the meaning is close."""
    other_sense: TermList = TermList()
    """Wider phrases in which a term means something else ("financial audit")."""


class Aspect(_Strict):
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


class Example(_Strict):
    """A passage that counts, with what a trained assessor makes of it."""

    text: Text
    language: Language
    level: Level
    stance: Stance


class CounterExample(_Strict):
    """A passage that looks better than it is."""

    text: Text
    language: Language
    looks_like: Level
    level: Annotated[int, Field(ge=0, le=3)]
    """What it is worth; 0 is nothing on this subject."""
    because: Bilingual


class FollowUp(_Strict):
    """What to ask when the answer evades."""

    cue: Text
    """Id of an evasion in evasions.yaml."""
    ask: Bilingual


class Dialogue(_Strict):
    """Questions to put to the supplier, in plain words, never blaming, never yes-or-no."""

    open: Bilingual
    verify: Bilingual
    acceptable: Bilingual
    """What an acceptable answer looks like; for the contract manager, not to be asked."""
    follow_ups: tuple[FollowUp, ...] = ()


class LevelTexts(_Strict):
    """What each level looks like on this subject."""

    level_1: Bilingual
    level_2: Bilingual
    level_3: Bilingual
    level_4: Bilingual


class Question(_Strict):
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


class Theme(_Strict):
    """A theme and the codes of its topics, in order."""

    code: Text
    name: Bilingual
    topics: tuple[Text, ...]


class Step(_Strict):
    """An OECD step and the codes of its measures."""

    code: Text
    name: Bilingual
    measures: tuple[Text, ...]
    weight: Annotated[float, Field(gt=0, le=100)]
    """Its share of attention, in percent."""


class Evasion(_Strict):
    """A way of not answering, by which a follow-up is chosen."""

    id: Text
    name: Bilingual
    terms: TermList
    ask: Bilingual
    """The follow-up where a question has none of its own for this cue."""


class Decoy(_Strict):
    """A passage that counts for nothing, whatever words it holds."""

    text: Text
    language: Language
    kind: Literal[
        "question", "guidance", "contents", "other_sense", "boilerplate", "unrelated", "marketing"
    ]


class DocumentTypeCues(_Strict):
    """By which words a type of document is recognised in titles and headings."""

    code: DocumentType
    name: Bilingual
    title_terms: TermList
    heading_terms: TermList


class Manifest(_Strict):
    """The checklist's own page: what it is, where it comes from, how it is built."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    version: Annotated[str, Field(pattern=r"^\d{4}\.\d+$")]
    name: Bilingual
    source: Bilingual
    note: Bilingual
    licence: Text
    steps: tuple[Step, ...]
    themes: tuple[Theme, ...] = ()
    document_types: tuple[DocumentTypeCues, ...] = ()


class Checklist(_Strict):
    """A whole checklist, checked."""

    manifest: Manifest
    measures: tuple[Question, ...]
    """In the order of the manifest's steps."""
    topics: tuple[Question, ...]
    """In the order of the manifest's themes; codes are "theme.topic"."""
    evasions: tuple[Evasion, ...] = ()
    decoys: tuple[Decoy, ...] = ()
    boilerplate: TermList = TermList()

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


def load(folder: Path) -> Checklist:
    """Return the checklist in a folder, checked.

    The folder holds checklist.yaml, measures/*.yaml, topics/<theme>/*.yaml and, where the checklist
    has them, evasions.yaml, decoys.yaml and boilerplate.yaml.

    Raises:
        ChecklistError: with every mistake, each as "file:line: what is wrong".
    """
    if not (folder / "checklist.yaml").is_file():
        raise ChecklistError(
            say("checklist.not_found", folder=folder), say("checklist.not_found_remedy")
        )
    reader = _Reader(folder)
    manifest = reader.one("checklist.yaml", Manifest)
    questions = [reader.one(name, Question) for name in reader.names("measures/*.yaml")]
    topics = [reader.one(name, Question) for name in reader.names("topics/*/*.yaml")]
    evasions = reader.listed("evasions.yaml", Evasion)
    decoys = reader.listed("decoys.yaml", Decoy)
    boilerplate = reader.one("boilerplate.yaml", TermList, default=TermList())
    reader.stop_on_problems()
    assert manifest is not None
    assert boilerplate is not None
    checklist = Checklist(
        manifest=manifest,
        measures=reader.ordered(
            [q for q in questions if q], [m for s in manifest.steps for m in s.measures]
        ),
        topics=reader.ordered(
            [t for t in topics if t],
            [f"{theme.code}.{t}" for theme in manifest.themes for t in theme.topics],
        ),
        evasions=tuple(evasions),
        decoys=tuple(decoys),
        boilerplate=boilerplate,
    )
    reader.check_follow_ups(checklist)
    reader.stop_on_problems()
    return checklist


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a question file, for editors."""
    return Question.model_json_schema()


class _Reader:
    """Reads the files of one folder and gathers every problem before any is raised."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[str] = []
        self.homes: dict[str, str] = {}
        """Code of a question → file in which it stands."""

    def names(self, pattern: str) -> list[str]:
        """Return the matching files, relative to the folder, sorted."""
        return sorted(p.relative_to(self.folder).as_posix() for p in self.folder.glob(pattern))

    def one(self, name: str, model: type[_M], default: _M | None = None) -> _M | None:
        """Return the file as a model; the default where there is no file; None on mistakes."""
        if default is not None and not (self.folder / name).is_file():
            return default
        tree, data = self._parse(name)
        if tree is None:
            return None
        made = self._validate(name, tree, data, model)
        if isinstance(made, Question):
            self._note_home(name, tree, made.code)
        return made

    def listed(self, name: str, model: type[_M]) -> list[_M]:
        """Return a file that holds a list, item by item; empty where there is no file."""
        if not (self.folder / name).is_file():
            return []
        tree, data = self._parse(name)
        if tree is None:
            return []
        if not isinstance(data, list):
            self._add(name, tree, say("checklist.not_a_list"))
            return []
        items = zip(tree.value, data, strict=True)
        return [m for node, item in items if (m := self._validate(name, node, item, model))]

    def ordered(self, questions: list[Question], codes: list[str]) -> tuple[Question, ...]:
        """Return the questions in the order of the codes; tell of orphans on either side."""
        by_code = {q.code: q for q in questions}
        for code in codes:
            if code not in by_code:
                self.problems.append(f"checklist.yaml: {say('checklist.no_file', code=code).en}")
        for code in by_code.keys() - set(codes):
            self.problems.append(f"{self.homes[code]}: {say('checklist.no_place', code=code).en}")
        return tuple(by_code[code] for code in codes if code in by_code)

    def check_follow_ups(self, checklist: Checklist) -> None:
        """Tell of follow-ups whose cue is not an evasion."""
        known = {evasion.id for evasion in checklist.evasions}
        for question in checklist.questions:
            for follow_up in question.dialogue.follow_ups:
                if follow_up.cue not in known:
                    self.problems.append(
                        f"{self.homes[question.code]}: "
                        f"{say('checklist.unknown_cue', cue=follow_up.cue).en}"
                    )

    def stop_on_problems(self) -> None:
        """Raise all problems found so far, if any."""
        if self.problems:
            raise ChecklistError(
                say("checklist.mistakes", folder=self.folder, count=len(self.problems)),
                say("checklist.mistakes_remedy"),
                tuple(sorted(self.problems)),
            )

    def _parse(self, name: str) -> tuple[Node, object]:
        """Return a file's YAML nodes, which know their lines, and the values made of them."""
        try:
            loader = yaml.CSafeLoader((self.folder / name).read_text("utf-8"))
            tree = loader.get_single_node()
            if tree is None:
                self.problems.append(f"{name}:1: {say('checklist.empty').en}")
                return None, None
            return tree, loader.construct_document(tree)
        except UnicodeDecodeError:
            self.problems.append(f"{name}: {say('checklist.not_utf8').en}")
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            self.problems.append(f"{name}:{line}: {error.problem}")
        return None, None

    def _validate(self, name: str, tree: Node, data: object, model: type[_M]) -> _M | None:
        try:
            return model.model_validate(data)
        except ValidationError as error:
            for problem in error.errors():
                where = ".".join(str(part) for part in problem["loc"])
                self._add(name, _node_at(tree, problem["loc"]), f"{where}: {problem['msg']}")
        return None

    def _note_home(self, name: str, tree: Node, code: str) -> None:
        if code in self.homes:
            twin = say("checklist.double", code=code, file=self.homes[code])
            self._add(name, tree, twin)
        self.homes[code] = name

    def _add(self, name: str, node: Node, what: str | Words) -> None:
        told = what.en if isinstance(what, Words) else what
        self.problems.append(f"{name}:{node.start_mark.line + 1}: {told}")


def _node_at(tree: Node, path: tuple[int | str, ...]) -> Node:
    """Return the deepest node on the path, so that a mistake has the nearest line."""
    node = tree
    for part in path:
        if isinstance(node, yaml.MappingNode):
            found = next((v for k, v in node.value if k.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            found = node.value[part] if part < len(node.value) else None
        else:
            found = None
        if found is None:
            return node
        node = found
    return node
