"""Mistakes of form in a Word template, each told with the words among which it stands.

Looked for before the template is filled in, because the libraries that fill it in say only in
English, and without the place, that something somewhere was not closed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assessor.export.harmless import in_one_line
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from jinja2 import Environment

    from assessor.model import Words

_MARK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_LOOSE = re.compile(r"\{_+[{%#]|[}%#]_+\}|\{ +[{%#]|[}%#] +\}|\{[{%#]|[}%#]\}")
"""The beginning or end of a mark, alone or with something in between that breaks it."""
_OPENING = re.compile(r"\{[{%#]")
_WORD = re.compile(r"\{%[-+]?(?:(?:p|tr|tc|r)\b)?\s*(\w+)")
_PREFIX = re.compile(r"(?<=\{[{%])(?:p|tr|tc|r)(?= )")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_ENDS = {word: f"end{word}" for word in ("for", "if", "filter", "with", "macro", "call")}
_BEGINS = {end: word for word, end in _ENDS.items()}
_INNER = {"elif": ("if",), "else": ("if", "for")}
_OF_WORD = {"colspan", "cellbg", "vm", "hm"}
"""Marks that steer cells, which the filling in takes out itself."""
_NEAR = 40
"""Characters shown before and after a mistake."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark that is whole, with its place."""

    text: str
    line: str
    start: int
    where: Words

    @property
    def word(self) -> str:
        """Return the word that says what it does: for, endif; empty where it shows a value."""
        found = _WORD.match(self.text)
        return found[1] if found else ""

    @property
    def near(self) -> str:
        """Return the mark with what stands around it."""
        return _near(self.line, self.start, self.start + len(self.text))


def mistakes(document: Document, environment: Environment) -> tuple[Words, ...]:
    """Return what is wrong with the marks of a template; empty when it can be filled in.

    Args:
        document: the template.
        environment: in which it will be filled in; says which marks can be understood.
    """
    told: list[Words] = []
    for part in _parts(document):
        marks: list[_Mark] = []
        for where, line in part:
            told += _broken(where, line)
            marks += (_Mark(m[0], line, m.start(), where) for m in _MARK.finditer(line))
        told += _unpaired(marks)
        told += (wrong for mark in marks if (wrong := _not_understood(mark, environment)))
    return tuple(dict.fromkeys(told))


def _parts(document: Document) -> Iterator[list[tuple[Words, str]]]:
    """Yield the paragraphs of the text, then of each head and foot of a page, with where it is."""
    yield list(_lines(document.element.body, say("word.place_text")))
    for part in document.part.package.iter_parts():
        for name in ("header", "footer"):
            if part.partname.startswith(f"/word/{name}"):
                yield list(_lines(part.element, say(f"word.place_{name}")))


def _lines(root: Any, where: Words) -> Iterator[tuple[Words, str]]:  # noqa: ANN401  # of lxml
    from docx.oxml.ns import qn

    for paragraph in root.iter(qn("w:p")):
        text = "".join(
            t.text or ""
            for t in paragraph.iter(qn("w:t"))
            if next(t.iterancestors(qn("w:p"))) is paragraph
        )
        in_table = next(paragraph.iterancestors(qn("w:tbl")), None) is not None
        yield (say("word.place_table") if in_table else where), in_one_line(text)


def _broken(where: Words, line: str) -> Iterator[Words]:
    """Yield what is begun and not ended in the same paragraph, or ended and never begun."""
    for found in _MARK.finditer(line):
        if inner := _OPENING.search(line, found.start() + 2, found.end() - 2):
            near = _near(line, found.start(), inner.start())
            yield say("word.mark_open", where=where, near=near)
    rest = _MARK.sub(lambda mark: " " * len(mark[0]), line)
    for found in _LOOSE.finditer(rest):
        near = _near(line, found.start(), found.end())
        if len(found[0]) > len("{{"):
            right = found[0][0] + found[0][-1]
            yield say("word.mark_split", where=where, near=near, wrong=found[0], right=right)
        elif found[0][0] == "{":
            yield say("word.mark_open", where=where, near=near)
        else:
            yield say("word.mark_close", where=where, near=near)


def _unpaired(marks: list[_Mark]) -> Iterator[Words]:
    """Yield each for and if without its end, and each end without its beginning."""
    still_open: list[_Mark] = []
    for mark in marks:
        last = still_open[-1].word if still_open else ""
        if mark.word in _ENDS:
            still_open.append(mark)
        elif mark.word in _BEGINS and last == _BEGINS[mark.word]:
            still_open.pop()
        elif mark.word in _BEGINS or (mark.word in _INNER and last not in _INNER[mark.word]):
            begin = _BEGINS.get(mark.word, "if")
            yield say("word.no_begin", where=mark.where, near=mark.near, mark=mark.text, word=begin)
    for mark in still_open:
        end = _ENDS[mark.word]
        yield say("word.no_end", where=mark.where, near=mark.near, mark=mark.text, word=end)


def _not_understood(mark: _Mark, environment: Environment) -> Words | None:
    """Return why a mark by itself cannot be filled in, or None when it can."""
    from jinja2 import TemplateError

    alone = _PREFIX.sub("", mark.text).translate(_QUOTES)
    if _OPENING.search(alone, 2) or mark.word in {*_BEGINS, *_OF_WORD, "else"}:
        return None
    if mark.word == "elif":
        alone = "{% if 1 %}" + alone + "{% endif %}"
    elif mark.word in _ENDS:
        alone += "{% " + _ENDS[mark.word] + " %}"
    try:
        environment.compile(alone)
    except TemplateError as error:
        reason = in_one_line(str(error))
        return say("word.mark_wrong", where=mark.where, near=mark.near, reason=reason)
    return None


def _near(line: str, start: int, end: int) -> str:
    """Return a part of a line with some words around it."""
    before = "…" if start > _NEAR else ""
    after = "…" if end + _NEAR < len(line) else ""
    return f"{before}{line[max(start - _NEAR, 0) : end + _NEAR].strip()}{after}"
