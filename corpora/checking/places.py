"""Every quote of the gold answers brought to the page on which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checking.quotes import pages_with

if TYPE_CHECKING:
    from collections.abc import Iterator

Pages = dict[str, list[str]]


def placed(expected: dict[str, Any], pages: Pages) -> Iterator[str]:
    """Yield each quote that stands nowhere; give all others, in place, their page.

    Args:
        expected: The gold answers; a page that is right stays, another one is set.
        pages: The bare text of each page, by file; a Word file has no page numbers.
    """
    for item in _items(expected):
        if item["file"] not in pages:
            yield f"unknown file {item['file']}"
            continue
        yield from _place(item, pages[item["file"]])


def _items(node: object) -> Iterator[dict[str, Any]]:
    """Yield everything that claims to stand somewhere in a file."""
    if isinstance(node, dict):
        if "file" in node and ("quote" in node or "label" in node):
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from _items(child)


def _place(item: dict[str, Any], pages: list[str]) -> Iterator[str]:
    """Set the page of one quote; the label of a risk or an action may be a reader's own words."""
    found = pages_with(item.get("quote") or item["label"], pages)
    is_word = item["file"].endswith(".docx")
    if is_word:
        item["page"] = None
    if not found:
        if "quote" in item:
            yield f"stands nowhere: {item['quote']}"
        elif not is_word and not _is_page(item.get("page"), pages):
            yield f"{item.get('id')}: no page given and the label stands nowhere: {item['label']}"
    elif not is_word and item.get("page") not in found:
        item["page"] = found[0]


def _is_page(page: object, pages: list[str]) -> bool:
    """Return whether a page number is one of the document's."""
    return isinstance(page, int) and 1 <= page <= len(pages)
