"""`assessor dossier`: what is kept of suppliers and contracts, and taking it to another office."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessor.cli.choosing import chosen
from assessor.cli.dossier_add import add
from assessor.cli.frame import Command, Group
from assessor.cli.speaking import told
from assessor.errors import NotWritten
from assessor.export.harmless import in_one_line
from assessor.texts import say

if TYPE_CHECKING:
    from assessor.dossiers.merging import Merged
    from assessor.dossiers.register import Contract
    from assessor.dossiers.store import Store

_PATH = click.Path(path_type=Path)
_FORM = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    help="dossier.option.format",
)
_WHICH = click.argument("which", metavar="dossier.which")


@click.group(cls=Group, help="dossier.help")
def dossier() -> None:
    """Hold the commands on dossiers."""


dossier.add_command(add)


@dossier.command("list", cls=Command, help="dossier.command.list")
@_FORM
def list_(form: str) -> int:
    """Print all dossiers."""
    from assessor.cli.dossier_lines import as_json, as_list
    from assessor.dossiers.store import Store

    with closing(Store()) as store:
        contracts, shelf = store.register.all(), store.shelf()
    if form == "json":
        sys.stdout.write(as_json({"dossiers": contracts, "submissions": shelf}))
        return 0
    for line in as_list(contracts, shelf):
        click.echo(line)
    if not contracts:
        click.echo(told("dossier.none"))
    return 0


@dossier.command(cls=Command, help="dossier.command.show")
@_WHICH
@_FORM
def show(which: str, form: str) -> int:
    """Print all that is known of a dossier."""
    from assessor.cli.dossier_lines import as_json, as_page, data_of, gathered
    from assessor.dossiers.store import Store

    with closing(Store()) as store:
        contract = chosen(store, which)
        shown = gathered(store, contract)
    if form == "json":
        sys.stdout.write(as_json(data_of(contract, shown)))
        return 0
    for line in as_page(contract, shown):
        click.echo(line)
    return 0


@dossier.command(cls=Command, help="dossier.command.remove")
@_WHICH
@click.option("--yes", is_flag=True, help="dossier.option.yes")
def remove(which: str, yes: bool) -> int:
    """Remove a dossier, after a copy of it was put aside."""
    from assessor.dossiers.removing import remove as let_go
    from assessor.dossiers.store import Store

    with closing(Store()) as store:
        contract = chosen(store, which)
        if not yes and not _is_sure(contract):
            return 0
        stamp = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
        copy = store.database.folder / "removed" / f"dossier-{contract.id}-{stamp}.zip"
        _pack(store, contract, copy)
        let_go(store.database, contract.id)
    click.echo(told(say("dossier.removed", name=in_one_line(contract.name), copy=copy)))
    return 0


def _is_sure(contract: Contract) -> bool:
    if not sys.stdin.isatty():
        raise click.UsageError(told("dossier.needs_yes"))
    question = told(say("dossier.sure", number=contract.id, name=in_one_line(contract.name)))
    answer: str = click.prompt(question, default="", show_default=False, prompt_suffix=" ")
    return answer.strip().casefold() in told("dossier.yes").split()


@dossier.command(cls=Command, help="dossier.command.export")
@_WHICH
@click.option("--output", type=_PATH, metavar="dossier.path", help="dossier.option.output")
@click.option("--overwrite", is_flag=True, help="export.command.overwrite")
def export(which: str, output: Path | None, overwrite: bool) -> int:
    """Write a dossier as a zip for another office."""
    from assessor.dossiers.store import Store
    from assessor.export.saving import refuse_taken

    if output is None:
        raise click.UsageError(told(say("cli.wrong.missing", name="--output")))
    refuse_taken(output, overwrite=overwrite)
    with closing(Store()) as store:
        without = _pack(store, chosen(store, which), output)
    click.echo(told(say("export.written", path=output)), err=True)
    if without:
        click.echo(told(say("dossier.without", files=in_one_line(", ".join(without)))), err=True)
    return 0


@dossier.command("import", cls=Command, help="dossier.command.import")
@click.argument("file", type=_PATH, metavar="dossier.path")
def import_(file: Path) -> int:
    """Take in a dossier from another office."""
    from assessor.dossiers.merging import merge
    from assessor.dossiers.store import Store
    from assessor.dossiers.unpacking import opened

    with opened(file) as coming, closing(Store()) as store:
        merged = merge(store.database, coming)
        name = in_one_line(store.register.get(merged.dossier).name)
    _tell(merged, name)
    return 0


def _pack(store: Store, contract: Contract, place: Path) -> tuple[str, ...]:
    from assessor.dossiers.packing import pack
    from assessor.dossiers.whole import whole

    try:
        with whole(place) as goal:
            return pack(store.database, contract.id, goal)
    except OSError as error:
        reason = error.strerror or str(error)
        raise NotWritten(
            say("export.not_written", path=place, reason=reason),
            say("export.not_written_remedy"),
        ) from error


def _tell(merged: Merged, name: str) -> None:
    key = "dossier.taken_new" if merged.is_new else "dossier.taken"
    click.echo(told(say(key, number=merged.dossier, name=name)))
    counts = {
        "submissions": merged.submissions,
        "assessments": merged.assessments,
        "reviews": merged.reviews,
        "changes": merged.changes,
        "originals": merged.originals,
    }
    click.echo(told(say("dossier.counts", **counts)))
    for one in merged.differences:
        values = {"fact": one.fact, "ours": one.ours, "theirs": one.theirs}
        click.echo(in_one_line(told(say("dossier.differs", **values))))
