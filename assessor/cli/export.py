"""`assessor export`: a saved or fresh assessment as a file to take along, to send or to file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assessor.cli.assess import CATEGORIES
from assessor.cli.failures import NOTHING_READ
from assessor.cli.frame import Command, Group
from assessor.cli.speaking import language, told
from assessor.export.forms import FORMS
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessor.export.forms import Form
    from assessor.export.report import Report
    from assessor.export.word import Kind

    _Function = Callable[..., int]

_PATH = click.Path(path_type=Path)
_SHORTEST, _LONGEST = 30, 240
"""Minutes of a talk."""
_TEMPLATES = tuple(form.name for form in FORMS if form.takes_template)


@click.group(cls=Group, help="export.command.help")
def export() -> None:
    """Hold one command per form."""


def _options(form: Form) -> Callable[[_Function], _Function]:
    """Return a decorator that gives a command the options of its form."""
    options: list[Callable[[_Function], _Function]] = [
        click.argument("files", nargs=-1, type=_PATH, metavar="export.command.files"),
        _option("--output", "output", "export.command.path", "output", type=_PATH),
        _option("--dossier", "dossier", "export.command.dossier_name", "dossier"),
        _option("--category", "category", None, "category", type=click.Choice(CATEGORIES)),
        _option("--supplier", "supplier", "export.command.name", "supplier", default=""),
        _option("--contract", "contract", "export.command.name", "contract", default=""),
        _option("--minutes", "minutes", "export.command.number", "minutes", type=int),
        _option("--agenda", "agenda", "export.command.path", "agenda", type=_PATH),
        click.option("--overwrite", is_flag=True, help="export.command.overwrite"),
    ]
    if form.takes_template:
        options.append(
            _option("--template", "template", "export.command.path", "template", type=_PATH)
        )

    def decorate(function: _Function) -> _Function:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def _option(
    name: str, variable: str, metavar: str | None, help_: str, **more: Any
) -> Callable[[_Function], _Function]:
    return click.option(name, variable, metavar=metavar, help=f"export.command.{help_}", **more)


def _command(form: Form) -> click.Command:
    @_options(form)
    def run(
        files: tuple[Path, ...],
        output: Path | None,
        overwrite: bool,
        minutes: int | None,
        template: Path | None = None,
        **about: Any,
    ) -> int:
        from assessor.cli.gathering import gather
        from assessor.export.saving import refuse_taken, save
        from assessor.pipeline import Nothing

        place = _named(output)
        refuse_taken(place, overwrite=overwrite)
        if minutes is not None and not _SHORTEST <= minutes <= _LONGEST:
            raise click.UsageError(told(say("export.odd_minutes", least=_SHORTEST, most=_LONGEST)))
        try:
            report = gather(files, now=datetime.now(UTC), minutes=minutes, **about)
        except Nothing as nothing:
            for _, why in nothing.refused:
                click.echo(told(why), err=True)
            return NOTHING_READ
        made = form.write(report, language(), template)
        places = save(made, place, overwrite=overwrite, originals=report.originals.values())
        _tell(form, report, places)
        return 0

    run.__doc__ = f"Write the {form.name}."
    return click.command(form.name, cls=Command, help=f"export.command.{form.name}")(run)


def _named(output: Path | None) -> Path:
    if output is None:
        raise click.UsageError(told(say("cli.wrong.missing", name="--output")))
    return output


def _tell(form: Form, report: Report, places: tuple[Path, ...]) -> None:
    for place in places:
        click.echo(told(say("export.written", path=place)), err=True)
    if form.name == "letter":
        click.echo(told("export.read_it_first"), err=True)
    if form.name == "note":
        from assessor.dialogue.advice import warnings

        for warning in warnings(report.agenda):
            click.echo(told(warning), err=True)


for _form in FORMS:
    export.add_command(_command(_form))


@export.command(cls=Command, help="export.command.template_copy")
@click.argument("kind", type=click.Choice(_TEMPLATES), metavar="[note|letter]")
@click.option(
    "--output",
    type=_PATH,
    metavar="export.command.path",
    help="export.command.output",
)
@click.option("--overwrite", is_flag=True, help="export.command.overwrite")
def template(kind: Kind, output: Path | None, overwrite: bool) -> int:
    """Write a copy of the template that ships, to change in Word."""
    from assessor.export.saving import save
    from assessor.export.word import shipped

    for place in save({"": shipped(kind, language())}, _named(output), overwrite=overwrite):
        click.echo(told(say("export.written", path=place)), err=True)
    return 0
