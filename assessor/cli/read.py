"""`assessor read`: what was read from a file, for people (text) and for other programs (JSON)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assessor.cli.frame import Command
from assessor.cli.speaking import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.model import Block, Document

_NOT_IN_TEXT = {"header", "footer"}
_PAGE_BREAK = "\f"


@click.command("read", cls=Command, help="read.help")
@click.argument("file", metavar="cli.word.file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="read.option_format",
)
def read(file: Path, form: str) -> None:
    """Print what the file holds; notes on what was not read go to standard error."""
    from assessor import reading

    document = reading.read(file)
    click.echo(as_json(document) if form == "json" else as_text(document))
    for note in document.notes:
        click.echo(told(note), err=True)


def as_text(document: Document) -> str:
    """Return the text: pages parted by form feeds, paragraphs by blank lines, margins left out."""
    blocks = [block for block in document.blocks if block.kind not in _NOT_IN_TEXT]
    if not document.pages:
        return "\n\n".join(block.text for block in blocks)
    by_page: dict[int | None, list[str]] = {}
    for block in blocks:
        by_page.setdefault(block.page, []).append(block.text)
    return _PAGE_BREAK.join("\n\n".join(by_page.get(p.number, ())) for p in document.pages)


def as_json(document: Document) -> str:
    """Return the document as the contract's JSON, in reading order."""
    import msgspec

    facts = {
        "file": document.file,
        "format": document.format,
        "pages": len(document.pages) if document.pages else None,
        "unread_pages": document.unread_pages,
        "blocks": [_block(block) for block in document.blocks],
        "notes": [told(note) for note in document.notes],
    }
    return msgspec.json.format(msgspec.json.encode(facts), indent=1).decode()


def _block(block: Block) -> dict[str, Any]:
    return dict(_facts(block))


def _facts(block: Block) -> Iterator[tuple[str, Any]]:
    yield "kind", block.kind
    yield "page", block.page
    if block.level is not None:
        yield "level", block.level
    yield "text", block.text
    yield "language", block.language
    yield "boxes", [[round(side, 2) for side in line.box] for line in block.lines if line.box]
    if block.kind == "table":
        yield (
            "cells",
            [
                {
                    "row": cell.row,
                    "column": cell.column,
                    "row_span": cell.row_span,
                    "column_span": cell.column_span,
                    "text": cell.text,
                }
                for cell in block.cells
            ],
        )
