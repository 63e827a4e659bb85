"""Reads the YAML files of one folder as models; gathers every mistake, with file and line.

Separate because checklists and category profiles are read in the same way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from assessor.errors import ChecklistError
from assessor.model import Words
from assessor.texts import say

if TYPE_CHECKING:
    from pathlib import Path

Node = Any
"""A YAML node; PyYAML has no types for them."""

_M = TypeVar("_M", bound=BaseModel)


class Reader:
    """Reads the files of one folder and gathers every problem before any is raised."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[str] = []
        self._trees: dict[str, Node] = {}

    def names(self, pattern: str) -> list[str]:
        """Return the matching files, relative to the folder, sorted."""
        return sorted(p.relative_to(self.folder).as_posix() for p in self.folder.glob(pattern))

    def one(self, name: str, model: type[_M], default: _M | None = None) -> _M | None:
        """Return the file as a model; the default where there is no file; None on mistakes."""
        if not (self.folder / name).is_file():
            if default is None:
                self.problems.append(f"{name}: {say('checklist.no_such_file').en}")
            return default
        tree, data = self._parse(name)
        if tree is None:
            return None
        return self._validate(name, tree, data, model)

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
            self._trees[name] = tree
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

    def add(self, name: str, what: Words, *path: int | str) -> None:
        """Note a problem at a place in a file that was read before: keys and places in lists."""
        node = _node_at(self._trees[name], path)
        self.problems.append(f"{name}:{node.start_mark.line + 1}: {what.en}")

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
