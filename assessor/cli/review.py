"""`assessor review`: opens the walk-through, or says what to do where there is no terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessor.cli.assess import CATEGORIES
from assessor.cli.failures import NOTHING_READ
from assessor.cli.frame import Command
from assessor.cli.speaking import asked_for, told
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

_DOCUMENTS = {".pdf", ".docx"}


@click.command(cls=Command, help="review.help")
@click.argument("what", nargs=-1, metavar="review.what")
@click.option("--category", type=click.Choice(CATEGORIES), help="review.category")
def review(what: tuple[str, ...], category: str | None) -> int:
    """Open the walk-through of the files, of the dossier, or of all dossiers.

    Raises:
        click.UsageError: when there is no terminal.
    """
    if missing := [name for name in what if _is_missing(name)]:
        for name in missing:
            click.echo(told(say("review.missing", name=name)), err=True)
        return NOTHING_READ
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise click.UsageError(told("review.no_terminal"))
    return _run(what, category)


def _run(what: Sequence[str], category: str | None) -> int:
    from tui.app import walk_through

    files = tuple(Path(name) for name in what if Path(name).exists())
    dossier = " ".join(what) if what and not files else None
    return walk_through(files, dossier, category, asked_for(sys.argv[1:]))


def _is_missing(name: str) -> bool:
    """Return whether this can only be meant as a file, and is not there."""
    path = Path(name)
    is_meant_as_file = path.suffix.casefold() in _DOCUMENTS or len(path.parts) > 1
    return is_meant_as_file and not path.exists()
