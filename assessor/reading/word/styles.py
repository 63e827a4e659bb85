"""What a paragraph is for, by its style: looked up once per style, for asking often is slow."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from assessor.reading.word.package import W

if TYPE_CHECKING:
    from lxml import etree

    from assessor.model import BlockKind

_LONGEST_CHAIN = 20
_HIGHEST_OUTLINE = 9
_NOISE = re.compile(r"[\s._-]+")


@dataclass(frozen=True, slots=True)
class Role:
    """What paragraphs of a style are."""

    kind: BlockKind = "paragraph"
    level: int | None = None
    """Of a heading, 1 is the highest."""
    number_list: str | None = None
    """The id of the numbered list that the style belongs to."""
    number_level: int | None = None
    """Level in that list, from 0."""


PLAIN = Role()


class Styles:
    """The styles of one document by id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._roles: dict[str, Role] = {}
        for element in root.iterfind(f"{W}style") if root is not None else ():
            self._elements[element.get(f"{W}styleId", "")] = element

    def role(self, style: str | None) -> Role:
        """Return the role of a style id; a plain paragraph for None."""
        if style is None:
            return PLAIN
        if style not in self._roles:
            self._roles[style] = self._look_up(style)
        return self._roles[style]

    def _look_up(self, style: str) -> Role:
        """Return the role that the style or the first of its ancestors to say so gives."""
        role = PLAIN
        seen = 0
        current: str | None = style
        while current is not None and seen < _LONGEST_CHAIN:
            element = self._elements.get(current)
            own = _own_role(current, element)
            role = _merged(role, own)
            current = _value(element, f"{W}basedOn")
            seen += 1
        return role


def _merged(nearer: Role, farther: Role) -> Role:
    named = nearer if nearer.kind != "paragraph" else farther
    return Role(
        kind=named.kind,
        level=named.level,
        number_list=nearer.number_list or farther.number_list,
        number_level=nearer.number_level
        if nearer.number_level is not None
        else farther.number_level,
    )


def _own_role(style: str, element: etree._Element | None) -> Role:
    if element is None:
        return _role_by_name(style)
    name = _value(element, f"{W}name") or style
    role = _role_by_name(name)
    if role.kind == "paragraph":
        level = outline_level(element.find(f"{W}pPr"))
        role = Role("heading", level) if level else role
    number_list = _value(element, f"{W}pPr/{W}numPr/{W}numId")
    number_level = to_int(_value(element, f"{W}pPr/{W}numPr/{W}ilvl"))
    return replace(role, number_list=number_list, number_level=number_level)


def _role_by_name(name: str) -> Role:
    plain = _NOISE.sub("", name.casefold())
    stem = plain.rstrip("0123456789")
    digits = plain[len(stem) :]
    names = _names()
    if stem in names["heading"] and digits:
        return Role("heading", min(max(int(digits[:2]), 1), _HIGHEST_OUTLINE))
    if plain in names["title"]:
        return Role("heading", 1)
    if plain in names["contents_title"] or stem in names["contents"]:
        return Role("contents")
    if plain in names["caption"]:
        return Role("caption")
    if plain.startswith(tuple(names["list_item"])):
        return Role("list_item", int(digits[:1] or 1))
    return PLAIN


def outline_level(properties: etree._Element | None) -> int | None:
    """Return the heading level that paragraph properties give directly, None for body text."""
    level = to_int(_value(properties, f"{W}outlineLvl"))
    return level + 1 if level is not None and 0 <= level < _HIGHEST_OUTLINE else None


def to_int(text: str | None) -> int | None:
    """Return the whole number, None where there is none."""
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None


def _value(element: etree._Element | None, path: str) -> str | None:
    """Return the `w:val` of the element at the path."""
    found = element.find(path) if element is not None else None
    return None if found is None else found.get(f"{W}val")


@cache
def _names() -> dict[str, list[str]]:
    text = resources.files(__package__).joinpath("names.toml").read_text("utf-8")
    return tomllib.loads(text)
