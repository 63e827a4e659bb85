"""A folder of YAML files becomes a Checklist; every mistake is told at once, with file and line.

Separate from the schema, which says what a checklist is; here is only where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from assessor.checklist.schema import Checklist, Decoy, Evasion, Manifest, Question, TermList
from assessor.errors import ChecklistError
from assessor.model import Words
from assessor.texts import say

if TYPE_CHECKING:
    from pathlib import Path

Node = Any
"""A YAML node; PyYAML has no types for them."""

_M = TypeVar("_M", bound=BaseModel)


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
