"""The kinds of block that a source may have, checked before anything is set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS: dict[str, set[str]] = {
    "chapter": {
        "columns", "across", "landscape", "portrait", "new_page", "unnumbered",
    },
    "section": {"landscape", "portrait", "across"},
    "subsection": set(),
    "text": {"keep", "wide"},
    "bullets": {"wide"},
    "numbers": {"wide"},
    "caption": {"wide"},
    "table": {
        "head", "rows", "widths", "merge_first", "merge", "centred", "style", "size", "wide",
        "total",
    },
    "box": {"text", "bullets", "numbers", "side", "wide"},
    "quote": {"by", "wide"},
    "figures": {"wide"},
    "signature": set(),
    "break": set(),
}  # fmt: skip


class Misprint(ValueError):
    """A source says something that the maker does not know."""


def checked(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the blocks with `list` read as `bullets` and a table's parts beside its name.

    Raises:
        Misprint: A block is of no known kind, has an unknown key, or a value that is not text.
    """
    return [_checked(block) for block in blocks]


def kind(block: dict[str, Any]) -> str:
    """Return the kind of a checked block."""
    return next(name for name in _KINDS if name in block)


def _checked(block: dict[str, Any]) -> dict[str, Any]:
    """Return one block, checked."""
    if not isinstance(block, dict):
        raise Misprint(f"not a block: {block!r}")
    if isinstance(block.get("table"), dict):
        block = {**block, **block["table"], "table": "table"}
    block = {("bullets" if key == "list" else key): value for key, value in block.items()}
    kinds = [name for name in _KINDS if name in block and not _belongs(name, block)]
    if len(kinds) != 1:
        raise Misprint(f"no known kind, or more than one, in {_shown(block)}")
    if unknown := block.keys() - {kinds[0]} - _KINDS[kinds[0]]:
        raise Misprint(f"unknown {sorted(unknown)} in {_shown(block)}")
    _check_words(block, kinds[0])
    return block


def _belongs(name: str, block: dict[str, Any]) -> bool:
    """Return whether a kind's name is here a part of a box."""
    return "box" in block and name in _KINDS["box"]


def _check_words(block: dict[str, Any], name: str) -> None:
    """Raise where YAML has read a date, a truth value or a mapping instead of words."""
    if name == "table":
        for row in block["rows"]:
            _check_texts(row, block)
    elif name in {"bullets", "numbers"}:
        _check_items(block[name], block)
    elif name in {"chapter", "section", "subsection", "text", "caption", "quote", "box"}:
        _check_texts([block[name]], block)
    elif name == "figures":
        for figure in block[name]:
            _check_texts(figure, block)


def _check_items(items: list[Any], block: dict[str, Any]) -> None:
    """Raise where an item is neither words nor a list within a list."""
    for item in items:
        if isinstance(item, dict) and "item" in item:
            _check_items(item.get("bullets") or item.get("numbers") or [], block)
        else:
            _check_texts([item], block)


def _check_texts(texts: Iterable[object], block: dict[str, Any]) -> None:
    """Raise where something is not a text or a whole number."""
    for text in texts:
        if isinstance(text, bool) or not isinstance(text, str | int | float):
            raise Misprint(f"put quotes around {text!r} in {_shown(block)}")


def _shown(block: dict[str, Any]) -> str:
    """Return the beginning of a block, for a message."""
    return repr(block)[:160]
