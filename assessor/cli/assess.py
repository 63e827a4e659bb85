"""`assessor assess`: one submission in, an assessment out, as text, JSON or Markdown."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessor.cli.contract_date import ContractDate
from assessor.cli.failures import NOTHING_READ
from assessor.cli.frame import Command
from assessor.cli.progress import Bar
from assessor.cli.speaking import language, told

if TYPE_CHECKING:
    from assessor.pipeline import Assessed

CATEGORIES = (
    "workwear", "catering", "waste", "energy", "workplace",
    "laboratory", "ict", "datacenters", "connectivity",
)  # fmt: skip


@click.command(cls=Command, help="assess.help")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="assess.files"
)
@click.option("--category", type=click.Choice(CATEGORIES), help="assess.category")
@click.option("--contract-date", type=ContractDate(), metavar="assess.day", help="assess.contract")
@click.option(
    "--checklist",
    type=click.Path(path_type=Path),
    metavar="checklist.folder",
    help="checklist.option_folder",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "markdown")),
    default="text",
    help="assess.format",
)
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="assess.path", help="assess.output"
)
def assess(
    files: tuple[Path, ...],
    category: str | None,
    contract_date: date | None,
    checklist: Path | None,
    form: str,
    output: Path | None,
) -> int:
    """Assess the files as one submission and print or save what was found."""
    from assessor.pipeline import Nothing
    from assessor.pipeline import assess as run

    try:
        with Bar() as bar:
            assessed = run(
                files,
                category=category,
                contract_date=contract_date,
                checklist=checklist,
                progress=bar,
            )
    except Nothing as nothing:
        for _, why in nothing.refused:
            click.echo(told(why), err=True)
        return NOTHING_READ
    _write(_rendered(assessed, checklist, form), output)
    return 0


def _rendered(assessed: Assessed, checklist: Path | None, form: str) -> str:
    """Return the assessment in the asked form."""
    if form == "json":
        from assessor.contract import to_json

        return to_json(assessed.assessment, language())
    from assessor.dossiers.briefing import brief
    from assessor.pipeline import engine

    briefing = brief(engine(checklist).checklist)
    if form == "text":
        from assessor.export.plain import to_text

        return to_text(assessed.assessment, briefing, language())
    from assessor.dossiers.prepared import Prepared
    from assessor.export.markdown import to_markdown
    from assessor.export.report import report_of

    prepared = Prepared(assessed.assessment, assessed.documents, briefing)
    return to_markdown(report_of(prepared, datetime.now(UTC)), language())


def _write(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.UsageError(
            told("assess.not_written").format(path=output, reason=reason)
        ) from error
    click.echo(told("assess.written").format(path=output), err=True)
